import type { components } from '../../client/api.d.ts';
import { PageRefusal } from '../../client/page-session.ts';
import type { SelectableList } from '../../model/selection.ts';
import type { SelectionFilter } from '../address/selection-filter.ts';
import { changed } from './changed.ts';
import { SERVICE } from './session.ts';

/** Rows that were counted, for a bulk operation to act on. */
export type CountedRows = components['schemas']['Selection'];
/** What a bulk operation did, and to which rows it was not done. */
export interface BulkOutcome {
  readonly done: number;
  readonly refused: readonly { readonly id: string; readonly code: string; readonly message: string }[];
}
/** Acts on the rows of a selection, and on no other. */
export type BulkAct = (selection: CountedRows) => Promise<BulkOutcome>;

const JOBS = '/udm/v10/export/jobs';
const HISTORY = '/udm/v10/export/history';

/** Has the service count the rows of a list that match now. */
export async function countedRows(list: SelectableList, filter: SelectionFilter): Promise<CountedRows> {
  const { data } = await SERVICE.api.POST('/udm/v10/selections', { body: { list, filter } });
  if (!data) throw new Error('a selection was answered without one');
  return data;
}

/** Suspends or resumes jobs, or stops their runs. */
export const changeSelected =
  (change: 'suspend' | 'resume' | 'cancel'): BulkAct =>
  ({ selection }) =>
    acted(SERVICE.api.POST(`${JOBS}/${change}`, { params: { query: { selection } } }));

/** Does runs again. */
export const retrySelected: BulkAct = ({ selection }) =>
  acted(SERVICE.api.POST(`${HISTORY}/retry`, { params: { query: { selection } } }));

async function acted(
  asked: Promise<{ readonly data?: components['schemas']['BulkResult'] }>,
): Promise<BulkOutcome> {
  try {
    const { data } = await asked;
    const refused = (data?.refused ?? []).map(({ id, code, message }) => ({ id: String(id), code, message }));
    return { done: data?.done ?? 0, refused };
  } finally {
    await changed();
  }
}

/** Deletes what a selection of a list holds: jobs with their history and files, runs with their files, or files. */
export const deleteRows =
  (list: SelectableList): BulkAct =>
  async ({ selection, count }) => {
    const asking = { params: { query: { selection } } };
    try {
      if (list === 'jobs') await SERVICE.api.DELETE(JOBS, asking);
      else if (list === 'history') await SERVICE.api.DELETE(HISTORY, asking);
      else await SERVICE.api.DELETE('/udm/v10/files', asking);
      return { done: count, refused: [] };
    } catch (error) {
      const refused = remainingOf(error);
      if (refused === null) throw error;
      return { done: count - refused.length, refused };
    } finally {
      await changed();
    }
  };

/** What a deletion left, with the reason of each; null of any other failure. */
function remainingOf(error: unknown): BulkOutcome['refused'] | null {
  if (!(error instanceof PageRefusal) || error.failure !== 'not-all-deleted') return null;
  const { remaining, reasons, codes } = error.detail;
  if (!Array.isArray(remaining)) return null;
  return remaining.map(String).map((id) => ({ id, code: valueAt(codes, id), message: valueAt(reasons, id) }));
}

function valueAt(table: unknown, key: string): string {
  const value: unknown = typeof table === 'object' && table !== null ? Reflect.get(table, key) : undefined;
  return typeof value === 'string' ? value : '';
}
