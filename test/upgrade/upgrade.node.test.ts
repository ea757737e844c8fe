import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leftovers } from '../../scripts/lab/chaos/leftovers.ts';
import type { FixtureRun } from '../../scripts/lab/take-fixture/fixture.ts';
import { editJob, endedAs, jobBody } from '../../scripts/lab/take-fixture/jobs.ts';
import { SYNC_TITLE, syncBody } from '../../scripts/lab/take-fixture/past.ts';
import { shownBy } from '../../scripts/lab/take-fixture/shown.ts';
import { judgeRun } from './judge-run.ts';
import { spoil } from './spoil.ts';
import { upgraded, type Upgraded } from './upgraded.ts';

/** Alarms clean up within seconds after a run. */
const SETTLE_MS = 5_000;

/** As it was left behind, and with one byte changed in the checkpoint of each run that was cut. */
let service: Upgraded;
let spoiled: Upgraded;
let starting: readonly Promise<Upgraded>[] = [];
beforeAll(async () => {
  const both = [
    upgraded(),
    upgraded(({ fixture, persistTo }) => {
      const [whole, split] = cutRuns(fixture.runs);
      spoil(persistTo, whole, 'seal');
      spoil(persistTo, split, 'cursor');
    }),
  ] as const;
  starting = both;
  [service, spoiled] = await Promise.all(both);
});
afterAll(async () => {
  // Where one of them did not start, the other one may have.
  for (const outcome of await Promise.allSettled(starting)) {
    if (outcome.status === 'rejected') continue;
    await outcome.value.stop();
    outcome.value.remove();
  }
});

/** The run that writes one file of what changed, and the one that writes everything in volumes. */
function cutRuns(runs: readonly FixtureRun[]): readonly [FixtureRun, FixtureRun] {
  const [whole, split, ...others] = runs.filter(({ cut }) => cut !== null);
  if (!whole || !split || others.length > 0) throw new Error('a fixture has two runs that were cut');
  return [whole, split];
}

describe('what an earlier commit left behind when it was killed in the middle of two runs', () => {
  it('is finished: both runs go on where they were, and are complete to the byte', async () => {
    for (const run of cutRuns(service.fixture.runs))
      expect(await judgeRun(service, run), service.log()).toEqual([]);
  });

  it('is not complete with one byte of a checkpoint changed: a seal is broken, or records are missing', async () => {
    const [whole, split] = cutRuns(spoiled.fixture.runs);
    expect(await judgeRun(spoiled, whole), spoiled.log()).toEqual([
      expect.stringMatching(/cannot be unpacked|CRC-32/),
    ]);
    expect(await judgeRun(spoiled, split), spoiled.log()).toEqual([
      expect.stringMatching(/ has \d+ records, not /),
    ]);
  });

  it('keeps the files of runs that had finished', async () => {
    const finished = service.fixture.runs.filter(({ cut }) => cut === null);
    expect(finished.length).toBeGreaterThan(2);
    for (const run of finished) expect(await judgeRun(service, run), service.log()).toEqual([]);
  });

  it('lists jobs, runs of every end, and files as it did', async () => {
    const { shown, runs } = service.fixture;
    const statuses = new Set(shown.history.map(({ status }) => String(status)));
    expect([...statuses].toSorted()).toEqual(['Cancelled', 'Failed', 'Finished', 'Skipped']);
    const now = await shownBy(
      service.session,
      cutRuns(runs).map(({ jobId }) => jobId),
    );
    // What a later commit shows beside it is not of this test.
    expect(now).toMatchObject(shown);
  });

  it('lets recurring jobs be edited and resumed, and a DataSync job goes on from where its run ended', async () => {
    const { session, fixture } = service;
    const [whole] = cutRuns(fixture.runs);
    expect(whole.title).toBe(SYNC_TITLE);
    await editJob(session, whole.jobId, syncBody());
    const empty = await endedAs(session, whole.jobId, 'Finished');
    expect(empty.id).not.toBe(whole.runId);
    expect(empty.detail).toMatchObject({ recordsTotal: 0, recordsExported: 0 });

    const minutely = fixture.shown.jobs.find(({ scheduleType }) => scheduleType === 'cron')?.id ?? 0;
    const path = { params: { path: { id: minutely } } };
    const schedulerParam = { cron: '0 0 1 1 *' };
    const edited = jobBody('Every year', 'Interaction', { schedulerParam, suspended: true });
    await editJob(session, minutely, edited);
    const { data: resumed } = await session.api.POST('/udm/v10/export/jobs/resume/{id}', path);
    expect(resumed).toMatchObject({ title: 'Every year', suspended: false });
    expect(resumed).toHaveProperty('nextStartsAt', expect.stringMatching(/-01-01T00:00:00\.000Z$/));
  });

  it('is cleaned up: nothing lies over that no run needs', async () => {
    await sleep(SETTLE_MS);
    await service.stop();
    expect(leftovers(service.persistTo).wrong).toEqual([]);
  });
});
