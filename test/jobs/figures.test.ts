import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { runJob } from '../../src/jobs/add-run.ts';
import { removeRuns } from '../../src/jobs/remove.ts';
import { jobService } from '../../src/jobs/service.ts';
import { sweepDays } from '../../src/jobs/sweeps/rows.ts';
import { eventText } from '../../src/labels/event-text.ts';
import { EVENT_NAMES, eventView } from '../../src/model/api/event-view.ts';
import { DAY_MS } from '../../src/model/instant.ts';
import { DELIVERY_FAULTS } from '../../src/model/delivery.ts';
import type { RunEvent } from '../../src/model/run-events.ts';
import { rememberSweep } from '../../src/store/orphans.ts';
import { callerOf, makeApp } from '../http/harness.ts';
import { carryOut, firstRun, importAll, interaction, jobContext } from '../support/center.ts';
import { newCenter, submit } from '../support/center.ts';
import { carryOutRun } from './due-runs.ts';

/** What the app answers to a caller of the contact center, with the real jobs behind it. */
async function asking(ccid: string) {
  const { now: _, ...context } = jobContext();
  const { app, clock } = makeApp({ jobs: jobService({ ...context, now: Date.now }) });
  clock.now = Date.now();
  const call = await callerOf(app, ccid);
  return async <T>(path: string): Promise<T> => (await call(`/udm/v10${path}`)).json<T>();
}

describe('a history item', () => {
  it('tells what happened to its run, and its job which run was the latest and why that failed', async () => {
    const ccid = await newCenter('events');
    await importAll(ccid, 'interactions', [interaction('a')]);
    const job = await submit(ccid, { schedulerParam: { immediately: true, runs: 'daily' } });
    await carryOut(ccid, job);
    const ask = await asking(ccid);
    interface Item {
      readonly events: readonly { readonly what: string; readonly message: string }[];
    }
    const { events } = await ask<Item>(`/export/history/${firstRun(job)}`);
    const [first, ...rest] = events.map(({ what }) => what);
    expect([first, rest.slice(0, 2), rest.at(-1)]).toEqual(['submitted', ['started', 'planned'], 'finished']);
    expect(events.at(-1)).toMatchObject({ volumes: 1, message: 'Finished with 1 files.' });
    expect(await ask(`/export/jobs/${job.id}`)).toMatchObject({
      latestHistoryId: firstRun(job),
      latestReason: '',
    });
    const run = await runJob(jobContext(), ccid, { id: job.id, by: 'x' });
    await env.DB.prepare('DELETE FROM certificates WHERE ccid = ?').bind(ccid).run();
    if (run.ok) await carryOutRun(ccid, job, run.value.id);
    const failed = await ask<{ latestHistoryId: number; latestReason: string }>(`/export/jobs/${job.id}`);
    expect(failed.latestHistoryId).toBeGreaterThan(firstRun(job));
    expect(failed.latestReason).toContain('no certificate on file');
    const item = await ask<Item>(`/export/history/${failed.latestHistoryId}`);
    expect(item.events.at(-1)).toMatchObject({ what: 'failed', reason: failed.latestReason });
    const files = await ask<{ items: { volume: number }[] }>('/file-metadatas');
    expect(files.items.map(({ volume }) => volume)).toEqual([1]);
  });

  it('has words for every event in every language', () => {
    const all: readonly RunEvent[] = [
      ...(['submitted', 'skipped', 'started', 'planned', 'cancelled'] as const).map((event) => ({ event })),
      { event: 'slice', seq: 0, records: 7, bytes: 8 },
      { event: 'taken-over', seq: 1, attempt: 2 },
      { event: 'stumbled', seq: 2, reason: 'why' },
      { event: 'restarted', reason: 'why' },
      { event: 'finished', volumes: 3, bytes: 9 },
      { event: 'failed', reason: 'why' },
      { event: 'files-gone', how: 'expired' },
      { event: 'files-gone', how: 'deleted' },
      { event: 'delivered', files: 2, bytes: 9 },
      { event: 'delivery-failed', code: DELIVERY_FAULTS[0] },
    ];
    const shown = all.map((event) => eventView({ ...event, id: 1, at: 0 }));
    expect(new Set(shown.map(({ what }) => what))).toEqual(new Set(EVENT_NAMES));
    for (const event of shown)
      for (const language of ['en', 'de'] as const) expect(eventText(event, language)).not.toMatch(/[{}]/);
    expect(eventText(shown[5]!)).toBe('Slice 1 done: 7 records so far.'); // the first slice
  });
});

