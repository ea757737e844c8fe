import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { callerOf, makeApp, newCenter, START, type Failed } from '../harness.ts';

const { app, clock } = makeApp();
const ccid = newCenter();
const bytes = crypto.getRandomValues(new Uint8Array(10_000));

async function addFile(name: string, key: string, expiresAt: number) {
  await env.BUCKET.put(key, bytes);
  await env.DB.prepare(
    `INSERT INTO artifacts (name, ccid, key, job_id, history_id, job_title, job_title_folded, type, source, volume, size,
       sha256, uploaded_at, expires_at) VALUES (?, ?, ?, 1, 2, 't', 't', 'Contact', 'UCS', 1, ?, '', 0, ?)`,
  )
    .bind(name, ccid, key, bytes.byteLength, expiresAt)
    .run();
}

beforeAll(async () => {
  await addFile('export-a.zip.smime', 'artifacts/c/1/a b&c', START + 86_400_000);
  await addFile('export-b.zip.smime', 'artifacts/c/2/b', START + 86_400_000);
  await addFile('export-short.zip.smime', 'artifacts/c/3/c', START + 60_500);
});

async function linkOf(name: string): Promise<URL> {
  const response = await (await callerOf(app, ccid))(`/udm/v10/files/${name}`);
  expect(response.status).toBe(303);
  return new URL(response.headers.get('Location') ?? '');
}
const download = (link: URL, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(link.href, { method, headers });
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const message = async (response: Response) => (await response.json<Failed>()).status.message;

describe('GET /udm/v10/files/{filename}', () => {
  it('redirects to a link on the same origin', async () => {
    const call = await callerOf(app, ccid);
    const response = await call('https://udm.test:8443/udm/v10/files/export-a.zip.smime');
    expect(response.status).toBe(303);
    const link = new URL(response.headers.get('Location') ?? '');
    expect(link.origin).toBe('https://udm.test:8443');
    expect(link.pathname).toBe('/udm/download/export-a.zip.smime');
    expect([...link.searchParams.keys()]).toEqual(['key', 'expires', 'signature']);
    expect(link.searchParams.get('expires')).toBe(String(START / 1000 + 600));
  });

  it('is 404 for what is not there, has expired or belongs to another contact center', async () => {
    const call = await callerOf(app, ccid);
    for (const name of ['nothing', '..%2Fexport-a.zip.smime', '%', "' OR 1=1 --"]) {
      expect((await call(`/udm/v10/files/${name}`)).status).toBe(404);
    }
    const stranger = await callerOf(app, newCenter());
    expect((await stranger('/udm/v10/files/export-a.zip.smime')).status).toBe(404);
    clock.now = START + 60_500;
    expect((await call('/udm/v10/files/export-short.zip.smime')).status).toBe(404);
    clock.now = START;
  });

  it('gives no link that outlives the file', async () => {
    const link = await linkOf('export-short.zip.smime');
    expect(link.searchParams.get('expires')).toBe(String(START / 1000 + 60));
  });
});

describe('a download link', () => {
  it('gives the bytes, whatever tokens come with it', async () => {
    const link = await linkOf('export-a.zip.smime');
    const stray = { Authorization: 'Bearer of-somebody-else', 'x-api-key': 'foreign' };
    const response = await download(link, stray);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '10000',
      'content-disposition': `attachment; filename="export-a.zip.smime"; filename*=UTF-8''export-a.zip.smime`,
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store, no-transform',
      etag: expect.stringMatching(/^"[^"]+"$/),
    });
    expect(await bytesOf(response)).toEqual(bytes);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const link = await linkOf('export-a.zip.smime');
    const [head, get] = [await download(link, {}, 'HEAD'), await download(link)];
    expect(head.status).toBe(200);
    // Each request has an id of its own.
    for (const { headers } of [head, get]) headers.delete('X-Request-Id');
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
    expect((await bytesOf(head)).byteLength).toBe(0);
    await get.arrayBuffer();
  });

  it('is refused when any character of it was changed', async () => {
    const link = await linkOf('export-a.zip.smime');
    const start = link.href.indexOf('/export-a') + 1;
    for (let at = start; at < link.href.length; at += 1) {
      const other = link.href[at] === '1' ? '2' : '1';
      const response = await app.request(link.href.slice(0, at) + other + link.href.slice(at + 1));
      expect([at, response.status]).toEqual([at, 403]);
      expect(await message(response)).toContain('changed');
    }
  });

  it('is refused with another name, key, expiry or signature, with more and with less', async () => {
    const [one, two] = [await linkOf('export-a.zip.smime'), await linkOf('export-b.zip.smime')];
    const changed: URL[] = [];
    for (const name of ['key', 'signature']) {
      const link = new URL(one);
      link.searchParams.set(name, two.searchParams.get(name) ?? '');
      changed.push(link);
    }
    const later = new URL(one);
    later.searchParams.set('expires', String(START / 1000 + 6_000));
    const renamed = new URL(one);
    renamed.pathname = two.pathname;
    const more = new URL(`${one.href}&key=artifacts/c/2/b`);
    const upper = new URL(one);
    upper.searchParams.set('signature', (one.searchParams.get('signature') ?? '').toUpperCase());
    const less = ['key', 'expires', 'signature'].map((name) => {
      const link = new URL(one);
      link.searchParams.delete(name);
      return link;
    });
    for (const link of [...changed, later, renamed, more, upper, ...less]) {
      const response = await download(link);
      expect([link.search, response.status]).toEqual([link.search, 403]);
      expect(await message(response)).toContain('changed');
    }
  });

  it('is refused when it has expired, and says so', async () => {
    const link = await linkOf('export-a.zip.smime');
    clock.now = START + 600_000 - 1;
    const last = await download(link);
    expect(last.status).toBe(200);
    await last.arrayBuffer();
    clock.now = START + 600_000;
    const response = await download(link);
    expect(response.status).toBe(403);
    expect(await message(response)).toContain('expired');
    link.searchParams.set('signature', 'x');
    expect(await message(await download(link))).toContain('changed');
    clock.now = START;
  });

  it('is 404 when the file is gone', async () => {
    await addFile('export-gone.zip.smime', 'artifacts/c/4/d', START + 86_400_000);
    const link = await linkOf('export-gone.zip.smime');
    await env.BUCKET.delete('artifacts/c/4/d');
    expect((await download(link)).status).toBe(404);
  });

  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=100-199', 100, 100],
    ['bytes=9990-', 9990, 10],
    ['bytes=-5', 9995, 5],
    ['bytes=-20000', 0, 10_000],
    ['bytes=9999-20000', 9999, 1],
  ])('answers Range %s', async (range, offset, length) => {
    const response = await download(await linkOf('export-a.zip.smime'), { Range: range });
    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Range')).toBe(`bytes ${offset}-${offset + length - 1}/10000`);
    expect(response.headers.get('Content-Length')).toBe(String(length));
    expect(await bytesOf(response)).toEqual(bytes.subarray(offset, offset + length));
  });

  it.each(['bytes=10000-', 'bytes=10000-10001', 'bytes=-0'])('answers 416 to Range %s', async (range) => {
    const response = await download(await linkOf('export-a.zip.smime'), { Range: range });
    expect(response.status).toBe(416);
    expect(response.headers.get('Content-Range')).toBe('bytes */10000');
    await message(response);
  });

  it.each(['bytes=5-1', 'bytes=-', 'lines=1-2', 'bytes=0-1,5-6', 'nonsense'])(
    'answers the whole file to Range %s',
    async (range) => {
      const response = await download(await linkOf('export-a.zip.smime'), { Range: range });
      expect(response.status).toBe(200);
      expect((await bytesOf(response)).byteLength).toBe(10_000);
    },
  );

  it('answers HEAD of a range with the whole', async () => {
    const response = await download(await linkOf('export-a.zip.smime'), { Range: 'bytes=0-5' }, 'HEAD');
    expect([response.status, response.headers.get('Content-Length')]).toEqual([200, '10000']);
  });

  it('sends nothing of a file that is not the one that was begun', async () => {
    const link = await linkOf('export-a.zip.smime');
    const { headers } = await download(link, {}, 'HEAD');
    const [etag, modified] = [headers.get('ETag') ?? '', headers.get('Last-Modified') ?? ''];
    for (const [condition, status] of [
      [{ 'If-Match': `"other", ${etag}` }, 200],
      [{ 'If-Match': '*' }, 200],
      [{ 'If-Match': '"other"' }, 412],
      [{ 'If-Match': `W/${etag}` }, 412],
      [{ 'If-Unmodified-Since': modified }, 200],
      [{ 'If-Unmodified-Since': 'soon' }, 200],
      [{ 'If-Unmodified-Since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 412],
      [{ 'If-Match': etag, 'If-Unmodified-Since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 200],
    ] as const) {
      const response = await download(link, { ...condition });
      expect([condition, response.status]).toEqual([condition, status]);
      await response.arrayBuffer();
    }
  });

  it('answers conditions on the ETag', async () => {
    const link = await linkOf('export-a.zip.smime');
    const head = await download(link, {}, 'HEAD');
    const etag = head.headers.get('ETag') ?? '';
    const same = await download(link, { 'If-None-Match': `"other", W/${etag}` });
    expect([same.status, (await bytesOf(same)).byteLength]).toEqual([304, 0]);
    const modified = head.headers.get('Last-Modified') ?? '';
    for (const [headers, status] of [
      [{ 'If-Modified-Since': modified }, 304],
      [{ 'If-Modified-Since': 'Tue, 01 Jan 2999 00:00:00 GMT' }, 304],
      [{ 'If-Modified-Since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 200],
      [{ 'If-Modified-Since': 'no date' }, 200],
      // RFC 9110 section 13.1.3: the tag decides where both are sent.
      [{ 'If-Modified-Since': modified, 'If-None-Match': '"other"' }, 200],
    ] as const) {
      const response = await download(link, { ...headers });
      expect([headers, response.status]).toEqual([headers, status]);
      await response.arrayBuffer();
    }
    const other = await download(link, { 'If-None-Match': '"other"' });
    expect([other.status, (await bytesOf(other)).byteLength]).toEqual([200, 10_000]);
    const range = { Range: 'bytes=0-9' };
    for (const [condition, status] of [
      [etag, 206],
      [modified, 206],
      ['"other"', 200],
      [`W/${etag}`, 200],
    ] as const) {
      const response = await download(link, { ...range, 'If-Range': condition });
      expect([condition, response.status]).toEqual([condition, status]);
      await response.arrayBuffer();
    }
  });
});
