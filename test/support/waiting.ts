import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { jobObject } from '../../src/jobs/job-object.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import { firstRun, historyItem } from './center.ts';

/** How often and how long to look, in milliseconds; the clock of the test may stand still meanwhile. */
const PAUSE_MS = 20;
const TRIES = 1_000;

/** Looks until the check passes: what an object does behind its answer lands a moment later. */
export async function eventually<T>(check: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await check();
    } catch (error) {
      if (tried === TRIES) throw error;
      await scheduler.wait(PAUSE_MS);
    }
  }
}

/** The status of a job's first run as the run itself tells it. */
export async function statusOf(ccid: string, job: JobView): Promise<string | undefined> {
  const progress = await jobObject(env.EXPORT_JOB, ccid, job.id).progress(firstRun(job));
  return progress?.status;
}

/** The history item of a job's first run once it has ended as told; D1 may show that later than the run does. */
export async function endedItem(ccid: string, job: JobView, status: 'Finished' | 'Failed') {
  expect(await statusOf(ccid, job)).toBe(status);
  return eventually(async () => {
    const item = await historyItem(ccid, job);
    expect(item).toMatchObject({ status });
    return item;
  });
}

/** Waits until nothing lies below a prefix of R2: an alarm that fired by itself may still be removing it. */
export const emptied = (prefix: string): Promise<void> =>
  eventually(async () => {
    expect((await env.BUCKET.list({ prefix })).objects).toEqual([]);
  });
