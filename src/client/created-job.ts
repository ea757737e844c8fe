import type { components } from './api.d.ts';
import type { Session } from './session.ts';

/** Creates a job and answers it. Only a dry run is answered with a preview in its place, and this is none. */
export async function createdJob(
  { api }: Session,
  body: components['schemas']['Job'],
): Promise<components['schemas']['JobInfo']> {
  const { data } = await api.POST('/udm/v10/export/jobs', { body });
  if (!data || !('id' in data)) throw new Error('the service did not show the job that it created');
  return data;
}
