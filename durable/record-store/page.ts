import type { LineQuery, PackedPage, PagePlace } from '../../src/records/packed/protocol.ts';
import { isWanted, mergeLines } from './merge.ts';
import { PageCuts } from './page-cuts.ts';
import { planPieces } from './plan-pieces.ts';
import type { RecordTables } from './record-tables.ts';

/**
 * The next records of a selection behind `after`: whole pieces where nothing goes through them, else lines, `rows` of these at most, and as
 * many as `bytes` hold; one record at least, where there is one. Null where more than `depth` pieces overlap: they have to be merged first.
 */
export function pageOf(
  tables: RecordTables,
  selection: LineQuery,
  { after, depth, ...most }: PagePlace & { readonly depth: number },
): PackedPage | null {
  const cuts = new PageCuts(tables, most);
  const wanted = isWanted(selection, after);
  for (const stretch of planPieces(tables, { ...selection, after })) {
    if ('copied' in stretch) {
      if (!cuts.addWhole(stretch.copied)) return cuts.page(true);
      continue;
    }
    for (const { piece, line, open } of mergeLines(tables, stretch.prepared, {
      asOf: selection.asOf,
      wanted,
    })) {
      if (open > depth && cuts.isEmpty) return null;
      if (open > depth || !cuts.addLine(piece, line)) return cuts.page(true);
    }
  }
  return cuts.page(false);
}

/** A page of nothing, behind which the same one is asked for again: whoever reads may say meanwhile that it is at work. */
export const nothingYet = (after: PagePlace['after']): PackedPage => ({
  records: 0,
  last: '',
  next: after ?? { date: Number.MIN_SAFE_INTEGER, owner: '', id: '' },
  pieces: [],
  cuts: [],
});
