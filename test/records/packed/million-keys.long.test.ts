import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { beginReading } from '../../../durable/record-store/begin.ts';
import { chooseWork, COMPACTION_LIMITS } from '../../../durable/record-store/choose-work.ts';
import { classify } from '../../../durable/record-store/classify.ts';
import { pageOf } from '../../../durable/record-store/page.ts';
import { RecordTables } from '../../../durable/record-store/record-tables.ts';
import { take } from '../../../durable/record-store/take.ts';
import { DAY_MS } from '../../../src/model/instant.ts';
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
});
