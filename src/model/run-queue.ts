/** A contact center's run that was submitted and is not over: in progress, or waiting for its turn. */
export interface QueuedRun {
  readonly id: number;
  readonly jobId: number;
  readonly active: boolean;
}

/**
 * Whose turn it is: of the waiting runs the oldest (ids grow with submission), as many as the limit leaves room for. A run that
 * is let in stays in, also when the limit is lowered.
 */
export function nextRuns(runs: readonly QueuedRun[], limit: number): readonly QueuedRun[] {
  const room = limit - runs.filter(({ active }) => active).length;
  const waiting = runs.filter(({ active }) => !active).toSorted((a, b) => a.id - b.id);
  return waiting.slice(0, Math.max(0, room));
}

/** No slice is made shorter than this, milliseconds: each costs a checkpoint and a tail. */
const LEAST_SLICE_MS = 1_000;

/**
 * How long a slice may take: the more runs its contact center has in progress, the sooner each makes room in the queue, so that
 * others wait no longer for many than for one.
 */
export const sliceShare = (sliceMs: number, inProgress: number): number =>
  Math.min(sliceMs, Math.max(LEAST_SLICE_MS, sliceMs / Math.max(1, inProgress)));
