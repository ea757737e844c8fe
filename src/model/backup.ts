import { z } from 'zod';
import { KINDS, KINDS_OF } from './records.ts';

/*
 * What a backup of a contact center is made of: lines of JSON, the head first. `npm run backup` writes them as the service tells them, with
 * an end that counts them; `npm run restore -- --from` sends them back. What objects keep stands in them as it is kept (`stored.ts`), with its
 * format number, so that a later version takes the backup of an earlier one.
 */

const FORMAT = 1;

/** Rows of these tables come back behind all else: history items that come back are counted in them, too. */
export const COMES_LAST: readonly string[] = ['tallies'];

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
  /** What became of its files in the customer's bucket, without the secret; null where nothing was to be copied. */
  delivery: kept.nullable().default(null),
});
/**
 * Texts of records of a kind, as JSON Lines: all of a kind's, one behind the other, are what was exported. Cut anywhere between two characters,
 * so that a large record is in several.
 */
const recordsLine = z.object({ kind: z.literal('records'), of: z.enum(KINDS), text: z.string() });
export type RecordsLine = Readonly<z.infer<typeof recordsLine>>;
/** Media that interactions had, folded: a job may name one that no record has any more. */
const mediaLine = z.object({ kind: z.literal('media'), names: z.array(z.string()).readonly() });
/** Owners that were erased, by their ids: they do not come back, whatever stands before. */
const erasedLine = z.object({
  kind: z.literal('erased'),
  of: z.enum([KINDS_OF.Interaction.owners, KINDS_OF.Contact.owners]),
  ids: z.array(z.string()).readonly(),
});
/** How many lines of each kind stand before it; of rows by table, of records by kind, one each. */
const endLine = z.object({ kind: z.literal('end'), counts: z.record(z.string(), z.int().nonnegative()) });

export const backupLine = z.discriminatedUnion('kind', [
  backupHead,
  rowLine,
  auditLine,
  jobLine,
  runLine,
  recordsLine,
  mediaLine,
  erasedLine,
  endLine,
]);
export type BackupLine = Readonly<z.infer<typeof backupLine>>;
export type JobLine = Readonly<z.infer<typeof jobLine>>;
export type RunLine = Readonly<z.infer<typeof runLine>>;

/** What links of the audit log are counted as. */
export const AUDIT_LINKS = 'audit links';

const COUNTED_AS = {
  audit: AUDIT_LINKS,
  job: 'jobs',
  run: 'runs',
  media: 'media',
  erased: 'erased',
} as const;

/** Adds what a line has to the counts of a backup's end. */
export function countLine(counts: Record<string, number>, line: BackupLine): void {
  if (line.kind === 'center' || line.kind === 'end') return;
  const [what, n] = countedAs(line);
  counts[what] = (counts[what] ?? 0) + n;
}

function countedAs(line: Exclude<BackupLine, { kind: 'center' | 'end' }>): readonly [string, number] {
  if (line.kind === 'row') return [line.table, 1];
  if (line.kind === 'records') return [line.of, linesIn(line.text)];
  const n = line.kind === 'media' ? line.names.length : line.kind === 'erased' ? line.ids.length : 1;
  return [COUNTED_AS[line.kind], n];
}

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
