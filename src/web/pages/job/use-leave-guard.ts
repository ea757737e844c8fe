import { useEffect, useRef } from 'react';
import { useWords } from '../../words/use-words.tsx';

/** Asks before somebody leaves with changes, by a link, back, or by closing the window. Answers how leaving is allowed. */
export function useLeaveGuard(changed: boolean): () => void {
  const words = useWords();
  const allowed = useRef(false);
  const guarded = useRef(changed);
  useEffect(() => {
    guarded.current = changed;
  }, [changed]);
  useEffect(() => {
    const question = words('job.leave');
    const stays = () => guarded.current && !allowed.current && !window.confirm(question);
    const closing = (event: BeforeUnloadEvent) => {
      if (guarded.current && !allowed.current) event.preventDefault();
    };
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!link || link.getAttribute('target') === '_blank' || !stays()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', closing);
    document.addEventListener('click', clicked, true);
    return () => {
      window.removeEventListener('beforeunload', closing);
      document.removeEventListener('click', clicked, true);
    };
  }, [words]);
  return () => {
    allowed.current = true;
  };
}
