import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { callerOf, makeApp, newCenter } from '../harness.ts';
import { addRuns, meteredDb } from './sample-runs.ts';

const RUNS = 6_000;
const BASE = 40_000_000;
const ccid = newCenter();
const STATUSES = ['QUEUED', 'IN_PROGRESS', 'FINISHED', 'FAILED', 'CANCELLED', 'SKIPPED'];

/** Runs of both types in all statuses, which are all the kinds that there can be. */
beforeAll(async () => {
  await addRuns(ccid, { base: BASE, count: RUNS });
  await env.DB.prepare(
    `UPDATE runs SET status = json_extract(?2, '$[' || (id / 7 % 6) || ']') WHERE ccid = ?1 AND id % 10 < 6`,
  )
    .bind(ccid, JSON.stringify(STATUSES))
    .run();
}, 120_000);

interface Page {
  readonly count?: number;
  readonly items: readonly { id: number }[];
  readonly nextCursor?: string;
}

/** Asks for a list; tells what D1 read until the answer began, and until it ended. */
async function ask(query: string) {
  const { db, read } = meteredDb();
  const call = await callerOf(makeApp({ db }).app, ccid);
  const response = await call(`/udm/v10/export/history?${query}`);
  const begun = read();
  const page = await response.json<Page>();
  return { page, begun, rows: read(), ids: page.items.map(({ id }) => id) };
}

async function idsOf(where: string, order: string): Promise<readonly number[]> {
  const { results } = await env.DB.prepare(
    `SELECT id FROM runs WHERE ccid = ? AND ${where} ORDER BY ${order}`,
  )
    .bind(ccid)
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}

describe('a list without size', () => {
  it.each(['', 'orderField=createdDate', 'status=failed', `jobId=${BASE + 7}`])(
    'begins as cheaply as a page of it (%s), and goes on without reading rows twice',
    async (query) => {
      const { page, begun, rows } = await ask(query);
      expect(begun).toBeLessThanOrEqual(200);
      expect(page.items).toHaveLength(page.count ?? -1);
      // Beyond the first page lengths are summed up: the window's rows count, too.
      expect(rows).toBeLessThanOrEqual(200 + 6 * page.items.length);
    },
  );
});

describe('walks over more kinds of runs than one SELECT takes', () => {
  const where = `status <> 'IN_PROGRESS'`;
  it.each([
    ['', 'id DESC'],
    ['orderField=id', 'id'],
    ['orderField=createdDate&descAsc=true', 'created_at DESC, id DESC'],
  ])('are one order (%s), from any start and by cursor', async (order, sorted) => {
    const expected = await idsOf(where, sorted);
    const whole = await ask(`status=d&source=ucs&${order}`);
    expect(whole.ids).toEqual(expected);
    expect(whole.page.count).toBe(expected.length);
    const later = await ask(`status=d&size=50&from=70&${order}`);
    expect(later.ids).toEqual(expected.slice(70, 120));
    let cursor = '';
    for (let pages = 0; pages < 4; pages += 1) {
      const { page, ids, rows } = await ask(`status=d&source=ucs&size=50&cursor=${cursor}&${order}`);
      expect(ids).toEqual(expected.slice(pages * 50, pages * 50 + 50));
      expect(rows).toBeLessThanOrEqual(200);
      cursor = page.nextCursor ?? '';
    }
  });

  it('take a job and a position along', async () => {
    const job = BASE + 7;
    const expected = await idsOf(`${where} AND job_id = ${job}`, 'created_at, id');
    const first = await ask(`jobId=${job}&status=d&source=ucs&orderField=createdDate&size=2&cursor=`);
    const second = await ask(
      `jobId=${job}&status=d&source=ucs&orderField=createdDate&size=500&cursor=${first.page.nextCursor ?? ''}`,
    );
    expect([...first.ids, ...second.ids]).toEqual(expected);
  });
});
