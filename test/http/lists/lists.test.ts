import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { callerOf, makeApp, newCenter, type Failed } from '../harness.ts';
import { fill, list as listOf, type Page } from './sample-lists.ts';

const { app } = makeApp();
const main = newCenter();
const neighbour = newCenter();
const list = (path: string, ccid = main) => listOf(app, ccid, path);
beforeAll(() => fill(main, neighbour));

const ids = (page: Page) => page.items.map((item) => item['id']);

describe.each([
  [
    'export/jobs',
    40,
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
    40,
    ['id', 'createdDate', 'startedAt', 'title', 'status', 'type', 'source', 'fileName', 'fileSize', 'size'],
  ],
  [
    'file-metadatas',
    18,
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
])('GET %s', (path, total, orders) => {
  const idOf = (item: Page['items'][number]) => item['id'] ?? item['name'];

  it('answers everything, the newest first', async () => {
    const page = await list(path);
    expect(page).toMatchObject({ count: total, from: 0, size: 999999999 });
    expect(page.items).toHaveLength(total);
    const order = page.items.map((item) => Number(item['id'] ?? item['historyId']));
    expect(order).toEqual(order.toSorted((left, right) => right - left));
  });

  it.each(orders)('pages by %s without gap or overlap, both ways', async (order) => {
    for (const descAsc of ['true', 'false']) {
      const whole = await list(`${path}?orderField=${order}&descAsc=${descAsc}`);
      const paged: unknown[] = [];
      for (let from = 0; from < total; from += 7) {
        const page = await list(`${path}?orderField=${order}&descAsc=${descAsc}&from=${from}&size=7`);
        expect(page).toMatchObject({ count: total, from, size: 7 });
        paged.push(...page.items.map(idOf));
      }
      expect(paged).toEqual(whole.items.map(idOf));
      expect(new Set(paged).size).toBe(total);
    }
    const up = (await list(`${path}?orderField=${order}`)).items.map(idOf);
    const down = (await list(`${path}?orderField=${order}&descAsc=true`)).items.map(idOf);
    expect(up).toEqual(down.toReversed());
  });

  it('orders values', async () => {
    const field = path === 'file-metadatas' ? 'uploadDate' : 'createdDate';
    const page = await list(`${path}?orderField=${field}`);
    const dates = page.items.map((item) => Date.parse(String(item[field])));
    expect(dates).toEqual(dates.toSorted((left, right) => left - right));
  });

  it.each([
    ['orderField=nonsense', 'orderField'],
    ['orderField=constructor', 'orderField'],
    ['from=-1', 'from'],
    ['size=1.5', 'size'],
    ['size=abc', 'size'],
    ['from=9007199254740992', 'from'],
    ['descAsc=yes', 'descAsc'],
    // Names that every object has.
    ['descAsc=__proto__', 'descAsc'],
    ['descAsc=constructor', 'descAsc'],
    ['bgUpdate=1', 'bgUpdate'],
    ['size=1&size=2', 'size'],
  ])('refuses %s', async (query, field) => {
    const response = await (await callerOf(app, main))(`/udm/v10/${path}?${query}`);
    expect(response.status).toBe(400);
    const { status } = await response.json<Failed>();
    expect(status.detail.field).toBe(field);
    const named = orders.filter((name) => status.message.includes(name));
    expect(named.length === orders.length).toBe(field === 'orderField');
  });

  it('takes empty parameters for absent ones, size 0 and a start behind the end', async () => {
    expect((await list(`${path}?from=&size=&orderField=&descAsc=&type=&bgUpdate=`)).items).toHaveLength(
      total,
    );
    expect(await list(`${path}?size=0`)).toEqual({ count: total, from: 0, items: [], size: 0 });
    expect(await list(`${path}?from=1000`)).toMatchObject({ count: total, from: 1000, items: [] });
  });

  it('never shows another contact center', async () => {
    const neighbours = await list(path, neighbour);
    expect(neighbours.items.every((item) => Number(item['jobId'] ?? item['id']) > 10_000)).toBe(true);
    const response = await (await callerOf(app, newCenter()))(`/udm/v10/${path}`);
    expect(response.status).toBe(path === 'file-metadatas' ? 200 : 204);
    expect(await response.text()).toBe(
      path === 'file-metadatas' ? '{"count":0,"from":0,"items":[],"size":999999999}' : '',
    );
  });
});

describe('long lists', () => {
  it('cross the pages of the store in order, by rows and by size', async () => {
    const ccid = newCenter();
    const insert = env.DB.prepare(
      `INSERT INTO runs (id, ccid, job_id, version, type, source, title, title_folded, status, file_name, file_name_folded,
         file_size, progress, created_at, view)
       SELECT 500000 + value, ?1, 1, 1, 'Contact', 'UCS', 't', 't', 'FINISHED', '', '', value % 3, 0, 0,
         json_object('id', 500000 + value, 'x', ?2) FROM json_each(?3)`,
    );
    const numbers = Array.from({ length: 2_500 }, (_, n) => n);
    await insert.bind(ccid, 'x'.repeat(3_000), JSON.stringify(numbers)).run();
    const all = ids(await list('export/history?size=100000', ccid));
    expect(all).toEqual(numbers.map((n) => 500_000 + n).toReversed());
    const bySize = ids(await list('export/history?orderField=fileSize&from=100&size=2300', ccid));
    const expected = numbers
      .map((n) => 500_000 + n)
      .toSorted((a, b) => ((a - 500_000) % 3) - ((b - 500_000) % 3) || a - b);
    expect(bySize).toEqual(expected.slice(100, 2_400));
  });

  it('stop reading when the client stops', async () => {
    const call = await callerOf(app, main);
    const response = await call('/udm/v10/export/jobs');
    await response.body?.cancel();
    expect((await list('export/jobs')).count).toBe(40);
  });
});
