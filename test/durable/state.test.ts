import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { forgetOldRuns } from '../../durable/retention.ts';
import { ObjectState } from '../../durable/state.ts';
import { DEFAULT_LIMITS } from '../../src/model/limits.ts';
import { FIRST_EVENTS, LAST_EVENTS } from '../../src/model/run-events.ts';
import { newRun, type Run } from '../../src/model/run.ts';
import type { Definition } from '../../src/model/definition.ts';
import type { Job } from '../../src/model/job.ts';

const NOW = 1_700_000_000_000;
const definition: Definition = {
  title: 'All',
  description: '',
  type: 'Contact',
  contactId: null,
  exportType: 'UCS',
  schedule: { type: 'hourly', cron: null, startDate: null, immediately: false },
  extent: { window: { from: null, to: null } },
  media: null,
  attachments: true,
  filters: [],
  splitBytes: null,
  suspended: false,
  request: {
    source: 'UCS',
    type: 'UCS',
    title: 'All',
    timeFrame: { all: true },
    schedulerParam: { runs: 'hourly' },
    jobParams: { type: 'Contact', media: [] },
    suspended: false,
  },
};
const job: Job = {
  id: 1,
  destination: null,
  ccid: 'state',
  definition,
  createdAt: NOW,
  suspended: false,
  spent: false,
  deleted: false,
  nextStartsAt: null,
  startedUntil: NOW,
  nonce: '',
  watermark: 0,
  createdBy: '',
  listsDeleted: false,
};
const runOf = (id: number): Run => newRun({ id, definition, watermark: 0, scheduledAt: NOW, now: NOW });

let objects = 0;
/** Works on the storage of an object that nobody else uses. */
const inObject = <T>(work: (storage: DurableObjectStorage) => T | Promise<T>): Promise<T> =>
  runInDurableObject(env.EXPORT_JOB.get(env.EXPORT_JOB.idFromName(`state/${++objects}`)), (_, { storage }) =>
    work(storage),
  );