interface Figures {
  readonly jobs: { readonly active: number; readonly suspended: number };
  readonly runs: { readonly failedThisWeek: number; readonly failed: readonly object[] };
  readonly days: readonly { readonly day: string; readonly finished: number }[];
}

describe('the figures', () => {
  it('tell what runs, what failed, what starts next, what expires, and what was exported by day', async () => {
    const ccid = await newCenter('figures');
    const ask = await asking(ccid);
    const figures = () => ask<Figures>('/statistics');
    const none = await figures();
    expect(none.days).toHaveLength(30);
    expect(none).toMatchObject({
      jobs: { active: 0, suspended: 0 },
      runs: { inProgress: 0, queued: 0, current: [], failedThisWeek: 0, failed: [] },
      nextStarts: [],
      expiring: { count: 0, firstAt: '' },
      certificate: { state: 'valid', subject: 'CN=Exports, O=Example' },
    });
    await importAll(ccid, 'interactions', [interaction('a'), interaction('b')]);
    const done = await submit(ccid, { schedulerParam: { immediately: true, runs: 'daily' } });
    await carryOut(ccid, done);
    const { fileSize } = await ask<{ fileSize: number }>(`/export/history/${firstRun(done)}`);
    const waiting = await submit(ccid);
    await submit(ccid, { suspended: true, schedulerParam: { runs: 'daily' } });
    await rememberSweep(env.DB, 'beat', String(Date.now()));
    const some = await figures();
    const today = { finished: 1, failed: 0, records: 2, bytes: fileSize };
    expect(some.days.at(-1)).toEqual({ day: new Date().toISOString().slice(0, 10), ...today });
    expect(some).toMatchObject({
      jobs: { active: 1, suspended: 2 },
      runs: { queued: 1, current: [{ id: firstRun(waiting), jobId: waiting.id, status: 'Queued' }] },
      nextStarts: [{ id: done.id }],
      scheduler: { alive: true, overdue: 0, started: 2 },
    });
    await env.DB.prepare('DELETE FROM certificates WHERE ccid = ?').bind(ccid).run();
    await carryOut(ccid, waiting);
    await env.DB.prepare('UPDATE artifacts SET expires_at = ? WHERE ccid = ?')
      .bind(Date.now() + DAY_MS, ccid)
      .run();
    expect(await ask('/statistics')).toMatchObject({ expiring: { count: 1 } });
    expect(await removeRuns(jobContext(), ccid, [firstRun(done)])).toEqual([]);
    // Behind the removal, which tells D1 of the job anew.
    await env.DB.prepare('UPDATE jobs SET next_starts_at = 1 WHERE ccid = ? AND id = ?')
      .bind(ccid, done.id)
      .run();
    const later = await figures();
    expect(later).toMatchObject({
      runs: { failedThisWeek: 1, failed: [{ id: firstRun(waiting), status: 'Failed' }] },
      certificate: { state: 'none' },
      scheduler: { alive: false, overdue: 1 },
    });
    // What was exported stays so, though its history item is gone.
    expect(later.days.at(-1)).toMatchObject({ ...today, failed: 1 });
  });

  it('of a day are forgotten after ten weeks', async () => {
    const add = env.DB.prepare(`INSERT INTO run_days VALUES ('old', ?, 1, 0, 1, 1)`);
    const now = Date.now();
    const dayOf = (days: number) => new Date(now - days * DAY_MS).toISOString().slice(0, 10);
    await env.DB.batch([add.bind(dayOf(71)), add.bind(dayOf(69))]);
    await sweepDays(env.DB, now);
    const { results } = await env.DB.prepare(`SELECT day FROM run_days WHERE ccid = 'old'`).all();
    expect(results).toEqual([{ day: dayOf(69) }]);
  });
});
