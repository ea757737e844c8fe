import { z } from 'zod';
import { WORK_KINDS, type KindOfWork, type Work, type WorkKind } from '../model/work.ts';

/** Work done for a contact center in a month. */
export interface DoneWork extends Work {
  readonly ccid: string;
  readonly month: string;
  readonly kind: WorkKind;
}

/** Columns of `work`, and what they count. */
export const WORK_COLUMNS = {
  invocations: 'invocations',
  milliseconds: 'milliseconds',
  d1_rows_read: 'd1RowsRead',
  d1_rows_written: 'd1RowsWritten',
  r2_class_a: 'r2ClassA',
  r2_class_b: 'r2ClassB',
  queue_operations: 'queueOperations',
  object_requests: 'objectRequests',
} as const;
const names = Object.keys(WORK_COLUMNS);

/** Adds what was done: one row a contact center, month and kind. */
export async function addWork(db: D1Database, done: readonly DoneWork[]): Promise<void> {
  const isCompaction = ({ kind }: DoneWork) => kind === 'compaction';
  const parts = [
    ['work', ['ccid', 'month', 'kind'], done.filter((one) => !isCompaction(one))],
    ['compaction_work', ['ccid', 'month'], done.filter(isCompaction)],
  ] as const;
  const statements = parts
    .filter(([, , rows]) => rows.length > 0)
    .map(([table, key, rows]) => adding(db, { table, key }).bind(JSON.stringify(rows)));
  if (statements.length > 0) await db.batch(statements);
}

function adding(db: D1Database, { table, key }: { table: string; key: readonly string[] }) {
  const values = [...key, ...Object.values(WORK_COLUMNS)].map((item) => `value ->> '${item}'`);
  const sums = names.map((name) => `${name} = ${name} + excluded.${name}`);
  return db.prepare(
    `INSERT INTO ${table} (${[...key, ...names].join(', ')}) SELECT ${values.join(', ')} FROM json_each(?1) WHERE true
      ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${sums.join(', ')}`,
  );
}

const number = z.number();
const kindOfWork = z.object({
  kind: z.enum(WORK_KINDS),
  invocations: number,
  milliseconds: number,
  d1RowsRead: number,
  d1RowsWritten: number,
  r2ClassA: number,
  r2ClassB: number,
  queueOperations: number,
  objectRequests: number,
});

/** What a contact center had done for it in a month, and the sealed bytes that it exported. Six rows read. */
export async function readWork(
  db: D1Database,
  ccid: string,
  month: string,
): Promise<{ readonly work: readonly KindOfWork[]; readonly bytes: number }> {
  const shown = Object.entries(WORK_COLUMNS).map(([name, item]) => `${name} AS ${item}`);
  const [work, bytes] = await db.batch([
    db
      .prepare(
        `SELECT kind, ${shown.join(', ')} FROM work WHERE ccid = ?1 AND month = ?2
          UNION ALL SELECT 'compaction', ${shown.join(', ')} FROM compaction_work WHERE ccid = ?1 AND month = ?2`,
      )
      .bind(ccid, month),
    db
      .prepare(`SELECT n FROM tallies WHERE ccid = ?1 AND month = ?2 AND what = 'bytes' AND code = ''`)
      .bind(ccid, month),
  ]);
  return {
    work: z.array(kindOfWork).parse(work?.results),
    bytes: z.array(z.object({ n: number })).parse(bytes?.results)[0]?.n ?? 0,
  };
}
