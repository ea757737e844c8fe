import { describe, expect, it, vi } from 'vitest';
import { callerOf, makeApp, newCenter, type Failed } from './harness.ts';

const { app, created } = makeApp();
const body = {
  source: 'UCS',
  type: 'UCS',
  title: 'Alle Gespräche',
  timeFrame: { all: true },
  schedulerParam: { immediately: true },
  jobParams: { type: 'Interaction', media: ['chat'] },
  suspended: false,
};
const json = (text: BodyInit, more: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...more },
  body: text,
});

async function failure(response: Response): Promise<Failed['status']> {
  const answer = await response.json<Failed>();
  expect(Object.keys(answer)).toEqual(['status']);
  expect(answer.status.code).toBe(response.status);
  expect(answer.status.message).not.toBe('');
  return answer.status;
}

describe('POST /udm/v10/export/jobs', () => {
  it('hands the checked body on and answers 202 with the job', async () => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    const response = await call('/udm/v10/export/jobs', json(JSON.stringify(body)));
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ id: 1, title: body.title, parentId: 0 });
    expect(created.at(-1)).toEqual({ ccid, request: body });
  });

  it.each<[string, unknown, string, string]>([
    ['no title', { ...body, title: undefined }, 'title', 'missing'],
    ['a number as title', { ...body, title: 1 }, 'title', 'wrong-type'],
    ['null as title', { ...body, title: null }, 'title', 'wrong-type'],
    ['a lone surrogate', { ...body, title: '\ud800' }, 'title', 'unstorable-text'],
    ['NUL', { ...body, title: 'a\0b' }, 'title', 'unstorable-text'],
    ['no time frame', { ...body, timeFrame: undefined }, 'timeFrame', 'missing'],
    ['text for all', { ...body, timeFrame: { all: 'true' } }, 'timeFrame.all', 'wrong-type'],
    [
      'text for media',
      { ...body, jobParams: { type: 'Contact', media: 'chat' } },
      'jobParams.media',
      'wrong-type',
    ],
    [
      'a number in media',
      { ...body, jobParams: { type: 'Contact', media: ['a', 1] } },
      'jobParams.media.1',
      'wrong-type',
    ],
    ['a number for cron', { ...body, schedulerParam: { cron: 5 } }, 'schedulerParam.cron', 'wrong-type'],
    ['text for suspended', { ...body, suspended: 'false' }, 'suspended', 'wrong-type'],
    ['an array', [], 'body', 'wrong-type'],
    ['null', null, 'body', 'wrong-type'],
    ['a refusal of the rules', { ...body, title: 'refused' }, 'title', 'title-length'],
  ])('refuses %s', async (_, value, field, code) => {
    const call = await callerOf(app, newCenter());
    const response = await call('/udm/v10/export/jobs', json(JSON.stringify(value)));
    expect(response.status).toBe(400);
    expect((await failure(response)).detail).toMatchObject({ field, code });
  });

  it.each<[string, string, BodyInit]>([
    ['no JSON', 'not-json', '{"source":'],
    ['nothing', 'not-json', ''],
    ['invalid UTF-8', 'body-not-utf8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['deep arrays', 'body-too-deep', '['.repeat(30_000) + ']'.repeat(30_000)],
    [
      'deep objects in an unknown key',
      'body-too-deep',
      `{"x":${'{"x":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
    ],
  ])('refuses a body of %s', async (_, code, text) => {
    const call = await callerOf(app, newCenter());
    const response = await call('/udm/v10/export/jobs', json(text));
    expect(response.status).toBe(400);
    expect((await failure(response)).detail).toMatchObject({ field: 'body', code });
  });

  it('tells of a body that is packed and does not say so', async () => {
    const call = await callerOf(app, newCenter());
    const packed = new Response(JSON.stringify(body)).body!.pipeThrough(new CompressionStream('gzip')); // of a text
    const response = await call('/udm/v10/export/jobs', json(await new Response(packed).bytes()));
    expect(response.status).toBe(415);
    expect((await failure(response)).detail).toMatchObject({ field: 'body', code: 'body-packed' });
  });

  it('does not take brackets inside a text for depth', async () => {
    const call = await callerOf(app, newCenter());
    const text = JSON.stringify({ ...body, description: '[{"\\'.repeat(500) });
    expect((await call('/udm/v10/export/jobs', json(text))).status).toBe(202);
  });

  it('refuses other content types and packed bodies with 415', async () => {
    const call = await callerOf(app, newCenter());
    const text = JSON.stringify(body);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      const response = await call('/udm/v10/export/jobs', json(text, { 'Content-Type': type }));
      expect(response.status).toBe(415);
      await failure(response);
    }
    expect((await call('/udm/v10/export/jobs', json(text, { 'Content-Encoding': 'gzip' }))).status).toBe(415);
  });

  it.each([
    'Application/JSON; charset=utf-8',
    'application/json;',
    'application/json ;charset=utf-8',
    'application/json;odata.metadata=minimal',
    'application/json; profile="a;b"',
  ])('takes the type %s', async (type) => {
    const call = await callerOf(app, newCenter());
    for (const version of ['v10', 'v4']) {
      const of = version === 'v4' ? { ...body, suspended: 'false' } : body;
      const response = await call(
        `/udm/${version}/export/jobs`,
        json(JSON.stringify(of), { 'Content-Type': type }),
      );
      expect(response.status).toBe(202);
    }
  });

  it('takes 64 KB and not more, also when the length is not told, and ends an endless body', async () => {
    const call = await callerOf(app, newCenter());
    const full = JSON.stringify({ ...body, title: '' }).length;
    const exact = JSON.stringify({ ...body, title: 'x'.repeat(64 * 1024 - full) });
    expect((await call('/udm/v10/export/jobs', json(exact))).status).toBe(202);
    expect((await call('/udm/v10/export/jobs', json(`${exact} `))).status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
      },
    });
    const response = await call('/udm/v10/export/jobs', json(endless));
    expect(response.status).toBe(413);
    expect((await failure(response)).detail).toEqual({
      field: 'body',
      code: 'body-too-large',
      data: { max: 64 * 1024 },
    });
    // 16 MB are read and forgotten, so that a sender of less gets to read the answer.
    expect(sent).toBeGreaterThan(1_000);
    expect(sent).toBeLessThan(1_100);
  });
});

describe('defects', () => {
  it('are a 500 that says nothing of the inside, and are logged without their words', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const call = await callerOf(app, newCenter());
    const response = await call('/udm/v10/export/jobs', json(JSON.stringify({ ...body, title: 'broken' })));
    expect(response.status).toBe(500);
    const status = await failure(response);
    expect(JSON.stringify(status)).not.toContain('secret');
    const requestId = response.headers.get('X-Request-Id');
    expect(status.detail).toEqual({ code: 'internal-error', requestId });
    expect(log.mock.calls.join()).toContain(requestId);
    expect(log).toHaveBeenCalledOnce();
    expect(log.mock.calls.join()).toContain('/udm/v10/export/jobs');
    expect(log.mock.calls.join()).not.toContain('secret');
    log.mockRestore();
  });
});

describe('the id of a request', () => {
  it('stands on every answer, and is never the one that a client sends', async () => {
    const call = await callerOf(app, newCenter());
    const sent = { headers: { 'X-Request-Id': 'chosen-by-the-client' } };
    const answers = [
      await call('/udm/v10/version', sent),
      await call('/udm/v10/export/jobs', sent),
      await call('/udm/v10/version', { ...sent, method: 'DELETE' }),
      await call('/udm/v10/version', { ...sent, method: 'OPTIONS' }),
      await call('/nowhere', sent),
      await app.request('/udm/v10/cipher', sent),
      await app.request('/auth/v3/oauth/token', { ...sent, method: 'POST' }),
    ];
    const ids = answers.map(({ headers }) => headers.get('X-Request-Id') ?? '');
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is Cloudflare’s where there is one, and nothing else that looks like it', async () => {
    const idFor = async (ray: string) =>
      (await app.request('/udm/v10/version', { headers: { 'CF-Ray': ray } })).headers.get('X-Request-Id');
    expect(await idFor('8f1e2d3c4b5a6978-FRA')).toBe('8f1e2d3c4b5a6978-FRA');
    expect(await idFor('8f1e2d3c4b5a6978')).toBe('8f1e2d3c4b5a6978');
    expect(await idFor('<script>')).not.toContain('script');
  });
});

describe('paths and methods', () => {
  it.each([
    ['/udm', '/udm/docs'],
    ['/udm/', '/udm/docs'],
    ['/udm/v10', '/udm/docs'],
    ['/udm/v4', '/udm/docs/v4'],
    ['/udm/v3/', '/udm/docs/v3'],
  ])('lead from %s to %s', async (path, docs) => {
    const response = await app.request(path);
    expect([response.status, response.headers.get('Location')]).toEqual([302, docs]);
    expect((await app.request(docs)).status).toBe(200);
  });

  it.each(['/nothing', '/udm/v10/nothing', '/udm/v10/export/jobs/1/2', '/udm/v11/version'])(
    'answer 404 at %s',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect((await failure(response)).message).toContain('/udm/docs');
      expect(response.headers.get('Link')).toMatch(/<\/udm\/docs>.*<\/udm\/v10\/openapi.json>/);
    },
  );

  it.each([
    ['DELETE', '/udm/v10/version', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/udm/v10/export/jobs', 'GET, HEAD, POST, DELETE, OPTIONS'],
    ['GET', '/auth/v3/oauth/token', 'POST, OPTIONS'],
    ['GET', '/udm/v10/import/contacts', 'POST, OPTIONS'],
  ])('answer 405 to %s %s', async (method, path, allow) => {
    const response = await app.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe(allow);
    expect((await failure(response)).detail).toEqual({
      field: 'method',
      code: 'method-not-allowed',
      data: { allow },
    });
    const options = await app.request(path, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('Allow')]).toEqual([204, allow]);
  });

  it('are kept by nobody on the way, and guessed at by no browser', async () => {
    const call = await callerOf(app, newCenter());
    for (const path of ['/udm/v10/version', '/udm/v10/cipher', '/udm/v10/export/jobs', '/nowhere']) {
      const { headers } = await call(path);
      expect([path, headers.get('Cache-Control'), headers.get('X-Content-Type-Options')]).toEqual([
        path,
        'no-store',
        'nosniff',
      ]);
    }
  });

  it('answer HEAD like GET, without a body', async () => {
    const call = await callerOf(app, newCenter());
    const response = await call('/udm/v10/version', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect((await app.request('/udm/v10/cipher', { method: 'HEAD' })).status).toBe(401);
  });

  it.each([
    'abc',
    '0',
    '-1',
    '1.5',
    '01e2',
    '9007199254740992',
    '99999999999999999999',
    '%00',
    '1%2F2',
    'NaN',
  ])('answer 400 to the id %s', async (id) => {
    const call = await callerOf(app, newCenter());
    for (const path of ['export/jobs', 'export/history']) {
      const response = await call(`/udm/v10/${path}/${id}`);
      expect(response.status).toBe(400);
      expect((await failure(response)).detail).toEqual({ field: 'id', code: 'not-an-id' });
    }
  });

  it('answer 404 to an id that is not there', async () => {
    const call = await callerOf(app, newCenter());
    for (const [path, code, id] of [
      ['export/jobs/9007199254740991', 'no-job', 9007199254740991],
      ['export/history/5', 'no-history-item', 5],
      ['export/history/5/progress', 'no-history-item', 5],
    ] as const) {
      const response = await call(`/udm/v10/${path}`);
      expect(response.status).toBe(404);
      expect((await failure(response)).detail).toEqual({ field: 'id', code, data: { id } });
    }
  });
});