const tables = ({ sql }: DurableObjectStorage): unknown[] =>
  sql
    .exec<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name`,
    )
    .toArray()
    .map(({ name }) => name);

describe('an object that is no job', () => {
  it('leaves nothing in storage, whatever it is asked', () =>
    inObject((storage) => {
      const state = new ObjectState(storage);
      expect(state.job()).toBeNull();
      expect(state.run(1)).toBeNull();
      expect(tables(storage)).toEqual([]);
    }));

  it('is what a deleted job becomes', () =>
    inObject(async (storage) => {
      const state = new ObjectState(storage);
      state.putJob(job);
      state.putRun(runOf(2), true);
      expect(tables(storage)).toContain('runs');
      await state.forget();
      expect(tables(storage)).toEqual([]);
      expect(state.job()).toBeNull();
      state.putJob({ ...job, id: 3 });
      expect(state.job()?.id).toBe(3);
      expect(state.run(2)).toBeNull();
    }));
});

describe('tables of the first version', () => {
  it('are brought up to date, and what lies in them is read', () =>
    inObject((storage) => {
      storage.sql.exec(`
        CREATE TABLE job (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL,
          projected INTEGER NOT NULL, data TEXT NOT NULL);
        CREATE TABLE runs (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, status TEXT NOT NULL,
          expires INTEGER, definition TEXT NOT NULL, data TEXT NOT NULL);
        CREATE TABLE removed_runs (id INTEGER PRIMARY KEY);
        CREATE TABLE volumes (run INTEGER NOT NULL, volume INTEGER NOT NULL, state TEXT NOT NULL, key TEXT NOT NULL,
          size INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL DEFAULT '', PRIMARY KEY (run, key)) WITHOUT ROWID;`);
      const { startedUntil: _, ...earlier } = job;
      storage.sql.exec('INSERT INTO job VALUES (1, 4, 3, ?)', JSON.stringify(earlier));
      const { position, outcome, window, definition: own, ...rest } = runOf(2);
      const { waitingSince: _since, struck: _struck, ...claim } = rest.claim;
      const { watermark, ...ends } = window;
      const flat = { ...rest, ...position, ...outcome, ...claim, window: ends, watermark };
      storage.sql.exec(
        'INSERT INTO runs VALUES (2, 4, ?, NULL, ?, ?)',
        'QUEUED',
        JSON.stringify(own),
        JSON.stringify(flat),
      );
      const state = new ObjectState(storage);
      expect(state.job()).toEqual(job);
      expect(state.activeRun()).toEqual(runOf(2));
      expect(state.unprojected()).toEqual({ version: 4, runs: [runOf(2)], removed: [], told: [] });
      state.putRun(runOf(2), false);
      expect(new ObjectState(storage).activeRun()).toEqual(runOf(2));
      expect(state.unprojected()?.runs).toHaveLength(1);
    }));
});

describe('definitions', () => {
  it('are kept once, however many runs have them, and as long as one has', () =>
    inObject((storage) => {
      const state = new ObjectState(storage);
      const count = () => storage.sql.exec<{ n: number }>('SELECT count(*) AS n FROM definitions').one().n;
      state.putJob(job);
      for (const id of [2, 3, 4]) state.putRun(runOf(id), true);
      expect(count()).toBe(1);
      const other = { ...runOf(5), definition: { ...definition, title: 'Other' } };
      state.putRun(other, true);
      expect(count()).toBe(2);
      expect(state.run(5)).toEqual(other);
      state.removeRun(5);
      expect(count()).toBe(1);
      expect(new ObjectState(storage).run(4)).toEqual(runOf(4));
    }));
});

describe('history that is kept', () => {
  const DAY = 86_400_000;
  const limits = { ...DEFAULT_LIMITS, historyItems: 4, historyDays: 10 };
  const ended = (id: number, change: Partial<Run['outcome']> = {}): Run => {
    const run = runOf(id);
    return { ...run, outcome: { ...run.outcome, status: 'FINISHED', filesGone: 'expired', ...change } };
  };
  const left = (storage: DurableObjectStorage, type: 'UCS' | 'DataSync', runs: readonly Run[]): number[] => {
    const state = new ObjectState(storage);
    state.putJob({ ...job, definition: { ...definition, exportType: type } });
    for (const run of runs) state.putRun(run, true);
    forgetOldRuns(state, limits, { now: NOW, forget: (id) => state.removeRun(id) });
    return state.runIds();
  };
  const old = { createdAt: NOW - 11 * DAY };

  it('goes by age, but for what is not over and what has files', () =>
    inObject((storage) => {
      const runs = [
        ended(2, old),
        ended(3, { ...old, status: 'FAILED' }),
        ended(4, { ...old, filesGone: '', filesExpireAt: NOW + DAY }),
        ended(5),
        { ...runOf(6), outcome: { ...runOf(6).outcome, ...old } },
      ];
      expect(left(storage, 'UCS', runs)).toEqual([4, 5, 6]);
    }));

  it('goes by number, the oldest first', () =>
    inObject((storage) => {
      expect(
        left(
          storage,
          'UCS',
          [2, 3, 4, 5, 6, 7].map((id) => ended(id)),
        ),
      ).toEqual([4, 5, 6, 7]);
    }));

  it('keeps the last Finished run of a DataSync job, however old', () =>
    inObject((storage) => {
      const runs = [ended(2, old), ended(3, old), ended(4, { ...old, status: 'FAILED' })];
      expect(left(storage, 'DataSync', runs)).toEqual([3]);
    }));
});

describe('events', () => {
  it('are told in order, the first and the last of many, and go with their run', () =>
    inObject((storage) => {
      const { events } = new ObjectState(storage);
      const state = new ObjectState(storage);
      state.putJob(job);
      state.putRun(runOf(2), true);
      events.add(2, NOW, { event: 'submitted' });
      for (let seq = 0; seq < 500; seq += 1)
        events.add(2, NOW + seq, { event: 'slice', seq, records: seq, bytes: 2 * seq });
      events.add(3, NOW, { event: 'submitted' });
      const kept = events.of(2);
      expect(kept).toHaveLength(FIRST_EVENTS + LAST_EVENTS);
      expect(kept[0]).toMatchObject({ event: 'submitted', at: NOW });
      expect(kept[FIRST_EVENTS - 1]).toMatchObject({ event: 'slice', seq: FIRST_EVENTS - 2 });
      expect(kept[FIRST_EVENTS]).toMatchObject({ seq: 500 - LAST_EVENTS });
      expect(kept.at(-1)).toMatchObject({ seq: 499, records: 499, bytes: 998 });
      state.removeRun(2);
      expect(events.of(2)).toEqual([]);
      expect(events.of(3)).toHaveLength(1);
    }));
});

describe('pauses', () => {
  it('double from 5 s to an hour, are as long after the object slept, and are over with a success', () =>
    inObject((storage) => {
      new ObjectState(storage).putJob(job);
      const waits: number[] = [];
      let now = NOW;
      for (let nth = 0; nth < 12; nth += 1) {
        // Each time an object that has just come into memory.
        const { pauses } = new ObjectState(storage);
        expect(pauses.until('projection')).toBe(nth === 0 ? 0 : now);
        pauses.failed('projection', now);
        pauses.failed('projection', now + 1);
        waits.push((pauses.until('projection') - now) / 1_000);
        now = pauses.until('projection');
      }
      expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);
      const { pauses } = new ObjectState(storage);
      expect(pauses.until('garbage')).toBe(0);
      pauses.succeeded('projection');
      expect(pauses.until('projection')).toBe(0);
    }));
});
