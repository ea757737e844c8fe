import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { beat } from '../../src/jobs/beat.ts';
import { removeJobs, removeRuns } from '../../src/jobs/remove.ts';
import { beginRestore, restoreStep, type RestorePlace } from '../../src/jobs/restore.ts';
import { registryObject } from '../../src/jobs/new-ids.ts';
import { startRun } from '../../src/jobs/start-due.ts';
import { sweepsHeld } from '../../src/jobs/sweeps/held.ts';
import { Invocation } from '../../src/platform/invocation.ts';
import { project } from '../../src/store/projection.ts';
import { projectionOf } from '../../durable/facts.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import { randomOf } from '../../scripts/generate/random.ts';
import {
  carryOut,
  firstRun,
  importAll,
  interaction,
  jobContext,
  newCenter,
  submit,
} from '../support/center.ts';
import { setBack, snapshot } from './d1-backup.ts';
import { inLength } from '../support/mode.ts';

afterEach(() => vi.useRealTimers());

const DAY_MS = 86_400_000;
/** Random moments at which D1 is set back. */
const SEEDS = inLength(4, 20);
const restoring = () => ({ ...jobContext(), centers: env.CENTER });

async function restore(holdDays: number): Promise<void> {
  let place: RestorePlace | null = await beginRestore(restoring(), Date.now() + holdDays * DAY_MS);
  while (place) place = (await restoreStep(restoring(), place)).next;
}

/** A minute goes by. */
async function minute(): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  await beat(jobContext());
}

interface Shown {
  readonly id: number;
  readonly ccid: string;
  readonly title: string;
}
const shown = async (table: 'jobs' | 'runs'): Promise<readonly Shown[]> =>
  (await env.DB.prepare(`SELECT id, ccid, title FROM ${table} ORDER BY id`).all<Shown>()).results;
const keys = async (): Promise<readonly string[]> =>
  (await env.DB.prepare('SELECT key FROM artifacts ORDER BY key').all<{ key: string }>()).results.map(
    ({ key }) => key,
  );

describe('D1 set back', () => {
  it('gives no id twice, whoever asks next, and holds the sweeps until the restore', async () => {
    const ccid = await newCenter('back');
    const backup = await snapshot();
    const lost = await submit(ccid, { title: 'lost' });
    await setBack(backup);
    expect(await sweepsHeld(jobContext())).toBe(true);
    const next = await submit(ccid, { title: 'next' });
    expect(next).toMatchObject({ title: 'next' });
    expect(next.id).toBeGreaterThan(firstRun(lost));
    // The sequence is right again by now, but rows are still missing.
    expect(await sweepsHeld(jobContext())).toBe(true);
    await restore(0);
    expect((await shown('jobs')).map(({ title }) => title)).toEqual(['lost', 'next']);
    expect(await sweepsHeld(jobContext())).toBe(false);
  });

  it('is told again job by job where an invocation has no calls for more', async () => {
    const ccid = await newCenter('little');
    const jobs = [await submit(ccid), await submit(ccid), await submit(ccid)];
    const little = new Invocation({ statements: 10, subrequests: 2_000 });
    const step = (place: RestorePlace) => little.run(() => restoreStep(restoring(), place));
    const first = await step({ step: 'known', ccid, after: 0 });
    expect(first).toMatchObject({ restored: 1, next: { step: 'known', ccid, after: jobs[0]?.id } });
    expect(await step({ step: 'shown', after: jobs[1]!.id })).toMatchObject({
      restored: 1,
      next: { step: 'shown', after: jobs[2]?.id },
    });
  });

  it('is noticed within a minute where no id was drawn since, and not where D1 only missed a beat', async () => {
    await minute();
    await minute();
    expect(await sweepsHeld(jobContext())).toBe(false);
    const backup = await snapshot();
    await minute();
    await setBack(backup);
    // A sweep that comes before the next beat looks for itself.
    expect(await sweepsHeld(jobContext())).toBe(true);
    await minute();
    expect(await sweepsHeld(jobContext())).toBe(true);
    await restore(0);
    await minute();
    expect(await sweepsHeld(jobContext())).toBe(false);
  });

  it('leaves no ghost of what was deleted since: a user who deletes it is told the truth, a start removes it', async () => {
    const ccid = await newCenter('ghosts');
    const job = await submit(ccid, { schedulerParam: { runs: 'daily' } });
    const other = await submit(ccid, { schedulerParam: { runs: 'daily' } });
    const backup = await snapshot();
    expect(await removeJobs(jobContext(), ccid, [job.id, other.id])).toEqual([]);
    await setBack(backup);
    expect(await removeJobs(jobContext(), ccid, [job.id])).toHaveLength(1);
    expect((await shown('jobs')).filter(({ id }) => id === job.id)).toEqual([]);
    await startRun(jobContext(), { format: 1, kind: 'start', ccid, jobId: other.id, due: Date.now() });
    expect((await shown('jobs')).filter(({ id }) => id === other.id)).toEqual([]);
  });
});

