import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { changeJob } from '../../src/jobs/change-job.ts';
import { saveLimits } from '../../src/store/limits.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import {
  carryOut,
  historyItem,
  importAll,
  interaction,
  jobContext,
  newCenter,
  submit,
} from '../support/center.ts';

const center = (ccid: string) => env.CENTER.get(env.CENTER.idFromName(ccid));
const statusOf = async (ccid: string, job: JobView) => (await historyItem(ccid, job))?.['status'];

/** Which of the center's runs are in, and which of those their jobs were told of. */
const inside = (ccid: string) =>
  runInDurableObject(center(ccid), (_, { storage: { sql } }) =>
    sql
      .exec<{ id: number; told: number }>('SELECT id, told FROM runs WHERE active = 1 ORDER BY id')
      .toArray(),
  );

async function crowd(name: string, count: number): Promise<{ ccid: string; jobs: JobView[] }> {
  const ccid = await newCenter(name);
  await importAll(ccid, 'interactions', [interaction('A')]);
  const jobs: JobView[] = [];
  for (let index = 0; index < count; index += 1) jobs.push(await submit(ccid));
  return { ccid, jobs };
}

it('lets eight runs of a contact center in, and the next as each ends, in the order they came', async () => {
  const { ccid, jobs } = await crowd('turns', 12);
  const ids = jobs.map(({ id }) => id + 1);
  expect((await inside(ccid)).map(({ id }) => id)).toEqual(ids.slice(0, 8));
  const second = jobs[1]!; // there are twelve
  await carryOut(ccid, second);
  expect(await statusOf(ccid, second)).toBe('Finished');
  expect(await inside(ccid)).toContainEqual({ id: ids[8], told: 1 });
  await changeJob(jobContext(), ccid, { id: jobs[0]!.id, change: 'cancel' });
  expect((await inside(ccid)).map(({ id }) => id)).toEqual(ids.slice(2, 10));
});

it('asks nobody of another contact center to wait', async () => {
  const { ccid } = await crowd('full', 9);
  expect(await inside(ccid)).toHaveLength(8);
  const other = await crowd('other', 1);
  expect(await inside(other.ccid)).toEqual([{ id: other.jobs[0]!.id + 1, told: 1 }]);
});

it('takes what the operator allows a contact center in place of the default', async () => {
  const ccid = await newCenter('allowed');
  await saveLimits(env.DB, ccid, { runs: 1 });
  const [first, second] = [await submit(ccid), await submit(ccid)];
  expect((await inside(ccid)).map(({ id }) => id)).toEqual([first.id + 1]);
  await carryOut(ccid, first);
  expect((await inside(ccid)).map(({ id }) => id)).toEqual([second.id + 1]);
});

it('gives back the place of a run whose end was never told', async () => {
  const { ccid, jobs } = await crowd('untold', 9);
  const [first] = jobs;
  await carryOut(ccid, first!);
  // As if the job had not been able to tell: its run stands in the center as if it were in progress.
  await runInDurableObject(center(ccid), (_, { storage: { sql } }) => {
    sql.exec(
      'INSERT INTO runs (id, job, active, told, checked) VALUES (?, ?, 1, 1, 0)',
      first!.id + 1,
      first!.id,
    );
  });
  expect(await inside(ccid)).toHaveLength(9);
  await runDurableObjectAlarm(center(ccid));
  expect((await inside(ccid)).map(({ id }) => id)).toEqual(jobs.slice(1).map(({ id }) => id + 1));
});

it('lets eight of a thousand in, and asks another contact center to wait for none of them', async () => {
  const ccid = await newCenter('thousand');
  const turns: string[] = [];
  for (let run = 1; run <= 1_000; run += 1) turns.push(await center(ccid).enter(ccid, run, 500_000 + run));
  expect(turns.filter((turn) => turn === 'go')).toHaveLength(8);
  expect(await center(ccid).inProgress()).toBe(8);
  const other = await newCenter('one');
  expect(await center(other).enter(other, 1, 600_000)).toBe('go');
});
