import type { ExportJob } from '../../durable/export-job.ts';
import type { Instant } from '../model/instant.ts';
import { FORMAT, type StartMessage } from '../model/protocol.ts';
import { activeJobs, dueJobs } from '../store/due-jobs.ts';
import { drawIds } from '../store/sequence.ts';
import { jobObject } from './job-object.ts';

/** Starts queued in one minute; what is left is as due in the next. */
const STARTS_A_MINUTE = 2_000;
/** A queue takes 100 messages a call. */
const MESSAGES_A_CALL = 100;
/** Objects asked in one minute whether they still work. */
const WAKES = 500;

export interface ClockContext {
  readonly db: D1Database;
  readonly objects: DurableObjectNamespace<ExportJob>;
  readonly queue: Queue;
}

/** Queues a start message for each job that is due. Run twice, late, or beside itself it starts nothing twice: the job's object decides. */
export async function queueDueStarts({ db, queue }: ClockContext, now: Instant): Promise<number> {
  const due = await dueJobs(db, now, STARTS_A_MINUTE);
  const messages = due.map(({ ccid, id, due: at }): { body: StartMessage } => ({
    body: { format: FORMAT, kind: 'start', ccid, jobId: id, due: at },
  }));
  for (let at = 0; at < messages.length; at += MESSAGES_A_CALL)
    await queue.sendBatch(messages.slice(at, at + MESSAGES_A_CALL));
  return messages.length;
}

/** Asks the object to start the run that was due; it does so once, however often the message comes. */
export async function startRun(
  { db, objects }: Pick<ClockContext, 'db' | 'objects'>,
  { ccid, jobId, due }: StartMessage,
): Promise<void> {
  await jobObject(objects, ccid, jobId).start(due, await drawIds(db, 1));
}

/** Has objects with a run in progress look after their alarms: one that was lost would leave the run lying. */
export async function wakeActive({ db, objects }: ClockContext): Promise<void> {
  for (const { ccid, id } of await activeJobs(db, WAKES)) await jobObject(objects, ccid, id).wake();
}
