import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { putDownStreams } from '../../../src/jobs/webhooks/audit-stream.ts';
import { deliverDue } from '../../../src/jobs/webhooks/deliver-due.ts';
import { callerOf, config, makeApp, newCenter, type Failed } from '../harness.ts';
import { documentOf, expectDeclared, type Document } from '../openapi/documents.ts';
import { send } from './access-calls.ts';

const sent: { readonly type: string; readonly data: { readonly links?: readonly Link[] } }[] = [];
interface Link {
  readonly id: number;
  readonly action?: string;
  readonly outcome: string | null;
}
const fetch = async (_: string | URL, init: RequestInit = {}) => {
  sent.push(JSON.parse(init.body as string) as (typeof sent)[number]); // as it is sent
  return new Response(null, { status: 204 });
};
const { app, clock, settled } = makeApp({ askOutside: fetch });
let document: Document;
beforeAll(async () => {
  document = await documentOf(app, 'v10');
});

type Call = Awaited<ReturnType<typeof callerOf>>;
async function ask<T>(call: Call, method: string, path: string, body?: object): Promise<[number, T]> {
  const response = await call(`/udm/v10${path}`, body ? send(method, body) : { method });
  const declared = `/udm/v10${path}`.replace(/\/w-[^/]+/, '/{id}').replace(/\?.*/, '');
  const operation = document.paths[declared]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${declared} is not declared`);
  // The document says what it holds, and the test which shape that is.
  return [response.status, (await expectDeclared(document, operation, response)) as T];
}
interface Stream {
  readonly id: string;
  readonly secret: string;
  readonly enabled: boolean;
  readonly takenTo: number;
}
const URL1 = 'https://siem.acme.example/udm';

it('a stream is managed by security, told every act from then on, and not reached by who manages jobs', async () => {
  const ccid = newCenter();
  const guard = await callerOf(app, ccid, ['security']);
  const exporter = await callerOf(app, ccid, ['exporter']);
  const auditor = await callerOf(app, ccid, ['auditor']);
  const [status, made] = await ask<Stream>(guard, 'POST', '/audit/streams', { url: URL1 });
  expect([status, made.secret.slice(0, 6), made.enabled]).toEqual([201, 'whsec_', true]);
  const one = `/audit/streams/${made.id}`;
  const { secret: _, ...shown } = made;
  expect(await ask(auditor, 'GET', '/audit/streams')).toEqual([200, { items: [shown], max: 5 }]);
  for (const [call, method, path, code] of [
    [auditor, 'POST', `${one}/test`, 403],
    [exporter, 'GET', '/audit/streams', 403],
    [exporter, 'PATCH', `/webhooks/${made.id}`, 404],
    [exporter, 'POST', `/webhooks/${made.id}/secret`, 404],
    [exporter, 'POST', `/webhooks/${made.id}/test`, 404],
    [exporter, 'DELETE', `/webhooks/${made.id}`, 404],
    [await callerOf(app, newCenter(), ['security']), 'DELETE', one, 404],
  ] as const)
    expect([path, (await ask(call, method, path, method === 'PATCH' ? {} : undefined))[0]]).toEqual([
      path,
      code,
    ]);
  expect(await ask(exporter, 'GET', '/webhooks')).toEqual([200, { items: [], max: 20 }]);
  expect(await ask(guard, 'POST', `${one}/test`)).toEqual([
    200,
    { delivered: true, status: 204, answer: '' },
  ]);
  const [, renewed] = await ask<Stream>(guard, 'POST', `${one}/secret`);
  expect(renewed.secret).not.toBe(made.secret);
  for (let n = 0; n < 5; n += 1) await ask(exporter, 'POST', '/webhooks', { url: `${URL1}/${n}` });
  await settled();
  const context = {
    db: env.DB,
    now: () => clock.now,
    wrapKeys: config.wrapKeys,
    origin: null,
    mail: null,
    audit: env.AUDIT,
    fetch,
  };
  sent.length = 0;
  await putDownStreams(context);
  await deliverDue(context);
  const links = sent.flatMap(({ data }) => data.links ?? []);
  const listed = await ask<{ items: readonly (Link & { readonly end: Link | null })[] }>(
    auditor,
    'GET',
    '/audit?size=100&orderField=id&descAsc=false',
  );
  const chained = listed[1].items
    .flatMap(({ id, end }) => [id, ...(end ? [end.id] : [])])
    .toSorted((a, b) => a - b)
    .filter((id) => id > made.takenTo);
  expect(links.map(({ id }) => id)).toEqual(chained);
  expect(links[0]?.action).toBe('stream.add');
  expect(links.filter(({ action }) => action === 'webhook.add')).toHaveLength(5);
  const [, { items }] = await ask<{ items: readonly object[] }>(guard, 'GET', `${one}/deliveries`);
  expect(items).toMatchObject([{ event: 'audit.links', state: 'delivered', jobId: null, status: 204 }]);
  const [, changed] = await ask<Stream>(guard, 'PATCH', one, { enabled: false });
  expect(changed).toMatchObject({ enabled: false, takenTo: links.at(-1)?.id });
  expect(await ask(guard, 'PATCH', one, {})).toEqual([200, changed]);
  expect((await ask(guard, 'DELETE', one))[0]).toBe(204);
  for (const [method, path] of [
    ['DELETE', one],
    ['PATCH', one],
    ['GET', `${one}/deliveries`],
    ['POST', `${one}/test`],
  ] as const) {
    const [code, { status: said }] = await ask<Failed>(
      guard,
      method,
      path,
      method === 'PATCH' ? {} : undefined,
    );
    expect([path, code, said.detail.code]).toEqual([path, 404, 'no-stream']);
    expect(said.message).toContain('GET audit/streams');
  }
});

it('a stream goes to a public https address, and a contact center has five', async () => {
  const guard = await callerOf(app, newCenter(), ['security']);
  const refused = async (url: string) => {
    const [status, answer] = await ask<Failed>(guard, 'POST', '/audit/streams', { url });
    return [status, answer.status.detail.code, answer.status.detail.field];
  };
  expect(await refused('https://10.1.2.3/')).toEqual([400, 'address-private', 'url']);
  expect(await refused('mailto:guard@acme.example')).toEqual([400, 'not-an-address', 'url']);
  for (let n = 0; n < 5; n += 1) await ask(guard, 'POST', '/audit/streams', { url: `${URL1}/${n}` });
  expect(await refused(URL1)).toEqual([409, 'limit-reached', 'streams']);
});
