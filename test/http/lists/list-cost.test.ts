import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { readStatistics } from '../../../src/store/statistics.ts';
import { callerOf, makeApp, newCenter } from '../harness.ts';
import { inLength } from '../../support/mode.ts';
import { addRuns, meteredDb } from './sample-runs.ts';

const RUNS = inLength(50_000, 100_000);
const BASE = 10_000_000;
const ccid = newCenter();
beforeAll(() => addRuns(ccid, { base: BASE, count: RUNS }), 120_000);

/** Asks for a list; answers it with the rows that D1 read for it. */
async function cost(query: string) {
  const { db, read } = meteredDb();
  const call = await callerOf(makeApp({ db }).app, ccid);
  const response = await call(`/udm/v10/export/history?${query}`);
  expect(response.status).toBe(200);
  const page = await response.json<{ count?: number; items: { id: number }[]; nextCursor?: string }>();
  return { page, rows: read() };
}

/** What a plain scan finds, as an oracle. */
async function count(where: string): Promise<number> {
  const row = await env.DB.prepare(`SELECT count(*) AS n FROM runs WHERE ccid = ? AND ${where}`)
    .bind(ccid)
    .first<{ n: number }>();
  return row?.n ?? -1;
}

describe(`a page of 50 out of ${RUNS} runs`, () => {
  const filters: [string, string][] = [
    ['', '1'],
    ['status=failed', `status = 'FAILED'`],
    ['status=cancelled', `status = 'CANCELLED'`],
    ['status=ed', '1'],
    ['status=in', `status = 'FINISHED'`],
    ['status=l', `status IN ('FAILED', 'CANCELLED')`],
    ['type=contact', `type = 'Contact'`],
    ['source=ucs', '1'],
    [`jobId=${BASE + 7}`, `job_id = ${BASE + 7}`],
    [`jobId=${BASE + 4}&status=skipped`, `job_id = ${BASE + 4} AND status = 'SKIPPED'`],
    ['type=contact&status=fail&source=history', `type = 'Contact' AND status = 'FAILED'`],
    ['type=inter&status=failed', `type = 'Interaction' AND status = 'FAILED'`],
  ];
  const orders = ['', 'orderField=id', 'orderField=createdDate', 'orderField=createdDate&descAsc=true'];
  it.each(filters.flatMap(([filter, where]) => orders.map((order) => [filter, order, where] as const)))(
    '%s %s reads at most 200 rows',
    async (filter, order, where) => {
      const { page, rows } = await cost(`size=50&${filter}&${order}`);
      expect(rows).toBeGreaterThan(0);
      expect(rows).toBeLessThanOrEqual(200);
      expect(page.count).toBe(await count(where));
      const key = order.includes('created') ? 'created_at' : 'id';
      const direction = order === '' || order.includes('true') ? 'DESC' : 'ASC';
      const expected = await env.DB.prepare(
        `SELECT id FROM runs WHERE ccid = ? AND ${where} ORDER BY ${key} ${direction}, id ${direction} LIMIT 50`,
      )
        .bind(ccid)
        .all<{ id: number }>();
      expect(page.items.map(({ id }) => id)).toEqual(expected.results.map(({ id }) => id));
    },
  );

  it('by cursor costs no more, on whichever page', async () => {
    let cursor = '';
    for (let pages = 0; pages < 5; pages += 1) {
      const { page, rows } = await cost(`size=50&status=l&orderField=createdDate&cursor=${cursor}`);
      expect(rows).toBeLessThanOrEqual(200);
      cursor = page.nextCursor ?? '';
      expect(cursor).not.toBe('');
    }
  });

  it.each([
    ['title=title%20976', `title = 'Title 976'`],
    ['fileName=99.zip', `file_name LIKE '%99.zip%'`],
    ['title=title&status=failed', `status = 'FAILED'`],
  ])('with "contains" (%s) sees each narrow row once', async (filter, where) => {
    const { page, rows } = await cost(`size=50&${filter}`);
    expect(page.count).toBe(await count(where));
    expect(page.items).toHaveLength(50);
    expect(rows).toBeLessThanOrEqual(RUNS + 50);
  });
});

it('"contains" of nothing is no content', async () => {
  const call = await callerOf(makeApp().app, ccid);
  expect((await call('/udm/v10/export/history?size=50&title=nothing')).status).toBe(204);
});

