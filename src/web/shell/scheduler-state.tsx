import { useQuery } from '@tanstack/react-query';
import { SERVICE } from '../service/session.ts';
import { may, useMe } from '../service/me.ts';
import { useWords } from '../words/use-words.tsx';
import { schedulerState } from './overdue.ts';
import styles from './scheduler-state.module.css';

const EVERY_MS = 60_000;
/** The newest active jobs stand for all: a clock that has stopped misses the starts of any. */
const LOOKED_AT = 100;

/** Whether what was due was started: a dot and words. Only who may see jobs can be told. */
export function SchedulerState() {
  const words = useWords();
  const me = useMe();
  const { data } = useQuery({
    queryKey: ['jobs', 'next'],
    enabled: may(me, 'jobs.read'),
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const query = { size: LOOKED_AT, suspend: false, bgUpdate: true };
      return (await SERVICE.api.GET('/udm/v10/export/jobs', { params: { query } })).data ?? null;
    },
  });
  if (data === undefined) return null;
  const state = schedulerState(data?.items.map(({ nextStartsAt }) => nextStartsAt) ?? [], Date.now());
  return (
    <span className={styles['state']} data-late={state === 'late' || undefined}>
      <span className={styles['dot']} />
      <span className={styles['words']}>{words(`scheduler.${state}`)}</span>
    </span>
  );
}
