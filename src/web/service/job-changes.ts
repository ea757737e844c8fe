import { changed } from './changed.ts';
import { SERVICE } from './session.ts';

const BASE = '/udm/v10/export/jobs';

async function of(id: number, change: 'suspend' | 'resume' | 'cancel'): Promise<void> {
  await SERVICE.api.POST(`${BASE}/${change}/{id}`, { params: { path: { id } } });
  await changed();
}

/** No further run starts. */
export const suspendJob = (id: number): Promise<void> => of(id, 'suspend');
/** Runs start again. */
export const resumeJob = (id: number): Promise<void> => of(id, 'resume');
/** Stops the run that is under way. */
export const askCancel = (id: number): Promise<void> => of(id, 'cancel');

/** Adds a run now, whatever the schedule says. */
export async function runNow(id: number): Promise<void> {
  await SERVICE.api.POST(`${BASE}/{id}/run`, { params: { path: { id } } });
  await changed();
}
