import type { Random } from '../../../generate/random.ts';

/** What becomes of a call: it passes, fails before it takes effect, or fails once it has. */
export type Fate = 'passes' | 'fails before' | 'fails after';

/** A stretch of time in which a service refuses everything. */
export interface Outage {
  readonly service: string;
  readonly from: number;
  readonly to: number;
}

/** How a history is troubled. */
export interface Trouble {
  /** The share of calls that fail. */
  readonly faults: number;
  readonly outages: readonly Outage[];
}

export const NO_TROUBLE: Trouble = { faults: 0, outages: [] };

/** The fate of a call of a point (`D1 all`, `R2 put`, `object lease` …) at a time. */
export function fateOf(
  point: string,
  trouble: Trouble,
  { now, random }: { now: number; random: Random },
): Fate {
  const out = trouble.outages.some(
    ({ service, from, to }) => point.startsWith(service) && from <= now && now < to,
  );
  if (out) return 'fails before';
  const lot = random.next();
  if (lot >= trouble.faults) return 'passes';
  return lot < trouble.faults / 2 ? 'fails before' : 'fails after';
}

/** The error of a call that fails, in the words of its service. */
export function faultAt(point: string): Error {
  if (point.startsWith('D1')) return new Error('D1_ERROR: Network connection lost.');
  if (point.startsWith('R2'))
    return new Error(`${point.slice(3)}: We encountered an internal error. Please try again. (10001)`);
  if (point.startsWith('queue')) return new Error('Queue send failed: Internal Server Error');
  return new Error('Network connection lost.');
}
