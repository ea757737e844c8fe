import { env } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import worker from '../../../src/index.ts';
import { WorkLedger } from '../../../src/jobs/work-ledger.ts';
import { sweepBudgets } from '../../../src/jobs/sweeps/budgets.ts';
import { documentOf as documentRecord, importLines, interaction } from '../../records/records.ts';
import { compactStore, stores } from '../../support/record-stores.ts';
import { PRICES } from '../../../src/model/prices.ts';
import { costOf, reachedOf } from '../../../src/model/work.ts';
import { countedBucket, countedDatabase, countedQueue } from '../../../src/platform/counted.ts';
import { Invocation } from '../../../src/platform/invocation.ts';
import { addWork, readWork } from '../../../src/store/work.ts';
import { addWebhook, newestDeliveries, type Webhook } from '../../../src/store/webhooks.ts';
import { addUser, callerOf, config, makeApp, newCenter, START } from '../harness.ts';
import { documentOf, expectDeclared } from '../openapi/documents.ts';

const MONTH = '2026-11';
const NONE = {
  d1RowsRead: 0,
  d1RowsWritten: 0,
  r2ClassA: 0,
  r2ClassB: 0,
  queueOperations: 0,
  objectRequests: 0,
};
const done = (ccid: string, change: object = {}) => ({
  ccid,
  month: MONTH,
  kind: 'runs' as const,
  invocations: 2,
  milliseconds: 10_000,
  ...NONE,
  r2ClassA: 1_000_000,
  ...change,
});
const COST = '/udm/v10/cost';

it('counts what an invocation uses as it is billed, for whom it says that it works', async () => {
  const one = new Invocation();
  await one.run(async () => {
    const [db, bucket] = [countedDatabase(env.DB), countedBucket(env.BUCKET)];
    const queue = countedQueue({
      send: async () => undefined,
      sendBatch: async () => undefined,
    } as unknown as Queue);
    await db.prepare(`INSERT INTO sweeps (prefix, until) VALUES ('counted', '1')`).run();
    await db.batch([db.prepare('SELECT * FROM sweeps'), db.prepare('SELECT 1')]);
    await db.prepare(`SELECT until FROM sweeps WHERE prefix = 'counted'`).first();
    await bucket.put('counted', 'x');
    const upload = await bucket.createMultipartUpload('counted-2');
    await upload.uploadPart(1, 'x');
    await upload.abort();
    await bucket.head('counted');
    await (await bucket.get('counted'))?.text();
    await bucket.delete('counted');
    await queue.send({});
    await queue.sendBatch([{ body: 1 }, { body: 2 }]);
    one.part(1).use({ objectRequests: 2 });
    one.part(0.5).workFor({ ccid: 'a', kind: 'imports' });
  });
  expect(one.account).toEqual({ ccid: 'a', kind: 'imports' });
  expect(one.used).toMatchObject({ r2ClassA: 3, r2ClassB: 2, queueOperations: 9, objectRequests: 2 });
  expect(one.used.d1RowsWritten).toBeGreaterThan(0);
  expect(one.used.d1RowsRead).toBeGreaterThan(1);
});

it('writes a run’s work at once, requests together, and adds what comes twice', async () => {
  const ccid = newCenter();
  const ledger = new WorkLedger(env.DB);
  const note = (kind: 'runs' | 'requests', at = START) => {
    const invocation = new Invocation();
    invocation.use({ r2ClassB: 1 });
    invocation.workFor({ ccid, kind });
    return ledger.note(invocation, { began: at - 40, now: at });
  };
  await ledger.note(new Invocation(), { began: 0, now: 1 });
  for (let n = 0; n < 3; n += 1) await note('requests');
  expect((await readWork(env.DB, ccid, MONTH)).work).toEqual([]);
  await note('requests', START + 61_000);
  const of = (kind: string) => ({ ...NONE, kind, r2ClassB: 1, invocations: 1, milliseconds: 40 });
  const four = { ...of('requests'), r2ClassB: 4, invocations: 4, milliseconds: 160 };
  expect((await readWork(env.DB, ccid, MONTH)).work).toEqual([four]);
  await note('runs');
  await note('runs');
  const two = { ...of('runs'), r2ClassB: 2, invocations: 2, milliseconds: 80 };
  expect((await readWork(env.DB, ccid, MONTH)).work).toEqual([four, two]);
  // What cannot be written is told, and nobody's work fails for it.
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const broken = new WorkLedger({
    prepare: () => {
      throw new Error('away');
    },
  } as unknown as D1Database);
  const invocation = new Invocation();
  invocation.workFor({ ccid, kind: 'runs' });
  await broken.note(invocation, { began: 0, now: START });
  expect(warn.mock.calls.join('')).toContain('work-uncounted');
  warn.mockRestore();
});

