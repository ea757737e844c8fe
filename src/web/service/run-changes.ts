import { changed } from './changed.ts';
import { SERVICE } from './session.ts';

/** Runs the same window with the same settings anew, as a run of its job. */
export async function askRetry(id: number): Promise<void> {
  await SERVICE.api.POST('/udm/v10/export/history/{id}/retry', { params: { path: { id } } });
  await changed();
}
