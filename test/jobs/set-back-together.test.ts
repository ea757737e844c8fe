import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { randomOf } from '../../scripts/generate/random.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { registryObject } from '../../src/jobs/new-ids.ts';
import { removeJobs, removeRuns } from '../../src/jobs/remove.ts';
import { beginRestore, restoreStep, type RestorePlace } from '../../src/jobs/restore.ts';
import { beginSetBack, setBackStep, type SetBackStep } from '../../src/jobs/set-back.ts';
import { sweepsHeld } from '../../src/jobs/sweeps/held.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import { recordStoreName } from '../../src/model/object-names.ts';
import {
  archiveOf,
  carryOut,
  firstRun,
  importAll,
  interaction,
  jobContext,
  newCenter,
  submit,
} from '../support/center.ts';
import { inLength } from '../support/mode.ts';
import { setBack, snapshot, type Backup } from './d1-backup.ts';
import { giveHistory, keepMoment } from './object-history.ts';

const DAY_MS = 86_400_000;
const SEEDS = inLength(3, 20);
const everything = () => ({
  ...jobContext(),
  centers: env.CENTER,
  bucket: env.BUCKET,
  texts: env.BUCKET,
  records: env.RECORDS,
  audit: env.AUDIT,
});

const interactionsOf = (ccid: string) =>
  env.RECORDS.get(env.RECORDS.idFromName(recordStoreName(ccid, 'Interaction')));

/** What there was at a moment, everywhere. */
interface Then {
  readonly at: number;
  readonly d1: Backup;
}

/** Keeps what D1 and every object of these contact centers are now; a moment later is another one. */
async function now(centers: readonly string[], jobs: readonly { ccid: string; id: number }[]): Promise<Then> {
  const at = Date.now();
  for (const ccid of centers)
    for (const stub of [env.CENTER.get(env.CENTER.idFromName(ccid)), interactionsOf(ccid)])
      await keepMoment(stub, at);
  for (const { ccid, id } of jobs) await keepMoment(jobObject(env.EXPORT_JOB, ccid, id), at);
  const d1 = await snapshot();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  return { at, d1 };
}

/** What `npm run restore -- --to` does, in its order; answers what it told. */
async function restoreTo({ at, d1 }: Then) {
  const told = { lostFiles: [] as SetBackStep['lostFiles'][number][], lostTexts: 0 };
  const stage = async (step: 'objects' | 'deleted' | 'files') => {
    const begin = step === 'files' ? { step, ccid: '', after: 0, run: 0 } : { step, ccid: '', after: 0 };
    for (let place: SetBackStep['next'] = begin; place;) {
      // Each twice: an answer may be lost.
      const first = await setBackStep(everything(), at, place);
      const { lostFiles, lostTexts, next } = await setBackStep(everything(), at, place);
      expect(lostFiles).toEqual([]);
      told.lostFiles.push(...first.lostFiles);
      for (const count of Object.values(lostTexts)) told.lostTexts += count;
      place = next;
    }
  };
  expect(await beginSetBack(everything(), at, Date.now() + 30 * DAY_MS)).toBe(true);
  expect(await sweepsHeld(jobContext())).toBe(true);
  await stage('objects');
  await setBack(d1);
  await stage('deleted');
  await stage('files');
  let place: RestorePlace | null = await beginRestore(everything(), Date.now() + 30 * DAY_MS);
  while (place) place = (await restoreStep(everything(), place)).next;
  return told;
}

