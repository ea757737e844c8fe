import { ARTIFACT_ORDERS } from '../../../src/store/artifacts.ts';
import { JOB_ORDERS } from '../../../src/store/jobs.ts';
import { RUN_ORDERS } from '../../../src/store/runs.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../../src/model/fold.ts';
import { STATUS_LABELS } from '../../../src/model/status.ts';
import { callerOf, makeApp, newCenter } from '../harness.ts';
import { fill } from './sample-lists.ts';

const { app } = makeApp();
const ccid = newCenter();
beforeAll(() => fill(ccid, newCenter()));

type Item = Readonly<Record<string, unknown>>;

/** What a filter searches of an item. */
const SEARCHED: Readonly<Record<string, (item: Item) => readonly unknown[]>> = {
  title: (item) => [item['title']],
  jobTitle: (item) => [item['jobTitle']],
  name: (item) => [item['name']],
  fileName: (item) => [item['fileName']],
  type: (item) => [item['type']],
  source: () => ['UCS', 'Contact History'],
  scheduleType: (item) => [item['scheduleType']],
  status: (item) => [
    item['status'],
    Object.entries(STATUS_LABELS).find(([, label]) => label === item['status'])?.[0],
  ],
};

const LISTS: [string, string[]][] = [
  ['v10/export/jobs', ['title', 'type', 'source', 'scheduleType']],
  ['v4/export/jobs', ['title', 'type']],
  ['v10/export/history', ['title', 'type', 'status', 'source', 'fileName']],
  ['v4/export/history', ['title', 'type', 'status', 'fileName']],
  ['v10/file-metadatas', ['name', 'jobTitle', 'type', 'source']],
  ['v3/file-metadatas', ['name', 'jobTitle', 'type']],
];

const WORDS =
  'a A apple APPLE contact CONTACT Interaction ucs HISTORY zip EXPORT-4. IN_PROGRESS ed once DAILY';
const LETTERS = 'ß SS STRASSE İ i I ı istanbul İSTANBUL ﬀ full οδος ΟΔΟΣ 😀';
const SIGNS = "% _ ' \" it's \\ -- ;";
const VALUES = [WORDS, LETTERS, SIGNS]
  .flatMap((values) => values.split(' '))
  .concat('in progress', '100 % _', ' ', '\0', 'x'.repeat(1_000), 'İ'.repeat(1_000));

describe.each(LISTS)('%s', (path, filters) => {
  it.each(filters)('filters by %s as the fold of the text says', async (filter) => {
    const call = await callerOf(app, ccid);
    const ask = async (query: string): Promise<readonly Item[]> => {
      const response = await call(`/udm/${path}?${query}`);
      if (response.status === 204) return [];
      const page = await response.json<{ count: number; items: Item[] }>();
      expect([response.status, page.count]).toEqual([200, page.items.length]);
      return page.items;
    };
    const all = await ask('');
    expect(all.length).toBeGreaterThan(10);
    let matched = 0;
    for (const value of VALUES) {
      const wanted = fold(value);
      const expected = all.filter((item) =>
        SEARCHED[filter]?.(item).some((text) => fold(String(text)).includes(wanted)),
      );
      const found = await ask(new URLSearchParams([[filter, value]]).toString());
      expect(found, `${filter}=${value.slice(0, 20)}`).toEqual(expected);
      matched += expected.length > 0 && expected.length < all.length ? 1 : 0;
    }
    // The source alone is the same of all of them.
    expect(matched > 0 || filter === 'source').toBe(true);
  });
});

describe('filtered lists', () => {
  const ordered = [
    ['v10/export/jobs', 'title', Object.keys(JOB_ORDERS)],
    ['v10/export/history', 'title', Object.keys(RUN_ORDERS)],
    ['v10/file-metadatas', 'jobTitle', Object.keys(ARTIFACT_ORDERS)],
  ] as const;
  it.each(ordered)('%s by %s keep every order, page by page', async (path, filter, orders) => {
    const call = await callerOf(app, ccid);
    const ask = async (query: string) => (await call(`/udm/${path}?${query}`)).json<{ items: Item[] }>();
    for (const order of orders.flatMap((name) => [`orderField=${name}`, `orderField=${name}&descAsc=true`])) {
      const all = (await ask(order)).items;
      const expected = all.filter((item) => fold(String(item['title'] ?? item['jobTitle'])).includes('s'));
      expect(expected.length).toBeGreaterThan(3);
      const pages: Item[] = [];
      for (let from = 0; from < expected.length; from += 3)
        pages.push(...(await ask(`${filter}=S&${order}&from=${from}&size=3`)).items);
      expect(pages, order).toEqual(expected);
    }
  });
});
