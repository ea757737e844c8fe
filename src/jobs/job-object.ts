import type { ExportJob } from '../../durable/export-job.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import { jobObjectName } from '../model/object-names.ts';
import { findJob } from '../store/jobs.ts';

type Objects = DurableObjectNamespace<ExportJob>;

/** The object of one job. */
export const jobObject = (objects: Objects, ccid: string, jobId: number): DurableObjectStub<ExportJob> =>
  objects.get(objects.idFromName(jobObjectName(ccid, jobId)));

/** The object of a job that the contact center has; asking any other object would bring it into being. */
export async function knownJob(
  { db, objects }: { readonly db: D1Database; readonly objects: Objects },
  ccid: string,
  id: number,
): Promise<Result<DurableObjectStub<ExportJob>>> {
  if ((await findJob(db, ccid, id)) === null) return fail('no-job', 'id', { id });
  return ok(jobObject(objects, ccid, id));
}
