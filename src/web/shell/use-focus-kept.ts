import { useEffect } from 'react';

/** So long a dialog or a menu that closes has to give the focus back itself, milliseconds. */
const GIVEN_BACK_MS = 100;

/**
 * Gives the focus to the page when what had it is gone or cannot be used any more, such as a filter that was just taken away: who works by
 * keyboard would find themselves at the top of the document.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let last: Element | null = null;
    const focused = ({ target }: FocusEvent) => (last = target instanceof Element ? target : null);
    // Who points elsewhere has left it on purpose.
    const pointed = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && last?.contains(target))) last = null;
    };
    const lost = () =>
      last !== null &&
      (!last.isConnected || last.matches(':disabled')) &&
      (document.activeElement ?? document.body) === document.body;
    const give = () => {
      if (lost()) document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(() => {
      if (lost()) setTimeout(give, GIVEN_BACK_MS);
    });
    document.addEventListener('focusin', focused);
    document.addEventListener('pointerdown', pointed);
    watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', focused);
      document.removeEventListener('pointerdown', pointed);
      watch.disconnect();
    };
  }, []);
}
