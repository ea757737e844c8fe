import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { ExportJob } from '../../durable/export-job.ts';
import { changeJobs, retryRuns } from '../../src/jobs/bulk.ts';
import { changeJob } from '../../src/jobs/change-job.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { removeJobs, removeRuns } from '../../src/jobs/remove.ts';
import { makeSelection, selectedRows, type Wanted } from '../../src/jobs/selection.ts';
import { sweepSelections } from '../../src/jobs/sweeps/rows.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import { jobObjectName } from '../../src/model/object-names.ts';
import { MAX_SELECTED, SELECTION_MS } from '../../src/model/selection.ts';
import { inLength } from '../support/mode.ts';
import { fc } from '../support/property.ts';
import { jobContext, newCenter, submit } from '../support/center.ts';

const owner = 'user somebody';
let tokens = 0;

async function select(ccid: string, wanted: Wanted) {
  const selection = `selection-${(tokens += 1)}`;
  const made = await makeSelection(jobContext(), ccid, { id: selection, owner, wanted });
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

const rowsOf = (ccid: string, id: string, list: Wanted['list'], now = Date.now(), whose = owner) =>
  selectedRows({ db: env.DB, now }, ccid, { id, owner: whose, list });

describe('a selection', () => {
  it('holds the rows that matched when it was made, and is good for ten minutes, for its owner and list alone', async () => {
    const ccid = await newCenter('selection');
    const weekly = { schedulerParam: { runs: 'weekly' } };
    const [older, newer] = [await submit(ccid, weekly), await submit(ccid, { ...weekly, title: 'Other' })];
    await submit(ccid, { schedulerParam: { runs: 'daily' } });
    const made = await select(ccid, { list: 'jobs', filter: { scheduleType: 'week' } });
    expect([made.count, made.first]).toEqual([
      2,
      [
        { id: newer.id, title: 'Other' },
        { id: older.id, title: 'All of it' },
      ],
    ]);
    await submit(ccid, weekly);
    const now = Date.now();
    expect(await rowsOf(ccid, made.selection, 'jobs')).toEqual({ ok: true, value: [newer.id, older.id] });
    const refused = { ok: false, failure: { code: 'unknown-selection', field: 'selection', data: {} } };
    expect(await rowsOf(ccid, made.selection, 'history')).toEqual(refused);
    expect(await rowsOf(ccid, made.selection, 'jobs', now, 'client somebody')).toEqual(refused);
    expect(await rowsOf('another', made.selection, 'jobs')).toEqual(refused);
    expect(await rowsOf(ccid, 'nothing', 'jobs')).toEqual(refused);
    expect(await rowsOf(ccid, made.selection, 'jobs', now + SELECTION_MS + 1_000)).toEqual(refused);
    expect(await sweepSelections(env.DB, now)).toBe(0);
    expect(await sweepSelections(env.DB, now + SELECTION_MS + 1_000)).toBeGreaterThan(0);
    expect(await rowsOf(ccid, made.selection, 'jobs')).toEqual(refused);
  });

  it('of rows that were picked has those that are there, and none beside them', async () => {
    const ccid = await newCenter('picked');
    const [job, other] = [await submit(ccid), await submit(ccid)];
    const ids = [job.id, 9_000_000];
    expect(await select(ccid, { list: 'jobs', filter: { ids } })).toMatchObject({ count: 1 });
    expect(await select(ccid, { list: 'jobs', filter: { ids: [] } })).toMatchObject({ count: 0 });
    const runs = await select(ccid, { list: 'history', filter: { ids: [other.id + 1], status: 'queued' } });
    expect(runs.first).toEqual([{ id: other.id + 1, title: 'All of it' }]);
    const files = await select(ccid, { list: 'file-metadatas', filter: { names: ['x'] } });
    expect(files).toMatchObject({ count: 0, first: [] });
  });

  it('has 1,000 rows at most, and a user fifty of them at a time', async () => {
    const ccid = await newCenter('many');
    const add = (from: number, count: number) =>
      env.DB.prepare(
        `INSERT INTO artifacts (name, ccid, key, job_id, history_id, job_title, job_title_folded, type, source, volume, size,
           sha256, uploaded_at, expires_at)
         SELECT 'f' || value, ?1, 'k' || ?1 || value, 1, 1, 't', 't', 'Contact', 'UCS', 1, 1, '', 0, ?2 FROM json_each(?3)`,
      )
        .bind(
          ccid,
          Date.now() + 86_400_000,
          JSON.stringify(Array.from({ length: count }, (_, at) => at + from)),
        )
        .run();
    await add(0, MAX_SELECTED);
    const wanted: Wanted = { list: 'file-metadatas', filter: {} };
    const made = await select(ccid, wanted);
    expect([made.count, made.first.length]).toEqual([MAX_SELECTED, 10]);
    await add(MAX_SELECTED, 1);
    const refused = await makeSelection(jobContext(), ccid, { id: 'too-many', owner, wanted });
    expect(refused).toMatchObject({ failure: { code: 'too-many', data: { max: MAX_SELECTED } } });
    const few: Wanted = { list: 'file-metadatas', filter: { names: ['f1'] } };
    for (let at = 0; at < 50; at += 1) await select(ccid, few);
    const kept = env.DB.prepare('SELECT count(*) AS n FROM selections WHERE ccid = ?').bind(ccid);
    expect(await kept.first('n')).toBe(50);
  });
});

/** The objects, and the names of those that were asked. */
function noted(): { objects: DurableObjectNamespace<ExportJob>; asked: Set<string> } {
  const asked = new Set<string>();
  const objects = new Proxy(env.EXPORT_JOB, {
    get: (target, name) => {
      if (name === 'idFromName')
        return (of: string) => {
          asked.add(of);
          return target.idFromName(of);
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
  return { objects, asked };
}

const action = fc.constantFrom('suspend', 'resume', 'cancel', 'delete', 'retry', 'delete-runs');
type Action = 'suspend' | 'resume' | 'cancel' | 'delete' | 'retry' | 'delete-runs';
const filter = fc.constantFrom({}, { title: 'a' }, { title: 'b' }, { type: 'Contact' }, { suspended: true });
const job = fc.record({
  title: fc.constantFrom('a', 'b', 'ab'),
  suspended: fc.boolean(),
  type: fc.constantFrom('Interaction', 'Contact'),
});
/** What others do while the action runs. */
const meddling = fc.array(fc.constantFrom('add', 'suspend', 'resume', 'run', 'delete'), { maxLength: 4 });

/** Carries out a bulk action on the rows of a selection; answers the ids that were refused. */
async function carryOut(ccid: string, todo: Action, ids: readonly number[], objects: typeof env.EXPORT_JOB) {
  const context = { ...jobContext(), objects };
  if (todo === 'delete') return removeJobs(context, ccid, ids);
  if (todo === 'delete-runs') return removeRuns(context, ccid, ids);
  if (todo === 'retry') return retryRuns(context, ccid, { ids, by: 'somebody' });
  return changeJobs(context, ccid, { ids, change: todo });
}

const ROUNDS = inLength(20, 1_000);

describe('a bulk action', () => {
  it(
    'touches no row that its selection did not count, whatever others do meanwhile',
    { timeout: 3_600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(job, { minLength: 1, maxLength: 4 }),
          action,
          filter,
          meddling,
          async (wanted, todo, chosen, others) => {
            const ccid = await newCenter('bulk');
            const jobs: JobView[] = [];
            for (const { title, suspended, type } of wanted)
              jobs.push(
                await submit(ccid, {
                  title,
                  suspended,
                  jobParams: { type, media: [] },
                  schedulerParam: { runs: 'daily' },
                }),
              );
            for (const { id } of jobs.slice(0, 2))
              await jobObject(env.EXPORT_JOB, ccid, id).run(id * 1_000, 'x');
            const ofRuns = todo === 'retry' || todo === 'delete-runs';
            const { suspended: _, ...ofHistory } = { suspended: false, ...chosen };
            const list = ofRuns
              ? ({ list: 'history', filter: ofHistory } as const)
              : ({ list: 'jobs', filter: chosen } as const);
            const made = await select(ccid, list);
            const rows = await rowsOf(ccid, made.selection, list.list);
            const ids = rows.ok ? rows.value.map(Number) : [];
            expect([ids.length, made.first.map(({ id }) => id)]).toEqual([made.count, ids.slice(0, 10)]);
            const { objects, asked } = noted();
            const meddle = others.map(async (what, at) => {
              const { id } = jobs[at % jobs.length]!; // there is one at least
              if (what === 'add') await submit(ccid, { title: 'ab', schedulerParam: { runs: 'daily' } });
              else if (what === 'run')
                await jobObject(env.EXPORT_JOB, ccid, id).run(id * 1_000 + at + 1, 'x');
              else if (what === 'delete') await removeJobs(jobContext(), ccid, [id]);
              else await changeJob(jobContext(), ccid, { id, change: what });
            });
            const [refused] = await Promise.all([carryOut(ccid, todo, ids, objects), ...meddle]);
            const counted = ofRuns ? ids.map((id) => Math.floor(id / 1_000)) : ids;
            const names = new Set(counted.map((id) => jobObjectName(ccid, id)));
            expect([...asked].filter((name) => !names.has(name))).toEqual([]);
            expect(refused.filter(({ id }) => !ids.includes(id))).toEqual([]);
          },
        ),
        { numRuns: ROUNDS },
      );
    },
  );
});
