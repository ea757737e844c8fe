import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { Secret } from '../../../src/config/secret.ts';
import { METRICS } from '../../../src/model/metrics.ts';
import type { Status } from '../../../src/model/status.ts';
import type { FaultCode } from '../../../src/platform/faults.ts';
import { project } from '../../../src/store/projection.ts';
import { callerOf, config, makeApp, newCenter, START, withToken } from '../harness.ts';
import { documentOf, expectDeclared } from '../openapi/documents.ts';
import { projection } from '../lists/sample-lists.ts';
import { readOpenMetrics } from './openmetrics.ts';

const PATH = '/udm/v10/metrics';
const TOKEN = 'metrics-token-of-forty-characters-or-more';
const withMetrics = { ...config, metricsToken: new Secret(TOKEN) };
const queue = (count: number, oldest?: number) =>
  ({
    metrics: async () => ({
      backlogCount: count,
      backlogBytes: count * 100,
      ...(oldest === undefined ? {} : { oldestMessageTimestamp: new Date(oldest) }),
    }),
  }) as unknown as Queue; // as much of it as is asked

/** Its type is no text to the runtime, which would warn. */
const bodyOf = async (answer: Response) => new TextDecoder().decode(await answer.arrayBuffer());

/** A run that was due at START, began after `late` ms and ended after a minute. */
async function run(ccid: string, n: number, ended: { status: Status; reason?: string; late?: number }) {
  const { status, reason = '', late = 250 } = ended;
  const base = projection(ccid, n);
  const [shown] = base.runs;
  const iso = (at: number) => new Date(at).toISOString();
  const view = {
    ...shown!.view, // a sample has one
    scheduledAt: iso(START),
    finishedAt: iso(START + late + 60_000),
    fileSize: 77,
    detail: { ...shown!.view.detail, recordsExported: 5, reason },
  };
  const startedAt = START + late;
  await project(env.DB, {
    ...base,
    version: 1,
    runs: [{ ...shown!, view, status: 'QUEUED', startedAt: null, artifacts: [] }],
  });
  await project(env.DB, {
    ...base,
    version: 2,
    runs: [{ ...shown!, view, status: 'IN_PROGRESS', startedAt, artifacts: [] }],
  });
  // Twice, as everything may come.
  for (const version of [3, 4])
    await project(env.DB, {
      ...base,
      version,
      runs: [{ ...shown!, view, status, startedAt, artifacts: [] }],
    });
}

it('takes its own token alone, and is not there without one', async () => {
  const { app } = makeApp({ config: withMetrics });
  const document = await documentOf(app, 'v10');
  const declared = document.paths[PATH]?.['get'];
  if (!declared) throw new Error('not declared');
  const signedIn = await (await callerOf(app, newCenter()))(PATH);
  expect(signedIn.status).toBe(401);
  await expectDeclared(document, declared, signedIn);
  for (const wrong of [{}, withToken(`${TOKEN}x`), withToken(TOKEN.slice(1)), withToken('')])
    expect((await app.request(PATH, wrong)).status).toBe(401);
  const without = await makeApp({ config: { ...config, metricsToken: undefined } }).app.request(
    PATH,
    withToken(TOKEN),
  );
  expect(without.status).toBe(404);
  await expectDeclared(document, declared, without);
  const answer = await app.request(PATH, withToken(TOKEN));
  expect(answer.headers.get('Content-Type')).toBe(
    'application/openmetrics-text; version=1.0.0; charset=utf-8',
  );
  expect(await bodyOf(answer)).not.toContain(TOKEN);
});

