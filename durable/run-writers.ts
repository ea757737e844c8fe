import { ok, type Result } from '../src/model/failures.ts';
import type { LeaseRefusal, Token } from '../src/model/protocol.ts';
import { isActive, type Run } from '../src/model/run.ts';
import { movedBy, seenFrom, volumeIn, waitsForVolumes } from '../src/model/volume-steps.ts';
import type { ObjectState } from './state.ts';
import type { VolumeState } from './volumes.ts';

/** The run as whoever writes it, or one of its volumes, sees it. As a whole it is nobody's while its volumes are written. */
export function seenBy(
  state: ObjectState,
  { runId, volume }: Pick<Token, 'runId' | 'volume'>,
): Result<Run, LeaseRefusal> {
  const run = state.run(runId);
  if (!run || !isActive(run)) return { ok: false, failure: 'ended' };
  if (volume === undefined) return waitsForVolumes(run) ? { ok: false, failure: 'late' } : ok(run);
  // Where a version that knows nothing of volumes' claims went on with the run, it is written as a whole.
  const laid = waitsForVolumes(run) ? state.laid.of(runId, volume) : null;
  return laid ? ok(seenFrom(run, laid)) : { ok: false, failure: 'late' };
}

/** Keeps what was decided of a run, or of one of its volumes; answers the whole run, null where it has no such volume any more. */
export function keepSeen(
  state: ObjectState,
  seen: Run,
  { volume, shown }: { readonly volume: number | undefined; readonly shown: boolean },
): Run | null {
  if (volume === undefined) {
    state.putRun(seen, shown);
    return seen;
  }
  const [run, before] = [state.run(seen.id), state.laid.of(seen.id, volume)];
  if (!run || !before) return null;
  const after = volumeIn(seen, volume);
  state.laid.put(run.id, after);
  const moved = movedBy(run, before, after);
  state.putRun(moved, shown);
  return moved;
}

/** Where the files of a run's writer are told of: of the volumes of one that was laid out apart, until all are stored. */
export const filesOf = ({ volumes, laidFiles }: ObjectState, volume: number | undefined): VolumeState =>
  volume === undefined ? volumes : laidFiles;

/** Gives up uploads that the position does not go on with: of its volume alone, where others write the others. */
export function discardOpen(state: ObjectState, seen: Run, volume: number | undefined): void {
  const { openVolume } = seen.position;
  if (volume === undefined) state.volumes.discard(seen.id, ['open'], openVolume);
  else if (openVolume === null) state.laidFiles.discardOpen(seen.id, volume);
}
