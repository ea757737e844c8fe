import type { Instant } from './instant.ts';
import { changeWithin, instantsOf, wallOf, type WallTime } from './zone.ts';

/** Starts by the clocks of a zone. */
export interface ZonedStarts {
  readonly zone: string;
  /** The first time of the schedule after another, by a clock that is never set. */
  readonly next: (after: WallTime) => WallTime;
  /** Whether a time that comes twice, as clocks are set back, is two starts. */
  readonly inBothHours: boolean;
}

/**
 * The first start after `after`. One that the clocks skip is made as they are set forward, and several of them are one; of one that comes
 * twice the first counts, or both do.
 */
export function nextInZone({ zone, next, inBothHours }: ZonedStarts, after: Instant): Instant {
  const shown = wallOf(zone, after);
  const second = inBothHours ? secondPass(zone, after) : null;
  for (let wall = next(shown); ; wall = next(wall)) {
    const instants = inBothHours ? instantsOf(zone, wall) : instantsOf(zone, wall).slice(0, 1);
    const at = instants.find((instant) => instant > after);
    if (at === undefined) continue;
    return second === null ? at : Math.min(at, again({ zone, next }, second));
  }
}

/** When clocks that show a time for the first of two times are set back; null where they are not about to be. */
function secondPass(zone: string, at: Instant): Instant | null {
  const [first, second] = instantsOf(zone, wallOf(zone, at));
  return second !== undefined && first === at ? changeWithin(zone, first, second) : null;
}

/** The first start after clocks were set back, which they had shown before. */
function again({ zone, next }: Pick<ZonedStarts, 'zone' | 'next'>, change: Instant): Instant {
  const offset = wallOf(zone, change) - change;
  return next(wallOf(zone, change) - 1) - offset;
}
