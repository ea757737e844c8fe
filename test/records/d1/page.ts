import { cursorOf } from './keyset.ts';
import { largeLine } from './large-line.ts';
import { selectPage, selectTexts, type PageStart, type TextRow } from './page-statements.ts';
import { encodeLines } from './page-lines.ts';
import { leftOut, sizeOf } from './page-text.ts';
import { pageRows } from '../../../src/records/source/page-size.ts';
import type { RecordPage } from '../../../src/records/source/source.ts';
import type { D1Stores } from './d1-source.ts';

/** Most bytes of text in a page, one record more or less: a page of uncommonly large records ends early. */
const MAX_PAGE_BYTES = 5_000_000;

/** Bytes of left-out texts fetched by one statement, one record more or less. */
const GROUP_BYTES = 2_000_000;

/**
 * RecordSource.page over the index of its keyset. Holds the page's texts: 1 MB as a rule, 5 MB and one record at most. A
 * record whose text lies in R2 ends the page; its bytes are read when they are asked for.
 */
export async function readPage(stores: D1Stores, start: PageStart): Promise<RecordPage> {
  const limit = pageRows(start.entry);
  // A text larger than an even share is left out, so that a few records far above the average cannot make the answer large.
  const found = await selectPage(stores.db, start, {
    rows: limit,
    share: Math.floor(MAX_PAGE_BYTES / limit),
  });
  const rows = rowsWithin(found.rows, MAX_PAGE_BYTES);
  const whole = rows.length === found.rows.length && rows.length < limit;
  const large = whole ? found.large : null;
  const texts = await fillIn(stores.db, rows);
  const last = large ?? rows.at(-1);
  return {
    records: texts.length + (large ? 1 : 0),
    next: (whole && !large) || !last ? null : cursorOf(start.scope, last),
    async *chunks() {
      yield* encodeLines(texts);
      if (large) yield* largeLine(stores, start.entry.kind, large);
    },
  };
}

/** The first rows that stay within `bytes`; at least one, where there is one. */
function rowsWithin<T extends Pick<TextRow, 'text'>>(rows: readonly T[], bytes: number): readonly T[] {
  let sum = 0;
  const over = rows.findIndex(({ text }, index) => (sum += sizeOf(text)) > bytes && index > 0);
  return over < 0 ? rows : rows.slice(0, over);
}

/** The rows' texts, those that were left out among them; one deleted since is no longer there to be exported. */
async function fillIn(db: D1Database, rows: readonly TextRow[]): Promise<readonly string[]> {
  let left = rows.filter(({ text }) => leftOut(text));
  const fetched = new Map<number, string>();
  while (left.length > 0) {
    const group = rowsWithin(left, GROUP_BYTES);
    const found = await selectTexts(
      db,
      group.flatMap(({ text }) => leftOut(text)?.n ?? []),
    );
    for (const { n, text } of found) fetched.set(n, text);
    left = left.slice(group.length);
  }
  return rows.flatMap(({ text }) => {
    const out = leftOut(text);
    return out ? (fetched.get(out.n) ?? []) : text;
  });
}