it('prices what was counted, and what was kept, by the table of prices', () => {
  const { dollars, kinds } = costOf([{ ...done('a'), kind: 'runs' }], { bytes: 2e9, retentionDays: 15 });
  const runs = kinds.find(({ kind }) => kind === 'runs');
  const item = (name: string) => runs?.items.find((one) => one.item === name);
  expect(item('r2ClassA')).toEqual({ item: 'r2ClassA', amount: 1_000_000, dollars: 4.5 });
  expect(item('cpuMs')?.amount).toBe(10_000);
  expect(item('d1RowsWritten')?.amount).toBe(100);
  expect(item('objectGBSeconds')?.amount).toBe(1.28);
  expect(kinds.find(({ kind }) => kind === 'files')?.dollars).toBeCloseTo(PRICES.r2StorageGB.dollars, 6);
  expect(kinds.find(({ kind }) => kind === 'imports')).toEqual({ kind: 'imports', dollars: 0, items: [] });
  expect(dollars).toBeCloseTo(
    kinds.reduce((sum, kind) => sum + kind.dollars, 0),
    6,
  );
  expect(runs?.dollars).toBeCloseTo(runs?.items.reduce((sum, one) => sum + one.dollars, 0) ?? 0, 5);
  expect([7.99, 8, 9.99, 10].map((spent) => reachedOf(spent, 10))).toEqual([[], [80], [80], [80, 100]]);
});

it('prices a month’s keeping of the records that there are: packs and large texts as they lie in R2, and their objects', async () => {
  const ccid = newCenter();
  const large = { CONTENT: 'x'.repeat(1_500_000) };
  // As many small pieces as are worth a pack.
  for (let day = 1; day <= 9; day += 1)
    await importLines(ccid, 'interactions', [interaction(day === 1 ? 'i' : `i${day}`, `2024-05-0${day}`)]);
  await importLines(ccid, 'documents', [
    documentRecord('d', 'i', large),
    documentRecord('waits', 'nobody', large),
  ]);
  await compactStore(ccid, 'Interaction');
  const { objects } = await env.BUCKET.list({ prefix: `history/${ccid}/` });
  const inBucket = objects.reduce((sum, { size }) => sum + size, 0);
  expect(objects.length).toBe(3);
  const { app } = makeApp();
  const call = await callerOf(app, ccid);
  const kindOf = async (query: string) => {
    const answer = await call(`${COST}${query}`);
    const { kinds } = await answer.json<{
      kinds: { kind: string; items: { item: string; amount: number }[] }[];
    }>();
    return kinds.find(({ kind }) => kind === 'records')?.items;
  };
  const [inR2, inObjects] = (await kindOf('')) ?? [];
  expect(inR2).toMatchObject({ item: 'r2StorageGB', amount: Number((inBucket / 1e9).toFixed(6)) });
  expect(inObjects).toMatchObject({ item: 'objectStorageGB', amount: expect.any(Number) });
  expect(inObjects?.amount).toBeGreaterThan(0);
  // To put them into order is work of its own; a version that knows no such kind does not read it.
  await addWork(env.DB, [done(ccid, { kind: 'compaction' }), done(ccid, { kind: 'compaction' })]);
  const { work } = await readWork(env.DB, ccid, MONTH);
  expect(work).toMatchObject([{ kind: 'compaction', r2ClassA: 2_000_000 }]);
  const { results } = await env.DB.prepare('SELECT kind FROM work WHERE ccid = ?').bind(ccid).all();
  expect(results).toEqual([]);
  // What lay there then nobody knows.
  expect(await kindOf('?month=2026-10')).toEqual([]);
});