describe('"contains" in another order', () => {
  const sorted: [string, string][] = [
    ['fileSize', 'file_size'],
    ['title', 'title_folded'],
    ['fileName', 'file_name_folded'],
    ['createdDate', 'created_at'],
    ['startedAt', 'coalesce(started_at, -1)'],
    ['status', 'status'],
    ['type', 'type'],
    ['source', 'source'],
  ];
  const filters: [string, string][] = [
    ['title=title%20976', `title = 'Title 976'`],
    ['title=title', '1'],
  ];
  it.each(
    sorted.flatMap(([order, key]) => filters.map(([filter, where]) => [order, filter, key, where] as const)),
  )('%s with %s counts and sorts in one scan', async (order, filter, key, where) => {
    for (const direction of ['ASC', 'DESC']) {
      const { page, rows } = await cost(
        `size=50&${filter}&orderField=${order}&descAsc=${direction === 'DESC'}`,
      );
      const expected = await env.DB.prepare(
        `SELECT id FROM runs WHERE ccid = ? AND ${where} ORDER BY ${key} ${direction}, id ${direction} LIMIT 50`,
      )
        .bind(ccid)
        .all<{ id: number }>();
      expect(page.items.map(({ id }) => id)).toEqual(expected.results.map(({ id }) => id));
      expect(page.count).toBe(await count(where));
      expect(rows).toBeLessThanOrEqual(RUNS + 50 + 150);
    }
  });

  it('costs no more by cursor, or in the middle, or where everything is asked for', async () => {
    const query = 'title=title%20976&orderField=fileSize&descAsc=true';
    const whole = await cost(query);
    expect(whole.page.items).toHaveLength(whole.page.count ?? 0);
    expect(whole.rows).toBeLessThanOrEqual(RUNS + 500);
    const seen: number[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { page, rows } = await cost(`size=40&cursor=${cursor}&${query}`);
      expect(rows).toBeLessThanOrEqual(RUNS + 200);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole.page.items.map(({ id }) => id));
    const later = await cost(`size=50&from=80&${query}`);
    expect(later.page.items).toEqual(whole.page.items.slice(80));
    expect([later.page.count, later.rows < RUNS + 200]).toEqual([whole.page.count, true]);
    const behindTheEnd = await cost('size=50&from=500&title=title%20976&orderField=title');
    expect([behindTheEnd.page.count, behindTheEnd.page.items.length]).toEqual([whole.page.count, 0]);
    const none = await cost(`size=0&${query}`);
    expect([none.page.count, none.page.items.length]).toEqual([whole.page.count, 0]);
  });

  it('goes on beyond what is held at once, from any start', async () => {
    const expected = await env.DB.prepare(
      `SELECT id FROM runs WHERE ccid = ? AND instr(title_folded, 'title 97') > 0 ORDER BY file_size, id`,
    )
      .bind(ccid)
      .all<{ id: number }>();
    const ids = expected.results.map(({ id }) => id);
    const shown = async (query: string) => (await cost(`title=title%2097&orderField=fileSize&${query}`)).page;
    expect(ids.length).toBeGreaterThan(RUNS / 125);
    expect((await shown('')).items.map(({ id }) => id)).toEqual(ids);
    const wide = await cost('title=title%201&orderField=fileSize&size=3500');
    const [wideCount] = [await count(`instr(title_folded, 'title 1') > 0`)];
    expect([wide.page.count, wide.page.items.length]).toEqual([wideCount, 3_500]);
    expect(new Set(wide.page.items.map(({ id }) => id)).size).toBe(3_500);
    const deep = await cost('title=title%201&orderField=fileSize&from=1500&size=2000');
    expect(deep.page.items).toEqual(wide.page.items.slice(1_500));
    expect(deep.page.count).toBe(wideCount);
  });
});

it('everything streams, page by page', async () => {
  const call = await callerOf(makeApp().app, ccid);
  const response = await call('/udm/v10/export/history?size=999999999');
  const member = '"parentId"';
  const decoder = new TextDecoder();
  let pieces = 0;
  let last = '';
  let items = 0;
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    expect(piece.byteLength).toBeLessThanOrEqual(64 * 1024);
    // A chunk may end anywhere: what may be the beginning of a member is looked at with the next one.
    const text = last.slice(1 - member.length) + decoder.decode(piece, { stream: true });
    items += text.split(member).length - 1;
    last = text;
    pieces += 1;
  }
  expect(items).toBe(RUNS);
  expect(pieces).toBeGreaterThan(50);
  expect(last.endsWith('],"size":999999999}')).toBe(true);
});

it('counters follow what becomes of runs', async () => {
  const own = newCenter();
  await addRuns(own, { base: BASE * 2, count: 200 });
  const call = await callerOf(makeApp().app, own);
  const shown = async (query: string) => {
    const response = await call(`/udm/v10/export/history?size=1&${query}`);
    return response.status === 204 ? 0 : (await response.json<{ count: number }>()).count;
  };
  expect(await shown('status=failed')).toBe(6);
  await env.DB.prepare(
    `UPDATE runs SET status = 'FINISHED', job_id = 77 WHERE ccid = ? AND status = 'FAILED'`,
  )
    .bind(own)
    .run();
  expect([await shown('status=failed'), await shown('status=finished'), await shown('jobId=77')]).toEqual([
    0, 196, 6,
  ]);
  await env.DB.prepare(`DELETE FROM runs WHERE ccid = ? AND job_id <> 77`).bind(own).run();
  expect([await shown(''), await shown('jobId=77'), await shown('status=skipped')]).toEqual([6, 6, 0]);
  await env.DB.prepare(`DELETE FROM runs WHERE ccid = ?`).bind(own).run();
  const left = await env.DB.prepare('SELECT count(*) AS n FROM run_counts WHERE ccid = ?')
    .bind(own)
    .first<{ n: number }>();
  expect([await shown(''), left?.n]).toEqual([0, 0]);
});

describe('the figures of a contact center with 100,000 runs', () => {
  it('read no more rows than are shown, and a thousand of what is counted one by one', async () => {
    let rows = 0;
    const batch: D1Database['batch'] = async (statements) => {
      const results = await env.DB.batch(statements);
      for (const { meta } of results) rows += meta.rows_read;
      // The same rows, whatever the caller takes them for.
      return results as never;
    };
    const db = { prepare: (text: string) => env.DB.prepare(text), batch } as D1Database; // all that is used
    // At a time of which every run is a run of the last day.
    const figures = await readStatistics(db, ccid, 60_000);
    expect([figures.started, figures.failed.length]).toEqual([[{ n: 1_000 }], 10]);
    expect(rows).toBeGreaterThan(1_000);
    expect(rows).toBeLessThanOrEqual(1_000 + 300);
  });
});
