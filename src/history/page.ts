import { cursorOf, keysetOf } from './keyset.ts';
import { kindCode } from './kinds.ts';
import type { Cursor, Page, PartTotals, Scope } from './source.ts';
import { mediaValue } from './totals.ts';

/** What a page is sized for, from the part's average record, and the most rows that it has. */
const PAGE_BYTES = 1_500_000;
const MAX_ROWS = 2_000;

/** Most bytes of text in a page, one record more or less: a page of uncommonly large records ends early. */
const MAX_PAGE_BYTES = 8_000_000;

/** Texts joined before they are encoded, in UTF-16 units: few calls, and few bytes held twice. */
const PIECE_UNITS = 262_144;

/** Bytes of large texts fetched by one statement, one record more or less. */
const GROUP_BYTES = 4_000_000;

interface Request {
  readonly scope: Scope;
  readonly part: PartTotals;
  readonly after: Cursor | null;
}

/** A row as selectRows names its columns. Not parsed by zod: that would take a tenth of the page's time. */
interface KeyRow {
  readonly n: number;
  readonly change: number;
  readonly date: number;
  readonly owner: string;
  readonly id: string;
  readonly size: number;
  readonly text: string | null;
}

/** HistorySource.page over the index records_page. Holds the page's texts: 1.5 MB as a rule, 8 MB and one record at most. */
export async function readPage(db: D1Database, request: Request): Promise<Page> {
  const limit = pageRows(request.part);
  const found = await selectRows(db, request, limit);
  const rows = found.rows.slice(0, rowsWithin(found.rows, MAX_PAGE_BYTES));
  const large = await fetchLarge(db, rows);
  // A record deleted since the first statement is no longer there to be exported.
  const texts = rows.flatMap((row) => row.text ?? large.texts.get(row.n) ?? []);
  const last = rows.at(-1);
  const ended = rows.length === found.rows.length && rows.length < limit;
  return {
    records: texts.length,
    next: ended || !last ? null : cursorOf(request.scope, last),
    rowsRead: found.rowsRead + large.rowsRead,
    pieces: () => encode(texts),
  };
}

/** Rows of a page of this part, from the average of its records. */
export function pageRows({ records, bytes }: PartTotals): number {
  const average = Math.max(1, bytes / Math.max(1, records));
  return Math.min(MAX_ROWS, Math.max(1, Math.round(PAGE_BYTES / average)));
}

/**
 * The keyset query. A text larger than an even share of MAX_PAGE_BYTES is left out, so that a few records far above
 * the average cannot make the answer large.
 */
async function selectRows(db: D1Database, { scope, part, after }: Request, limit: number) {
  const keyset = keysetOf(scope, after);
  const media = mediaValue(scope.media);
  const conditions = ['ccid = ? AND kind = ? AND entity = ?', ...keyset.conditions];
  const values = [scope.ccid, kindCode(part.kind), part.entity, ...keyset.values];
  if (media !== null) {
    conditions.push('media IN (SELECT value FROM json_each(?))');
    values.push(media);
  }
  const { results, meta } = await db
    .prepare(
      `SELECT n, change, date, owner, id, size, CASE WHEN size > ? THEN NULL ELSE text END AS text
      FROM records INDEXED BY ${keyset.index}
      WHERE ${conditions.join(' AND ')} ORDER BY ${keyset.order} LIMIT ?`,
    )
    .bind(share(limit), ...values, limit)
    .all<KeyRow>();
  return { rows: results, rowsRead: meta.rows_read };
}

const share = (rows: number): number => Math.floor(MAX_PAGE_BYTES / rows);

/** How many rows stay within `bytes`; at least one, where there is one. */
function rowsWithin(rows: readonly KeyRow[], bytes: number): number {
  let sum = 0;
  const over = rows.findIndex((row, index) => (sum += row.size) > bytes && index > 0);
  return over < 0 ? rows.length : over;
}

async function fetchLarge(db: D1Database, rows: readonly KeyRow[]) {
  const texts = new Map<number, string>();
  let rowsRead = 0;
  let left = rows.filter((row) => row.text === null);
  while (left.length > 0) {
    const count = rowsWithin(left, GROUP_BYTES);
    const group = JSON.stringify(left.slice(0, count).map((row) => row.n));
    const { results, meta } = await db
      .prepare('SELECT n, text FROM records WHERE n IN (SELECT value FROM json_each(?1))')
      .bind(group)
      .all<{ readonly n: number; readonly text: string }>();
    for (const row of results) texts.set(row.n, row.text);
    rowsRead += meta.rows_read;
    left = left.slice(count);
  }
  return { texts, rowsRead };
}

async function* encode(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let start = 0;
  let units = 0;
  for (const [index, text] of texts.entries()) {
    units += text.length + 1;
    if (units < PIECE_UNITS && index < texts.length - 1) continue;
    yield encoder.encode(`${texts.slice(start, index + 1).join('\n')}\n`);
    start = index + 1;
    units = 0;
  }
}
