import { z } from 'zod';
import { inflatePiece } from '../../encoding/zip/inflate.ts';
import type { Cursor } from '../../model/cursor.ts';
import { KINDS_OF, type DataType, type Kind } from '../../model/records.ts';
import type { EntryTotals, RecordPage, RecordSource, Scope } from '../source/source.ts';
import type { RecordKey } from './order.ts';
import type { PackedPage, LineQuery } from './protocol.ts';

/** Plain bytes of a page. */
const PAGE_BYTES = 1_048_576;

/** What a source asks the store of one contact center's records of one data type. */
export interface PackedReading {
  page(selection: LineQuery, at: { after: RecordKey | null; bytes: number }): Promise<PackedPage>;
  totals(
    counting: Pick<LineQuery, 'from' | 'to' | 'media' | 'changes'> & { kinds: readonly Kind[] },
  ): Promise<readonly EntryTotals[]>;
  state(): Promise<{ readonly change: number; readonly moved: number }>;
  mediaTypes(): Promise<readonly string[]>;
}

/** A cursor of packed records: the key of the last record read, in the order of the entry, whatever the scope. */
const cursor = z.object({ date: z.int(), owner: z.string(), id: z.string() });

/** Packed records, read page by page as they are now. `pageBytes` bounds a page, one record more or less. */
export const packedSource = (
  storeOf: (ccid: string, type: DataType) => PackedReading,
  pageBytes = PAGE_BYTES,
): RecordSource => ({
  totals: (scope) => storeOf(scope.ccid, scope.type).totals({ ...scope, kinds: kindsOf(scope) }),
  page: (scope, entry, after) =>
    pageOf(storeOf(scope.ccid, scope.type), { scope, entry, after, bytes: pageBytes }),
  lastChange: async (ccid, type) => (await storeOf(ccid, type).state()).change,
  async moved({ ccid, type, attachments, changes }) {
    if (!changes || type === 'Contact' || !attachments) return false;
    return (await storeOf(ccid, type).state()).moved > changes.to;
  },
  mediaTypes: (ccid) => storeOf(ccid, 'Interaction').mediaTypes(),
});

function kindsOf({ type, attachments }: Scope): readonly Kind[] {
  const { owners, members } = KINDS_OF[type];
  return type === 'Contact' || attachments ? [owners, members] : [owners];
}

async function pageOf(
  store: PackedReading,
  { scope, entry, after, bytes }: { scope: Scope; entry: EntryTotals; after: Cursor | null; bytes: number },
): Promise<RecordPage> {
  const { from, to, media, changes } = scope;
  const { kind, entity } = entry;
  const page = await store.page(
    { kind, entity, from, to, media, changes, asOf: null },
    { after: after === null ? null : cursor.parse(after), bytes },
  );
  return {
    records: page.records,
    next: page.next as unknown as Cursor | null, // read again above, which parses it
    async *chunks() {
      if (page.records > 0) yield linesOf(page);
    },
  };
}

/** The lines of a page, cut of its pieces, in one stretch: chunks of single lines would be deflated one by one. */
function linesOf({ pieces, cuts }: PackedPage): Uint8Array {
  const raws = pieces.map(({ data, bytes }) => inflatePiece(data, bytes));
  const parts = cuts.map(([piece, from, until]) => raws[piece]!.subarray(from, until)); // cuts name pieces that are there
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const lines = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    lines.set(part, at);
    at += part.length;
  }
  return lines;
}
