import { ok, type Result } from './failures.ts';
import type { Instant } from './instant.ts';
import type { Commit, Exported, LeaseRefusal, Token } from './protocol.ts';
import { isActive, LEASE_MS, plannedRecords, type Run } from './run.ts';

/** Attempts at one slice, crashes included, before its run fails. */
export const MAX_ATTEMPTS = 200;
/** A run is planned and begun anew at most so often. */
export const MAX_RESTARTS = 3;
/** Attempts at one slice that reported a fault before its run fails with the last fault's words. */
export const MAX_STUMBLES = 6;
/** However often nobody answered, a run moves within so long after a restart. */
const RESEND_MAX_MS = 20_000;

/** Grants slice `seq` to a consumer, unless the run has ended, the slice is another one, or somebody works on it. */
export function lease(run: Run, seq: number, now: Instant): Result<Run, LeaseRefusal> {
  if (!isActive(run)) return { ok: false, failure: 'ended' };
  if (seq !== run.seq) return { ok: false, failure: 'late' };
  if (run.held && run.wakeAt > now) return { ok: false, failure: 'held' };
  const startedAt = run.startedAt ?? now;
  return ok({
    ...run,
    status: 'IN_PROGRESS',
    startedAt,
    attempt: run.attempt + 1,
    generation: run.attempt > 0 ? run.generation + 1 : run.generation,
    held: true,
    wakeAt: now + LEASE_MS,
    unanswered: 0,
  });
}

/** Whether `token` still holds the slice: the fence that every write of a consumer passes. */
export function fence(run: Run, token: Token): Result<Run, LeaseRefusal> {
  if (!isActive(run)) return { ok: false, failure: 'ended' };
  if (!run.held || token.seq !== run.seq || token.attempt !== run.attempt)
    return { ok: false, failure: 'late' };
  return ok(run);
}

/** Renewals are asked for with every page, and written down this far apart: a lease may end so much earlier. */
const RENEW_MS = 1_000;

/** Keeps the slice for another LEASE_MS and shows how far it has come; the run as it is where that was done a moment ago. */
export function renew(run: Run, exported: Exported, now: Instant): Run {
  if (now + LEASE_MS - run.wakeAt < RENEW_MS) return run;
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

/**
 * Begins the run anew with a plan that is yet to be fixed: records may have moved since the first. The next slice is due
 * at once and nobody holds it. Records count from 0 again; progress stays.
 */
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
    plan: null,
    checkpoint: null,
    written: false,
    openVolume: null,
    tail: null,
    exported: { records: 0, bytes: 0 },
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
