import type { BulkQuestion } from '../../parts/bulk-dialog.tsx';
import type { SelectionFilter } from '../../address/selection-filter.ts';
import { deleteRows } from '../../service/bulk.ts';

/** What is asked before files are deleted. */
export const fileQuestion = (filter: SelectionFilter): BulkQuestion => ({
  list: 'file-metadatas',
  filter,
  title: 'artifacts.deleteTitle',
  text: 'artifacts.deleteText',
  verb: 'artifacts.deleteVerb',
  done: 'artifacts.deletedCount',
  danger: true,
  act: deleteRows('file-metadatas'),
});
