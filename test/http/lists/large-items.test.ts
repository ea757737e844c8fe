import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { listRuns } from '../../../src/store/runs.ts';
import { newCenter } from '../harness.ts';

/** History items whose answers have 100,000 characters each. */
async function addLarge(ccid: string, count: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, n) => n + 1));
  await env.DB.prepare(
    `INSERT INTO runs (id, ccid, job_id, version, type, source, title, title_folded, status, file_name,
       file_name_folded, file_size, progress, created_at, started_at, view)
     SELECT 7000000 + value, ?1, 1, 1, 'Interaction', 'UCS', 'A', 'a', 'FAILED', '', '', 0, 0, value, 1,
       json_object('id', value, 'x', printf('%.*c', 100000, 'x')) FROM json_each(?2)`,
  )
    .bind(ccid, numbers)
    .run();
}

it.each([
  ['by an index', { order: 'id' as const }, {}],
  ['by an index, counted', { order: 'id' as const }, { title: 'a' }],
  ['in any order', { order: 'title' as const }, {}],
  ['by cursor', { order: 'id' as const, after: null }, {}],
])('large items come in pages of half a million characters: %s', async (_, by, filter) => {
  const ccid = newCenter();
  await env.DB.prepare('DELETE FROM runs WHERE id > 7000000').run();
  await addLarge(ccid, 150);
  const request = { from: 0, size: 1_000, descending: true, ...by };
  const { count, pages } = await listRuns(env.DB, ccid, { filter, request });
  if (!('after' in by)) expect(count).toBe(150);
  const ids: number[] = [];
  for await (const page of pages) {
    expect(page.reduce((sum, { view }) => sum + view.length, 0)).toBeLessThan(700_000);
    ids.push(...page.map(({ tie }) => tie));
  }
  expect(ids).toEqual(Array.from({ length: 150 }, (_row, at) => 7_000_150 - at));
});
