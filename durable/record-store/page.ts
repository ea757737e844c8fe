import type { LineQuery, PackedPage, PageBody, PagePlace } from '../../src/records/packed/protocol.ts';
import { isWanted, mergeLines, type FoundLine } from './merge.ts';
import type { RecordTables } from './record-tables.ts';

/** The next lines of a selection behind `after`, `rows` at most, as many as `bytes` hold and one at least, where there is one. */
export function pageOf(
  tables: RecordTables,
  selection: LineQuery,
  { after, bytes, rows }: PagePlace,
): PackedPage {
  const pieces = tables.pieces.select({ ...selection, after });
  const lines = mergeLines(tables, pieces, {
    asOf: selection.asOf,
    wanted: isWanted(selection, after),
  });
  const found: FoundLine[] = [];
  let size = 0;
  let more = false;
  for (const next of lines) {
    const full = size + next.line.size > bytes || found.length === rows;
    more = found.length > 0 && (full || found.at(-1)?.piece.object !== null);
    if (more) break;
    found.push(next);
    size += next.line.size;
  }
  const last = found.at(-1)?.line;
  const next = more && last ? { date: last.date, owner: last.owner, id: last.id } : null;
  return { records: found.length, last: last?.id ?? '', next, ...cut(tables, found) };
}

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
