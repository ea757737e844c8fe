import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { useNotices } from '../../parts/notices.tsx';
import { askCancel } from '../../service/job-changes.ts';
import type { RunItem } from '../../service/lists.ts';
import { moves } from '../../service/moving.ts';
import { askRetry } from '../../service/run-changes.ts';
import { may, useMe } from '../../service/me.ts';
import type { RowAction } from '../../table/column.ts';
import { useWords } from '../../words/use-words.tsx';

/** What can be done with a run, with the reason where it cannot. */
export function useRunActions(onDelete: (run: RunItem) => void): (run: RunItem) => readonly RowAction[] {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const [, go] = useLocation();
  const lacks = (privilege: Parameters<typeof may>[1]) =>
    may(me, privilege) ? null : words.failure('privilege-missing', { privilege });
  return (run) => [
    {
      id: 'details',
      label: words('history.details'),
      icon: 'info',
      near: true,
      refused: null,
      run: () => go(`/history/${run.id}`),
    },
    {
      id: 'files',
      label: words('history.files'),
      icon: 'artifacts',
      near: true,
      refused: lacks('files.read') ?? (run.fileName === '' ? words('history.noFiles') : null),
      run: () => go(`${PAGE_PATHS.artifacts}?historyId=${run.id}`),
    },
    {
      id: 'retry',
      label: words('history.retry'),
      icon: 'refresh',
      refused: lacks('jobs.write') ?? (moves(run) ? words.failure('in-progress', {}) : null),
      run: () =>
        void askRetry(run.id).then(
          () => notices.told(words('jobs.runs', { title: run.title })),
          notices.failed,
        ),
    },
    {
      id: 'clone',
      label: words('history.clone'),
      icon: 'copy',
      refused: lacks('jobs.write'),
      run: () => go(`${PAGE_PATHS.newJob}?cloneRun=${run.id}`),
    },
    {
      id: 'cancel',
      label: words('jobs.cancel'),
      icon: 'stop',
      refused: lacks('jobs.write') ?? (moves(run) ? null : words.failure('not-running', {})),
      run: () =>
        void askCancel(run.parentId).then(
          () => notices.told(words('jobs.cancelled', { title: run.title })),
          notices.failed,
        ),
    },
    {
      id: 'delete',
      label: words('history.delete'),
      icon: 'trash',
      refused: lacks('history.write') ?? (moves(run) ? words('history.deleteRunning') : null),
      run: () => onDelete(run),
    },
  ];
}
