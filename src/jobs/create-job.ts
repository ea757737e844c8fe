import type { ExportJob } from '../../durable/export-job.ts';
import { CONTACT_COLUMNS } from '../records/schemas/contact-columns.ts';
import type { RecordSource } from '../records/source/source.ts';
import { recipientsAt, type Recipients } from '../model/certificate.ts';
import { parseDefinition, type Definition } from '../model/definition.ts';
import type { Destination } from '../model/destination.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import { DEFAULT_LIMITS } from '../model/limits.ts';
import type { JobView } from '../model/api/job-info.ts';
import type { JobRequest } from '../model/api/job-request.ts';
import { findCertificates, type StoredCertificate } from '../store/certificates.ts';
import { countJobs, findJob } from '../store/jobs.ts';
import { findLimits } from '../store/limits.ts';
import { jobObject, knownJob } from './job-object.ts';
import { newIds, type IdContext } from './new-ids.ts';
import { idsOnce, type Making } from './once.ts';
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
  /** Where its files are copied to from now on; left out, as before. */
  readonly destination?: Destination | null | undefined;
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
  { by, once, destination = null, listsDeleted = false }: Making = { by: '' },
): Promise<Result<JobView>> {
  const defined = await define(context, ccid, request);
  if (!defined.ok) return defined;
  const { definition } = defined.value;
  const full = await refuseFull(context.db, ccid);
  if (full) return full;
  const nonce = once?.nonce ?? crypto.randomUUID();
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const id = await idsOnce(context, 2, once);
    const object = jobObject(context.objects, ccid, id);
    const runId = id + 1;
    const made = await object.create({ ccid, id, runId, definition, nonce, by, destination, listsDeleted });
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
  const defined = await define(context, ccid, request);
  if (!defined.ok) return refusedEdit(context.db, { ccid, id }, defined);
  const runId = await newIds(context, 1);
  const updated = await object.value.update(defined.value.definition, runId, how);
  return outcomeOf(context.db, { ccid, id }, updated);
}

/** A job that can never be edited is refused for that, and not for what it was asked to be: its own start is over, say. */
export async function refusedEdit(
  db: D1Database,
  { ccid, id }: { readonly ccid: string; readonly id: number },
  refused: Result<never>,
): Promise<Result<never>> {
  const view = await findJob(db, ccid, id);
  // Stored by the service from a JobView.
  const once = view !== null && (JSON.parse(view) as JobView).scheduleType === 'once';
  return once ? refusal('one-time') : refused;
}

/** A job that may be made, and the certificates that are on file for it. */
interface Defined {
  readonly definition: Definition;
  readonly certificates: Recipients<StoredCertificate>;
}

/** What a request means, or why it means nothing. */
export async function define(
  context: DefiningContext,
  ccid: string,
  request: JobRequest,
): Promise<Result<Defined>> {
  const certificates = await certificatesOnFile(context, ccid);
  if (!certificates.ok) return certificates;
  const ownMedia = await context.source.mediaTypes(ccid);
  const definition = parseDefinition(request, { ownMedia, now: context.now });
  if (!definition.ok) return definition;
  const refused = refuseAttributes(definition.value);
  return refused ?? ok({ definition: definition.value, certificates: certificates.value });
}

/** Changes of contacts are told by the contacts: an attribute that changes would bring, or take, a contact that did not change itself. */
function refuseAttributes({ type, exportType, filters }: Definition) {
  if (type !== 'Contact' || exportType !== 'DataSync') return null;
  const at = filters.findIndex(({ name }) => !CONTACT_COLUMNS.has(name));
  const name = filters[at]?.name;
  return name === undefined
    ? null
    : fail('attributes-of-data-sync', `jobParams.filters.${at}.name`, { name });
}

/** Jobs beside each other may pass the limit by as many: it keeps a stock small, and counts nothing exactly. */
export async function refuseFull(db: D1Database, ccid: string) {
  const [{ jobs }, count] = await Promise.all([
    findLimits(db, ccid, DEFAULT_LIMITS),
    countJobs(db, ccid, {}),
  ]);
  return count < jobs ? null : fail('limit-reached', 'jobs', { max: jobs });
}

/** The certificates that a run would seal for: nothing is begun that must fail for want of one. */
export async function certificatesOnFile(
  { db, now }: Pick<JobContext, 'db' | 'now'>,
  ccid: string,
): Promise<Result<Recipients<StoredCertificate>>> {
  return recipientsAt(await findCertificates(db, ccid), now);
}
