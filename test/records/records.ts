import { importRecords, type ImportLimits } from '../../src/records/import/import-records.ts';
import type { ImportReport } from '../../src/records/import/importer.ts';
import type { Cursor } from '../../src/model/cursor.ts';
import type { EntryTotals, PinnedScope, RecordSource, Scope } from '../../src/records/source/source.ts';
import type { Kind } from '../../src/model/records.ts';
import { compactStore, stores } from '../support/record-stores.ts';
import { plainChunk } from './plain-chunk.ts';

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

/** A scope as it is now, by whoever names themself so. */
export async function begun(source: RecordSource, scope: Scope, reader: string = crypto.randomUUID()) {
  for (;;) {
    const found = await source.begin(scope, { reader, since: scope.changes?.from ?? null });
    if (found) return { ...scope, snapshot: { reader, version: found.version } };
    await compactStore(scope.ccid, scope.type);
  }
}

/** An entry read to its end: its lines in order, and what the pages said. */
export async function readEntry(source: RecordSource, asked: Scope | PinnedScope, entry: EntryTotals) {
  const scope = 'snapshot' in asked ? asked : await begun(source, asked);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const read = { text: '', records: 0, pages: 0, largestPage: 0, largestChunk: 0 };
  let after: Cursor | null = null;
  do {
    const page = await source.page(scope, entry, after);
    let bytes = 0;
    for await (const one of page.chunks()) {
      const chunk = plainChunk(one);
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
