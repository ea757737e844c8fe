import { Gate } from './gate.ts';

/** The gates of one isolate, which has 128 MB for everything at once. Weights are MB, as `npm run memory` measures them. */
export interface Admission {
  /** Imports that are under way, by contact center. What does not fit is refused: its sender waits outside. */
  readonly imports: Gate;
  /** Batches that are being written: D1's client holds each three times over while it sends it. */
  readonly writes: Gate;
  /** Slices of runs. What does not fit waits, and then goes back to the queue; no import is refused because of them. */
  readonly slices: Gate;
  /** Slices of deliveries into customers' buckets, which may be slow: no run's waits behind one. */
  readonly deliveries: Gate;
  /** Records that are compacted: what overlaps is held inflated, with a pack. Nobody waits for it. */
  readonly compactions: Gate;
}

/** Three imports of any size, or more small ones. */
const IMPORTS_MB = 36;
/** Two of any size in one contact center: however slowly it sends, it leaves room for another's. */
const CENTER_MB = 24;
const LARGE_IMPORT_MB = 12;
/** What every import holds, however small. */
const LEAST_IMPORT_MB = 2;
/** Bytes in memory for each byte of text at most: the line, the batch, and both as two bytes a character. */
const HELD_PER_BYTE = 4;
const MB = 1_000_000;

/** When somebody who was not let in may ask again, seconds. */
export const BUSY_SECONDS = 3;

/** Two slices: each has two parts of 8 MiB and a page. */
export const SLICES = 2;

export const openAdmission = (): Admission => ({
  imports: new Gate(IMPORTS_MB, { share: CENTER_MB }),
  writes: new Gate(1),
  slices: new Gate(SLICES),
  // Of a part of 8 MiB the client that sends it may have a copy.
  deliveries: new Gate(1),
  compactions: new Gate(1),
});

/** What an import weighs: what is packed, or does not say how long it is, may be as large as any. */
export function importWeight(bytes: number | null, packed: boolean): number {
  if (bytes === null || packed) return LARGE_IMPORT_MB;
  return Math.min(LARGE_IMPORT_MB, LEAST_IMPORT_MB + (bytes * HELD_PER_BYTE) / MB);
}
