import { useEffect, useState } from 'react';

/** What the focus comes back to: an entry of a menu is gone by then, and the button that opened the menu stands for it. */
function opener(): HTMLElement | null {
  const { activeElement: active } = document;
  const button = active?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  const found = button ? document.getElementById(button) : active;
  return found instanceof HTMLElement && found !== document.body ? found : null;
}

/**
 * Gives the focus back to where it was when this appeared, once it is gone and took the focus with it. What was there may be gone, too,
 * such as a row that was deleted: then the page gets it, and not the top of the document.
 */
export function useFocusBack(): void {
  const [before] = useState(opener);
  useEffect(
    () => () => {
      setTimeout(() => {
        const { activeElement: active } = document;
        if (active && active !== document.body) return;
        const place = before?.isConnected ? before : document.querySelector<HTMLElement>('#content');
        place?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
