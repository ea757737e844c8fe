import { createHmac } from 'node:crypto';
import { env } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import alertRules from '../../scripts/operator/prometheus-rules.yml?raw';
import readme from '../../scripts/README.md?raw';
import { Secret } from '../../src/config/secret.ts';
import { giveUp } from '../../src/jobs/consume.ts';
import { everyMinute } from '../../src/jobs/every-minute.ts';
import { watch } from '../../src/jobs/watch.ts';
import {
  ALERT_NAMES,
  judgeAlerts,
  MAX_OF_A_NAME,
  type AlertName,
  type Watched,
} from '../../src/model/alerts.ts';
import { METRICS, samplesOf, type MetricName } from '../../src/model/metrics.ts';
import type { Status } from '../../src/model/status.ts';
import { rememberSwept } from '../../src/store/alerts.ts';
import { saveCertificate } from '../../src/store/certificates.ts';
import { project } from '../../src/store/projection.ts';
import { projection } from '../http/lists/sample-lists.ts';
import { config } from '../support/center.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Ahead of everything that other tests may leave: nothing of theirs is new then. */
const clock = { now: Date.UTC(2031, 0, 1) };
const SECRET = new Uint8Array(32).fill(7);

const sent: { headers: Record<string, string>; body: string }[] = [];
const size = { now: 1_000 };
/** D1 as it is, but for what it says of its size. */
const db = new Proxy(env.DB, {
  get(inner, name) {
    if (name === 'batch')
      return async (statements: D1PreparedStatement[]) =>
        (await inner.batch(statements)).map((result) => ({
          ...result,
          meta: { ...result.meta, size_after: size.now },
        }));
    const value: unknown = Reflect.get(inner, name, inner);
    return typeof value === 'function' ? (value.bind(inner) as unknown) : value;
  },
});
const context = {
  db,
  now: () => clock.now,
  wrapKeys: config.wrapKeys,
  origin: null,
  mail: null,
  audit: env.AUDIT,
  alertsTo: {
    url: new Secret('https://operator.example/alerts'),
    secret: new Secret(SECRET),
  },
  fetch: async (_: string, init: RequestInit) => {
    sent.push({ headers: init.headers as Record<string, string>, body: init.body as string }); // as it is sent
    return new Response(null, { status: 204 });
  },
};
const objects = { objects: env.EXPORT_JOB, starts: { sendBatch: async () => undefined } as unknown as Queue };

/** Two minutes of the clock; answers what the operator was told, which is signed. */
async function minutes(): Promise<readonly object[]> {
  sent.length = 0;
  for (let n = 0; n < 2; n += 1) {
    clock.now += MINUTE;
    await everyMinute({ db, registry: env.REGISTRY, ...objects }, context, clock.now);
  }
  return sent.map(({ headers, body }) => {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const mac = createHmac('sha256', SECRET).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
    const { type, data } = JSON.parse(body) as { type: string; data: object };
    return { type, ...data };
  });
}

let version = 1;
const job = (status: Status, change: { nextStartsAt?: number | null } = {}) =>
  project(env.DB, {
    ...projection('watched', 9_999),
    version: (version += 1),
    jobStatus: status,
    startedAt: clock.now,
    nextStartsAt: change.nextStartsAt ?? null,
    runs: [],
  });
const certificate = (days: number) =>
  saveCertificate(env.DB, 'watched', {
    name: 'c',
    size: 1,
    der: Buffer.from([0]),
    subject: 'CN=secret',
    fingerprint: String(days).padStart(64, '0'),
    notBefore: 0,
    notAfter: clock.now + days * DAY,
    uploadedAt: 0,
  });

const JOB = { contactCenter: 'watched', jobId: 99_990 };
/** What makes each alert fire and what makes it clear; what it is told with. */
const CASES: Readonly<
  Record<AlertName, { readonly fire: () => unknown; readonly clear: () => unknown; readonly data?: object }>
