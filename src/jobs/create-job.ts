import type { ExportJob } from '../../durable/export-job.ts';
import { mediaTypes } from '../records/source/media-types.ts';
import { parseDefinition, type Definition } from '../model/definition.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import { formatInstant, type Instant } from '../model/instant.ts';
import type { JobView } from '../model/api/job-info.ts';
import type { JobRequest } from '../model/api/job-request.ts';
import { findCertificate, type StoredCertificate } from '../store/certificates.ts';
import { drawIds } from '../store/sequence.ts';
import { jobObject, knownJob } from './job-object.ts';
import { outcome } from './outcome.ts';

export interface JobContext {
  readonly db: D1Database;
  readonly objects: DurableObjectNamespace<ExportJob>;
  readonly now: Instant;
}

/** Creates a job and submits its first run, if it runs at once. The answer shows the job with the run's status. */
export async function createJob(
  context: JobContext,
  ccid: string,
  request: JobRequest,
): Promise<Result<JobView>> {
  const definition = await define(context, ccid, request);
  if (!definition.ok) return definition;
  const id = await drawIds(context.db, 2);
  const object = jobObject(context.objects, ccid, id);
  return ok(await object.create({ ccid, id, runId: id + 1, definition: definition.value }));
}

/** Edits a recurring job between its runs. */
export async function updateJob(
  context: JobContext,
  ccid: string,
  { id, request }: { id: number; request: JobRequest },
): Promise<Result<JobView>> {
  const object = await knownJob(context, ccid, id);
  if (!object.ok) return object;
  const definition = await define(context, ccid, request);
  if (!definition.ok) return definition;
  const runId = await drawIds(context.db, 1);
  return outcome(await object.value.update(definition.value, runId));
}

async function define(context: JobContext, ccid: string, request: JobRequest): Promise<Result<Definition>> {
  const refused = refuseCertificate(await findCertificate(context.db, ccid), context.now);
  if (refused) return refused;
  const ownMedia = await mediaTypes(context.db, ccid);
  return parseDefinition(request, { ownMedia, now: context.now });
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
