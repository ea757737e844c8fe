import { Buffer } from 'node:buffer';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { project } from '../../../src/store/projection.ts';
import { projection } from '../lists/sample-lists.ts';
import { WEBHOOK_EVENTS } from '../../../src/model/webhook.ts';
import { entriesAfter, told } from '../audit-entries.ts';
import type { Services } from '../../../src/http/services.ts';
import { callerOf, makeApp, newCenter, type Failed } from '../harness.ts';
import { documentOf, expectDeclared, type Document } from '../openapi/documents.ts';
import { send } from './access-calls.ts';

const sent: { url: string; init: RequestInit }[] = [];
const mails: unknown[] = [];
const outside: Partial<Services> = {
  askOutside: async (url, init = {}) => {
    sent.push({ url: String(url), init });
    return new Response('no thanks', { status: 418 });
  },
};
const { app, settled, clock } = makeApp({
  ...outside,
  tellMail: async (to, message) => {
    mails.push([to, message.event, message.data]);
    return { status: 250, answer: '' };
  },
});
const entries = entriesAfter(settled);
let document: Document;
beforeAll(async () => {
  document = await documentOf(app, 'v10');
});

type Call = Awaited<ReturnType<typeof callerOf>>;
async function ask<T>(call: Call, method: string, path: string, body?: object): Promise<[number, T]> {
  const response = await call(`/udm/v10${path}`, body ? send(method, body) : { method });
  const declared = `/udm/v10${path}`.replace(/\/w-[^/]+/, '/{id}');
  const operation = document.paths[declared]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${declared} is not declared`);
  // The document says what it holds, and the test which shape that is.
  return [response.status, (await expectDeclared(document, operation, response)) as T];
}
interface Hook {
  readonly id: string;
  readonly secret: string;
  readonly enabled: boolean;
  readonly events: readonly string[];
}
const URL1 = 'https://hooks.acme.example/udm';
const codeOf = ({ status }: Failed) => [status.detail.code, status.detail.field];

it('a webhook is added, shown without its secret, changed, tested and removed', async () => {
  const ccid = newCenter();
  const call = await callerOf(app, ccid);
  expect(await ask(call, 'GET', '/webhooks')).toEqual([200, { items: [], max: 20 }]);
  const [status, made] = await ask<Hook>(call, 'POST', '/webhooks', { url: URL1 });
  expect(status).toBe(201);
  expect(made.events).toEqual(WEBHOOK_EVENTS);
  expect(Buffer.from(made.secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
  const { secret, ...shown } = made;
  expect(await ask(call, 'GET', '/webhooks')).toEqual([200, { items: [shown], max: 20 }]);
  const rows = await env.DB.prepare('SELECT * FROM webhooks WHERE ccid = ?').bind(ccid).all();
  expect(JSON.stringify(rows.results)).not.toContain(secret.replace('whsec_', ''));
  const one = `/webhooks/${made.id}`;
  const events = ['run.failed', 'run.finished'];
  const [, changed] = await ask<Hook>(call, 'PATCH', one, { enabled: false, events });
  expect(changed).toMatchObject({ enabled: false, disabledBy: 'somebody', events: events.toReversed() });
  expect((await ask<Hook>(call, 'PATCH', one, { enabled: true }))[1]).toMatchObject({
    enabled: true,
    disabledBy: null,
  });
  for (const nothing of [{}, { enabled: null }])
    expect(await ask(call, 'PATCH', one, nothing)).toMatchObject([200, { id: made.id, enabled: true }]);
  const [, renewed] = await ask<Hook>(call, 'POST', `${one}/secret`);
  expect(renewed.secret).not.toBe(secret);
  expect(await ask(call, 'POST', `${one}/test`)).toEqual([
    200,
    { delivered: false, status: 418, answer: 'no thanks' },
  ]);
  const { url, init } = sent[0] ?? { url: '', init: {} };
  expect([url, new Headers(init.headers).get('webhook-signature')?.split(' ').length]).toEqual([URL1, 2]);
  expect(JSON.parse(init.body as string)).toMatchObject({ type: 'test', data: { contactCenter: ccid } });
  expect(await ask(call, 'GET', `${one}/deliveries`)).toEqual([200, { items: [] }]);
  const stranger = await callerOf(app, newCenter());
  for (const [method, path] of [
    ['GET', `${one}/deliveries`],
    ['POST', `${one}/test`],
    ['POST', `${one}/secret`],
    ['DELETE', one],
  ] as const)
    expect([path, (await ask(stranger, method, path))[0]]).toEqual([path, 404]);
  expect((await ask(call, 'DELETE', one))[0]).toBe(204);
  expect((await ask(call, 'DELETE', one))[0]).toBe(404);
  expect(told(await entries(ccid)).map(([, , action, outcome]) => `${action} ${outcome}`)).toEqual([
    'webhook.add done',
    'webhook.change done',
    'webhook.change done',
    'webhook.change done',
    'webhook.change done',
    'webhook.secret done',
    'webhook.test done',
    'webhook.remove done',
    'webhook.remove no-webhook',
  ]);
});

it('a mail address is added without a secret, tested once a minute, and stays one', async () => {
  const ccid = newCenter();
  const call = await callerOf(app, ccid);
  const url = 'mailto:exports@acme.example';
  const [status, made] = await ask<Hook & { url: string }>(call, 'POST', '/webhooks', { url });
  expect([status, made.url, made.secret, made.events]).toEqual([201, url, '', WEBHOOK_EVENTS]);
  const one = `/webhooks/${made.id}`;
  expect(await ask(call, 'POST', `${one}/test`)).toEqual([200, { delivered: true, status: 250, answer: '' }]);
  expect(mails).toEqual([['exports@acme.example', 'test', { contactCenter: ccid }]]);
  const refused = async (method: string, path: string, body?: object) => {
    const [code, answer] = await ask<Failed>(call, method, path, body);
    return [code, ...codeOf(answer)];
  };
  expect(await refused('POST', `${one}/test`)).toEqual([429, 'mail-tested', 'id']);
  clock.now += 60_000;
  expect((await ask(call, 'POST', `${one}/test`))[0]).toBe(200);
  expect(await refused('POST', `${one}/secret`)).toEqual([400, 'mail-unsigned', 'id']);
  expect(await refused('PATCH', one, { url: URL1 })).toEqual([400, 'not-a-mail-address', 'url']);
  const other = 'mailto:others@acme.example';
  expect((await ask<{ url: string }>(call, 'PATCH', one, { url: other }))[1].url).toBe(other);
  for (const wrong of [
    'mailto:',
    'mailto:a',
    'mailto:a@acme.example,b@acme.example',
    'mailto:a@b.example?cc=c@d',
  ])
    expect(await refused('POST', '/webhooks', { url: wrong })).toEqual([400, 'not-a-mail-address', 'url']);
  const hook = (await ask<Hook>(call, 'POST', '/webhooks', { url: URL1 }))[1];
  expect(await refused('PATCH', `/webhooks/${hook.id}`, { url })).toEqual([400, 'not-an-address', 'url']);
});

it('a mail address is none where the deployment sends no mails: the answer says what its operator does', async () => {
  const call = await callerOf(makeApp(outside).app, newCenter());
  const [status, answer] = await ask<Failed>(call, 'POST', '/webhooks', { url: 'mailto:a@acme.example' });
  expect([status, ...codeOf(answer)]).toEqual([400, 'mail-not-set-up', 'url']);
  expect(answer.status.message).toContain('--mail-from');
});

it('deliveries are listed with what was answered, the newest first', async () => {
  const ccid = newCenter();
  const call = await callerOf(app, ccid);
  const { id } = (await ask<Hook>(call, 'POST', '/webhooks', { url: URL1 }))[1];
  const event = { run: 49, at: 0, event: 'run.started' as const, data: {} };
  await project(env.DB, {
    ...projection(ccid, 48),
    told: [
      { n: 1, ...event },
      { n: 2, ...event },
    ],
  });
  const [, { items }] = await ask<{ items: readonly object[] }>(call, 'GET', `/webhooks/${id}/deliveries`);
  expect(items).toMatchObject([
    {
      eventId: 'job-480-2',
      event: 'run.started',
      jobId: 480,
      state: 'waiting',
      tries: 0,
      status: null,
      answer: '',
    },
    { eventId: 'job-480-1' },
  ]);
});

it('what is no address that may be asked, no job, or one too many is refused', async () => {
  const ccid = newCenter();
  const call = await callerOf(app, ccid);
  const refused = async (body: object) => {
    const [status, answer] = await ask<Failed>(call, 'POST', '/webhooks', body);
    return [status, ...codeOf(answer)];
  };
  expect(await refused({ url: 'ftp://a.example' })).toEqual([400, 'not-an-address', 'url']);
  expect(await refused({ url: 'https://10.1.2.3/' })).toEqual([400, 'address-private', 'url']);
  expect(await refused({ url: 'https://metadata.internal/' })).toEqual([400, 'address-private', 'url']);
  expect(await refused({ url: URL1, jobId: 5 })).toEqual([404, 'no-job', 'jobId']);
  expect((await refused({ url: URL1, events: [] }))[0]).toBe(400);
  expect((await refused({ url: URL1, events: ['run.eaten'] }))[0]).toBe(400);
  for (let n = 0; n < 20; n += 1) await ask(call, 'POST', '/webhooks', { url: `${URL1}/${n}` });
  expect(await refused({ url: URL1 })).toEqual([409, 'limit-reached', 'webhooks']);
});
