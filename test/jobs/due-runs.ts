import { env } from 'cloudflare:workers';
import { runSlice } from '../../src/export/slice.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';
import { sliceContext } from '../support/center.ts';
import { history } from './clock.ts';

export const daily: Partial<JobRequest> = { schedulerParam: { runs: 'daily' } };

/** Carries out the run that is due, whatever its id is. */
export async function carryOutRun(ccid: string, job: JobView, runId: number): Promise<void> {
  const sent: SliceMessage[] = [{ format: 1, kind: 'slice', ccid, jobId: job.id, runId, seq: 0 }];
  for (let message = sent.shift(); message; message = sent.shift())
    await runSlice(sliceContext(ccid, job, sent), message);
}

/** The id of a job's last run, as D1 shows it. */
export const lastRun = async (ccid: string, job: JobView): Promise<number> =>
  Number((await history(ccid, job.id)).at(-1)?.['id']);

/** A job as D1 shows it; null when there is none. */
export const view = async (ccid: string, job: JobView): Promise<JobView | null> => {
  const row = await env.DB.prepare('SELECT view FROM jobs WHERE ccid = ? AND id = ?')
    .bind(ccid, job.id)
    .first<{ view: string }>();
  return row ? (JSON.parse(row.view) as JobView) : null;
};
