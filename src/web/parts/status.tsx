import { remaining } from '../format/quantities.ts';
import { momentOf } from '../format/dates.ts';
import { useQuantities } from '../words/use-quantities.ts';
import { useWords } from '../words/use-words.tsx';
import type { Words } from '../words/words.ts';
import { hint } from './hint.ts';
import styles from './status.module.css';

/** The labels that the API answers, and what each looks like. */
const TONES: Readonly<Record<string, readonly [key: string, tone: string]>> = {
  Scheduled: ['SCHEDULED', 'grey'],
  Queued: ['QUEUED', 'grey'],
  'In Progress': ['IN_PROGRESS', 'blue'],
  Finished: ['FINISHED', 'green'],
  Failed: ['FAILED', 'red'],
  Cancelled: ['CANCELLED', 'struck'],
  Suspended: ['SUSPENDED', 'amber'],
  Skipped: ['SKIPPED', 'amber'],
};

/** A status as the API answers it, in words. */
export const statusWord = (words: Words, status: string): string =>
  words.named(`status.${TONES[status]?.[0] ?? status}`, status);

interface StatusProps {
  readonly status: string;
  readonly progress: number;
  readonly startedAt: string;
  /** Why it failed, as the service keeps it. */
  readonly reason?: string;
}

/** A status: a dot and a word; while it runs a bar and what is left; when it failed the first line of why. */
export function StatusCell({ status, progress, startedAt, reason }: StatusProps) {
  const words = useWords();
  const tone = TONES[status]?.[1] ?? 'grey';
  const label = statusWord(words, status);
  const why = reason ? words.reason(reason) : '';
  if (status === 'In Progress') return <Running label={label} progress={progress} startedAt={startedAt} />;
  return (
    <span className={styles['status']} data-tone={tone}>
      <span className={styles['line']}>
        <span className={styles['dot']} />
        <span className={styles['word']}>{label}</span>
      </span>
      {why && (
        <span {...hint(why)} className={styles['reason']} tabIndex={0}>
          {why.split('\n', 1)[0]}
        </span>
      )}
    </span>
  );
}

function Running({
  label,
  progress,
  startedAt,
}: { readonly label: string } & Pick<StatusProps, 'progress' | 'startedAt'>) {
  const words = useWords();
  const { duration } = useQuantities();
  const left = remaining(momentOf(startedAt), progress, Date.now());
  const rest = left === null ? words('status.starting') : words('status.left', { time: duration(left) });
  const said = `${label}, ${rest}`;
  return (
    <span {...hint(said)} className={styles['status']} data-tone="blue" data-runs tabIndex={0}>
      <span className={styles['line']}>
        <span className={styles['dot']} />
        <span className={styles['word']}>{label}</span>
      </span>
      <span className={styles['left']}>
        {progress} %{left === null ? '' : ` · ${rest}`}
      </span>
      <progress className={styles['bar']} max={100} value={progress} aria-label={said} />
    </span>
  );
}