describe('a late projection', () => {
  it('restores nothing that was deleted since, and touches no row of another contact center', async () => {
    const ccid = await newCenter('late');
    const other = await newCenter('late');
    const [job, foreign] = [await submit(ccid, { title: 'mine' }), await submit(other, { title: 'theirs' })];
    await carryOut(ccid, job);
    const state = { ...(await stateOf(ccid, job)), ccid };
    const theirs = { ...state.job, id: foreign.id, title: 'theirs' };
    await project(env.DB, { ...state, ccid: other, job: theirs, version: 999 });
    expect(await shown('runs')).toContainEqual({ id: firstRun(job), ccid, title: 'mine' });
    await project(env.DB, { ...state, job: { ...state.job, id: foreign.id }, runs: [], version: 999 });
    expect(await shown('jobs')).toContainEqual({ id: foreign.id, ccid: other, title: 'theirs' });
    expect(await removeJobs(jobContext(), ccid, [job.id])).toEqual([]);
    await project(env.DB, { ...state, version: 5 });
    expect((await shown('jobs')).filter(({ id }) => id === job.id)).toEqual([]);
    expect((await shown('runs')).filter(({ id }) => id === firstRun(job))).toEqual([]);
    expect(await env.DB.prepare('SELECT 1 FROM artifacts WHERE job_id = ?').bind(job.id).first()).toBeNull();
  });
});

/** What the object would tell D1 of a job with one run. */
async function stateOf(ccid: string, job: JobView) {
  const { results } = await env.DB.prepare(
    `SELECT jobs.view AS job, runs.view AS run FROM jobs JOIN runs ON runs.job_id = jobs.id WHERE jobs.ccid = ? AND jobs.id = ?`,
  )
    .bind(ccid, job.id)
    .all<{ job: string; run: string }>();
  const [row] = results;
  if (!row) throw new Error('no such job');
  const now = Date.now();
  const facts = { createdAt: now, startedAt: now };
  const projection: Parameters<typeof project>[1] = {
    ccid,
    version: 1,
    at: now,
    job: JSON.parse(row.job) as JobView,
    jobStatus: 'FINISHED',
    nextStartsAt: null,
    deleted: false,
    removedRuns: [],
    runs: [
      {
        view: JSON.parse(row.run) as ReturnType<typeof projectionOf>['runs'][number]['view'],
        status: 'FINISHED',
        artifacts: [],
        ...facts,
      },
    ],
    ...facts,
  };
  return projection;
}

describe('a restore', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'at a random moment with two centers at work loses, swaps and shows across nothing (seed %i)',
    async (seed) => {
      const random = randomOf(seed, 'set back');
      const centers = [await newCenter(`seed${seed}`), await newCenter(`seed${seed}`)];
      for (const ccid of centers) await importAll(ccid, 'interactions', [interaction(`of ${ccid}`)]);
      const jobs = new Map<number, { ccid: string; job: JobView }>();
      const runs = new Map<number, { ccid: string; title: string; files: boolean }>();
      let made = 0;
      const work = async (steps: number): Promise<void> => {
        for (let step = 0; step < steps; step += 1) {
          const ccid = random.pick(centers);
          const dice = random.next();
          if (dice < 0.5) {
            const job = await submit(ccid, { title: `${ccid} ${(made += 1)}` });
            jobs.set(job.id, { ccid, job });
            runs.set(firstRun(job), { ccid, title: job.title, files: true });
            await carryOut(ccid, job);
          } else if (dice < 0.75) {
            if (jobs.size === 0) continue;
            const item = random.pick([...jobs.values()]);
            const refused = await removeJobs(jobContext(), item.ccid, [item.job.id]);
            // D1 may have forgotten the job for now: then it is not deleted, and the restore brings it back.
            if (refused.length > 0) continue;
            jobs.delete(item.job.id);
            runs.delete(firstRun(item.job));
          } else {
            if (jobs.size === 0) continue;
            const item = random.pick([...jobs.values()]);
            if (!runs.has(firstRun(item.job))) continue;
            if ((await removeRuns(jobContext(), item.ccid, [firstRun(item.job)])).length === 0)
              runs.delete(firstRun(item.job));
          }
        }
      };
      await work(random.integer(2, 6));
      await minute();
      const backup = await snapshot();
      await minute();
      await work(random.integer(2, 6));
      await setBack(backup);
      await minute();
      await work(random.integer(0, 3));
      expect(await sweepsHeld(jobContext())).toBe(true);
      await restore(30);
      const own = (items: readonly Shown[]) => items.filter(({ ccid }) => centers.includes(ccid));
      expect(own(await shown('jobs'))).toEqual(
        [...jobs]
          .map(([id, { ccid, job }]) => ({ id, ccid, title: job.title }))
          .toSorted((a, b) => a.id - b.id),
      );
      expect(own(await shown('runs'))).toEqual(
        [...runs].map(([id, { ccid, title }]) => ({ id, ccid, title })).toSorted((a, b) => a.id - b.id),
      );
      // The sweeps are held, and every file that D1 shows is there.
      expect(await sweepsHeld(jobContext())).toBe(true);
      const files = (await keys()).filter((key) =>
        centers.some((ccid) => key.startsWith(`artifacts/${ccid}/`)),
      );
      expect(files).toHaveLength(runs.size);
      for (const key of files) expect(await env.BUCKET.head(key), key).not.toBeNull();
      await registryObject(env.REGISTRY).hold(0);
    },
  );
});
