import { z } from 'zod';
import { backupHead, backupLine, type BackupHead, type JobLine, type RunLine } from '../../model/backup.ts';
import { fail, ok, type Failure, type Result } from '../../model/failures.ts';
import type { Kind } from '../../model/records.ts';
import { auditObjectName } from '../../model/object-names.ts';
import { countBackedUp, isBackedUp, putBackedUp, type NobodysSecrets } from '../../store/backup-rows.ts';
import { suspendCenter } from '../../store/centers.ts';
import { countShown, idOfAnother, unremove } from '../../store/returning-ids.ts';
import { liftSequence } from '../../store/sequence.ts';
import { jobObject } from '../job-object.ts';
import { registryObject } from '../new-ids.ts';
import type { CenterContext } from './context.ts';
import { filesThatAreThere } from './files-there.ts';
import { heldOf } from './held.ts';
import { bringRecordNotes, recordsThere } from './returned-records.ts';

/** Lines of one request. */
const MOST_LINES = 500;

/** Lines of a backup, in their order; those that are told again are there already. */
export const broughtLines = z.object({
  backup: z.uuid(),
  audit: backupHead.shape.audit.shape.anchor,
  lines: z.array(backupLine).max(MOST_LINES),
});
export type BroughtLines = z.infer<typeof broughtLines>;

/** What has to be done by hand for what came back. */
interface BroughtBack {
  /** Users who have no password any more, and come from no outside issuer. */
  readonly users: readonly { readonly name: string; readonly roles: readonly string[] }[];
  /** Records that went since their owners had been erased, by kind. */
  readonly erased: Readonly<Record<Kind, number>>;
}

/**
 * Begins to bring a contact center back: it has to have nothing, or to have been begun with the same backup. It is suspended from here on,
 * until the operator lets it go on.
 */
export async function beginReturn(
  context: CenterContext,
  { ccid, backup, highest }: BackupHead,
): Promise<Failure | null> {
  const registry = registryObject(context.registry);
  const returning = await registry.returning(ccid);
  if (returning !== backup) {
    const { rows, jobs, records } = await heldOf(context, ccid);
    const some = returning !== null || jobs > 0 || [rows, records].some((of) => Object.keys(of).length > 0);
    if (some) return fail('center-not-empty', 'ccid').failure;
  }
  await suspendCenter(context.db, ccid, context.now);
  const { centers } = context;
  await centers.get(centers.idFromName(ccid)).judgeAgain();
  await registry.beginReturn(ccid, backup, highest);
  await liftSequence(context.db, highest);
  return null;
}

/** Takes lines of a backup. They may come twice. */
export async function bringBack(
  context: CenterContext,
  ccid: string,
  { backup, audit: anchor, lines }: BroughtLines,
  secrets: NobodysSecrets,
): Promise<Result<BroughtBack>> {
  if ((await registryObject(context.registry).returning(ccid)) !== backup)
    return fail('backup-not-begun', 'backup');
  const links = lines.filter((line) => line.kind === 'audit');
  const { audit } = context;
  const log = audit.get(audit.idFromName(auditObjectName(ccid)));
  if (links.length > 0 && !(await log.putBack(anchor, links))) return fail('backup-audit-differs', 'lines');
  const rows = lines.filter((line) => line.kind === 'row');
  const foreign = rows.find(({ table, row }) => !isBackedUp(ccid, table, row));
  if (foreign) return fail('backup-line', 'lines', { name: foreign.table });
  // Records come by a call of their own.
  if (lines.some(({ kind }) => kind === 'records')) return fail('backup-line', 'lines', { name: 'records' });
  await putBackedUp(context.db, rows, secrets);
  const refused = await bringJobs(context, ccid, lines.filter(ofJob));
  if (refused) return { ok: false, failure: refused };
  const erased = await bringRecordNotes(context, ccid, lines);
  return ok({ users: rows.flatMap(({ table, row }) => (table === 'users' ? invitable(row) : [])), erased });
}

const ofJob = (line: BroughtLines['lines'][number]): line is JobLine | RunLine =>
  line.kind === 'job' || line.kind === 'run';

const someone = z.object({
  name: z.string(),
  issuer: z.null(),
  disabled: z.literal(0),
  roles: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
});

function invitable(row: unknown): BroughtBack['users'] {
  const user = someone.safeParse(row);
  return user.success ? [user.data] : [];
}

async function bringJobs(
  context: CenterContext,
  ccid: string,
  lines: readonly (JobLine | RunLine)[],
): Promise<Failure | null> {
  if (lines.length === 0) return null;
  const ids = lines.map(({ id }) => id);
  const taken = await idOfAnother(context.db, ccid, ids);
  if (taken !== null) return fail('backup-id-taken', 'lines', { id: taken }).failure;
  await unremove(context.db, ids);
  const jobs = new Map<number, { job: JobLine | null; runs: RunLine[] }>();
  for (const line of lines) {
    const id = line.kind === 'job' ? line.id : line.jobId;
    const found = jobs.get(id) ?? { job: null, runs: [] };
    jobs.set(id, found);
    if (line.kind === 'job') found.job = line;
    else
      found.runs.push({
        ...line,
        files: await filesThatAreThere(context, { ccid, run: line.id, files: line.files }),
      });
  }
  for (const [id, { job, runs }] of jobs) {
    const fits = !job || (job.job['ccid'] === ccid && job.job['id'] === id);
    if (!fits || !(await jobObject(context.objects, ccid, id).takeIn({ job, runs })))
      return fail('backup-id-taken', 'lines', { id }).failure;
  }
  return null;
}

/** Ends the return where everything is there that the backup counted, and nothing more is to come; answers what is missing, by what it is. */
export async function endReturn(
  context: CenterContext,
  ccid: string,
  {
    backup,
    audit,
    counts,
    more,
  }: {
    readonly backup: string;
    readonly audit: number;
    readonly counts: Readonly<Record<string, number>>;
    readonly more: boolean;
  },
): Promise<Result<{ readonly missing: Readonly<Record<string, number>> }>> {
  const registry = registryObject(context.registry);
  if ((await registry.returning(ccid)) !== backup) return fail('backup-not-begun', 'backup');
  const { jobs, runs } = await countShown(context.db, ccid);
  const log = context.audit.get(context.audit.idFromName(auditObjectName(ccid)));
  const { anchor, head } = await log.ends();
  const found: Readonly<Record<string, number>> = {
    ...(await countBackedUp(context.db, ccid)),
    ...(await recordsThere(context, ccid)),
    jobs,
    runs,
    'audit links': head.id >= audit ? Number.MAX_SAFE_INTEGER : head.id - anchor.id,
  };
  const missing = Object.entries(counts).flatMap(([what, count]) => {
    const less = count - (found[what] ?? 0);
    return less > 0 ? [[what, less] as const] : [];
  });
  if (missing.length === 0 && !more) await registry.endReturn(ccid);
  return ok({ missing: Object.fromEntries(missing) });
}
