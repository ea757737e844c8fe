import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { project } from '../../../src/store/projection.ts';
import { callerOf, makeApp, newCenter, type Failed } from '../harness.ts';
import { projection } from './sample-lists.ts';

const { app } = makeApp();
interface CursorPage {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly nextCursor?: string;
  readonly size: number;
}
let base = 5_000;

/** A contact center with 25 jobs, a run each; `add` puts one more on file, with values that others have too. */
async function center() {
  const ccid = newCenter();
  base += 1_000;
  let n = base;
  const add = () => project(env.DB, projection(ccid, ++n));
  for (let job = 0; job < 25; job += 1) await add();
  return { ccid, add, call: await callerOf(app, ccid) };
}

const LISTS: [string, string[]][] = [
  [
    'export/jobs',
    [
      'id',
      'createdDate',
      'startedAt',
      'title',
      'status',
      'type',
      'source',
      'fileName',
      'fileSize',
      'size',
      'scheduleType',
    ],
  ],
  [
    'export/history',
    ['id', 'createdDate', 'startedAt', 'title', 'status', 'type', 'source', 'fileName', 'fileSize', 'size'],
  ],
  [
    'file-metadatas',
    [
      'name',
      'fileName',
      'jobTitle',
      'type',
      'source',
      'size',
      'uploadDate',
      'expiryDate',
      'historyId',
      'jobId',
    ],
  ],
];

describe.each(LISTS)('cursors of %s', (list, orders) => {
  const idOf = (item: Readonly<Record<string, unknown>>) => item['id'] ?? item['name'];

  it.each(orders.flatMap((order) => [`orderField=${order}`, `orderField=${order}&descAsc=true`]).concat(''))(
    'page by %s completely and without overlap while rows are added',
    async (order) => {
      const { call, add } = await center();
      const whole = await (await call(`/udm/v10/${list}?${order}`)).json<CursorPage>();
      const before = whole.items.map(idOf);
      const seen: unknown[] = [];
      let cursor = '';
      for (let pages = 0; pages < 40; pages += 1) {
        const response = await call(`/udm/v10/${list}?size=4&${order}&cursor=${cursor}`);
        expect(response.status).toBe(200);
        const page = await response.json<CursorPage>();
        expect(page).not.toHaveProperty('count');
        seen.push(...page.items.map(idOf));
        await add();
        if (page.nextCursor === undefined) break;
        cursor = page.nextCursor;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => before.includes(id))).toEqual(before);
    },
  );

  it('end with the last row, however it falls on the page', async () => {
    const { call } = await center();
    const { items } = await (await call(`/udm/v10/${list}`)).json<CursorPage>();
    const page = async (size: number) =>
      (await call(`/udm/v10/${list}?cursor=&size=${size}`)).json<CursorPage>();
    expect(await page(items.length - 1)).toHaveProperty('nextCursor');
    expect(await page(items.length)).not.toHaveProperty('nextCursor');
    expect((await page(items.length + 1)).items).toHaveLength(items.length);
    expect(await page(0)).toEqual({ from: 0, items: [], size: 0 });
  });

  it('are good for their own list, order, filters and contact center alone', async () => {
    const { call } = await center();
    const stranger = await center();
    const { nextCursor } = await (await call(`/udm/v10/${list}?size=3&cursor=`)).json<CursorPage>();
    expect((await call(`/udm/v10/${list}?size=5&cursor=${nextCursor}`)).status).toBe(200);
    const refusals = [
      await call(`/udm/v10/${list}?cursor=${nextCursor}&orderField=type`),
      await call(`/udm/v10/${list}?cursor=${nextCursor}&type=contact`),
      await call(`/udm/v10/${list}?cursor=${nextCursor?.slice(1)}`),
      await call(`/udm/v10/${list}?cursor=%F0%9F%98%80`),
      await stranger.call(`/udm/v10/${list}?cursor=${nextCursor}`),
    ];
    const bodies = await Promise.all(refusals.map((response) => response.json<Failed>()));
    expect(bodies.map(({ status }) => [status.code, status.detail.field])).toEqual(
      bodies.map(() => [400, 'cursor']),
    );
    expect(new Set(bodies.map(({ status }) => status.message)).size).toBe(1);
    expect((await call(`/udm/v10/${list}?cursor=&from=1`)).status).toBe(400);
  });

  it('of nothing are the answer to nothing', async () => {
    const call = await callerOf(app, newCenter());
    const response = await call(`/udm/v10/${list}?cursor=`);
    expect(response.status).toBe(list === 'file-metadatas' ? 200 : 204);
  });
});
