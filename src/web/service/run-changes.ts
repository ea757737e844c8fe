import { QUERIES, SERVICE } from './session.ts';

const changed = () =>
  Promise.all(
    [['runs'], ['run'], ['jobs'], ['files']].map((queryKey) => QUERIES.invalidateQueries({ queryKey })),
  );

/** Runs the same window with the same settings anew, as a run of its job. */
export async function askRetry(id: number): Promise<void> {
  await SERVICE.api.POST('/udm/v10/export/history/{id}/retry', { params: { path: { id } } });
  await changed();
}

/** Deletes exactly these runs, with their files. */
export async function deleteRuns(ids: readonly number[]): Promise<void> {
  try {
    await SERVICE.api.DELETE('/udm/v10/export/history', { params: { query: { jobIDs: ids.join(',') } } });
  } finally {
    await changed();
  }
}

/** Deletes exactly these files; their history items stay. */
export async function deleteFiles(names: readonly string[]): Promise<void> {
  try {
    await SERVICE.api.DELETE('/udm/v10/files', { params: { query: { filename: names.join(',') } } });
  } finally {
    await changed();
  }
}
