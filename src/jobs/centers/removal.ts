import { z } from 'zod';
import { auditObjectName } from '../../model/object-names.ts';
import { invocation } from '../../platform/invocation.ts';
import { forgetLimits } from '../../store/centers.ts';
import { removeRows, rowsHeld } from '../../store/center-rows.ts';
import { ofCenter, PREFIXES } from '../../store/object-keys.ts';
import { jobObject } from '../job-object.ts';
import { registryObject } from '../new-ids.ts';
import { everyJob } from './all-jobs.ts';
import { recordStores, type CenterContext } from './context.ts';
import { heldOf, isEmpty, MOST, type HeldByCenter } from './held.ts';

/** Jobs in one step: each costs a few calls. */
const JOBS_A_STEP = 50;
/** What there must be for another portion of rows. */
const A_PORTION = { statements: 40 };

/** Where a removal goes on: what runs ends first, then files and rows go, then the objects, and last it is counted. */
export const removalPlace = z.object({
  step: z.enum(['jobs', 'files', 'rows', 'objects', 'count']),
  after: z.int().nonnegative().default(0),
  /** Whether the audit log goes, too. */
  withAudit: z.boolean().default(false),
});
export type RemovalPlace = z.infer<typeof removalPlace>;

export interface RemovalStep {
  /** What this step removed, by what it is. */
  readonly removed: Readonly<Record<string, number>>;
  /** What was found when all was counted; null before. */
  readonly left: HeldByCenter | null;
  /** Null when nothing is left. */
  readonly next: RemovalPlace | null;
}

/**
 * Removes what a suspended contact center has, step by step. Each may be repeated, and all of it begun anew: it ends only when it has
 * counted that nothing is left, and forgets last that the contact center is suspended.
 */
export async function removalStep(
  context: CenterContext,
  ccid: string,
  place: RemovalPlace,
): Promise<RemovalStep> {
  const { step, withAudit } = place;
  const on = (next: RemovalPlace['step'], removed: RemovalStep['removed'] = {}, after = 0): RemovalStep => ({
    removed,
    left: null,
    next: { step: next, after, withAudit },
  });
  if (step === 'jobs') {
    const { count, last } = await removeJobs(context, ccid, place.after);
    return last === null ? on('files') : on('jobs', { jobs: count }, last);
  }
  if (step === 'files') {
    const count = await removeFiles(context, ccid);
    return count === 0 ? on('rows') : on('files', { files: count });
  }
  if (step === 'rows') {
    const removed = await removeSomeRows(context.db, ccid);
    return Object.keys(removed).length === 0 ? on('objects') : on('rows', removed);
  }
  if (step === 'objects') return on('count', await forgetObjects(context, ccid, withAudit));
  const left = await heldOf(context, ccid);
  const done = isEmpty(left) && (!withAudit || left.audit === 0);
  if (!done) return { ...on('jobs'), left };
  await forgetLimits(context.db, ccid);
  return { removed: {}, left, next: null };
}

/** Ends and removes jobs that the contact center's object or D1 knows; `last` is the highest of them. */
async function removeJobs(context: CenterContext, ccid: string, after: number) {
  const { objects, centers } = context;
  const center = centers.get(centers.idFromName(ccid));
  const ids = await everyJob(context, ccid, { after, limit: JOBS_A_STEP });
  let count = 0;
  for (const id of ids) {
    const job = jobObject(objects, ccid, id);
    await job.cancel();
    if ((await job.remove()).ok) count += 1;
    await center.removeJob(id);
  }
  return { count, last: ids.at(-1) ?? null };
}

async function removeFiles({ bucket }: CenterContext, ccid: string): Promise<number> {
  for (const prefix of PREFIXES) {
    const { objects } = await bucket.list({ prefix: ofCenter(prefix, ccid), limit: MOST });
    if (objects.length === 0) continue;
    await bucket.delete(objects.map(({ key }) => key));
    return objects.length;
  }
  return 0;
}

/** As many rows as the invocation has statements for. */
async function removeSomeRows(db: D1Database, ccid: string): Promise<Readonly<Record<string, number>>> {
  const removed: Record<string, number> = {};
  for (const table of Object.keys(await rowsHeld(db, ccid, 1))) {
    for (let count = MOST; count === MOST && invocation().has(A_PORTION);) {
      count = await removeRows(db, ccid, { table, most: MOST });
      removed[table] = (removed[table] ?? 0) + count;
    }
  }
  return removed;
}

async function forgetObjects(context: CenterContext, ccid: string, withAudit: boolean) {
  const { centers, audit, registry } = context;
  const stores = await Promise.all(recordStores(context, ccid).map(([, store]) => store.forget()));
  await centers.get(centers.idFromName(ccid)).forget();
  const entries = withAudit ? await audit.get(audit.idFromName(auditObjectName(ccid))).forget() : 0;
  const { anchor, head } = await audit.get(audit.idFromName(auditObjectName(ccid))).ends();
  await registryObject(registry).removeCenter(ccid, head.id > anchor.id);
  const removed = { records: stores.reduce((sum, count) => sum + count, 0), 'audit entries': entries };
  return Object.fromEntries(Object.entries(removed).filter(([, count]) => count > 0));
}
