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

/** Volumes of a run that are written at once, and of all runs of a contact center. */
export const MOST_IN_FLIGHT = 4;
export const MOST_IN_FLIGHT_OF_CENTER = 16;

/**
 * How many more volumes a run may have written at once that has `own` in flight and asks for `more`: none beyond its share of what its contact
 * center may, which it has with `runs` runs that are let in, of which the others have `others` in flight.
 */
export function moreVolumes(
  { own, more }: { readonly own: number; readonly more: number },
  { runs, others }: { readonly runs: number; readonly others: number },
): number {
  const share = Math.max(1, Math.floor(MOST_IN_FLIGHT_OF_CENTER / Math.max(1, runs)));
  const room = Math.min(Math.min(MOST_IN_FLIGHT, share) - own, MOST_IN_FLIGHT_OF_CENTER - others - own);
  return Math.max(0, Math.min(more, room));
}

/** No slice is made shorter than this, milliseconds: each costs a checkpoint and a tail. */
const LEAST_SLICE_MS = 1_000;

/**
 * How long a slice may take: the more runs its contact center has in progress, the sooner each makes room in the queue, so that
 * others wait no longer for many than for one.
 */
export const sliceShare = (sliceMs: number, inProgress: number): number =>
  Math.min(sliceMs, Math.max(LEAST_SLICE_MS, sliceMs / Math.max(1, inProgress)));
