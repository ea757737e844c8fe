import { fc } from '../../support/property.ts';
import type { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseDouble } from '../../../scripts/lab/simulate/doubles/database.ts';
import { passAtOnce } from '../../../scripts/lab/simulate/doubles/through.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { realPlatform } from './real-platform.ts';

let real: Miniflare;
beforeAll(() => {
  real = realPlatform('export default {}');
});
afterAll(() => real.dispose());

const TABLE = 'CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, value, CHECK (id < 1000))';

/** Statements with what they take; `?` is a whole number, a name, any value. */
const STATEMENTS = [
  { query: 'INSERT INTO t (id, name, value) VALUES (?1, ?2, ?3)', takes: 3 },
  {
    query:
      'INSERT INTO t (id, name, value) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value RETURNING id, value',
    takes: 3,
  },
  { query: 'UPDATE t SET value = ?3 WHERE id = ?1 OR name = ?2', takes: 3 },
  { query: 'DELETE FROM t WHERE id > ?', takes: 1 },
  { query: 'SELECT id, name, value, typeof(value) AS type FROM t WHERE id <> ? ORDER BY id', takes: 1 },
  { query: 'SELECT count(*) AS n, sum(id) AS sum FROM t', takes: 0 },
  { query: 'SELECT value AS v FROM json_each(?) ORDER BY v', takes: -1 },
  { query: 'SELECT nothing FROM t', takes: 0 },
  { query: 'SELECT a FROM', takes: 0 },
  { query: 'SELECT name FROM t ORDER BY id LIMIT ?', takes: 1 },
] as const;

const number = fc.integer({ min: 0, max: 12 });
const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -5, max: 2 ** 40 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -10, max: 10 }),
  fc.string({ maxLength: 8 }),
  fc.boolean(),
  fc.constant(undefined),
  fc.uint8Array({ maxLength: 4 }),
);
const statement = fc
  .tuple(fc.constantFrom(...STATEMENTS), number, fc.constantFrom('a', 'b', 'ä', ''), value)
  .map(([{ query, takes }, id, name, any]) => ({
    query,
    values: takes === -1 ? [JSON.stringify([id, name])] : [id, name, any].slice(0, takes),
  }));
const step = fc.oneof(
  fc.record({ how: fc.constantFrom('all', 'run', 'first', 'raw', 'column'), one: statement }),
  fc.record({ batch: fc.array(statement, { minLength: 1, maxLength: 4 }) }),
);
type Statement = { readonly query: string; readonly values: readonly unknown[] };
type Step = { readonly how: string; readonly one: Statement } | { readonly batch: readonly Statement[] };

async function carriedOut(db: D1Database, steps: readonly Step[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [
    await outcomeOf(() =>
      db
        .prepare('DROP TABLE IF EXISTS t')
        .run()
        .then(() => null),
    ),
  ];
  await db.prepare(TABLE).run();
  for (const item of steps) outcomes.push(await outcomeOf(() => carryOut(db, item)));
  outcomes.push(await outcomeOf(async () => (await db.prepare('SELECT * FROM t ORDER BY id').all()).results));
  return outcomes;
}

async function carryOut(db: D1Database, item: Step): Promise<unknown> {
  const bound = ({ query, values }: Statement) => db.prepare(query).bind(...values);
  if ('batch' in item) return (await db.batch(item.batch.map(bound))).map(({ results }) => results);
  const prepared = bound(item.one);
  switch (item.how) {
    case 'first':
      return prepared.first();
    case 'column':
      return prepared.first('id');
    case 'raw':
      return prepared.raw();
    case 'run':
      return (await prepared.run()).success;
    default:
      return (await prepared.all()).results;
  }
}

describe('the double of D1', () => {
  it('does what D1 does, statement by statement', { timeout: 120_000 }, async () => {
    const db = (await real.getD1Database('DB')) as unknown as D1Database; // the same interface, by another package
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const double = new DatabaseDouble(passAtOnce);
        expect(await carriedOut(double.binding, steps)).toEqual(await carriedOut(db, steps));
        double.close();
      }),
      { numRuns: 60 },
    );
  });

  it('takes a hundred values, of 2 MB each, as D1 does', async () => {
    const db = (await real.getD1Database('DB')) as unknown as D1Database; // as above
    const double = new DatabaseDouble(passAtOnce);
    const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ');
    for (const count of [100, 101]) {
      const ask = (each: D1Database) =>
        outcomeOf(async () => {
          const values = Array.from({ length: count }, (_, at) => at);
          const { results } = await each
            .prepare(`SELECT ${marks(count)}`)
            .bind(...values)
            .all();
          return results.length;
        });
      expect(await ask(double.binding), String(count)).toEqual(await ask(db));
    }
    // Local D1 takes larger values than the platform does.
    const large = () => double.binding.prepare('SELECT length(?) AS n').bind('x'.repeat(2_000_001)).all();
    expect(await outcomeOf(large)).toEqual({ error: 'SQLITE_TOOBIG' });
    double.close();
  });
});
