import type { components } from '../../client/api.d.ts';
import { changed } from './changed.ts';
import { SERVICE } from './session.ts';

/** A bucket as it is asked for, and what came of a test. */
type Destination = components['schemas']['Destination'];
export type TriedBucket = components['schemas']['DestinationTestResult'];

/** Writes a small object there and removes it again. Of a job that is there its secret is used, where none is given. */
export async function tryBucket(
  jobId: number | null,
  destination: Destination,
): Promise<TriedBucket | undefined> {
  const body = { destination, ...(jobId === null ? {} : { jobId }) };
  return (await SERVICE.api.POST('/udm/v10/export/destination/test', { body })).data;
}

/** Has a job's files copied there from now on, or nowhere (null). */
export async function saveDestination(id: number, destination: Destination | null): Promise<void> {
  const at = { params: { path: { id } } };
  if (destination)
    await SERVICE.api.PUT('/udm/v10/export/jobs/{id}/destination', { ...at, body: destination });
  else await SERVICE.api.DELETE('/udm/v10/export/jobs/{id}/destination', at);
  await changed();
}

/** Has the files of a run delivered once more. */
export async function askDelivery(id: number): Promise<void> {
  await SERVICE.api.POST('/udm/v10/export/history/{id}/delivery', { params: { path: { id } } });
  await changed();
}