> = {
  'run-failed': {
    fire: () => job('FAILED'),
    clear: async () => {
      // Tried again it is neither worse nor well, until it has ended well.
      await job('IN_PROGRESS');
      expect(await minutes()).toEqual([]);
      await job('FINISHED');
    },
    data: JOB,
  },
  'start-late': {
    fire: async () => {
      await job('FINISHED', { nextStartsAt: clock.now - 2 * MINUTE });
      expect(await minutes()).toEqual([]);
      clock.now += 2 * MINUTE;
    },
    clear: () => job('FINISHED', { nextStartsAt: clock.now + DAY }),
  },
  'dead-letters': {
    fire: () => giveUp({ objects: env.EXPORT_JOB, db, now: () => clock.now }, 'nonsense'),
    clear: () => (clock.now += HOUR),
  },
  'd1-large': {
    fire: () => (size.now = 0.71 * 10 * 1024 ** 3),
    clear: async () => {
      size.now = 0.68 * 10 * 1024 ** 3;
      expect(await minutes()).toEqual([]);
      size.now = 0.6 * 10 * 1024 ** 3;
    },
  },
  'certificate-ending': {
    fire: () => certificate(13),
    clear: () => certificate(100),
    data: { contactCenter: 'watched' },
  },
  'sweep-behind': {
    fire: async () => {
      clock.now += 2 * HOUR;
      expect(await minutes()).toEqual([]);
      clock.now += HOUR;
    },
    clear: () => rememberSwept(db, false, clock.now),
  },
};

it.each(ALERT_NAMES)('%s is told once when it begins, and once when it is over', async (alert) => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  await rememberSwept(db, false, clock.now);
  await env.DB.exec('DELETE FROM certificates');
  await env.DB.exec('DELETE FROM artifacts');
  expect(await minutes()).toEqual([]);
  const { fire, clear, data = {} } = CASES[alert];
  await fire();
  expect(await minutes()).toEqual([{ type: 'alert.fired', alert, ...data }]);
  expect(await minutes()).toEqual([]);
  await clear();
  expect(await minutes()).toEqual([{ type: 'alert.cleared', alert, ...data }]);
  expect(await minutes()).toEqual([]);
  vi.restoreAllMocks();
});

it('is told in the log, and there alone where there is no address', async () => {
  const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  await CASES['dead-letters'].fire();
  const { alertsTo: _, ...silent } = context;
  await watch({ ...silent, alertsTo: null }, clock.now);
  expect(await minutes()).toEqual([]);
  expect(JSON.parse(String(told.mock.lastCall?.[0]))).toEqual({
    event: 'alert-fired',
    level: 'warn',
    alert: 'dead-letters',
    subject: '',
  });
  vi.restoreAllMocks();
});

const WELL: Watched = {
  alerts: [],
  failed: [],
  alerted: [],
  due: null,
  deadLetterAt: null,
  size: 0,
  ending: [],
  sweptAt: null,
  sweepsHeld: false,
  expiredAt: null,
};

it('counts a hundred of a name, forgets a failure after a day, and a job that is gone; files of a held sweep may wait', () => {
  const many = Array.from({ length: 200 }, (_, n) => ({
    ccid: 'a',
    id: n,
    status: 'FAILED' as const,
    startedAt: clock.now,
  }));
  const { fired } = judgeAlerts({ ...WELL, failed: many }, clock.now);
  expect(fired).toHaveLength(MAX_OF_A_NAME);
  const standing = { ...WELL, alerts: fired.slice(0, 2), alerted: many.slice(0, 1) };
  expect(judgeAlerts(standing, clock.now).cleared).toEqual([{ name: 'run-failed', subject: 'a/1' }]);
  expect(judgeAlerts(standing, clock.now + DAY).cleared).toHaveLength(2);
  const late = { ...WELL, expiredAt: clock.now - DAY };
  expect(judgeAlerts(late, clock.now).fired).toEqual([{ name: 'sweep-behind', subject: '' }]);
  expect(judgeAlerts({ ...late, sweepsHeld: true }, clock.now).fired).toEqual([]);
});

it('has every alert and metric in the README, and no rule of Prometheus names another metric', () => {
  for (const alert of ALERT_NAMES) expect(readme).toContain(`\`${alert}\``);
  // Object.keys of a literal table: its keys are the names.
  const names = Object.keys(METRICS) as MetricName[];
  for (const name of names) expect(readme).toContain(`\`${name}`);
  const known = new Set(names.flatMap(samplesOf));
  const named = alertRules.match(/\budm_\w+/g) ?? [];
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
