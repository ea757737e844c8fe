import { Moment } from '../../parts/moment.tsx';
import type { JobItem, RunItem } from '../../service/lists.ts';
import { schedulerState } from '../../shell/overdue.ts';
import { useQuantities } from '../../words/use-quantities.ts';
import { useWords } from '../../words/use-words.tsx';
import { lastStart } from './glance.ts';
import styles from './home.module.css';

interface SchedulerCardProps {
  readonly jobs: readonly JobItem[];
  readonly runs: readonly RunItem[];
}

/** Whether the scheduler is alive: when the last run was due, and how long after that it was started. */
export function SchedulerCard({ jobs, runs }: SchedulerCardProps) {
  const words = useWords();
  const { duration } = useQuantities();
  const state = schedulerState(
    jobs.map(({ nextStartsAt }) => nextStartsAt),
    Date.now(),
  );
  const last = lastStart(runs);
  return (
    <section className={styles['card']}>
      <h2 className={styles['title']}>{words('home.scheduler')}</h2>
      <p className={styles['alive']} data-state={state}>
        {words(`scheduler.${state}`)}
      </p>
      {last ? (
        <dl className={styles['starts']}>
          <dt>{words('home.lastDue')}</dt>
          <dd>
            <Moment at={last.due} />
          </dd>
          <dt>{words('home.lastStarted')}</dt>
          <dd>{words('home.after', { time: duration(last.afterMs) })}</dd>
        </dl>
      ) : (
        <p className={styles['none']}>{words('history.noneYet')}</p>
      )}
    </section>
  );
}
