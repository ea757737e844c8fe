import { setTimeout as sleep } from 'node:timers/promises';
import type { components } from '../../../src/client/api.d.ts';
import type { Session } from '../../../src/client/session.ts';
import type { DataType } from '../../../src/model/records.ts';
import { CommandError } from '../../cli/command.ts';
import { createdJob } from '../../../src/client/created-job.ts';

type JobBody = components['schemas']['Job'];
type HistoryItem = components['schemas']['HistoryItem'];

const POLL_MS = 50;
const PATIENCE_MS = 90_000;
const ENDED: readonly string[] = ['Finished', 'Failed', 'Cancelled', 'Skipped'];

/** A job of everything that runs once and at once, but for what is said otherwise. */
export function jobBody(title: string, type: DataType, other: Partial<JobBody> = {}): JobBody {
  return {
    source: 'UCS',
    type: 'UCS',
    title,
    timeFrame: { all: true },
    schedulerParam: { immediately: true },
    jobParams: { type, media: [], exportAttachments: true },
    suspended: false,
    ...other,
  };
}

/** Submits a job; answers its id. */
export const submitJob = async (session: Session, body: JobBody): Promise<number> =>
  (await createdJob(session, body)).id;

export async function editJob({ api }: Session, id: number, body: JobBody): Promise<void> {
  await api.PUT('/udm/v10/export/jobs/{id}', { params: { path: { id } }, body });
}

export async function suspend({ api }: Session, id: number): Promise<void> {
  await api.POST('/udm/v10/export/jobs/suspend/{id}', { params: { path: { id } } });
}

export async function cancel({ api }: Session, id: number): Promise<void> {
  await api.POST('/udm/v10/export/jobs/cancel/{id}', { params: { path: { id } } });
}

/** The runs of a job, the newest first. */
export async function runsOf({ api }: Session, jobId: number): Promise<readonly HistoryItem[]> {
  const { data } = await api.GET('/udm/v10/export/history', { params: { query: { jobId, size: 100 } } });
  return data?.items ?? [];
}

/** Waits until a job has runs and all of them have ended; answers them, the newest first. */
export async function endedRuns(session: Session, jobId: number): Promise<readonly HistoryItem[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const runs = await runsOf(session, jobId);
    if (runs.length > 0 && runs.every(({ status }) => ENDED.includes(status))) return runs;
    if (Date.now() > deadline) throw new CommandError(`Job ${jobId} has no run that ended in time.`);
    await sleep(POLL_MS);
  }
}

/** The newest run of a job, which must have ended as `status`. */
export async function endedAs(session: Session, jobId: number, status: string): Promise<HistoryItem> {
  const [run] = await endedRuns(session, jobId);
  if (run?.status !== status)
    throw new CommandError(`Job ${jobId} ended as ${run?.status}, not ${status}: ${run?.description}`);
  return run;
}
