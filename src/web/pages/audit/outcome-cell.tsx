import { hint } from '../../parts/hint.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './audit.module.css';

/** How something came out: done, not known, or the code of the refusal with its words on hover and focus. */
export function OutcomeCell({ outcome }: { readonly outcome: string }) {
  const words = useWords();
  const known = outcome === 'done' || outcome === 'unknown';
  return (
    <span
      {...hint(known ? null : words.failure(outcome, {}))}
      className={styles['outcome']}
      data-outcome={known ? outcome : 'refused'}
    >
      <span className={styles['dot']} />
      <span className={styles['word']} tabIndex={known ? undefined : 0}>
        {known ? words(`audit.${outcome}`) : outcome}
      </span>
    </span>
  );
}
