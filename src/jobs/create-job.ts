import type { ExportJob } from '../../durable/export-job.ts';
import { mediaTypes } from '../history/media-types.ts';
import { parseDefinition } from '../model/definition.ts';
import { fail, ok, type Result } from '../model/failure.ts';
import { formatInstant, type Instant } from '../model/instant.ts';
import type { JobRequest, JobView } from '../model/job.ts';
import { findCertificate, type StoredCertificate } from '../store/certificates.ts';
import { drawIds } from '../store/sequence.ts';
import { jobObject } from './job-object.ts';

export interface JobContext {
  readonly db: D1Database;
  readonly objects: DurableObjectNamespace<ExportJob>;
  readonly now: Instant;
}

/** Creates a job and submits its first run. The answer shows both: the job, with the run's status. */
export async function createJob(
  context: JobContext,
  ccid: string,
  request: JobRequest,
): Promise<Result<JobView>> {
  const refused = refuseCertificate(await findCertificate(context.db, ccid), context.now);
  if (refused) return refused;
  const definition = parseDefinition(request, await mediaTypes(context.db, ccid));
  if (!definition.ok) return definition;
  const id = await drawIds(context.db, 2);
  const object = jobObject(context.objects, ccid, id);
  return ok(await object.create({ ccid, id, runId: id + 1, definition: definition.value }));
}

function refuseCertificate(certificate: StoredCertificate | null, now: Instant) {
  if (!certificate)
    return fail(
      'refused',
      'certificate',
      'no certificate is on file: upload one with POST /cipher/{certificatefilename}',
    );
  if (certificate.notAfter <= now)
    return fail(
      'refused',
      'certificate',
      `the certificate on file expired on ${formatInstant(certificate.notAfter)}: upload a valid one`,
    );
  return null;
}
