import { newClaim, type Claim } from './claim.ts';
import type { Definition, Window } from './definition.ts';
import { before, beforeInZone } from './duration.ts';
import { wallOfStart } from './next-starts.ts';
import type { Instant } from './instant.ts';
import type { Status } from './status.ts';
import type { Layout } from './laid-out.ts';
import type { Exported, Plan } from './protocol.ts';

/** One execution of a job, as its Durable Object keeps it. Everything here is decided by pure functions of it and `now`. */
export interface Run {
  readonly id: number;
  /** The user or client that asked for it; of a start by the clock, that made the job. "" where that was not kept. */
  readonly createdBy: string;
  /** The job as it was when the run was submitted: editing the job does not change its history. */
  readonly definition: Definition;
  readonly window: RunWindow;
  readonly outcome: RunOutcome;
  readonly position: RunPosition;
  readonly plan: Plan | null;
  readonly claim: Claim;
}

/** What the run reads. */
export interface RunWindow extends Window {
  /** Where a DataSync run begins: the change number that the job's last Finished run reached. */
  readonly watermark: number;
}

/** What has become of the run, and when. */
export interface RunOutcome {
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
}

/** How far the archive is. */
export interface RunPosition {
  /** What the slice that is due goes on from; null before the first and after the last. Opaque here. */
  readonly checkpoint: string | null;
  /** True once the archive is written to its end: what remains is to complete its volumes. */
  readonly written: boolean;
  readonly openVolume: number | null;
  /** The object in R2 with the sealed bytes that the checkpoint names. */
  readonly tail: string | null;
  readonly exported: Exported;
  /** What each data entry of the archive holds, in the plan's order; empty before it is written, and of runs from before this was kept. */
  readonly entries: readonly Exported[];
  /** How far the archive is laid out, while that is under way. Apart from checkpoints: a version that knows none begins to write. */
  readonly laying: string | null;
  /** Once every volume is known and has a claim of its own; null before, and of a run that one consumer at a time writes. */
  readonly layout: Layout | null;
  /** 0 to 100, never going back. */
  readonly progress: number;
  /** How often the run was begun anew: a volume could not be completed, or records moved while it read. */
  readonly restarts: number;
}

export const isActive = ({ outcome: { status } }: Pick<Run, 'outcome'>): boolean =>
  status === 'QUEUED' || status === 'IN_PROGRESS';

/** What a new run is made of. `scheduledAt` is the time that was due; `now` shows the delay. */
export interface Submission {
  readonly id: number;
  readonly definition: Definition;
  readonly watermark: number;
  readonly scheduledAt: Instant;
  readonly now: Instant;
  readonly by?: string;
  /** Where it is not the one that the definition has at `scheduledAt`. */
  readonly window?: Window;
}

export function newRun(submission: Submission): Run {
  const { id, definition, watermark, scheduledAt, now, by = '' } = submission;
  const { from, to } = submission.window ?? windowOf(definition, scheduledAt);
  return {
    id,
    createdBy: by,
    definition,
    window: { from, to, watermark },
    outcome: {
      status: 'QUEUED',
      createdAt: now,
      scheduledAt,
      startedAt: null,
      finishedAt: null,
      reason: '',
      filesExpireAt: null,
      filesGone: '',
    },
    position: { ...BEGINNING, progress: 0, restarts: 0 },
    plan: null,
    claim: newClaim(now),
  };
}

/** Where every archive begins. */
export const BEGINNING = {
  checkpoint: null,
  written: false,
  openVolume: null,
  tail: null,
  exported: { records: 0, bytes: 0 },
  entries: [],
  laying: null,
  layout: null,
} as const satisfies Partial<RunPosition>;

/** A start that fell into run `into`: a history item without files that names it. */
export function skippedRun(submission: Submission, into: number): Run {
  const reason = `Skipped: run ${into} of this job was still in progress when this start was due.`;
  const run = newRun(submission);
  return { ...run, outcome: { ...run.outcome, status: 'SKIPPED', finishedAt: submission.now, reason } };
}

/**
 * The window of a run that was due at `scheduledAt`. `last` reaches back from there and not from the moment of work, so
 * that the windows of one job join without gaps however late a run begins.
 */
export function windowOf({ extent, schedule }: Definition, scheduledAt: Instant): Window {
  if ('window' in extent) return extent.window;
  const { timeZone: zone } = schedule;
  const from =
    zone === undefined
      ? before(scheduledAt, extent.last)
      : beforeInZone(zone, wallOfStart(schedule, zone, scheduledAt), extent.last);
  return { from, to: scheduledAt };
}

export const plannedRecords = ({ plan }: Pick<Run, 'plan'>): number =>
  plan === null ? 0 : plan.parts.reduce((sum, entry) => sum + entry.records, 0);
