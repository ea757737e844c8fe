import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { beginReading } from '../../../durable/record-store/begin.ts';
import { chooseWork, COMPACTION_LIMITS } from '../../../durable/record-store/choose-work.ts';
import { classify } from '../../../durable/record-store/classify.ts';
import { pageOf } from '../../../durable/record-store/page.ts';
import { RecordTables } from '../../../durable/record-store/record-tables.ts';
import { take } from '../../../durable/record-store/take.ts';
import { DAY_MS } from '../../../src/model/instant.ts';
import { encodeTable } from '../../../src/records/packed/line-table.ts';
import { printOf } from '../../../src/records/packed/print.ts';
import type { PackedPage, PageCursor } from '../../../src/records/packed/protocol.ts';
import { asked, makeBatch, type ComingRecord } from '../../../src/records/packed/make-batch.ts';
import { hashOfText } from '../../../src/records/packed/text-hash.ts';
import { utf8 } from '../records.ts';
import { storeStub } from '../stored.ts';

const RECORDS = 1_000_000;
const A_PIECE = 800;
const PIECES = RECORDS / A_PIECE;
const A_DAY = 2_000;
const STEP_MS = DAY_MS / A_DAY;

/** Numbers from 0, as rows. */
const numbers = (count: number): string =>
  `WITH RECURSIVE number(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < ${count - 1})`;
const ID = "printf('i%08d', i)";

/** Keys, pieces in packs and counters as an import in order and compaction leave them. No piece has a body: nobody may look at one. */
function fill({ sql }: RecordTables): void {
  sql.exec(
    `${numbers(RECORDS)} INSERT INTO keys (kind, id, owner, entity, media, date, change, hash, size)
      SELECT 0, ${ID}, '', 2, 'chat', i * ${STEP_MS}, i + 1, 'AAAAAAAAAAAAAAAAAAAAAA==', 1300 FROM number`,
  );
  sql.exec(
    `${numbers(PIECES)}, piece AS (SELECT i * ${A_PIECE} AS first, (i + 1) * ${A_PIECE} - 1 AS last FROM number)
      INSERT INTO pieces (kind, entity, first_date, first_owner, first_id, last_date, last_owner, last_id, low, high, base, created,
        records, length, bytes, crc, media, prints)
      SELECT 0, 2, first * ${STEP_MS}, '', printf('i%08d', first), last * ${STEP_MS}, '', printf('i%08d', last), first + 1, last + 1, 0, 1,
        ${A_PIECE}, 290000, ${A_PIECE * 1300}, 0, '[["chat",${A_PIECE}]]', x'' FROM piece`,
  );
  sql.exec(
    "INSERT INTO packed (piece, pack, at, tier, table_bytes, lines) SELECT n, 'pack', n, 9, 0, x'' FROM pieces",
  );
  sql.exec(
    `${numbers(RECORDS / A_DAY)} INSERT INTO counters SELECT 0, 2, 'chat', i, ${A_DAY}, ${A_DAY * 1300} FROM number`,
  );
  sql.exec(`UPDATE state SET version = 1, change = ${RECORDS}`);
}

/** Of every so many pieces one has a line of the contact: a hundred in all. */
const EVERY = 12;
const OF_CONTACT = 100;
const CONTACT = 'contact-0';

/** Gives pieces the prints and lines that they have: of one contact in a hundred pieces a line each, with two documents. */
function nameContacts({ sql, keys }: RecordTables): void {
  sql.exec(`UPDATE pieces SET prints = zeroblob(${A_PIECE * 4})`);
  for (let piece = 0; piece < OF_CONTACT * EVERY; piece += EVERY) {
    const lines = Array.from({ length: A_PIECE }, (_, at) => {
      const n = piece * A_PIECE + at;
      const key = { id: `i${String(n).padStart(8, '0')}`, owner: '', date: n * STEP_MS };
      return { ...key, media: 'chat', change: n + 1, size: 1300, print: at === 7 ? printOf(CONTACT) : n + 1 };
    });
    const { table, tableBytes, prints } = encodeTable(lines);
    sql.exec('UPDATE pieces SET prints = ? WHERE n = ?', prints, piece + 1);
    sql.exec('UPDATE packed SET lines = ?, table_bytes = ? WHERE piece = ?', table, tableBytes, piece + 1);
    const { id, date, media } = lines[7]!; // a piece has more
    const members = [1, 2].map((n) => ({
      id: `${id}-${n}`,
      owner: id,
      entity: 2,
      media,
      date,
      change: 1,
      hash: '',
      size: 10,
    }));
    keys.put('documents', members);
    keys.addMembers(members);
  }
}

