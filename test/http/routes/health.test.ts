import { env } from 'cloudflare:workers';
import { afterEach, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/config/secret.ts';
import { config, callerOf, makeApp, newCenter } from '../harness.ts';
import { documentOf, expectDeclared } from '../openapi/documents.ts';

interface Health {
  readonly status: string;
  readonly checkedAt?: string;
  readonly checks?: readonly { readonly name: string; readonly problem: string }[];
}
const PATH = '/udm/v10/health';
const logged = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => vi.restoreAllMocks());

type App = ReturnType<typeof makeApp>['app'];
const details = async (app: App) => (await (await callerOf(app, newCenter()))(PATH)).json<Health>();
const problems = async (app: App) =>
  Object.fromEntries(
    ((await details(app)).checks ?? [])
      .filter(({ problem }) => problem)
      .map(({ name, problem }) => [name, problem]),
  );
const QUEUE = { metrics: async () => ({ backlogCount: 0, backlogBytes: 0 }) } as Queue; // as much of it as is asked

it('tells everybody whether it works, and administrators alone what was looked after', async () => {
  const { app } = makeApp({ queues: { QUEUE } });
  const document = await documentOf(app, 'v10');
  const declared = document.paths[PATH]?.['get'];
  if (!declared) throw new Error('not declared');
  const anybody = await app.request(PATH);
  expect(anybody.status).toBe(200);
  expect(await expectDeclared(document, declared, anybody)).toEqual({ status: 'ok' });
  const bad = await app.request(PATH, { headers: { Authorization: 'Bearer nonsense' } });
  expect(await bad.json()).toEqual({ status: 'ok' });
  for (const role of ['exporter', 'importer', 'auditor'])
    expect(await (await (await callerOf(app, newCenter(), [role]))(PATH)).json()).toEqual({ status: 'ok' });
  const admin = await (await callerOf(app, newCenter()))(PATH);
  const { checks } = (await expectDeclared(document, declared, admin)) as Health;
  const names = checks?.map(({ name }) => name.replace(/ .*/, ''));
  expect(new Set(names)).toEqual(new Set(['D1', 'R2', 'QUEUE', 'JWT_PRIVATE_KEY', 'LINK_KEY', 'WRAP_KEYS']));
  expect(checks?.every(({ problem }) => problem === '')).toBe(true);
});

it('is 503 with what is wrong, for the administrator and the log; nobody else learns what', async () => {
  const log = logged();
  const broken = { head: () => Promise.reject(new TypeError('secret text')) } as unknown as R2Bucket;
  const { app } = makeApp({ bucket: broken, queues: { STARTS: broken as unknown as Queue } });
  const anybody = await app.request(PATH);
  expect([anybody.status, await anybody.json()]).toEqual([503, { status: 'unavailable' }]);
  expect(await problems(app)).toEqual({
    R2: 'cannot be used (TypeError)',
    STARTS: 'cannot be used (TypeError)',
  });
  const lines = log.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
  expect(lines).toMatchObject([
    { event: 'unhealthy', what: 'R2' },
    { event: 'unhealthy', what: 'STARTS' },
  ]);
  expect(JSON.stringify(lines)).not.toContain('secret');
});

it('names what D1 lacks when migrations were forgotten', async () => {
  logged();
  await env.DB.exec('ALTER TABLE artifacts RENAME COLUMN certificates TO elsewhere');
  await env.DB.exec('ALTER TABLE sweeps RENAME TO other_sweeps');
  const found = await problems(makeApp().app);
  await env.DB.exec('ALTER TABLE artifacts RENAME COLUMN elsewhere TO certificates');
  await env.DB.exec('ALTER TABLE other_sweeps RENAME TO sweeps');
  expect(found).toEqual({
    D1: 'lacks artifacts.certificates, sweeps.prefix, sweeps.until: apply the migrations',
  });
  expect(await problems(makeApp().app)).toEqual({});
});

it('names a key that cannot be used', async () => {
  logged();
  const [jwk] = config.signingKeys.reveal();
  if (!jwk) throw new Error('no key');
  // The ring's first key signs the administrator's token; the second one's modulus is another's.
  const n = `${jwk.n.slice(0, -8)}AAAAAAAB`;
  const signingKeys = new Secret([jwk, { ...jwk, kid: 'spoiled', n }]);
  const { app } = makeApp({ config: { ...config, signingKeys } });
  const response = await app.request(PATH);
  expect([response.status, await response.json()]).toEqual([503, { status: 'unavailable' }]);
  expect(Object.keys(await problems(app))).toEqual(['JWT_PRIVATE_KEY']);
});

it('looks again when what it knows is 10 s old, and not before', async () => {
  let looks = 0;
  const bucket = { head: async () => ((looks += 1), null) } as unknown as R2Bucket;
  const { app, clock } = makeApp({ bucket });
  for (const [later, expected] of [
    [0, 1],
    [9_999, 1],
    [1, 2],
    [5_000, 2],
  ] as const) {
    clock.now += later;
    await app.request(PATH);
    expect(looks).toBe(expected);
  }
});
