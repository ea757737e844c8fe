import type { LineQuery, PackedPage, PageBody, PagePlace } from '../../src/records/packed/protocol.ts';
import { isWanted, mergeLines, type FoundLine } from './merge.ts';
import type { RecordTables } from './record-tables.ts';

/** Most plain bytes of the pieces of a page, one piece more or less: who reads it holds them. A filter may leave few lines of each. */
const INFLATED_BYTES = 12 * 1024 * 1024;

/**
 * The next lines of a selection behind `after`, `rows` at most, as many as `bytes` hold and one at least, where there is one. Null where
 * more than `depth` pieces overlap: they have to be merged first.
 */
export function pageOf(
  tables: RecordTables,
  selection: LineQuery,
  { after, bytes, rows, depth }: PagePlace & { readonly depth: number },
): PackedPage | null {
  const pieces = tables.pieces.select({ ...selection, after });
  const lines = mergeLines(tables, pieces, {
    asOf: selection.asOf,
    wanted: isWanted(selection, after),
  });
  const found: FoundLine[] = [];
  const inflated = new Set<number>();
  let [size, held] = [0, 0];
  let more = false;
  for (const next of lines) {
    const { line, piece, open } = next;
    if (open > depth) return null;
    // A large one is not held with the others: it may end any page.
    const tooMuch = piece.object === null && size + line.size > bytes;
    const full = tooMuch || found.length === rows || held >= INFLATED_BYTES;
    more = found.length > 0 && (full || found.at(-1)?.piece.object !== null);
    if (more) break;
    found.push(next);
    size += line.size;
    if (piece.object === null && !inflated.has(piece.n)) held += piece.bytes;
    inflated.add(piece.n);
  }
  const last = found.at(-1)?.line;
  const next = more && last ? { date: last.date, owner: last.owner, id: last.id } : null;
  return { records: found.length, last: last?.id ?? '', next, ...cut(tables, found) };
}

/** A page of nothing, behind which the same one is asked for again: whoever reads may say meanwhile that it is at work. */
export const nothingYet = (after: PagePlace['after']): PackedPage => ({
  records: 0,
  last: '',
  next: after ?? { date: Number.MIN_SAFE_INTEGER, owner: '', id: '' },
  pieces: [],
  cuts: [],
});

/** Where the lines lie: neighbours in one piece are cut as one. */
function cut(tables: RecordTables, found: readonly FoundLine[]): Pick<PackedPage, 'pieces' | 'cuts'> {
  const places = new Map<number, number>();
  const pieces: PageBody[] = [];
  const cuts: [number, number, number][] = [];
  for (const { piece, line } of found) {
    let place = places.get(piece.n);
    if (place === undefined) {
      place = pieces.length;
      places.set(piece.n, place);
      pieces.push({ data: tables.pieces.data(piece), bytes: piece.bytes, object: piece.object });
    }
    const last = cuts.at(-1);
    if (last && last[0] === place && last[2] === line.offset) last[2] += line.size;
    else cuts.push([place, line.offset, line.offset + line.size]);
  }
  return { pieces, cuts };
}