it('answers a month of the caller’s contact center, and of no other', async () => {
  const [ccid, other] = [newCenter(), newCenter()];
  await addWork(env.DB, [
    done(ccid),
    done(other, { r2ClassA: 9_000_000 }),
    done(ccid, { month: '2026-10', r2ClassA: 1 }),
  ]);
  const { app } = makeApp();
  const document = await documentOf(app, 'v10');
  const declared = document.paths[COST]!['get']!; // declared
  const call = await callerOf(app, ccid);
  const shown = async (query = '') => {
    const answer = await call(`${COST}${query}`);
    return (await expectDeclared(document, declared, answer)) as {
      month: string;
      dollars: number;
      budget: number;
    };
  };
  expect(await shown()).toMatchObject({ month: MONTH, budget: 0, plan: { dollars: 5 } });
  expect((await shown()).dollars).toBeGreaterThan(4.5);
  expect((await shown()).dollars).toBeLessThan(4.6);
  expect((await shown('?month=2026-10')).dollars).toBeLessThan(0.01);
  expect((await shown('?month=2020-01')).dollars).toBe(0);
  expect((await call(`${COST}?month=2026-13`)).status).toBe(400);
  const patch = async (budget: unknown) =>
    (
      await call('/udm/v10/settings', {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ budget }),
      })
    ).status;
  expect(await patch(12.5)).toBe(200);
  expect((await shown()).budget).toBe(12.5);
  for (const wrong of [-1, 'much', 1_000_001]) expect(await patch(wrong)).toBe(400);
  // A member that is null is absent.
  expect(await patch(null)).toBe(200);
  expect((await shown()).budget).toBe(12.5);
  expect(await patch(0)).toBe(200);
  expect((await shown()).budget).toBe(0);
});

it('tells administrators and webhooks of 80 % and of 100 % of the budget, each once a month', async () => {
  const ccid = newCenter();
  await addUser('boss', { ccid, password: 'x', roles: ['administrator'] });
  await addUser('clerk', { ccid, password: 'x', roles: ['exporter'] });
  const call = await callerOf(makeApp().app, ccid);
  const budget = (dollars: number) =>
    call('/udm/v10/settings', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ budget: dollars }),
    });
  await budget(10);
  const webhook: Webhook = {
    id: 'w-budget',
    ccid,
    jobId: null,
    url: 'https://a.example/',
    events: ['budget.reached'],
    secret: '',
    previousSecret: null,
    previousUntil: null,
    createdAt: 0,
    createdBy: 'boss',
    failingSince: null,
    disabledAt: null,
    disabledBy: null,
    auditTo: null,
  };
  await addWebhook(env.DB, webhook);
  const hour = (at = START) =>
    new Invocation().run(() =>
      sweepBudgets({
        db: env.DB,
        storeOf: stores.storeOf,
        now: at,
        retentionDays: config.retentionDays,
      }),
    );
  const told = async () =>
    (await newestDeliveries(env.DB, webhook, 10)).toReversed().map(({ data }) => data['percent']);
  const notices = async (name: string) =>
    (
      await env.DB.prepare('SELECT notices FROM users WHERE ccid = ?1 AND name = ?2')
        .bind(ccid, name)
        .first<{ notices: string }>()
    )?.notices;
  await addWork(env.DB, [done(ccid)]);
  await hour();
  expect(await told()).toEqual([]);
  await addWork(env.DB, [done(ccid, { r2ClassA: 800_000 })]);
  for (let n = 0; n < 2; n += 1) await hour();
  expect(await told()).toEqual([80]);
  expect(JSON.parse((await notices('boss')) ?? '')).toMatchObject([{ code: 'budget-reached' }]);
  expect(await notices('clerk')).toBe('[]');
  await addWork(env.DB, [done(ccid)]);
  for (let n = 0; n < 2; n += 1) await hour();
  expect(await told()).toEqual([80, 100]);
  const [newest] = await newestDeliveries(env.DB, webhook, 1);
  expect(newest?.data).toMatchObject({ contactCenter: ccid, month: MONTH, budget: 10 });
  // Next month begins with nothing, and is told of anew.
  const december = Date.parse('2026-12-05T00:00:00Z');
  await hour(december);
  await addWork(env.DB, [done(ccid, { month: '2026-12', r2ClassA: 5_000_000 })]);
  await hour(december);
  expect(await told()).toEqual([80, 100, 100]);
});

it('notes what requests of the deployed Worker cost, behind their answers', async () => {
  const ccid = newCenter();
  const call = await callerOf(
    {
      request: (path: string, init: RequestInit) =>
        worker.fetch(new Request(`https://udm.example${path}`, init) as never, env, {} as never),
    } as never,
    ccid,
  );
  const before = await readWork(env.DB, ccid, new Date().toISOString().slice(0, 7));
  expect(before.work).toEqual([]);
  // Fifty are noted at a time, whoever asked: others of this isolate may have been the first of them.
  for (let n = 0; n < 105; n += 1) await call('/udm/v10/data/sources');
  await vi.waitFor(async () => {
    const { work } = await readWork(env.DB, ccid, new Date().toISOString().slice(0, 7));
    expect(work[0]).toMatchObject({ kind: 'requests' });
    expect(work[0]?.invocations).toBeGreaterThanOrEqual(50);
    expect(work[0]?.invocations).toBeLessThanOrEqual(105);
  });
});
