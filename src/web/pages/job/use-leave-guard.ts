import { useEffect, useRef } from 'react';
import { useWords } from '../../words/use-words.tsx';

interface LeaveGuard {
  /** Asks where there are changes; whether the page may be left. */
  readonly mayLeave: () => boolean;
  /** From now on nothing is asked. */
  readonly allow: () => void;
}

/** Asks before somebody leaves with changes: by a link, a button, or by closing the window. */
export function useLeaveGuard(changed: boolean): LeaveGuard {
  const words = useWords();
  const allowed = useRef(false);
  const guarded = useRef(changed);
  useEffect(() => {
    guarded.current = changed;
  }, [changed]);
  const mayLeave = () => !guarded.current || allowed.current || window.confirm(words('job.leave'));
  const ask = useRef(mayLeave);
  useEffect(() => {
    ask.current = mayLeave;
  });
  useEffect(() => {
    const closing = (event: BeforeUnloadEvent) => {
      if (guarded.current && !allowed.current) event.preventDefault();
    };
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!link || link.getAttribute('target') === '_blank' || ask.current()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', closing);
    document.addEventListener('click', clicked, true);
    return () => {
      window.removeEventListener('beforeunload', closing);
      document.removeEventListener('click', clicked, true);
    };
  }, []);
  return {
    mayLeave,
    allow: () => {
      allowed.current = true;
    },
  };
}
