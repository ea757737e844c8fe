import type { BulkQuestion } from '../../parts/bulk-dialog.tsx';
import type { SelectionFilter } from '../../address/selection-filter.ts';
import { changeSelected, deleteRows } from '../../service/bulk.ts';

/** What can be done with many jobs. */
export type JobBulk = 'suspend' | 'resume' | 'cancel' | 'delete';

const QUESTIONS: Readonly<Record<JobBulk, Omit<BulkQuestion, 'list' | 'filter'>>> = {
  suspend: {
    title: 'jobs.suspendTitle',
    text: 'jobs.suspendText',
    verb: 'jobs.suspendVerb',
    done: 'jobs.suspendedCount',
    act: changeSelected('suspend'),
  },
  resume: {
    title: 'jobs.resumeTitle',
    verb: 'jobs.resumeVerb',
    done: 'jobs.resumedCount',
    act: changeSelected('resume'),
  },
  cancel: {
    title: 'jobs.cancelTitle',
    text: 'jobs.cancelText',
    verb: 'jobs.cancelVerb',
    done: 'jobs.cancelledCount',
    danger: true,
    act: changeSelected('cancel'),
  },
  delete: {
    title: 'jobs.deleteTitle',
    text: 'jobs.deleteText',
    verb: 'jobs.deleteVerb',
    done: 'jobs.deletedCount',
    danger: true,
    act: deleteRows('jobs'),
  },
};

/** What is asked before it is done to the jobs that a filter lets through. */
export const jobQuestion = (bulk: JobBulk, filter: SelectionFilter): BulkQuestion => ({
  list: 'jobs',
  filter,
  ...QUESTIONS[bulk],
});
