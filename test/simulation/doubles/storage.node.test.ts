import { fc } from '../../support/property.ts';
import type { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StorageDouble } from '../../../scripts/lab/simulate/doubles/storage.ts';
import { realPlatform } from './real-platform.ts';

/** One thing to do with a storage. `exec`'s answer is its rows, or the one row that there must be. */
interface Step {
  readonly how: 'rows' | 'one' | 'rolled back' | 'script' | 'alarm' | 'get alarm' | 'delete all';
  readonly query: string;
  readonly values: readonly unknown[];
}

/**
 * Carries out steps on a storage; answers what each came to. Plain JavaScript in itself: its text runs in an object, too. Of an error
 * it tells its kind alone, since its words differ from version to version.
 */
async function carryOut(storage: DurableObjectStorage, steps: readonly Step[]): Promise<readonly unknown[]> {
  const outcomes: unknown[] = [];
  for (const { how, query, values } of steps) {
    try {
      if (how === 'rows') outcomes.push(storage.sql.exec(query, ...values).toArray());
      else if (how === 'one') outcomes.push(storage.sql.exec(query, ...values).one());
      else if (how === 'script') outcomes.push(storage.sql.exec(query).toArray());
      else if (how === 'rolled back')
        storage.transactionSync(() => {
          // Read to its end: a cursor that is open lets no transaction end.
          storage.sql.exec(query, ...values).toArray();
          throw new Error('rolled back');
        });
      else if (how === 'alarm') await storage.setAlarm(4_000_000_000_000);
      else if (how === 'get alarm') outcomes.push(await storage.getAlarm());
      else await storage.deleteAll();
    } catch (error) {
      const { message } = error as Error;
      outcomes.push(/SQLITE_\w+|exactly one|rolled back/i.exec(message)?.[0] ?? message);
    }
  }
  return outcomes;
}

const SCRIPT = `
import { DurableObject } from 'cloudflare:workers';
${carryOut.toString()}
export class Kept extends DurableObject {
  async fetch(request) { return Response.json(await carryOut(this.ctx.storage, await request.json())); }
  alarm() {}
}
export default {
  fetch: (request, env) => env.KEPT.get(env.KEPT.idFromName(new URL(request.url).pathname)).fetch(request),
};`;

let real: Miniflare;
beforeAll(() => {
  real = realPlatform(SCRIPT);
});
afterAll(() => real.dispose());

const TABLES =
  'CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, name TEXT UNIQUE); CREATE TABLE IF NOT EXISTS u (t INTEGER);';
const QUERIES = [
  'INSERT INTO t (id, name) VALUES (?, ?)',
  'INSERT OR IGNORE INTO t (id, name) VALUES (?1, ?2) RETURNING id, name',
  'INSERT INTO u (t) SELECT id FROM t WHERE id <> ?1 AND name <> ?2',
  'UPDATE t SET name = ?2 WHERE id = ?1',
  'DELETE FROM t WHERE id > ? AND name <> ?',
  'SELECT t.id, name, (SELECT count(*) FROM u WHERE u.t = t.id) AS n FROM t WHERE id > ? OR name = ? ORDER BY t.id',
  'SELECT max(id) AS most, ? AS given, ? AS name FROM t',
  'SELECT nothing FROM t WHERE id = ? AND name = ?',
] as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      how: fc.constantFrom('rows', 'one', 'rolled back'),
      query: fc.constantFrom(...QUERIES),
      values: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('a', 'b', 'ü', null)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      how: fc.constantFrom('script', 'alarm', 'get alarm', 'delete all'),
      query: fc.constant(TABLES),
      values: fc.constant([]),
    }),
  },
) as fc.Arbitrary<Step>; // literals that the records' types have lost

describe("the double of an object's storage", () => {
  it('does what the storage does, call by call', { timeout: 120_000 }, async () => {
    let objects = 0;
    const begin: Step = { how: 'script', query: TABLES, values: [] };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const all = [begin, ...steps];
        objects += 1;
        const body = JSON.stringify(all);
        const answer = await real.dispatchFetch(`http://storage/${objects}`, { method: 'POST', body });
        const double = new StorageDouble();
        // As JSON, since the real one's came so.
        const ours: unknown = JSON.parse(JSON.stringify(await carryOut(double.binding, all)));
        expect(ours).toEqual(await answer.json());
        double.close();
      }),
      { numRuns: 60 },
    );
  });
});
