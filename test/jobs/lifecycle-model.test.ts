import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { fc } from '../support/property.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSlice } from '../../src/export/slice.ts';
import { retryRun, runJob } from '../../src/jobs/add-run.ts';
import { changeJob, type Change } from '../../src/jobs/change-job.ts';
import { updateJob } from '../../src/jobs/create-job.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { removeJobs } from '../../src/jobs/remove.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import { JOB_STATES, LIFECYCLE, stateOf, type JobEvent, type JobState } from '../../src/model/lifecycle.ts';
import type { Job } from '../../src/model/job.ts';
import { jobContext, jobRequest, newCenter, sliceContext, submit } from '../support/center.ts';
import { setClock, tick } from './clock.ts';

beforeEach(() => setClock('2026-05-01 10:00:30'));
afterEach(() => vi.useRealTimers());

interface Center {
  readonly ccid: string;
  readonly job: JobView;
}

/** The state that the job's object really is in, by its own tables. */
const realState = ({ ccid, job }: Center): Promise<JobState> =>
  runInDurableObject(jobObject(env.EXPORT_JOB, ccid, job.id), (_, { storage }) => {
    // A deleted job's object keeps nothing, not even empty tables.
    if (storage.sql.exec(`SELECT 1 FROM sqlite_master WHERE name = 'job'`).toArray().length === 0)
      return 'deleted';
    const row = storage.sql.exec<{ data: string }>('SELECT data FROM job').one();
    const kept = JSON.parse(row.data) as Job;
    const active = storage.sql
      .exec(`SELECT id FROM runs WHERE status IN ('QUEUED', 'IN_PROGRESS')`)
      .toArray();
    if (active.length > 1) throw new Error('two runs of one job at a time');
    return stateOf({ ...kept, schedule: kept.definition.schedule, running: active.length === 1 });
  });

/** Carries out the run in progress, if there is one. */
async function finishRun({ ccid, job }: Center): Promise<void> {
  const row = await env.DB.prepare(
    `SELECT id FROM runs WHERE ccid = ? AND job_id = ? AND status IN ('QUEUED', 'IN_PROGRESS')`,
  )
    .bind(ccid, job.id)
    .first<{ id: number }>();
  if (row)
    await runSlice(sliceContext(ccid, job, []), {
      format: 1,
      kind: 'slice',
      ccid,
      jobId: job.id,
      runId: row.id,
      seq: 0,
    });
}

/** A run of the job's own, or its latest one again, by turns. */
async function addRun({ ccid, job }: Center): Promise<boolean> {
  const { results } = await env.DB.prepare(
    'SELECT id FROM runs WHERE ccid = ? AND job_id = ? ORDER BY id DESC',
  )
    .bind(ccid, job.id)
    .all<{ id: number }>();
  const [latest] = results;
  const again = latest && results.length % 2 === 1;
  const by = 'somebody';
  if (again) return (await retryRun(jobContext(), ccid, { id: latest.id, by })).ok;
  return (await runJob(jobContext(), ccid, { id: job.id, by })).ok;
}

const change = async ({ ccid, job }: Center, wanted: Change) =>
  (await changeJob(jobContext(), ccid, { id: job.id, change: wanted })).ok;

/** How each event is brought about; answers whether it was granted (null: nobody is told). */
const ACTIONS: Readonly<
  Record<JobEvent, (center: Center, schedule: JobRequest['schedulerParam']) => Promise<boolean | null>>
> = {
  start: async ({ ccid }) => {
    vi.setSystemTime(Date.now() + 3_600_000);
    await tick(ccid, 2);
    return null;
  },
  end: async (center) => {
    await finishRun(center);
    return null;
  },
  run: addRun,
  suspend: (center) => change(center, 'suspend'),
  resume: (center) => change(center, 'resume'),
  cancel: (center) => change(center, 'cancel'),
  edit: async ({ ccid, job }, schedulerParam) =>
    (await updateJob(jobContext(), ccid, { id: job.id, request: jobRequest({ schedulerParam }) })).ok,
  delete: async ({ ccid, job }) => (await removeJobs(jobContext(), ccid, [job.id])).length === 0,
};

const SCHEDULES: readonly JobRequest['schedulerParam'][] = [
  { runs: 'hourly' },
  { immediately: true },
  { startDate: '2026-05-01 11:00:00' },
];
const events = fc.constantFrom<JobEvent>(
  'start',
  'start',
  'end',
  'end',
  'run',
  'run',
  'suspend',
  'resume',
  'edit',
  'cancel',
  'delete',
);

describe('a job in the hands of many', () => {
  it('follows the lifecycle table step by step', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SCHEDULES),
        fc.array(events, { minLength: 3, maxLength: 12 }),
        async (schedulerParam, steps) => {
          setClock('2026-05-01 10:00:30');
          const ccid = await newCenter('table');
          const center = { ccid, job: await submit(ccid, { schedulerParam }) };
          for (const event of steps) {
            const state = await realState(center);
            const expected = LIFECYCLE[state][event];
            const granted = await ACTIONS[event](center, schedulerParam);
            const now = await realState(center);
            if (typeof expected === 'string') {
              // A one-time job whose start has passed meanwhile cannot be resumed any more: the one guard beside the table.
              const passed = event === 'resume' && state === 'once-suspended' && granted === false;
              if (granted !== null && !passed) expect([state, event, granted]).toEqual([state, event, true]);
              expect([state, event, now]).toEqual([state, event, passed ? state : expected]);
            } else {
              if (granted !== null) expect([state, event, granted]).toEqual([state, event, false]);
              expect([state, event, now]).toEqual([state, event, state]);
            }
          }
        },
      ),
      { numRuns: 25, seed: 20_26 },
    );
  });

  it(
    'by 20 clients at once never leaves the table, and D1 agrees with the object',
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(events, { minLength: 20, maxLength: 20 }),
          fc.array(events, { minLength: 20, maxLength: 20 }),
          async (first, second) => {
            setClock('2026-05-01 10:00:30');
            const ccid = await newCenter('clients');
            const schedulerParam = { runs: 'hourly' };
            const center = { ccid, job: await submit(ccid, { schedulerParam }) };
            for (const crowd of [first, second]) {
              await Promise.all(crowd.map((event) => ACTIONS[event](center, schedulerParam)));
              const state = await realState(center);
              expect(JOB_STATES).toContain(state);
              const row = await env.DB.prepare('SELECT suspended, status FROM jobs WHERE ccid = ? AND id = ?')
                .bind(ccid, center.job.id)
                .first<{ suspended: number; status: string }>();
              expect(row === null).toBe(state === 'deleted');
              if (row) expect(row.suspended === 1).toBe(state.includes('suspended'));
              const running = row?.status === 'QUEUED' || row?.status === 'IN_PROGRESS';
              expect(running).toBe(state.includes('running'));
            }
          },
        ),
        { numRuns: 8, seed: 20_26 },
      );
    },
  );
});
