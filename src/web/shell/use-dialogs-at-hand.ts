import { useEffect } from 'react';

/** By then the first page has asked for what it shows, milliseconds. */
const LATER_MS = 1_000;

/** Loads the kit's dialogs once the first page stands, so that the first of them opens at once, on a slow line, too. */
export function useDialogsAtHand(): void {
  useEffect(() => {
    // Where this fails, the first dialog asks again.
    const timer = setTimeout(() => void import('../parts/kit-dialogs.ts').catch(() => undefined), LATER_MS);
    return () => clearTimeout(timer);
  }, []);
}
