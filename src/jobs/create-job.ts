import type { ExportJob } from '../../durable/export-job.ts';
import type { RecordSource } from '../records/source/source.ts';
import { checkValidity } from '../model/certificate.ts';
import { parseDefinition, type Definition } from '../model/definition.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { DEFAULT_LIMITS } from '../model/limits.ts';
import type { JobView } from '../model/api/job-info.ts';
import type { JobRequest } from '../model/api/job-request.ts';
import { findCertificate, type StoredCertificate } from '../store/certificates.ts';
import { countJobs, findJob } from '../store/jobs.ts';
import { findLimits } from '../store/limits.ts';
import { jobObject, knownJob } from './job-object.ts';
import { newIds, type IdContext } from './new-ids.ts';
import { outcomeOf, refusal } from './outcome.ts';

export interface JobContext extends IdContext {
  readonly objects: DurableObjectNamespace<ExportJob>;
}

/** How a job is edited beside its request. */
export interface Editing {
  /** The job stays suspended, or not, as it is, whatever the request says: it was sent back from an answer. */
  readonly keepsSuspension?: boolean;
  /** The user or client that asks. */
  readonly by?: string;
}

/** Ids that turn out to be another job's are drawn again so often. */
const DRAWS = 5;

/** Defining a job needs the media of the contact center's own records, too. */
export interface DefiningContext extends JobContext {
  readonly source: Pick<RecordSource, 'mediaTypes'>;
}

/**
 * Creates a job and submits its first run, if it runs at once. The answer shows the job with the run's status. `by` is the user
 * or client that asks.
 */
export async function createJob(
  context: DefiningContext,
  ccid: string,
  request: JobRequest,
  by = '',
): Promise<Result<JobView>> {
  const definition = await define(context, ccid, request);
  if (!definition.ok) return definition;
  const full = await refuseFull(context.db, ccid);
  if (full) return full;
  const nonce = crypto.randomUUID();
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const id = await newIds(context, 2);
    const object = jobObject(context.objects, ccid, id);
    const runId = id + 1;
    const made = await object.create({ ccid, id, runId, definition: definition.value, nonce, by });
    if (made.ok) return ok(made.value);
  }
  throw new Error('every id that was drawn is a job already');
}

/** Edits a recurring job between its runs. */
export async function updateJob(
  context: DefiningContext,
  ccid: string,
  { id, request, ...how }: { id: number; request: JobRequest } & Editing,
): Promise<Result<JobView>> {
  const object = await knownJob(context, ccid, id);
  if (!object.ok) return object;
  const definition = await define(context, ccid, request);
  // A job that can never be edited is refused for that, and not for what it was asked to be: its own start is over, say.
  if (!definition.ok) return (await runsOnce(context.db, ccid, id)) ? refusal('one-time') : definition;
  const runId = await newIds(context, 1);
  return outcomeOf(context.db, { ccid, id }, await object.value.update(definition.value, runId, how));
}

async function runsOnce(db: D1Database, ccid: string, id: number): Promise<boolean> {
  const view = await findJob(db, ccid, id);
  // Stored by the service from a JobView.
  return view !== null && (JSON.parse(view) as JobView).scheduleType === 'once';
}

async function define(
  context: DefiningContext,
  ccid: string,
  request: JobRequest,
): Promise<Result<Definition>> {
  const refused = refuseCertificate(await findCertificate(context.db, ccid), context.now);
  if (refused) return refused;
  const ownMedia = await context.source.mediaTypes(ccid);
  return parseDefinition(request, { ownMedia, now: context.now });
}

/** Jobs beside each other may pass the limit by as many: it keeps a stock small, and counts nothing exactly. */
async function refuseFull(db: D1Database, ccid: string) {
  const [{ jobs }, count] = await Promise.all([
    findLimits(db, ccid, DEFAULT_LIMITS),
    countJobs(db, ccid, {}),
  ]);
  return count < jobs ? null : fail('limit-reached', 'jobs', { max: jobs });
}

function refuseCertificate(certificate: StoredCertificate | null, now: Instant) {
  if (!certificate) return fail('certificate-needed', 'certificate');
  const validity = checkValidity(certificate, now, 'certificate');
  return validity.ok ? null : validity;
}
