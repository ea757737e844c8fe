import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { liveQuestion } from '../service/ask-live.ts';
import { listPage, type JobItem, type Listed } from '../service/lists.ts';
import { SERVICE } from '../service/session.ts';
import { may, useMe } from '../service/me.ts';
import { useWords } from '../words/use-words.tsx';
import { schedulerState } from './overdue.ts';
import styles from './scheduler-state.module.css';

/** The newest active jobs stand for all: a clock that has stopped misses the starts of any. */
const LOOKED_AT = 100;

/** Asked when a job is due, so that every page hears of a run that begins, and of one that ends. */
const NEXT = liveQuestion<Listed<JobItem>>({
  queryKey: ['jobs', 'next'],
  ask: async (signal) => {
    const query = { size: LOOKED_AT, suspend: false, bgUpdate: true };
    return listPage((await SERVICE.api.GET('/udm/v10/export/jobs', { params: { query }, signal })).data);
  },
  rowsOf: ({ items }) => items,
  around: ({ items, count }) => items.length === count,
});

/** Whether what was due was started: a dot and words. Only who may see jobs can be told. */
export function SchedulerState() {
  const words = useWords();
  const me = useMe();
  // On another page it may have to ask more often than beside the one before.
  useLocation();
  const { data, dataUpdatedAt } = useQuery({ ...NEXT, enabled: may(me, 'jobs.read') });
  if (data === undefined) return null;
  const state = schedulerState(
    data.items.map(({ nextStartsAt }) => nextStartsAt),
    dataUpdatedAt,
  );
  return (
    <span className={styles['state']} data-late={state === 'late' || undefined}>
      <span className={styles['dot']} />
      <span className={styles['words']}>{words(`scheduler.${state}`)}</span>
    </span>
  );
}
