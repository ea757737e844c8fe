import { fc } from '../support/property.ts';
import { env } from 'cloudflare:workers';
import { afterEach, expect, it, vi } from 'vitest';
import { changeJob } from '../../src/jobs/change-job.ts';
import { Gate } from '../../src/platform/gate.ts';
import { consume } from '../../src/jobs/consume.ts';
import { updateJob } from '../../src/jobs/create-job.ts';
import { formatInstant } from '../../src/model/instant.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import {
  config,
  NO_COMPACTIONS,
  NO_DELIVERIES,
  jobContext,
  jobRequest,
  newCenter,
  submit,
} from '../support/center.ts';
import { history, setClock, tick } from './clock.ts';
import { inLength } from '../support/mode.ts';
import { source } from '../support/record-stores.ts';

afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a user does to a job that has made the starts that are due: nothing that asks for another start. */
const CHANGES = ['none', 'resumed', 'edited'] as const;

/**
 * From one minute's Cron Trigger to the next: how far the clock goes, whether the run at work ends in between, and what a
 * user does afterwards.
 */
interface Step {
  readonly by: number;
  readonly ends: boolean;
  readonly change: (typeof CHANGES)[number];
}
const step: fc.Arbitrary<Step> = fc.record({
  by: fc.oneof(
    fc.constantFrom(HOUR, -HOUR),
    fc.integer({ min: 1, max: 59 }).map((minutes) => minutes * MINUTE),
  ),
  ends: fc.boolean(),
  change: fc.constantFrom(...CHANGES),
});

/** Jobs, and their starts in (after, until]: each schedule has at most one in any hour. */
const SCHEDULES = [
  { schedulerParam: { runs: 'hourly' }, every: HOUR, offset: 0 },
  { schedulerParam: { cron: '30 */2 * * *' }, every: 2 * HOUR, offset: 30 * MINUTE },
] as const;

function startsBetween(
  { every, offset }: (typeof SCHEDULES)[number],
  after: number,
  until: number,
): string[] {
  const starts: string[] = [];
  for (let at = Math.floor((after - offset) / every + 1) * every + offset; at <= until; at += every)
    starts.push(formatInstant(at));
  return starts;
}

it.each(SCHEDULES)(
  'a clock that jumps back and forward by an hour repeats and loses no start of $schedulerParam, whoever resumes or edits it',
  { timeout: 240_000 },
  async (schedule) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
        const begin = setClock('2026-12-31 19:45:30');
        const ccid = await newCenter('jumps');
        const job = await submit(ccid, { schedulerParam: schedule.schedulerParam });
        let now = begin;
        let latest = begin;
        for (const { by, ends, change: changed } of steps) {
          if (ends) await endRun(ccid, job.id);
          now = setClock(formatInstant(now + by));
          latest = Math.max(latest, now);
          await tick(ccid, 2);
          await change(ccid, job, changed);
        }
        const items = await history(ccid, job.id);
        expect(items.map(({ scheduledAt }) => scheduledAt)).toEqual(startsBetween(schedule, begin, latest));
      }),
      { numRuns: inLength(6, 12), seed: 7, endOnFailure: true },
    );
  },
);

/** An edit while a run is at work is refused, and changes nothing then. */
async function change(ccid: string, { id, schedulerParam }: JobView, how: Step['change']): Promise<void> {
  if (how === 'edited') await updateJob(jobContext(), ccid, { id, request: jobRequest({ schedulerParam }) });
  if (how !== 'resumed') return;
  for (const asked of ['suspend', 'resume'] as const)
    expect(await changeJob(jobContext(), ccid, { id, change: asked })).toMatchObject({ ok: true });
}

/** Carries out the run at work, if there is one. A start that falls into one is there as a Skipped item. */
async function endRun(ccid: string, jobId: number): Promise<void> {
  const run = (await history(ccid, jobId)).find(({ status }) => status === 'Queued');
  if (!run) return;
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
    send: async () => undefined,
    now: Date.now,
  };
  await consume(context, { format: 1, kind: 'slice', ccid, jobId, runId: run['id'], seq: 0 });
}
