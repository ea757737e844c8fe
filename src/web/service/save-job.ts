import type { components } from '../../client/api.d.ts';
import { changed } from './changed.ts';
import { SERVICE } from './session.ts';

/** Creates a job (`id` null) or puts other settings in the place of a job's. */
export async function saveJob(id: number | null, body: components['schemas']['Job']): Promise<void> {
  if (id === null) await SERVICE.api.POST('/udm/v10/export/jobs', { body });
  else await SERVICE.api.PUT('/udm/v10/export/jobs/{id}', { params: { path: { id } }, body });
  await changed();
}
