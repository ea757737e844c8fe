import * as claims from './claim.ts';
import type { Claim } from './claim.ts';
import type { Instant } from './instant.ts';
import type { VolumeStart } from './laid-out.ts';
import type { Exported, LaidSlice, Token } from './protocol.ts';
import { advance, applyCommit } from './run-steps.ts';
import { plannedRecords, type Run } from './run.ts';

/** A volume of a run that was laid out, until it is stored: who writes it, and how far it is. */
export interface LaidVolume {
  readonly volume: number;
  readonly claim: Claim;
  readonly checkpoint: string | null;
  readonly written: boolean;
  /** Whether the checkpoint goes on with an upload. */
  readonly open: boolean;
  readonly tail: string | null;
  readonly exported: Exported;
}

/** Of the progress of a run that is laid out first so much, in percent, is the laying out. */
const LAYING_OUT = 9;

/** Whether the run waits for its volumes: nobody has anything to do with it as a whole. */
export const waitsForVolumes = ({ position }: Pick<Run, 'position'>): boolean =>
  position.layout !== null && !position.written;

/** Applies the end of a slice that laid the archive out; `slice` ends it where it tells how many volumes there are. */
export function applyLayout(run: Run, token: Token, slice: LaidSlice, now: Instant): Run {
  const { checkpoint, prepared, volumes, entries, laid, handOver } = slice;
  const nothing = { openVolume: null, tail: null, sealed: [], stored: [], exported: run.position.exported };
  const next = applyCommit(run, token, { checkpoint: null, ...nothing, entries, handOver }, now);
  const total = plannedRecords(run);
  const percent = total === 0 ? 0 : Math.min(LAYING_OUT, Math.floor((laid.records / total) * LAYING_OUT));
  return {
    ...next,
    position: {
      ...next.position,
      written: false,
      laying: checkpoint,
      layout: volumes === null ? null : { volumes, prepared },
      progress: Math.max(next.position.progress, percent),
    },
  };
}

/** A volume that nobody has begun. Its writers are of no older generation than those of the run. */
export const laidVolume = (
  { volume, checkpoint }: VolumeStart,
  { claim }: Run,
  now: Instant,
): LaidVolume => ({
  volume,
  claim: { ...claims.newClaim(now), generation: claim.generation },
  checkpoint,
  written: false,
  open: false,
  tail: null,
  exported: { records: 0, bytes: 0 },
});

/** The run as the writer of one volume sees it: what is decided of a run (run-steps.ts) is then decided of the volume. */
export const seenFrom = (run: Run, laid: LaidVolume): Run => ({
  ...run,
  claim: laid.claim,
  position: {
    ...run.position,
    checkpoint: laid.checkpoint,
    written: laid.written,
    openVolume: laid.open ? laid.volume : null,
    tail: laid.tail,
    exported: laid.exported,
  },
});

/** The volume again, as such a decision leaves it. */
export const volumeIn = ({ claim, position }: Run, volume: number): LaidVolume => ({
  volume,
  claim,
  checkpoint: position.checkpoint,
  written: position.written,
  open: position.openVolume !== null,
  tail: position.tail,
  exported: position.exported,
});

/** The whole run, one of whose volumes has come further. No later writer of the run is of a generation that was one of the volume's. */
export function movedBy(run: Run, before: LaidVolume, after: LaidVolume): Run {
  const { records, bytes } = run.position.exported;
  const exported = {
    records: records + after.exported.records - before.exported.records,
    bytes: bytes + after.exported.bytes - before.exported.bytes,
  };
  const generation = Math.max(run.claim.generation, after.claim.generation);
  return { ...run, position: advance(run, exported), claim: { ...run.claim, generation } };
}

/** Every volume is stored: what remains is to finish, by whoever comes. */
export const volumesStored = (run: Run, now: Instant): Run => ({
  ...run,
  position: { ...run.position, written: true },
  claim: { ...run.claim, wakeAt: now + claims.LEASE_MS, unanswered: 0 },
});
