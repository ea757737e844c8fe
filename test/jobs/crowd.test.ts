import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Gate } from '../../src/platform/gate.ts';
import { consume } from '../../src/jobs/consume.ts';
import { queueDueStarts } from '../../src/jobs/start-due.ts';
import {
  config,
  entriesOfRun,
  importAll,
  interaction,
  newCenter,
  NO_COMPACTIONS,
  NO_DELIVERIES,
  submit,
  jobContext,
} from '../support/center.ts';
import { setClock } from './clock.ts';
import { inLength } from '../support/mode.ts';
import { source } from '../support/record-stores.ts';

/** Jobs due in one minute. */
const JOBS = inLength(25, 500);
const CENTERS = 5;
/** Messages carried out beside each other, as wrangler.toml's max_concurrency. */
const CONSUMERS = 10;

// To come: an alarm at a time that is over fires at once, again and again while this clock stands.
beforeEach(() => setClock('2096-05-01 10:00:30'));
afterEach(() => vi.useRealTimers());

const linesOf = (center: number): readonly string[] =>
  Array.from({ length: 1 + (center % 3) }, (_, index) => interaction(`C${center}-${index}`));

/** A queue that delivers every message twice, the second time when other messages have come between. */
function doublingQueue() {
  const waiting: unknown[] = [];
  const queue = {
    send: async (body: unknown) => void waiting.push(body, body),
    sendBatch: async (batch: Iterable<{ body: unknown }>) => {
      const bodies = Array.from(batch, ({ body }) => body);
      waiting.push(...bodies, ...bodies);
    },
  } as unknown as Queue; // The two methods that are used.
  return { queue, waiting };
}

/** Carries out messages until none waits, CONSUMERS of them at a time. */
async function drain(queue: Queue, waiting: unknown[]): Promise<void> {
  const context = {
    config,
    db: env.DB,
    bucket: env.BUCKET,
    objects: env.EXPORT_JOB,
    centers: env.CENTER,
    registry: env.REGISTRY,
    gate: new Gate(2),
    deliveries: NO_DELIVERIES,
    compactions: NO_COMPACTIONS,
    source,
    send: async (message: unknown) => void (await queue.send(message)),
    now: Date.now,
  };
  while (waiting.length > 0)
    await Promise.all(waiting.splice(0, CONSUMERS).map((message) => consume(context, message)));
}

interface RunRow {
  readonly id: number;
  readonly ccid: string;
  readonly jobId: number;
  readonly status: string;
  readonly scheduledAt: string;
}
async function runsOf(centers: readonly string[]): Promise<readonly RunRow[]> {
  const { results } = await env.DB.prepare(
    `SELECT id, ccid, job_id AS jobId, status, view ->> 'scheduledAt' AS scheduledAt FROM runs
    WHERE ccid IN (SELECT value FROM json_each(?))`,
  )
    .bind(JSON.stringify(centers))
    .all<RunRow>();
  return results;
}

it(
  `${JOBS} jobs due in one minute all run to their end, once each, in ${CENTERS} contact centers`,
  { timeout: 1_800_000 },
  async () => {
    const jobs = new Map<number, number>();
    const centers: string[] = [];
    for (let center = 0; center < CENTERS; center += 1) {
      const ccid = await newCenter('crowd');
      centers.push(ccid);
      await importAll(ccid, 'interactions', linesOf(center));
    }
    const submitted = Array.from({ length: JOBS }, (_, index) => index % CENTERS);
    for (let at = 0; at < JOBS; at += 50)
      await Promise.all(
        submitted.slice(at, at + 50).map(async (center) => {
          const job = await submit(centers[center] ?? '', { schedulerParam: { runs: 'daily' } });
          jobs.set(job.id, center);
        }),
      );

    setClock('2096-05-02 00:00:30');
    const { queue, waiting } = doublingQueue();
    const clock = { ...jobContext(), starts: queue };
    // Two Cron Triggers beside each other, and each message twice.
    expect(await Promise.all([queueDueStarts(clock, Date.now()), queueDueStarts(clock, Date.now())])).toEqual(
      [JOBS, JOBS],
    );
    await drain(queue, waiting);
    // The objects' own messages lie in the real queue, which nothing consumes here.
    for (const { ccid, jobId, id } of await runsOf(centers))
      await queue.send({ format: 1, kind: 'slice', ccid, jobId, runId: id, seq: 0 });
    await drain(queue, waiting);
    expect(await queueDueStarts(clock, Date.now())).toBe(0);

    const runs = await runsOf(centers);
    expect(runs.map(({ jobId }) => jobId).toSorted((a, b) => a - b)).toEqual(
      [...jobs.keys()].toSorted((a, b) => a - b),
    );
    for (const run of runs)
      expect(run).toMatchObject({ status: 'FINISHED', scheduledAt: '2096-05-02T00:00:00.000Z' });
    const wrong: unknown[] = [];
    for (const { ccid, id, jobId } of runs) {
      // entriesOfRun throws unless the run has one artifact.
      const lines = (await entriesOfRun(ccid, id))[`EmailIn-${jobId}.json`]?.split('\n').filter(Boolean);
      if (JSON.stringify(lines) !== JSON.stringify(linesOf(jobs.get(jobId) ?? -1))) wrong.push({ id, lines });
    }
    expect(wrong).toEqual([]);
  },
);
