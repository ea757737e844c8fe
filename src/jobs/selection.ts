import { fail, ok, type Result } from '../model/failures.ts';
import { formatInstant, type Instant } from '../model/instant.ts';
import { MAX_SELECTED, SELECTION_MS, type SelectableList } from '../model/selection.ts';
import { artifactTitles, selectArtifacts, type ArtifactSelection } from '../store/artifacts.ts';
import { jobTitles, selectJobs, type JobSelection } from '../store/jobs.ts';
import type { SelectedRow } from '../store/lists/select-rows.ts';
import { runTitles, selectRuns, type RunSelection } from '../store/runs.ts';
import { findSelection, saveSelection, type Selecting } from '../store/selections.ts';

/** A list and its filters. */
export type Wanted =
  | { readonly list: 'jobs'; readonly filter: JobSelection }
  | { readonly list: 'history'; readonly filter: RunSelection }
  | { readonly list: 'file-metadatas'; readonly filter: ArtifactSelection };

/** What somebody is shown before they act: how many rows, and the first of them. */
export interface Counted {
  readonly selection: string;
  readonly count: number;
  readonly first: readonly SelectedRow[];
  readonly expiresAt: string;
}

/** Rows that are shown of a selection. */
const SHOWN = 10;

interface Context {
  readonly db: D1Database;
  readonly now: Instant;
}

/**
 * Picks the rows that match now, and keeps their ids under a token, `id`, for their owner: whatever is done by it is done to these rows
 * and to no other, whatever changes meanwhile.
 */
export async function makeSelection(
  { db, now }: Context,
  ccid: string,
  { id, owner, wanted }: { readonly id: string; readonly owner: string; readonly wanted: Wanted },
): Promise<Result<Counted>> {
  const rows = await pick({ db, now }, ccid, wanted);
  if (rows.length > MAX_SELECTED) return fail('too-many', 'filter', { max: MAX_SELECTED });
  const expiresAt = now + SELECTION_MS;
  await saveSelection(db, ccid, { id, owner, list: wanted.list, rows, expiresAt });
  const first = await TITLES[wanted.list](db, ccid, rows.slice(0, SHOWN));
  return ok({ selection: id, count: rows.length, first, expiresAt: formatInstant(expiresAt) });
}

/** The rows of a selection; refused in the same words whether it never was, is another's, of another list, or its time is over. */
export async function selectedRows(
  { db, now }: Context,
  ccid: string,
  selecting: Selecting,
): Promise<Result<readonly (number | string)[]>> {
  const rows = await findSelection(db, ccid, { ...selecting, now });
  return rows ? ok(rows) : fail('unknown-selection', 'selection');
}

/** One row more than there may be tells that there are too many. */
function pick({ db, now }: Context, ccid: string, wanted: Wanted): Promise<readonly (number | string)[]> {
  const limit = MAX_SELECTED + 1;
  switch (wanted.list) {
    case 'jobs':
      return selectJobs(db, ccid, { filter: wanted.filter, limit });
    case 'history':
      return selectRuns(db, ccid, { filter: wanted.filter, limit });
    case 'file-metadatas':
      return selectArtifacts(db, ccid, { filter: wanted.filter, limit, now });
  }
}

const TITLES: Readonly<Record<SelectableList, typeof jobTitles>> = {
  jobs: jobTitles,
  history: runTitles,
  'file-metadatas': artifactTitles,
};