const shown = async (table: 'jobs' | 'runs', centers: readonly string[]) =>
  (
    await env.DB.prepare(
      `SELECT id, ccid, title, status FROM ${table} WHERE ccid IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
      .bind(JSON.stringify(centers))
      .all()
  ).results;

it('sets nothing back, and holds nothing, where the platform keeps no history: local workerd', async () => {
  expect(await beginSetBack(everything(), Date.now(), Date.now() + DAY_MS)).toBe(false);
  expect((await registryObject(env.REGISTRY).status()).holdUntil).toBe(0);
});

describe('objects and D1 set back together', () => {
  beforeAll(() => giveHistory(env.CENTER.get(env.CENTER.idFromName('any'))));

  it('are what they were: jobs, history, records; what was made since is gone, what was deleted is back', async () => {
    const ccid = await newCenter('together');
    await importAll(ccid, 'interactions', [
      interaction('A'),
      interaction('L', { TEXT: 'x'.repeat(1_100_000) }),
    ]);
    const deleted = await submit(ccid, { title: 'deleted later' });
    await carryOut(ccid, deleted);
    const daily = await submit(ccid, { title: 'daily', schedulerParam: { runs: 'daily' } });
    const then = await now(
      [ccid],
      [deleted, daily].map(({ id }) => ({ ccid, id })),
    );
    const before = [await shown('jobs', [ccid]), await shown('runs', [ccid])];

    await importAll(ccid, 'interactions', [interaction('B')]);
    expect(await removeJobs(jobContext(), ccid, [deleted.id])).toEqual([]);
    await jobObject(env.EXPORT_JOB, ccid, daily.id).suspend();
    const since = await submit(ccid, { title: 'made since' });
    await carryOut(ccid, since);
    const { highest } = await registryObject(env.REGISTRY).status();
    // What was deleted goes from R2, and so does the text of a record that was erased.
    for (const prefix of [`artifacts/${ccid}/${firstRun(deleted)}/`, `history/${ccid}/`]) {
      const { objects } = await env.BUCKET.list({ prefix });
      expect(objects).toHaveLength(1);
      await env.BUCKET.delete(objects.map(({ key }) => key));
    }

    const told = await restoreTo(then);
    expect([await shown('jobs', [ccid]), await shown('runs', [ccid])]).toEqual(before);
    expect(await jobObject(env.EXPORT_JOB, ccid, since.id).isJob()).toBe(false);
    // Its file went from R2 when it was deleted: it is told, and no file is shown that nobody could download.
    expect(told.lostFiles).toContainEqual({ ccid, run: firstRun(deleted), files: 1 });
    expect(
      await env.DB.prepare('SELECT count(*) AS n FROM artifacts WHERE ccid = ?').bind(ccid).first('n'),
    ).toBe(0);
    expect(await interactionsOf(ccid).count(10)).toBe(2);
    expect(told.lostTexts).toBe(1);

    // It goes on: changes land in D1 again, and no id comes twice.
    await jobObject(env.EXPORT_JOB, ccid, daily.id).suspend();
    expect(
      await env.DB.prepare('SELECT suspended FROM jobs WHERE id = ?').bind(daily.id).first('suspended'),
    ).toBe(1);
    const next = await submit(ccid, { title: 'next', jobParams: { type: 'Interaction', media: ['chat'] } });
    expect(next.id).toBeGreaterThan(highest);
    await carryOut(ccid, next);
    expect(Object.keys(await archiveOf(ccid, next))).toContain('manifest.json');
  });

  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'at a random moment with two centers at work are what they were then, and neither has anything of the other (seed %i)',
    async (seed) => {
      const random = randomOf(seed, 'together');
      const centers = [await newCenter(`both${seed}`), await newCenter(`both${seed}`)];
      for (const ccid of centers) await importAll(ccid, 'interactions', [interaction(`of ${ccid}`)]);
      const made: { ccid: string; job: JobView; id: number }[] = [];
      const work = async (steps: number): Promise<void> => {
        for (let step = 0; step < steps; step += 1) {
          const ccid = random.pick(centers);
          const dice = random.next();
          const own = made.filter((one) => one.ccid === ccid);
          if (dice < 0.5 || own.length === 0) {
            const job = await submit(ccid, { title: `${ccid} ${made.length}` });
            made.push({ ccid, job, id: job.id });
            if (random.next() < 0.8) await carryOut(ccid, job);
          } else if (dice < 0.75) await removeJobs(jobContext(), ccid, [random.pick(own).id]);
          else await removeRuns(jobContext(), ccid, [firstRun(random.pick(own).job)]);
        }
      };
      await work(random.integer(3, 7));
      const then = await now(centers, made);
      const before = [await shown('jobs', centers), await shown('runs', centers)];
      await work(random.integer(3, 7));
      const later = made.length;
      const { lostFiles } = await restoreTo(then);
      expect([await shown('jobs', centers), await shown('runs', centers)]).toEqual(before);
      // Every file that is shown is there, and belongs to whom its key names; every other one was told.
      const { results } = await env.DB.prepare('SELECT ccid, key, history_id AS run FROM artifacts').all<{
        ccid: string;
        key: string;
        run: number;
      }>();
      for (const { ccid, key } of results.filter((one) => centers.includes(one.ccid))) {
        expect(key).toContain(`artifacts/${ccid}/`);
        expect(await env.BUCKET.head(key), key).not.toBeNull();
      }
      const finished = (before[1] ?? []).filter(({ status }) => status === 'FINISHED').length;
      const files = results.filter((one) => centers.includes(one.ccid)).length;
      const lost = lostFiles.filter((one) => centers.includes(one.ccid));
      expect(files + lost.length).toBe(finished);
      for (const { ccid, job } of made.slice(0, later)) {
        const item = await jobObject(env.EXPORT_JOB, ccid, job.id).isJob();
        expect(item).toBe((before[0] ?? []).some(({ id }) => id === job.id));
      }
    },
  );
});
