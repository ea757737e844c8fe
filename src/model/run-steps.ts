import * as claims from './claim.ts';
import type { Instant } from './instant.ts';
import { ok, type Result } from './failures.ts';
import type { Commit, Exported, Fault, LeaseRefusal, Token } from './protocol.ts';
import { BEGINNING, isActive, plannedRecords, type Run, type RunPosition } from './run.ts';

/** Attempts at one slice, crashes included, before its run fails. */
export const MAX_ATTEMPTS = 200;
/** A run is planned and begun anew at most so often. */
export const MAX_RESTARTS = 3;
/** A fault that strikes so often in a row in the same place fails its run: another try does not mend it. */
export const MAX_STRIKES = 6;
/** So long a run that gets no further waits for what passes by itself: an outage of D1, R2 or the network. */
export const MAX_WAIT_MS = 2 * 3_600_000;

/** Grants slice `seq` to a consumer, unless the run has ended, the slice is another one, or somebody works on it. */
export function lease(run: Run, seq: number, now: Instant): Result<Run, LeaseRefusal> {
  if (!isActive(run)) return { ok: false, failure: 'ended' };
  const refused = claims.claimRefusal(run.claim, seq, now);
  if (refused) return { ok: false, failure: refused };
  const { outcome } = run;
  return ok({
    ...run,
    outcome: { ...outcome, status: 'IN_PROGRESS', startedAt: outcome.startedAt ?? now },
    claim: claims.taken(run.claim, now),
  });
}

/** Whether `token` still holds the slice: the fence that every write of a consumer passes. */
export function fence(run: Run, token: Token): Result<Run, LeaseRefusal> {
  if (!isActive(run)) return { ok: false, failure: 'ended' };
  return claims.holds(run.claim, token) ? ok(run) : { ok: false, failure: 'late' };
}

/** Keeps the slice for another lease and shows how far it has come; the run as it is where that was done a moment ago. */
export function renew(run: Run, exported: Exported, now: Instant): Run {
  if (!claims.renewable(run.claim, now)) return run;
  return { ...run, position: advance(run, exported), claim: claims.renewed(run.claim, now) };
}

/** Applies the end of a slice. The next one is due: held by the same consumer, or waiting for its message. */
export function applyCommit(run: Run, token: Token, slice: Commit, now: Instant): Run {
  return {
    ...run,
    position: {
      ...advance(run, slice.exported),
      checkpoint: slice.checkpoint,
      written: slice.checkpoint === null,
      openVolume: slice.openVolume,
      tail: slice.tail,
      entries: slice.entries ?? run.position.entries,
      laying: null,
    },
    claim: claims.advanced(run.claim, token, { handOver: slice.handOver, now }),
  };
}

/** Whether a commit only repeats the last one that was applied (claim.ts). */
export const repeatsCommit = (run: Run, token: Token, handOver: boolean): boolean =>
  isActive(run) && claims.repeats(run.claim, token, handOver);

/**
 * Begins the run anew with a plan that is yet to be fixed: records may have moved since the first. The next slice is due
 * at once and nobody holds it. Records count from 0 again; progress stays.
 */
export function restart(run: Run, now: Instant): Run {
  const { progress, restarts } = run.position;
  return {
    ...run,
    plan: null,
    position: { ...BEGINNING, progress, restarts: restarts + 1 },
    claim: claims.begunAnew(run.claim, now),
  };
}

/** Lets go of a slice after a fault, which is remembered with its place. */
export const letGo = (run: Run, { code, transient }: Fault, now: Instant): Run => ({
  ...run,
  claim: claims.letGo(run.claim, { code, transient, records: run.position.exported.records }, now),
});

/** Why a run that has just let go after this fault is not to be tried again; null where it is. */
export function hopeless({ claim }: Run, { words, transient }: Fault, now: Instant): string | null {
  if (!transient && (claim.struck?.times ?? 0) >= MAX_STRIKES)
    return `The export met the same fault again and again: ${words}.`;
  if (claim.waitingSince === null || now - claim.waitingSince < MAX_WAIT_MS) return null;
  return `The export got no further for two hours, in which it was tried again and again: ${words}. Start it again once that has passed.`;
}

/** The slice's message was sent (again). */
export const sentAgain = (run: Run, now: Instant): Run => ({
  ...run,
  claim: claims.sentAgain(run.claim, now),
});

/** Of a run that is over: what it would go on from, and the keys in it. */
const NOTHING_LEFT = { checkpoint: null, openVolume: null, tail: null, laying: null, layout: null };

/** Ends the run. What was exported stays to be seen; what it would go on from is of no more use. */
export function end(
  run: Run,
  status: 'FINISHED' | 'FAILED' | 'CANCELLED',
  how: { reason: string; now: Instant },
): Run {
  const { position } = run;
  const progress = status === 'FINISHED' ? 100 : position.progress;
  return {
    ...run,
    outcome: { ...run.outcome, status, reason: how.reason, finishedAt: how.now },
    position: { ...position, ...NOTHING_LEFT, progress },
    claim: { ...run.claim, held: false },
  };
}

/** How far a run is that has exported so much, at least. */
export function advance(run: Run, exported: Exported): RunPosition {
  const { position } = run;
  const records = Math.max(position.exported.records, exported.records);
  const bytes = Math.max(position.exported.bytes, exported.bytes);
  const total = plannedRecords(run);
  // 99 at most while the run lasts: the last step is its volumes' completion, and 100 means Finished.
  const percent = total === 0 ? 0 : Math.min(99, Math.floor((records / total) * 99));
  return { ...position, exported: { records, bytes }, progress: Math.max(position.progress, percent) };
}
