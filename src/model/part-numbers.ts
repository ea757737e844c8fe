/**
 * R2 part numbers run from 1 to 10,000. A part uploaded again under its number gets a new ETag and spoils the complete,
 * so each attempt at a part has a number of its own: 100 × index + attempt.
 */
export const PART_BYTES = 8 * 1024 * 1024;
export const MAX_PART_ATTEMPTS = 99;

/** Part number of the `index`-th part of a volume (from 1) at the `attempt`-th attempt of its slice (from 1). */
export function partNumber(index: number, attempt: number): number {
  if (index < 1 || index > 99 || attempt < 1 || attempt > MAX_PART_ATTEMPTS)
    throw new RangeError(`no part number for part ${index} at attempt ${attempt}`);
  return 100 * index + attempt;
}
