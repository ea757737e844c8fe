import type { ExportJob } from '../../durable/export-job.ts';
import type { Instant } from '../model/instant.ts';
import { FORMAT, type StartMessage } from '../model/protocol.ts';
import { activeJobs, dueJobs } from '../store/due-jobs.ts';
import { forgetJobs } from '../store/ghosts.ts';
import { log } from '../platform/log.ts';
import { rememberSweep, sweptUntil } from '../store/orphans.ts';
import { jobObject } from './job-object.ts';
import { newIds, type IdContext } from './new-ids.ts';

/** Starts queued in one minute; what is left is as due in the next. */
const STARTS_A_MINUTE = 2_000;
/** A queue takes 100 messages a call. */
const MESSAGES_A_CALL = 100;
/** Objects asked in one minute whether they still work, and how many beside each other. */
const WAKES = 1_000;
const WAKES_AT_ONCE = 10;
/** The row of `sweeps` that has the id of the job after which the next minute begins. */
const WOKEN = 'woken';

export interface ClockContext {
  readonly db: D1Database;
  readonly objects: DurableObjectNamespace<ExportJob>;
  readonly starts: Queue;
}

/** Queues a start message for each job that is due. Run twice, late, or beside itself it starts nothing twice: the job's object decides. */
export async function queueDueStarts({ db, starts }: ClockContext, now: Instant): Promise<number> {
  const due = await dueJobs(db, now, STARTS_A_MINUTE);
  const messages = due.map(({ ccid, id, due: at }): { body: StartMessage } => ({
    body: { format: FORMAT, kind: 'start', ccid, jobId: id, due: at },
  }));
  for (let at = 0; at < messages.length; at += MESSAGES_A_CALL)
    await starts.sendBatch(messages.slice(at, at + MESSAGES_A_CALL));
  return messages.length;
}

/** Asks the object to start the run that was due; it does so once, however often the message comes. */
export async function startRun(
  context: IdContext & Pick<ClockContext, 'objects'>,
  { ccid, jobId, due }: StartMessage,
): Promise<void> {
  const runId = await newIds(context, 1);
  const started = await jobObject(context.objects, ccid, jobId).start(due, runId);
  // Only a D1 that was set back shows a job that is none: it would be due every minute from now on.
  if (!started.ok) await forgetJobs(context.db, ccid, [jobId]);
}

/**
 * Has objects with a run in progress, or with files on their way into a customer's bucket, look after their alarms: one that was lost would
 * leave them lying. Each minute goes on where the one before stopped, and begins anew at the end. Answers how many were asked.
 */
export async function wakeActive({ db, objects }: Pick<ClockContext, 'db' | 'objects'>): Promise<number> {
  const active = await activeJobs(db, Number((await sweptUntil(db, WOKEN)) || '0'), WAKES);
  const waking = active.values();
  // Whoever is done takes the next: one that does not answer holds up one of them.
  const wakeOneByOne = async () => {
    for (const { ccid, id } of waking)
      await jobObject(objects, ccid, id)
        .wake()
        .catch((error: unknown) => log('object-unwoken', { ccid, job: id, error }));
  };
  await Promise.all(Array.from({ length: WAKES_AT_ONCE }, wakeOneByOne));
  const last = active.length === WAKES ? active.at(-1) : undefined;
  await rememberSweep(db, WOKEN, String(last?.id ?? ''));
  return active.length;
}
