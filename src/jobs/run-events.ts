import type { ExportJob } from '../../durable/export-job.ts';
import { eventView, type EventView } from '../model/api/event-view.ts';
import { findJobOfRun } from '../store/runs.ts';
import { jobObject } from './job-object.ts';

/** What happened to a run, told by its job's object; nothing where that knows no such run. D1 is asked for one indexed row. */
export async function runEvents(
  { db, objects }: { readonly db: D1Database; readonly objects: DurableObjectNamespace<ExportJob> },
  ccid: string,
  historyId: number,
): Promise<readonly Omit<EventView, 'message'>[]> {
  const jobId = await findJobOfRun(db, ccid, historyId);
  const events = jobId === null ? null : await jobObject(objects, ccid, jobId).events(historyId);
  return (events ?? []).map(eventView);
}
