import { Moment } from '../../parts/moment.tsx';
import type { RunItem } from '../../service/lists.ts';
import { useWords } from '../../words/use-words.tsx';
import type { WordKey } from '../../words/words.ts';
import styles from './run.module.css';

/** What happened to a run, in its order. */
export function Timeline({ run }: { readonly run: RunItem }) {
  const words = useWords();
  const steps: readonly (readonly [word: WordKey, at: string])[] = [
    ['run.created', run.createdDate],
    ['run.due', run.scheduledAt],
    ['run.started', run.startedAt],
    [run.status === 'Failed' ? 'run.failedAt' : 'run.ended', run.finishedAt],
  ];
  return (
    <ol className={styles['timeline']}>
      {steps
        .filter(([, at]) => at !== '')
        .map(([word, at]) => (
          <li key={word}>
            <span>{words(word)}</span>
            <Moment at={at} />
          </li>
        ))}
    </ol>
  );
}
