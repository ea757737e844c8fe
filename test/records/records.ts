import { env } from 'cloudflare:workers';
import { importRecords, type ImportLimits } from '../../src/records/import/import-records.ts';
import type { ImportReport } from '../../src/records/import/importer.ts';
import type { Cursor } from '../../src/model/cursor.ts';
import type { EntryTotals, RecordSource, Scope } from '../../src/records/source/source.ts';
import type { Kind } from '../../src/model/records.ts';

export const stores = { db: env.DB, bucket: env.BUCKET };

/** A body in chunks of `size` bytes that tells how much of it was asked for. */
export function bodyOf(bytes: Uint8Array, size = 65_536) {
  const seen = { read: 0, cancelled: false };
  const stream = new ReadableStream({
    // As what comes over the network is.
    type: 'bytes',
    pull(controller) {
      if (seen.read >= bytes.length) {
        controller.close();
        return controller.byobRequest?.respond(0);
      }
      // A copy, also of a Buffer: a stream of bytes takes what it is given.
      const chunk = new Uint8Array(bytes.subarray(seen.read, seen.read + size));
      seen.read += chunk.length;
      controller.enqueue(chunk);
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { stream, seen };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Imports lines of text; a failure of the whole request is a failure of the test. */
export async function importLines(
  ccid: string,
  kind: Kind,
  lines: readonly string[],
  limits?: Partial<ImportLimits>,
): Promise<ImportReport> {
  const { stream } = bodyOf(utf8(lines.map((line) => `${line}\n`).join('')));
  const result = await importRecords(stores, { ccid, kind, body: stream, gzip: false, limits });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** An interaction as a line. */
export const interaction = (
  IXNID: string,
  STARTDATE: string,
  more: Readonly<Record<string, unknown>> = {},
): string => JSON.stringify({ IXNID, ENTITYTYPEID: 0, MEDIATYPEID: 'email', STARTDATE, ...more });
export const documentOf = (
  ID: string,
  ENTITYID: string,
  more: Readonly<Record<string, unknown>> = {},
): string => JSON.stringify({ ID, ENTITYID, ...more });
export const contact = (
  CONTACTID: string,
  CREATEDDATE: string,
  more: Readonly<Record<string, unknown>> = {},
): string => JSON.stringify({ CONTACTID, CREATEDDATE, ...more });
export const attributeOf = (
  ID: string,
  CONTACTID: string,
  more: Readonly<Record<string, unknown>> = {},
): string => JSON.stringify({ ID, CONTACTID, ...more });

export interface RecordRow {
  readonly kind: number;
  readonly id: string;
  readonly owner: string;
  readonly entity: number | null;
  readonly media: string | null;
  readonly date: number | null;
  readonly change: number;
  readonly size: number;
  readonly text: string;
  readonly object: string | null;
  readonly sha256: string | null;
}

/** The rows of a center, each with its text, from wherever that lies. */
export async function recordRows(ccid: string): Promise<readonly RecordRow[]> {
  const { results } = await env.DB.prepare('SELECT * FROM records WHERE ccid = ? ORDER BY kind, id')
    .bind(ccid)
    .all<RecordRow>();
  return Promise.all(results.map(async (row) => (row.object ? { ...row, text: await textIn(row) } : row)));
}

async function textIn({ id, object, text }: RecordRow): Promise<string> {
  const stored = object && (await env.BUCKET.get(object));
  if (!stored || text !== '') throw new Error(`the text of ${id} is not where it should be`);
  return stored.text();
}

/** The keys in R2 below a center's texts, and those that its rows name; each sorted. */
export async function objectsAndNamed(ccid: string) {
  const { objects } = await env.BUCKET.list({ prefix: `history/${encodeURIComponent(ccid)}/` });
  const { results } = await env.DB.prepare('SELECT object FROM records WHERE ccid = ? AND object IS NOT NULL')
    .bind(ccid)
    .all<{ object: string }>();
  return {
    objects: objects.map(({ key }) => key).toSorted(),
    named: results.map(({ object }) => object).toSorted(),
  };
}

/** The counters as they are, and as a count of the records says that they should be. */
export async function countersAndRecount(ccid: string) {
  const kept = await env.DB.prepare(
    'SELECT kind, entity, media, day, records, bytes, large_bytes FROM counters WHERE ccid = ? ORDER BY 1, 2, 3, 4',
  )
    .bind(ccid)
    .all();
  const counts = new Map<string, { key: unknown[]; records: number; bytes: number; large: number }>();
  for (const row of await recordRows(ccid)) {
    if (row.date === null) continue;
    const key = [row.kind, row.entity, row.media, Math.floor(row.date / 86_400_000)];
    const sum = counts.get(JSON.stringify(key)) ?? { key, records: 0, bytes: 0, large: 0 };
    sum.records += 1;
    sum.bytes += utf8(row.text).length + 1;
    if (row.object) sum.large += utf8(row.text).length + 1;
    counts.set(JSON.stringify(key), sum);
  }
  const lines = (rows: Iterable<unknown>) => [...rows].map((row) => JSON.stringify(row)).sort();
  return {
    kept: lines(kept.results.map((row) => Object.values(row))),
    recount: lines(
      [...counts.values()].map(({ key, records, bytes, large }) => [...key, records, bytes, large]),
    ),
  };
}

export async function lastChange(ccid: string): Promise<number> {
  const value = await env.DB.prepare('SELECT value FROM change_numbers WHERE ccid = ?')
    .bind(ccid)
    .first<number>('value');
  return value ?? 0;
}

export const allOf = (ccid: string, more: Partial<Scope> = {}): Scope => ({
  ccid,
  type: 'Interaction',
  from: null,
  to: null,
  media: null,
  attachments: true,
  changes: null,
  ...more,
});

/** An entry read to its end: its lines in order, and what the pages said. */
export async function readEntry(source: RecordSource, scope: Scope, entry: EntryTotals) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const read = { text: '', records: 0, pages: 0, largestPage: 0, largestChunk: 0 };
  let after: Cursor | null = null;
  do {
    const page = await source.page(scope, entry, after);
    let bytes = 0;
    for await (const chunk of page.chunks()) {
      bytes += chunk.length;
      read.largestChunk = Math.max(read.largestChunk, chunk.length);
      read.text += decoder.decode(chunk, { stream: true });
    }
    read.records += page.records;
    read.pages += 1;
    read.largestPage = Math.max(read.largestPage, bytes);
    after = page.next;
  } while (after);
  return { ...read, lines: read.text.split('\n').slice(0, -1) };
}

/** Every entry of a scope, read to its end. */
export async function readAll(source: RecordSource, scope: Scope) {
  const entries = [];
  for (const totals of await source.totals(scope))
    entries.push({ totals, ...(await readEntry(source, scope, totals)) });
  return entries;
}
