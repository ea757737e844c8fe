import type { Definition, Window } from './definition.ts';
import { before } from './duration.ts';
import type { Instant } from './instant.ts';
import type { Status } from './job.ts';
import type { Commit, Exported, Plan, Refusal, Token } from './protocol.ts';

/** One execution of a job, as its Durable Object keeps it. Everything here is decided by pure functions of it and `now`. */
export interface Run {
  readonly id: number;
  /** The job as it was when the run was submitted: editing the job does not change its history. */
  readonly definition: Definition;
  readonly window: Window;
  /** Change numbers (from, to] of a DataSync run, fixed when it is planned; `from` is the job's watermark. */
  readonly watermark: number;
  readonly status: Status;
  readonly createdAt: Instant;
  readonly scheduledAt: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** Why the run failed or was skipped; "" otherwise. */
  readonly reason: string;
  /** When its files expire; null while it has none. */
  readonly filesExpireAt: Instant | null;
  /** What became of its files since. */
  readonly filesGone: '' | 'expired' | 'deleted';
  readonly plan: Plan | null;
  /** The slice that is due, and how often it was begun. Together they are the fence. */
  readonly seq: number;
  readonly attempt: number;
  /** Grows whenever a slice is begun again: no two writers of a run ever share it, however late one of them is. */
  readonly generation: number;
  /** How often the archive was begun anew because a volume could not be completed. */
  readonly restarts: number;
  /** Whether a consumer holds the slice. */
  readonly held: boolean;
  /** Faults that attempts at this slice reported. */
  readonly stumbles: number;
  /** When the object's alarm takes the slice over, or sends it again. */
  readonly wakeAt: Instant;
  /** Messages sent for this slice that nobody has answered; spaces the next ones out. */
  readonly unanswered: number;
  readonly checkpoint: string | null;
  readonly written: boolean;
  readonly openVolume: number | null;
  readonly tail: string | null;
  readonly exported: Exported;
  /** 0 to 100, never going back. */
  readonly progress: number;
  /** The last commit that was applied, so that a repeated one gets the first answer. */
  readonly committed: Token | null;
}

/** A lease that is not renewed for so long is taken over. */
export const LEASE_MS = 15_000;
/** Attempts at one slice, crashes included, before its run fails. */
export const MAX_ATTEMPTS = 200;
/** A run begins its archive anew at most so often. */
export const MAX_RESTARTS = 3;
/** Attempts at one slice that reported a fault before its run fails with the last fault's words. */
export const MAX_STUMBLES = 6;
const RESEND_MAX_MS = 120_000;

export type Decision = { readonly ok: true; readonly run: Run } | Refusal;

export const isActive = (run: Run): boolean => run.status === 'QUEUED' || run.status === 'IN_PROGRESS';

/** What a new run is made of. `scheduledAt` is the time that was due; `now` shows the delay. */
export interface Submission {
  readonly id: number;
  readonly definition: Definition;
  readonly watermark: number;
  readonly scheduledAt: Instant;
  readonly now: Instant;
}

export function newRun({ id, definition, watermark, scheduledAt, now }: Submission): Run {
  return {
    id,
    definition,
    window: windowOf(definition, scheduledAt),
    watermark,
    status: 'QUEUED',
    createdAt: now,
    scheduledAt,
    startedAt: null,
    finishedAt: null,
    reason: '',
    filesExpireAt: null,
    filesGone: '',
    plan: null,
    seq: 0,
    attempt: 0,
    generation: 1,
    restarts: 0,
    held: false,
    stumbles: 0,
    wakeAt: now + LEASE_MS,
    unanswered: 0,
    checkpoint: null,
    written: false,
    openVolume: null,
    tail: null,
    exported: { records: 0, bytes: 0 },
    progress: 0,
    committed: null,
  };
}

/** A start that fell into run `into`: a history item without files that names it. */
export function skippedRun(submission: Submission, into: number): Run {
  const reason = `Skipped: run ${into} of this job was still in progress when this start was due.`;
  const { now } = submission;
  return { ...newRun(submission), status: 'SKIPPED', finishedAt: now, reason };
}

/**
 * The window of a run that was due at `scheduledAt`. `last` reaches back from there and not from the moment of work, so
 * that the windows of one job join without gaps however late a run begins.
 */
function windowOf({ extent }: Definition, scheduledAt: Instant): Window {
  return 'window' in extent ? extent.window : { from: before(scheduledAt, extent.last), to: scheduledAt };
}

