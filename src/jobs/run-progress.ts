import type { ExportJob } from '../../durable/export-job.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import type { Progress } from '../model/api/job-info.ts';
import { findJobOfRun } from '../store/runs.ts';
import { jobObject } from './job-object.ts';

/** How far a run is, told by its job's object; D1 is asked for one indexed row, which names the job. */
export async function runProgress(
  context: { db: D1Database; objects: DurableObjectNamespace<ExportJob> },
  ccid: string,
  historyId: number,
): Promise<Result<Progress>> {
  const jobId = await findJobOfRun(context.db, ccid, historyId);
  const progress = jobId === null ? null : await jobObject(context.objects, ccid, jobId).progress(historyId);
  return progress ? ok(progress) : fail('no-history-item', 'id', { id: historyId });
}
