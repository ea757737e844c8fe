import type { LineQuery, PackedPage, PagePlace } from '../../src/records/packed/protocol.ts';
import { isWanted, mergeLines } from './merge.ts';
import { narrowed } from './of-contact.ts';
import { PageCuts } from './page-cuts.ts';
import { planPieces } from './plan-pieces.ts';
import type { RecordTables } from './record-tables.ts';

/**
 * The next records of a selection behind `after`: whole pieces where nothing goes through them, else lines, `rows` of these at most, and as
 * many as `bytes` hold; one record at least, where there is one.
 */
export function pageOf(
  tables: RecordTables,
  query: LineQuery,
  { after, ...most }: Omit<PagePlace, 'reader'>,
): PackedPage {
  const selection = narrowed(tables, query);
  const cuts = new PageCuts(tables, most);
  const merging = { asOf: selection.asOf, wanted: isWanted(selection, after) };
  for (const stretch of planPieces(tables, { ...selection, after })) {
    if ('copied' in stretch && cuts.fits(stretch.copied)) {
      if (!cuts.addWhole(stretch.copied)) return cuts.page({ low: null });
      continue;
    }
    const { prepared, low } =
      'copied' in stretch ? { prepared: [stretch.copied], low: stretch.copied.first } : stretch;
    let inside = false;
    for (const { piece, line } of mergeLines(tables, prepared, merging)) {
      if (!cuts.addLine(piece, line)) return cuts.page({ low: inside ? low : null });
      inside = true;
    }
  }
  return cuts.page(null);
}
