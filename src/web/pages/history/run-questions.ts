import type { BulkQuestion } from '../../parts/bulk-dialog.tsx';
import type { SelectionFilter } from '../../address/selection-filter.ts';
import { deleteRows, retrySelected } from '../../service/bulk.ts';

/** What can be done with many runs. */
export type RunBulk = 'retry' | 'delete';

const QUESTIONS: Readonly<Record<RunBulk, Omit<BulkQuestion, 'list' | 'filter'>>> = {
  retry: {
    title: 'history.retryTitle',
    text: 'history.retryText',
    verb: 'history.retryVerb',
    done: 'history.retriedCount',
    act: retrySelected,
  },
  delete: {
    title: 'history.deleteTitle',
    text: 'history.deleteText',
    verb: 'history.deleteVerb',
    done: 'history.deletedCount',
    danger: true,
    act: deleteRows('history'),
  },
};

/** What is asked before it is done to the runs that a filter lets through. */
export const runQuestion = (bulk: RunBulk, filter: SelectionFilter): BulkQuestion => ({
  list: 'history',
  filter,
  ...QUESTIONS[bulk],
});
