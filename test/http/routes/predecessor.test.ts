import { beforeAll, describe, expect, it } from 'vitest';
import { callerOf, makeApp, newCenter } from '../harness.ts';
import { makeCertificate, pem } from '../make-certificate.ts';
import { ROWS, type Call, type Row } from './operations.ts';
import { fillIn, seed, type Things } from './seed.ts';

const { app } = makeApp();
let certificate = '';
beforeAll(async () => {
  certificate = pem('CERTIFICATE', await makeCertificate());
});

function requestOf(root: string, { row, call, things }: { row: Row; call: Call; things: Things }) {
  const query = call.query ? `?${fillIn(call.query, things)}` : '';
  const init: RequestInit = { method: row.method };
  if (call.json) {
    init.body = JSON.stringify(call.json);
    init.headers = { 'Content-Type': 'application/json' };
  }
  if (call.form) {
    init.body = new FormData();
    init.body.append('file', new File([call.form === 'certificate' ? certificate : 'no certificate'], 'c'));
  }
  return [`${root}/${row.version}${fillIn(call.path ?? row.path, things)}${query}`, init] as const;
}

const SUCCESS = { code: 0, message: 'successful', detail: {} };
const older = ROWS.filter(({ version }) => version !== 'v10');
const named = older.map((row) => [`${row.version} ${row.method} ${row.path}`, row] as const);

describe('where clients of the predecessor look for them', () => {
  it.each(named)('%s answers the same in the envelope', async (_, row) => {
    const ccid = newCenter();
    const things = await seed(ccid);
    const call = await callerOf(app, ccid);
    for (const failure of row.failures.filter(({ empty }) => !empty)) {
      const [path, init] = requestOf('/data-download', { row, call: failure, things });
      const answer = await call(path, init);
      expect(answer.status).toBe(failure.status);
      // What is refused in part is done in part.
      if (row.method !== 'GET') continue;
      const bare = await call(...requestOf('/udm', { row, call: failure, things }));
      expect(await answer.text()).toBe(await bare.text());
    }
    const [path, init] = requestOf('/data-download', { row, call: row.success, things });
    if (!row.open) expect((await app.request(path, init)).status).toBe(401);
    const bare =
      row.method === 'GET' ? await call(...requestOf('/udm', { row, call: row.success, things })) : null;
    const answer = await call(path, init);
    expect(answer.status).toBe(row.success.status);
    expect(answer.headers.get('Link')).toMatch(/^<\/udm\/v10\/.+>; rel="successor-version"$/);
    expect(answer.headers.get('Content-Length')).toBeNull();
    if (!answer.headers.get('Content-Type')?.startsWith('application/json')) return;
    const { status, data, ...more } = await answer.json<Record<string, unknown>>();
    expect([status, more]).toEqual([SUCCESS, {}]);
    if (bare) expect(data).toEqual(await bare.json());
  });

  it.each(['/v4/export/jobs', '/v4/export/history', '/v3/file-metadatas'])(
    'an empty list of %s is one with a count of 0; `orderField=id` is an order',
    async (path) => {
      const order = path.startsWith('/v4') ? 'id' : 'historyId';
      const call = await callerOf(app, newCenter());
      const answer = await call(`/data-download${path}?orderField=${order}&descAsc=true&size=10`);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({
        status: SUCCESS,
        data: { count: 0, from: 0, items: [], size: 10 },
      });
    },
  );

  it('has no other version, no path of its own, and the methods of each path', async () => {
    const call = await callerOf(app, newCenter());
    for (const path of ['/v10/export/jobs', '/v4/jobs', '', '/v4/openapi.json'])
      expect([path, (await call(`/data-download${path}`)).status]).toEqual([path, 404]);
    const other = await call('/data-download/v3/cipher', { method: 'DELETE' });
    expect([other.status, other.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});