/** The tables, with what their statements read and write. */
function counted(storage: DurableObjectStorage) {
  const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
  const exec = (query: string, ...values: SqlStorageValue[]) => {
    const cursor = storage.sql.exec(query, ...values);
    cursors.push(cursor);
    return cursor;
  };
  const tables = new RecordTables({
    // What RecordTables uses of it.
    sql: { exec } as SqlStorage,
    transactionSync: (work) => storage.transactionSync(work),
  });
  const rowsOf = (work: () => unknown) => {
    cursors.length = 0;
    work();
    return cursors.reduce((sum, { rowsRead, rowsWritten }) => sum + rowsRead + rowsWritten, 0);
  };
  return { tables, rowsOf };
}

const comes = (id: string, date: number): ComingRecord => {
  const text = utf8(JSON.stringify({ IXNID: id }));
  const place = { entity: 2, media: 'chat', date };
  return { id, owner: '', place, contact: null, text, hash: hashOfText(text) };
};

describe('a store of a million keys', () => {
  it('reads rows by what is asked, and none for every record', async () => {
    const rows = await runInDurableObject(storeStub('million', 'Interaction'), (_, { storage }) => {
      fill(new RecordTables(storage));
      const { tables, rowsOf } = counted(storage);
      const window = { from: null, to: null, media: null };
      const run = { ...window, reader: 'r', since: null, follows: false, kinds: ['interactions' as const] };
      const lines = { ...window, kind: 'interactions' as const, entity: 2, changes: null, asOf: 1 };
      const page = { bytes: 1_000_000, rows: 2_000, wholeBytes: 8_000_000 };
      const last = { date: 500 * DAY_MS, owner: '', id: 'i', low: null };
      const records = [comes('new', 1), comes('i00000007', 7 * STEP_MS)];
      const question = asked('interactions', records);
      const importOnce = () => {
        const { fates, stamp } = classify(tables, question);
        take(tables, makeBatch(question, records, { fates, stamp, id: 'b', at: 0 }));
      };
      const found: Record<string, number> = {
        begin: rowsOf(() => beginReading(tables, run, 0)),
        firstPage: rowsOf(() => pageOf(tables, lines, { ...page, after: null })),
        lastPage: rowsOf(() =>
          pageOf(tables, lines, { ...page, after: { ...last, date: last.date - DAY_MS } }),
        ),
        nothingToCompact: rowsOf(() => chooseWork(tables, COMPACTION_LIMITS)),
        import: rowsOf(importOnce),
        toCompact: rowsOf(() => chooseWork(tables, COMPACTION_LIMITS)),
      };
      return found;
    });
    // Beginning a run reads the counters' days and what is known of each piece.
    expect(rows['begin']).toBeLessThan(5 * PIECES + 2 * (RECORDS / A_DAY));
    expect(rows['firstPage']).toBeLessThan(500);
    expect(rows['lastPage']).toBeLessThan(500);
    expect(rows['nothingToCompact']).toBeLessThan(200);
    expect(rows['import']).toBeLessThan(200);
    expect(rows['toCompact']).toBeLessThan(500);
  });

  it('reads of a contact what it has, and of all others a row a piece', async () => {
    const found = await runInDurableObject(storeStub('million-contacts', 'Interaction'), (_, { storage }) => {
      const filling = new RecordTables(storage);
      fill(filling);
      nameContacts(filling);
      const { tables, rowsOf } = counted(storage);
      const kinds = ['interactions', 'documents'] as const;
      const scope = { from: null, to: null, media: null, contact: CONTACT };
      const run = { ...scope, reader: 'r', since: null, follows: false, kinds };
      const query = { ...scope, kind: 'interactions' as const, entity: 2, changes: null, asOf: 1 };
      const page = { bytes: 1_000_000, rows: 2_000, wholeBytes: 4_000_000 };
      let begun: ReturnType<typeof beginReading> = null;
      const begin = rowsOf(() => (begun = beginReading(tables, run, 0)));
      const read = { records: 0, pages: 0 };
      const pages = rowsOf(() => {
        let after: PageCursor | null = null;
        do {
          const { records, next }: PackedPage = pageOf(tables, query, { ...page, after });
          read.records += records;
          read.pages += 1;
          after = next;
        } while (after);
      });
      return { begun, begin, pages, read };
    });
    expect(found.begun).toMatchObject({
      entries: [
        { kind: 'interactions', records: OF_CONTACT },
        { kind: 'documents', records: 2 * OF_CONTACT },
      ],
    });
    expect(found.read.records).toBe(OF_CONTACT);
    expect(found.begin).toBeLessThan(PIECES + 15 * OF_CONTACT);
    expect(found.pages).toBeLessThan(PIECES + 15 * OF_CONTACT);
  });
});
