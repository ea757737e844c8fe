import { env } from 'cloudflare:workers';
import type { Refused } from '../../src/jobs/each-refused.ts';
import type { JobService } from '../../src/jobs/service.ts';
import { fail, ok, type Result } from '../../src/model/failures.ts';
import type { JobView, Progress, RunView } from '../../src/model/api/job-info.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import { findArtifact } from '../../src/store/artifacts.ts';
import { findJob } from '../../src/store/jobs.ts';
import { findRun } from '../../src/store/runs.ts';
import { jobView, START } from './harness.ts';

/**
 * Jobs as rows of D1 alone: what is asked for is looked up by contact center and id, what is in progress is refused,
 * what is deleted is gone. `asked` notes every request that creates or edits.
 */
export function jobDouble(asked: { ccid: string; request: JobRequest }[]): JobService {
  return {
    async create(ccid, request) {
      asked.push({ ccid, request });
      if (request.title === 'refused') return fail('title-length', 'title', { max: 255 });
      if (request.title === 'broken') throw new Error('secret text of a defect');
      return ok(jobView(1, { title: request.title }));
    },
    async update(ccid, id, request) {
      asked.push({ ccid, request });
      const job = await theJob(ccid, id);
      return job.ok ? ok(jobView(id, { title: request.title })) : job;
    },
    async preview(ccid, request) {
      if (request.title === 'refused') return fail('title-length', 'title', { max: 255 });
      return ok(NOTHING_TO_COME);
    },
    async previewEdit(ccid, id) {
      const job = await theJob(ccid, id);
      return job.ok ? ok(NOTHING_TO_COME) : job;
    },
    run: async (ccid, id) => again(await theJob(ccid, id)),
    retry: async (ccid, historyId) => again(await theRun(ccid, historyId)),
    async cancel(ccid, id) {
      const job = await theJob(ccid, id);
      if (!job.ok) return job;
      return busy(job.value) ? ok(null) : fail('not-running', 'id');
    },
    suspend: (ccid, id) => changed(ccid, id, true),
    resume: (ccid, id) => changed(ccid, id, false),
    changeAll: (ccid, ids, change) =>
      each(ids, async (id) => {
        const job = await theJob(ccid, id);
        if (!job.ok || change !== 'cancel') return job.ok ? ok(null) : job;
        return busy(job.value) ? ok(null) : fail('not-running', 'id');
      }),
    retryAll: (ccid, ids) =>
      each(ids, async (id) => {
        const run = again(await theRun(ccid, id));
        return run.ok ? ok(null) : run;
      }),
    remove: (ccid, ids) =>
      each(ids, (id) => removeView(theJob(ccid, id), `DELETE FROM jobs WHERE id = ${id}`)),
    removeRuns: (ccid, ids) =>
      each(ids, (id) => removeView(theRun(ccid, id), `DELETE FROM runs WHERE id = ${id}`)),
    removeFiles: (ccid, names) =>
      each(names, async (name) => {
        if (!(await findArtifact(env.DB, ccid, { name, now: START })))
          return fail('no-file', 'filename', { name });
        await env.DB.prepare('DELETE FROM artifacts WHERE ccid = ? AND name = ?').bind(ccid, name).run();
        return ok(null);
      }),
    async destinationOf(ccid, id) {
      const job = await theJob(ccid, id);
      return job.ok ? ok(null) : job;
    },
    setDestination: async (ccid, id) => {
      const job = await theJob(ccid, id);
      return job.ok ? ok(jobView(id)) : job;
    },
    async deliver(ccid, historyId) {
      const run = await theRun(ccid, historyId);
      return run.ok ? fail('no-destination', 'id') : run;
    },
    events: async () => [{ at: new Date(START).toISOString(), what: 'submitted' as const }],
    async progress(ccid, historyId): Promise<Result<Progress>> {
      const run = await theRun(ccid, historyId);
      if (!run.ok) return run;
      const { progress, status } = run.value;
      const counted = {
        recordsExported: 1,
        recordsTotal: 2,
        bytesWritten: 3,
        estimatedSecondsRemaining: null,
      };
      return ok({ progress, status, ...counted });
    },
  };
}

const NOTHING_TO_COME = {
  records: 0,
  bytes: 0,
  exact: true,
  entities: [],
  volumes: 1,
  estimate: { minutes: null, dollars: 0, pricesOf: '2026-11-22', exact: false },
  nextStarts: [],
};

async function theJob(ccid: string, id: number): Promise<Result<JobView>> {
  const view = await findJob(env.DB, ccid, id);
  return view === null ? fail('no-job', 'id', { id }) : ok(JSON.parse(view) as JobView);
}

async function theRun(ccid: string, id: number): Promise<Result<RunView>> {
  const view = await findRun(env.DB, ccid, id);
  return view === null ? fail('no-history-item', 'id', { id }) : ok(JSON.parse(view) as RunView);
}

/** A run of the same shape, or the refusal of one that is in progress. */
function again(found: Result<JobView | RunView>): Result<RunView> {
  if (!found.ok) return found;
  if (busy(found.value)) return fail('in-progress', 'id');
  const { schedulerParam: _, ...same } = jobView(9_000_000, { status: 'Queued' });
  const times = { scheduledAt: same.createdDate, startedAt: '', finishedAt: '', detail: {} };
  const { suspended, scheduleType, latestStatus, latestStartedAt, nextStartsAt, ...run } = same;
  return ok({ ...run, ...times });
}

const busy = ({ status }: JobView | RunView): boolean => status === 'Queued' || status === 'In Progress';

async function changed(ccid: string, id: number, suspended: boolean): Promise<Result<JobView>> {
  const job = await theJob(ccid, id);
  if (!job.ok) return job;
  if (job.value.suspended === suspended) return fail('suspended', 'id');
  return ok({ ...job.value, suspended });
}

async function removeView(
  found: Promise<Result<JobView | RunView>>,
  statement: string,
): Promise<Result<null>> {
  const view = await found;
  if (!view.ok) return view;
  if (busy(view.value)) return fail('in-progress', 'id');
  await env.DB.exec(statement);
  return ok(null);
}

async function each<T>(ids: readonly T[], remove: (id: T) => Promise<Result<null>>): Promise<Refused<T>[]> {
  const refused: Refused<T>[] = [];
  for (const id of ids) {
    const removed = await remove(id);
    if (!removed.ok) refused.push({ id, failure: removed.failure });
  }
  return refused;
}
