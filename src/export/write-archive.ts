import { startArchive } from '../encoding/zip/archive.ts';
import { FORMAT, type Commit, type JobFacts, type Plan } from '../model/protocol.ts';
import { parseCheckpoint, type Checkpoint } from '../model/stored-checkpoint.ts';
import type { PreparedPieces } from '../model/laid-out.ts';
import { ArchiveWriter, type OwnVolume } from './archive-writer.ts';
import { plannedBytes } from './planned-bytes.ts';
import { KeptPieces, type PreparedContext } from './prepared-pieces.ts';
import { VolumeWriter, type VolumeContext } from './volume-writer.ts';
import { ArchiveWalk, type WalkContext } from './walk-archive.ts';

/** What a slice works on: the run, where it reads, where it writes, and how it keeps its lease. */
export interface WriteContext extends WalkContext {
  readonly volumes: VolumeContext;
  /** Names this attempt's tail object. */
  readonly tailName: string;
  /** The volume that is to be written of an archive that was laid out; null where all are. */
  readonly laid: (PreparedContext & { readonly volume: number; readonly prepared: PreparedPieces }) | null;
}

export type Written = Omit<Commit, 'stored' | 'handOver'>;

/** Writes the archive, or one volume of it, from `checkpoint` on (null: from its beginning) until it ends or the budget is used. */
export async function writeArchive(context: WriteContext, checkpoint: string | null): Promise<Written> {
  const state = checkpoint === null ? beginning(context) : parseCheckpoint(checkpoint);
  const laid = laidVolume(context, state);
  const volume = state.volume ? await VolumeWriter.resume(context.volumes, state.volume) : null;
  const archive = new ArchiveWriter(context.plan.uuid, context.volumes, {
    archive: state.archive,
    volume,
    laid,
  });
  const walk = new ArchiveWalk(context, archive, state);
  try {
    if (await walk.run()) return ended(walk, archive);
    return await suspended(context, { walk, archive, laid });
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

function laidVolume({ laid }: WriteContext, { prepared }: Checkpoint): OwnVolume | null {
  if (!laid) return null;
  if (!prepared) throw new Error('a volume that was laid out has a place among what was prepared');
  return { volume: laid.volume, pieces: new KeptPieces(laid, laid.prepared, prepared) };
}

/** Where every archive begins. */
export const firstPlace = (plan: Plan, job: JobFacts) => ({
  entry: 0,
  cursor: null,
  records: plan.parts.map(() => 0),
  deleted: 0,
  exported: { records: 0, bytes: 0 },
  archive: startArchive({
    splitBytes: plan.volumeBytes,
    plannedBytes: plannedBytes(plan, job),
    modified: plan.createdAt,
  }),
});

const beginning = ({ plan, job }: WriteContext): Checkpoint => ({
  format: FORMAT,
  ...firstPlace(plan, job),
  volume: null,
  prepared: null,
});

function ended(walk: ArchiveWalk, archive: ArchiveWriter): Written {
  const { exported } = walk.place;
  const written = { checkpoint: null, openVolume: null, tail: null, sealed: archive.sealed, exported };
  return archive.full ? written : { ...written, entries: walk.held };
}

async function suspended(
  { tailName }: WriteContext,
  { walk, archive, laid }: { walk: ArchiveWalk; archive: ArchiveWriter; laid: OwnVolume | null },
): Promise<Written> {
  const volume = await archive.suspend(tailName);
  const checkpoint: Checkpoint = {
    format: FORMAT,
    ...walk.place,
    archive: archive.archive,
    volume,
    prepared: laid ? laid.pieces.place : null,
  };
  return {
    checkpoint: JSON.stringify(checkpoint),
    openVolume: volume?.volume ?? null,
    tail: volume?.tail ?? null,
    sealed: archive.sealed,
    exported: walk.place.exported,
  };
}