/** Grants slice `seq` to a consumer, unless the run has ended, the slice is another one, or somebody works on it. */
export function lease(run: Run, seq: number, now: Instant): Decision {
  if (!isActive(run)) return { ok: false, reason: 'ended' };
  if (seq !== run.seq) return { ok: false, reason: 'late' };
  if (run.held && run.wakeAt > now) return { ok: false, reason: 'held' };
  const startedAt = run.startedAt ?? now;
  return {
    ok: true,
    run: {
      ...run,
      status: 'IN_PROGRESS',
      startedAt,
      attempt: run.attempt + 1,
      generation: run.attempt > 0 ? run.generation + 1 : run.generation,
      held: true,
      wakeAt: now + LEASE_MS,
      unanswered: 0,
    },
  };
}

/** Whether `token` still holds the slice: the fence that every write of a consumer passes. */
export function fence(run: Run, token: Token): Refusal | null {
  if (!isActive(run)) return { ok: false, reason: 'ended' };
  if (!run.held || token.seq !== run.seq || token.attempt !== run.attempt)
    return { ok: false, reason: 'late' };
  return null;
}

/** Keeps the slice for another LEASE_MS and shows how far it has come. */
export function renew(run: Run, exported: Exported, now: Instant): Run {
  return { ...advance(run, exported), wakeAt: now + LEASE_MS };
}

/** Applies the end of a slice. The next one is due: held by the same consumer, or waiting for its message. */
export function applyCommit(run: Run, token: Token, slice: Commit, now: Instant): Run {
  return {
    ...advance(run, slice.exported),
    seq: run.seq + 1,
    attempt: slice.handOver ? 0 : 1,
    held: !slice.handOver,
    stumbles: 0,
    wakeAt: now + LEASE_MS,
    unanswered: 0,
    checkpoint: slice.checkpoint,
    written: slice.checkpoint === null,
    openVolume: slice.openVolume,
    tail: slice.tail,
    committed: token,
  };
}

/** Begins the archive anew under the same plan; the next slice is due at once and nobody holds it. */
export function restart(run: Run, now: Instant): Run {
  return {
    ...run,
    seq: run.seq + 1,
    attempt: 0,
    generation: run.generation + 1,
    restarts: run.restarts + 1,
    held: false,
    stumbles: 0,
    wakeAt: now,
    unanswered: 0,
    checkpoint: null,
    written: false,
    openVolume: null,
    tail: null,
  };
}

/** Lets go of a slice after a fault: it is sent again after a pause that doubles with every fault, up to a minute. */
export function letGo(run: Run, now: Instant): Run {
  const stumbles = run.stumbles + 1;
  const pause = Math.min(250 * 2 ** stumbles, 60_000);
  return { ...run, held: false, stumbles, wakeAt: now + pause };
}

/** The slice's message was sent (again); if nobody answers, the next one follows after twice the time. */
export function sentAgain(run: Run, now: Instant): Run {
  const pause = Math.min(LEASE_MS * 2 ** run.unanswered, RESEND_MAX_MS);
  return { ...run, held: false, unanswered: Math.min(run.unanswered + 1, 8), wakeAt: now + pause };
}

/** Ends the run. What was exported stays to be seen; checkpoint and tail are of no more use. */
export function end(
  run: Run,
  status: 'FINISHED' | 'FAILED' | 'CANCELLED',
  how: { reason: string; now: Instant },
): Run {
  return {
    ...run,
    status,
    reason: how.reason,
    finishedAt: how.now,
    held: false,
    checkpoint: null,
    openVolume: null,
    tail: null,
    progress: status === 'FINISHED' ? 100 : run.progress,
  };
}

function advance(run: Run, exported: Exported): Run {
  const records = Math.max(run.exported.records, exported.records);
  const bytes = Math.max(run.exported.bytes, exported.bytes);
  const total = plannedRecords(run);
  // 99 at most while the run lasts: the last step is its volumes' completion, and 100 means Finished.
  const percent = total === 0 ? 0 : Math.min(99, Math.floor((records / total) * 99));
  return { ...run, exported: { records, bytes }, progress: Math.max(run.progress, percent) };
}

export const plannedRecords = (run: Run): number =>
  run.plan === null ? 0 : run.plan.parts.reduce((sum, part) => sum + part.records, 0);
