import { useEffect, useRef } from 'react';

/** A short cut of one key, where nobody is typing and no dialog is open. */
export function useKey(key: string, act: () => void, on = true): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent) => {
      const { target } = event;
      const typing =
        target instanceof HTMLElement && target.matches('input, textarea, select, [role=menuitem]');
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      if (document.querySelector('[aria-modal=true]')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [key, on]);
}
