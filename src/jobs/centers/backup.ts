import { z } from 'zod';
import { BACKED_UP, rowsToBackUp } from '../../store/backup-rows.ts';
import { backupLine, type BackupHead, type BackupLine } from '../../model/backup.ts';
import { formatInstant } from '../../model/instant.ts';
import { auditObjectName } from '../../model/object-names.ts';
import { invocation } from '../../platform/invocation.ts';
import { jobObject } from '../job-object.ts';
import { registryObject } from '../new-ids.ts';
import { everyJob } from './all-jobs.ts';
import type { CenterContext } from './context.ts';

/** Lines of one step, about: a job's history comes in portions of its own. */
const LINES_A_STEP = 200;
const JOBS_A_STEP = 50;
/** What there must be for another job. */
const A_JOB = { subrequests: 10 };

const after = z.int().nonnegative();

/** Where a backup goes on: the rows of a table, the audit log as it was at the beginning, then jobs with their runs. */
export const backupPlace = z.discriminatedUnion('step', [
  z.object({ step: z.literal('rows'), table: z.enum(BACKED_UP), after }),
  z.object({ step: z.literal('audit'), after, upTo: after }),
  /** Jobs behind `after`; of that one itself runs behind `run`, where it is not 0. */
  z.object({ step: z.literal('jobs'), after, run: after }),
]);
export type BackupPlace = z.infer<typeof backupPlace>;

interface BackupStep {
  readonly lines: readonly BackupLine[];
  /** Null when all is told. */
  readonly next: BackupPlace | null;
}

/** What tells a backup from all others. */
export async function beginBackup(
  context: CenterContext,
  ccid: string,
  backup: string,
): Promise<{ readonly lines: readonly [BackupHead]; readonly next: BackupPlace }> {
  const audit = await logOf(context, ccid).ends();
  const { highest } = await registryObject(context.registry).status();
  const at = formatInstant(context.now);
  return {
    lines: [{ kind: 'center', format: 1, backup, ccid, at, highest, audit }],
    next: { step: 'audit', after: audit.anchor.id, upTo: audit.head.id },
  };
}

/** Tells one step's lines, and where the next one goes on. Nothing changes: a step may be repeated. What is made meanwhile is in it or not. */
export async function backupStep(
  context: CenterContext,
  ccid: string,
  place: BackupPlace,
): Promise<BackupStep> {
  if (place.step === 'audit') return auditStep(context, ccid, place);
  if (place.step === 'jobs') return jobsStep(context, ccid, place);
  const { table } = place;
  const found = await rowsToBackUp(context.db, ccid, { table, after: place.after, limit: LINES_A_STEP });
  const lines = found.rows.map((row) => ({ kind: 'row' as const, table, row }));
  if (found.last !== null) return { lines, next: { ...place, after: found.last } };
  return { lines, next: rowsOf(BACKED_UP[BACKED_UP.indexOf(table) + 1]) };
}

const rowsOf = (table: string | undefined): BackupPlace =>
  table === undefined ? { step: 'jobs', after: 0, run: 0 } : { step: 'rows', table, after: 0 };

const logOf = ({ audit }: CenterContext, ccid: string) => audit.get(audit.idFromName(auditObjectName(ccid)));

async function auditStep(
  context: CenterContext,
  ccid: string,
  place: BackupPlace & { readonly step: 'audit' },
): Promise<BackupStep> {
  const links = await logOf(context, ccid).hashed(place.after, place.upTo);
  const lines = links.map(({ text, hash }) => ({ kind: 'audit' as const, text, hash }));
  if (links.length === 0) return { lines, next: rowsOf(BACKED_UP[0]) };
  return { lines, next: { ...place, after: place.after + links.length } };
}

async function jobsStep(
  context: CenterContext,
  ccid: string,
  from: BackupPlace & { readonly step: 'jobs' },
): Promise<BackupStep> {
  const behind = await everyJob(context, ccid, { after: from.after, limit: JOBS_A_STEP });
  const lines: BackupLine[] = [];
  let place = from;
  for (const id of from.run > 0 ? [from.after, ...behind] : behind) {
    for (let run: number | null = id === from.after ? from.run : 0; run !== null;) {
      if (lines.length >= LINES_A_STEP || !invocation().has(A_JOB)) return { lines, next: place };
      const part = await jobObject(context.objects, ccid, id).backup(run);
      if (part)
        for (const text of [...(run === 0 ? [part.job] : []), ...part.runs])
          lines.push(backupLine.parse(JSON.parse(text)));
      run = part?.next ?? null;
      place = { step: 'jobs', after: id, run: run ?? 0 };
    }
  }
  return { lines, next: behind.length === 0 ? null : place };
}