it('is an exposition with every family, and counts each run once, however often it is shown', async () => {
  const [ccid, other] = [newCenter(), newCenter()];
  await run(ccid, 7_001, { status: 'FINISHED' });
  await run(ccid, 7_002, { status: 'FINISHED', late: 1_750 });
  await run(ccid, 7_003, {
    status: 'FAILED',
    reason: 'Again and again: D1 is full (d1-full). Start it again.',
  });
  await run(ccid, 7_004, { status: 'FAILED', reason: 'There is no certificate of "Ada" (ada@example).' });
  await run(other, 7_005, { status: 'CANCELLED' });
  const { app, clock } = makeApp({
    config: withMetrics,
    queues: { QUEUE: queue(3, START - 9_000), STARTS: queue(0), AWAY: {} as Queue },
  });
  const scrape = async () => readOpenMetrics(await bodyOf(await app.request(PATH, withToken(TOKEN))));
  const families = await scrape();
  expect(families.map(({ name }) => name)).toEqual(Object.keys(METRICS));
  const all = families.flatMap(({ samples }) => samples);
  const value = (name: string, labels: object = {}) =>
    all.find(
      (one) =>
        one.name === name && Object.entries(labels).every(([label, text]) => one.labels[label] === text),
    )?.value;
  const of = { center: ccid };
  expect(value('udm_runs_total', { ...of, outcome: 'finished' })).toBe(2);
  expect(value('udm_runs_total', { ...of, outcome: 'failed' })).toBe(2);
  expect(value('udm_runs_total', { ...of, outcome: 'skipped' })).toBe(0);
  expect(value('udm_runs_total', { center: other, outcome: 'cancelled' })).toBe(1);
  expect(value('udm_run_failures_total', { ...of, code: 'd1-full' })).toBe(1);
  expect(value('udm_run_failures_total', { ...of, code: 'other' })).toBe(1);
  expect(value('udm_exported_records_total', of)).toBe(10);
  expect(value('udm_exported_bytes_total', of)).toBe(154);
  expect(value('udm_run_seconds_total', of)).toBe(240);
  expect(value('udm_start_delay_seconds_sum', of)).toBe(2.5);
  expect(value('udm_start_delay_seconds_count', of)).toBe(4);
  expect(value('udm_history_items', { ...of, status: 'failed' })).toBe(2);
  expect(value('udm_queue_age_seconds', { queue: 'queue' })).toBe(9);
  expect(value('udm_queue_messages', { queue: 'starts' })).toBe(0);
  expect(value('udm_d1_size_bytes')).toBeGreaterThan(10_000);
  expect(value('udm_build_info', { changeset: 'unknown' })).toBe(1);
  expect(JSON.stringify(all)).not.toMatch(/Ada|ada@/);
  // The next month begins anew.
  clock.now = START + 40 * 86_400_000;
  const later = (await scrape()).flatMap(({ samples }) => samples);
  expect(
    later.find(({ name, labels }) => name === 'udm_runs_total' && labels['center'] === ccid)?.value,
  ).toBe(0);
});

/** Every code: the compiler knows whether one is missing. */
const CODES: Readonly<Record<FaultCode, true>> = {
  'r2-unavailable': true,
  'r2-10007': true,
  'r2-10011': true,
  'r2-10024': true,
  'r2-10025': true,
  'r2-10048': true,
  'r2-other': true,
  'd1-overloaded': true,
  'd1-reset': true,
  'd1-network': true,
  'd1-full': true,
  'd1-sql': true,
  'd1-other': true,
  'object-overloaded': true,
  'object-reset': true,
  queue: true,
  platform: true,
  network: true,
  timeout: true,
  aborted: true,
  limits: true,
  'lease-lost': true,
  'volume-spoiled': true,
  'snapshot-gone': true,
  'run-failure': true,
  'record-unreadable': true,
  shape: true,
  defect: true,
  unknown: true,
};

it('counts failures by every code that there is', async () => {
  const codes = Object.keys(CODES);
  const { results } = await env.DB.prepare(
    `SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'tallies_end%'`,
  ).all<{
    sql: string;
  }>();
  expect(results).toHaveLength(2);
  for (const { sql } of results) expect(codes.filter((code) => !sql.includes(`"${code}"`))).toEqual([]);
});

it('refuses in its own grammar what is no exposition', () => {
  const good = '# TYPE a_total_x gauge\n# HELP a_total_x h\na_total_x{b="c\\n\\"d"} 1.5\n# EOF\n';
  expect(readOpenMetrics(good)).toHaveLength(1);
  for (const [part, by] of [
    ['# EOF\n', ''],
    ['gauge', 'counter'],
    ['a_total_x{', 'b{'],
    ['{b="c', '{1b="c'],
    ['1.5\n', '1.5\na_total_x{b="c\\n\\"d"} 2\n'],
    ['# HELP', '# UNIT a_total_x seconds\n# HELP'],
    [' 1.5', ' one'],
  ] as const)
    expect(() => readOpenMetrics(good.replace(part, by))).toThrow(Error);
});
