import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { callerOf, makeApp, newCenter, START } from '../harness.ts';
import { meteredDb } from './sample-runs.ts';

const FILES = 20_000;
const ccid = newCenter();
/** Before and above what UTF-16 puts elsewhere than UTF-8. */
const TITLES = ['\u{1f600}', '\ufffd', 'z', 'title', ''];
beforeAll(async () => {
  await env.DB.prepare(
    `INSERT INTO artifacts (name, ccid, key, job_id, history_id, job_title, job_title_folded, type, source, volume, size,
       sha256, uploaded_at, expires_at)
     SELECT 'export-' || value || '.zip.smime', ?1, 'k' || value, value % 7, value % 5000,
       json_extract(?4, '$[' || (value % 5) || ']'), json_extract(?4, '$[' || (value % 5) || ']'),
       'Interaction', 'UCS', 1, value % 11, 'ab', ?3 - value % 13, ?3 + 1
     FROM json_each(?2)`,
  )
    .bind(ccid, JSON.stringify(Array.from({ length: FILES }, (_, n) => n)), START, JSON.stringify(TITLES))
    .run();
}, 120_000);

async function cost(query: string) {
  const { db, read } = meteredDb();
  const call = await callerOf(makeApp({ db }).app, ccid);
  const response = await call(`/udm/v10/file-metadatas?${query}`);
  const page = await response.json<{ count: number; items: { name: string }[] }>();
  return { count: page.count, names: page.items.map(({ name }) => name), rows: read() };
}

it.each([
  ['historyId', 'history_id'],
  ['name', 'name'],
  ['jobTitle', 'job_title_folded'],
  ['size', 'size'],
  ['uploadDate', 'uploaded_at'],
])('a page of files by %s reads every file once', async (order, key) => {
  for (const [direction, filter, where] of [
    ['ASC', '', '1'],
    ['DESC', '&name=99', `name LIKE '%99%'`],
    ['DESC', '&jobTitle=%EF%BF%BD', `job_title = '\ufffd'`],
  ] as const) {
    const found = await cost(`size=50&orderField=${order}&descAsc=${direction === 'DESC'}${filter}`);
    const expected = await env.DB.prepare(
      `SELECT name FROM artifacts WHERE ccid = ? AND ${where} ORDER BY ${key} ${direction}, name ${direction}`,
    )
      .bind(ccid)
      .all<{ name: string }>();
    expect(found.names).toEqual(expected.results.slice(0, 50).map(({ name }) => name));
    expect(found.count).toBe(expected.results.length);
    expect(found.rows).toBeLessThanOrEqual(FILES + 50 + 150);
  }
});
