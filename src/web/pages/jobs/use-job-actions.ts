import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { useNotices } from '../../parts/notices.tsx';
import { askCancel, resumeJob, runNow, suspendJob } from '../../service/job-changes.ts';
import type { JobItem } from '../../service/lists.ts';
import { moves } from '../../service/moving.ts';
import { may, useMe } from '../../service/me.ts';
import type { RowAction } from '../../table/column.ts';
import { useWords } from '../../words/use-words.tsx';
import { refusedOf } from './job-rules.ts';

/** What can be done with a job, with the reason where it cannot. */
export function useJobActions(onDelete: (job: JobItem) => void): (job: JobItem) => readonly RowAction[] {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const [, go] = useLocation();
  const noRight = may(me, 'jobs.write')
    ? null
    : words.failure('privilege-missing', { privilege: 'jobs.write' });
  const why = (job: JobItem, event: Parameters<typeof refusedOf>[1]) => {
    const code = refusedOf(job, event);
    return noRight ?? (code === null ? null : words.failure(code, {}));
  };
  const doing = (work: () => Promise<void>, said: string) => () =>
    void work().then(() => notices.told(said), notices.failed);
  return (job) => [
    {
      id: 'edit',
      label: words('jobs.edit'),
      icon: 'edit',
      near: true,
      refused: why(job, 'edit'),
      run: () => go(`/jobs/${job.id}`),
    },
    {
      id: 'history',
      label: words('jobs.history'),
      icon: 'history',
      near: true,
      refused: may(me, 'history.read')
        ? null
        : words.failure('privilege-missing', { privilege: 'history.read' }),
      run: () => go(`${PAGE_PATHS.history}?jobId=${job.id}`),
    },
    {
      id: 'run',
      label: words('jobs.runNow'),
      icon: 'play',
      refused: noRight ?? (moves(job) ? words.failure('in-progress', {}) : null),
      run: doing(() => runNow(job.id), words('jobs.runs', { title: job.title })),
    },
    {
      id: 'clone',
      label: words('jobs.cloneOne'),
      icon: 'copy',
      refused: noRight,
      run: () => go(`${PAGE_PATHS.newJob}?clone=${job.id}`),
    },
    job.suspended
      ? {
          id: 'resume',
          label: words('jobs.resume'),
          icon: 'play',
          refused: why(job, 'resume'),
          run: doing(() => resumeJob(job.id), words('jobs.resumed', { title: job.title })),
        }
      : {
          id: 'suspend',
          label: words('jobs.suspend'),
          icon: 'pause',
          refused: why(job, 'suspend'),
          run: doing(() => suspendJob(job.id), words('jobs.nowSuspended', { title: job.title })),
        },
    {
      id: 'cancel',
      label: words('jobs.cancel'),
      icon: 'stop',
      refused: why(job, 'cancel'),
      run: doing(() => askCancel(job.id), words('jobs.cancelled', { title: job.title })),
    },
    {
      id: 'delete',
      label: words('jobs.delete'),
      icon: 'trash',
      refused: why(job, 'delete'),
      run: () => onDelete(job),
    },
  ];
}
