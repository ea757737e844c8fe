import { useEffect, useState } from 'react';

/** How long a page has to be in front before what is pressed on it counts, milliseconds: longer than a double click. */
const SETTLING_MS = 600;

/**
 * Whether the page has been in front for a moment. Before that a press may be the second half of a double click that was meant for a
 * window of others which stood over this one.
 */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    let timer = 0;
    const begin = () => {
      clearTimeout(timer);
      setSettled(false);
      timer = window.setTimeout(() => setSettled(true), SETTLING_MS);
    };
    begin();
    window.addEventListener('focus', begin);
    document.addEventListener('visibilitychange', begin);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', begin);
      document.removeEventListener('visibilitychange', begin);
    };
  }, []);
  return settled;
}
