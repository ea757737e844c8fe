import { BufferPool } from '../encoding/buffer-pool.ts';
import { cursorOf, keysetOf } from './keyset.ts';
import { kindCode } from './kinds.ts';
import { largeLine, type LargeRow } from './large-line.ts';
import type { Cursor, Page, PartTotals, Scope } from './source.ts';
import type { HistoryStores } from './stores.ts';
import { mediaValue } from './totals.ts';

/** What a page is sized for, from the part's average record, and the most rows that it has. */
const PAGE_BYTES = 524_288;
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

/** A row as pageStatements name its columns. Not parsed by zod: that would take a tenth of the page's time. */
interface KeyRow extends Key {
  readonly n: number;
  readonly size: number;
  readonly text: string | null;
}

interface Key {
  readonly change: number;
  readonly date: number;
  readonly owner: string;
  readonly id: string;
}

/**
 * HistorySource.page over the index of its keyset. Holds the page's texts: 0.5 MB as a rule, 8 MB and one record at most. A
 * record whose text lies in R2 ends the page; its bytes are read when they are asked for.
 */
export async function readPage(stores: HistoryStores, request: Request): Promise<Page> {
  const limit = pageRows(request.part);
  const found = await selectRows(stores.db, request, limit);
  const rows = found.rows.slice(0, rowsWithin(found.rows, MAX_PAGE_BYTES));
  const whole = rows.length === found.rows.length && rows.length < limit;
  const large = whole ? found.large : null;
  const fetched = await fetchTexts(stores.db, rows);
  // A record deleted since the first statement is no longer there to be exported.
  const texts = rows.flatMap((row) => row.text ?? fetched.texts.get(row.n) ?? []);
  const last = large ?? rows.at(-1);
  return {
    records: texts.length + (large ? 1 : 0),
    next: (whole && !large) || !last ? null : cursorOf(request.scope, last),
    rowsRead: found.rowsRead + fetched.rowsRead,
    async *pieces() {
      yield* encode(texts);
      if (large) yield* largeLine(stores, request.part.kind, large);
    },
  };
}

/** Rows of a page of this part, from the average of what its records have in their rows. */
export function pageRows({ records, bytes, largeBytes = 0 }: PartTotals): number {
  const average = Math.max(1, (bytes - largeBytes) / Math.max(1, records));
  return Math.min(MAX_ROWS, Math.max(1, Math.round(PAGE_BYTES / average)));
}

/** The first record after the cursor whose text lies in R2, and the rows before it, `limit` of them at most. */
async function selectRows(db: D1Database, request: Request, limit: number) {
  const [first, second] = await db.batch(pageStatements(db, request, limit));
  if (!first || !second) throw new Error('D1 answered less than it was asked');
  // Both casts: pageStatements names these columns, and no row of the large index is without a key.
  const large = (first.results[0] ?? null) as (Key & LargeRow) | null;
  const rows = second.results as readonly KeyRow[];
  return { large, rows, rowsRead: first.meta.rows_read + second.meta.rows_read };
}

/**
 * The keyset queries. The second ends before the record that the first one finds, by a bound of the index itself, so that
 * no row is read by two pages. A text larger than an even share of MAX_PAGE_BYTES is left out, so that a few records far
 * above the average cannot make the answer large.
 */
function pageStatements(db: D1Database, { scope, part, after }: Request, limit: number) {
  const { index, largeIndex, order, begin, values, end } = keysetOf(scope, after);
  const media = mediaValue(scope.media);
  const conditions = ['ccid = ? AND kind = ? AND entity = ?', ...begin];
  const bound = [scope.ccid, kindCode(part.kind), part.entity, ...values];
  if (media !== null) {
    conditions.push('media IN (SELECT value FROM json_each(?))');
    bound.push(media);
  }
  const where = conditions.join(' AND ');
  const last = end.map(() => '?').join(', ');
  const firstLarge = (columns: string) =>
    `SELECT ${columns} FROM records INDEXED BY ${largeIndex}
    WHERE ${where} AND object IS NOT NULL AND (${order}) < (${last}) ORDER BY ${order} LIMIT 1`;
  return [
    db.prepare(firstLarge('n, change, date, owner, id, size, object')).bind(...bound, ...end),
    // No other upper bound stands beside this one: SQLite might read the index up to that.
    db
      .prepare(
        `SELECT n, change, date, owner, id, size, CASE WHEN size > ? THEN NULL ELSE text END AS text
        FROM records INDEXED BY ${index}
        WHERE ${where} AND (${order}) < (
          SELECT * FROM (SELECT * FROM (${firstLarge(order)}) UNION ALL SELECT ${last}) ORDER BY ${order} LIMIT 1)
        ORDER BY ${order} LIMIT ?`,
      )
      .bind(share(limit), ...bound, ...bound, ...end, ...end, limit),
  ];
}

const share = (rows: number): number => Math.floor(MAX_PAGE_BYTES / rows);

/** How many rows stay within `bytes`; at least one, where there is one. */
function rowsWithin(rows: readonly KeyRow[], bytes: number): number {
  let sum = 0;
  const over = rows.findIndex((row, index) => (sum += row.size) > bytes && index > 0);
  return over < 0 ? rows.length : over;
}

/** The texts that were left out. */
async function fetchTexts(db: D1Database, rows: readonly KeyRow[]) {
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

/** UTF-8 has at most three bytes for a UTF-16 unit; one text more may pass PIECE_UNITS, and is then encoded by itself. */
const buffers = new BufferPool(PIECE_UNITS * 3, 4);

/** One buffer takes piece after piece. */
async function* encode(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const buffer = buffers.take();
  let start = 0;
  let units = 0;
  try {
    for (const [index, text] of texts.entries()) {
      units += text.length + 1;
      const next = texts[index + 1];
      if (next !== undefined && units + next.length < PIECE_UNITS) continue;
      const piece = `${texts.slice(start, index + 1).join('\n')}\n`;
      if (units > PIECE_UNITS) yield encoder.encode(piece);
      else yield buffer.subarray(0, encoder.encodeInto(piece, buffer).written);
      start = index + 1;
      units = 0;
    }
  } finally {
    buffers.give(buffer);
  }
}
