import { onlineManager, useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ClientError } from '../../client/client-error.ts';
import { useDates } from '../words/use-dates.ts';
import { useWords } from '../words/use-words.tsx';
import styles from './offline.module.css';

/** A thin bar while no answer comes, with the time of what is shown. */
export function Offline() {
  const words = useWords();
  const dates = useDates();
  const online = useSyncExternalStore(
    (told) => onlineManager.subscribe(told),
    () => onlineManager.isOnline(),
  );
  const shownAt = useShownAt(online);
  if (shownAt === null) return null;
  return (
    <div className={styles['bar']} role="status">
      {shownAt ? words('offline.since', { time: dates.time(shownAt) }) : words('app.offline')}
    </div>
  );
}

/** When the newest answer came, while a question is without one or the browser without a network; null while all are answered. */
function useShownAt(online: boolean): number | null {
  const client = useQueryClient();
  // Asked anew whenever a question begins or ends.
  useIsFetching();
  const queries = client.getQueryCache().findAll({ type: 'active' });
  const away = queries.some(
    ({ state }) => state.error instanceof ClientError && state.error.code === 'unreachable',
  );
  return away || !online ? Math.max(0, ...queries.map(({ state }) => state.dataUpdatedAt)) : null;
}
