import type { Definition, Window } from './definition.ts';
import { before } from './duration.ts';
import type { Instant } from './instant.ts';
import type { Status } from './status.ts';
import type { Exported, Plan, Token } from './protocol.ts';

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
  /** How often the run was begun anew: a volume could not be completed, or records moved while it read. */
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

export const plannedRecords = (run: Run): number =>
  run.plan === null ? 0 : run.plan.parts.reduce((sum, part) => sum + part.records, 0);
