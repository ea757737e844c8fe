import { z } from 'zod';

/*
 * What a backup of a contact center is made of: lines of JSON, the head first. `npm run backup` writes them as the service tells them, with
 * an end that counts them; `npm run restore -- --from` sends them back. What objects keep stands in them as it is kept (`stored.ts`), with its
 * format number, so that a later version takes the backup of an earlier one.
 */

const FORMAT = 1;

const id = z.int().positive();
const kept = z.record(z.string(), z.unknown());
const point = z.object({ id: z.int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

export const backupHead = z.object({
  kind: z.literal('center'),
  format: z.literal(FORMAT),
  /** Tells the backup from all others, also of the same contact center. */
  backup: z.uuid(),
  ccid: z.string(),
  at: z.iso.datetime(),
  /** The highest id that any job or history item of the deployment had. */
  highest: z.int().nonnegative(),
  /** The audit log: the last link that retention had removed, and the last one that the backup has. */
  audit: z.object({ anchor: point, head: point }),
});
export type BackupHead = Readonly<z.infer<typeof backupHead>>;

/** A value of D1: bytes stand as `{base64}`. */
const value = z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.base64() })]);
export type BackupValue = z.infer<typeof value>;

const rowLine = z.object({ kind: z.literal('row'), table: z.string(), row: z.record(z.string(), value) });
/** A link of the audit log, as it was hashed. */
const auditLine = z.object({ kind: z.literal('audit'), text: z.string(), hash: z.string() });
export const jobLine = z.object({
  kind: z.literal('job'),
  id,
  job: kept,
  /** Where its files went to, without the secret: that has to be given anew. */
  destination: kept.nullable(),
});
const file = z.object({
  volume: id,
  key: z.string(),
  name: z.string(),
  size: z.int().nonnegative(),
  sha256: z.string(),
  uploadedAt: z.int(),
});
export const runLine = z.object({
  kind: z.literal('run'),
  id,
  jobId: id,
  run: kept,
  definition: kept,
  events: z.array(z.object({ at: z.int(), event: z.string(), data: z.string() })).readonly(),
  files: z.array(file).readonly(),
});
/** How many lines of each kind stand before it; of rows by table. */
const endLine = z.object({ kind: z.literal('end'), counts: z.record(z.string(), z.int().nonnegative()) });

export const backupLine = z.discriminatedUnion('kind', [
  backupHead,
  rowLine,
  auditLine,
  jobLine,
  runLine,
  endLine,
]);
export type BackupLine = Readonly<z.infer<typeof backupLine>>;
export type JobLine = Readonly<z.infer<typeof jobLine>>;
export type RunLine = Readonly<z.infer<typeof runLine>>;

/** As what a line is counted in the end of a backup. */
export const countedAs = (line: BackupLine): string =>
  line.kind === 'row' ? line.table : `${line.kind}${line.kind === 'audit' ? ' links' : 's'}`;
