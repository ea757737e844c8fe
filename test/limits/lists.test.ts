import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { countedDatabase } from '../../src/platform/counted.ts';
import { Invocation } from '../../src/platform/invocation.ts';
import { firstInOrder } from '../../src/store/lists/first-in-order.ts';
import { runs } from '../../src/store/schema.ts';
import { and, eq, sql } from 'drizzle-orm';
import { callerOf, makeApp, newCenter } from '../http/harness.ts';
import { insertRows } from './rows.ts';

const db = countedDatabase(env.DB);
const { app } = makeApp({ db });

interface Page {
  readonly count?: number;
  readonly items: readonly { readonly id: number }[];
  readonly nextCursor?: string;
}

/** Asks in an invocation that has little left; the answer is read by whoever asked, outside of it. */
async function pageOf(ccid: string, query: string, statements: number): Promise<Page> {
  const call = await callerOf(app, ccid);
  const little = new Invocation({ statements, subrequests: 1_000 });
  const response = await little.run(() => call(`/udm/v10/export/history?${query}`));
  expect(response.status).toBe(200);
  return response.json();
}

describe('a list that is longer than one request can read', () => {
  it.each(['orderField=id', 'orderField=title', 'title=t&orderField=status'])(
    'ends whole, with the cursor where it goes on: %s',
    async (query) => {
      const ccid = newCenter();
      await insertRows(ccid, { runs: 5_000, jobs: 0, jobId: 1 });
      const whole = await pageOf(ccid, query, 1_000);
      expect(whole.items).toHaveLength(5_000);
      expect(whole.nextCursor).toBeUndefined();
      const first = await pageOf(ccid, query, 55);
      expect(first.count).toBe(5_000);
      expect(first.items.length).toBeLessThan(5_000);
      const ids = first.items.map(({ id }) => id);
      let cursor = first.nextCursor;
      for (let asked = 0; cursor !== undefined && asked < 60; asked += 1) {
        const next = await pageOf(ccid, `${query}&cursor=${cursor}`, 55);
        ids.push(...next.items.map(({ id }) => id));
        cursor = next.nextCursor;
      }
      expect(ids).toEqual(whole.items.map(({ id }) => id));
    },
  );
});

it('what a walk has no statements for, the database sorts: the same positions, the same count', async () => {
  const ccid = newCenter();
  await insertRows(ccid, { runs: 9_000, jobs: 0, jobId: 1 });
  const scan = {
    from: sql`${runs}`,
    where: and(eq(runs.ccid, ccid)),
    key: runs.titleFolded,
    tie: runs.id,
    descending: true,
  };
  const asked = { after: null, keep: 500, counting: true };
  const whole = await firstInOrder(db, scan, asked);
  expect(whole.count).toBe(9_000);
  const little = new Invocation({ statements: 31, subrequests: 1_000 });
  expect(await little.run(() => firstInOrder(db, scan, asked))).toEqual(whole);
  // Two more statements: one sorts, one counts.
  expect(little.has({ statements: 27 })).toBe(true);
});
