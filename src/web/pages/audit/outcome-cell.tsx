import { Tooltip } from '@mantine/core';
import { useWords } from '../../words/use-words.tsx';
import styles from './audit.module.css';

/** How something came out: done, not known, or the code of the refusal with its words on hover and focus. */
export function OutcomeCell({ outcome }: { readonly outcome: string }) {
  const words = useWords();
  const known = outcome === 'done' || outcome === 'unknown';
  const line = (
    <span className={styles['outcome']} data-outcome={known ? outcome : 'refused'}>
      <span className={styles['dot']} />
      <span className={styles['word']} tabIndex={known ? undefined : 0}>
        {known ? words(`audit.${outcome}`) : outcome}
      </span>
    </span>
  );
  const said = known ? null : words.failure(outcome, {});
  if (said === null) return line;
  return (
    <Tooltip label={said} multiline maw={360} events={{ hover: true, focus: true, touch: true }}>
      {line}
    </Tooltip>
  );
}
