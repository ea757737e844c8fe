import { FORMAT, type LaidSlice } from '../model/protocol.ts';
import type { Checkpoint } from '../model/stored-checkpoint.ts';
import { parseLayout, type LayoutCheckpoint } from '../model/stored-layout.ts';
import { ArchiveLayout, type Edge } from './archive-layout.ts';
import { nothingPrepared, PieceKeeper, type PreparedContext } from './prepared-pieces.ts';
import { ArchiveWalk, type WalkContext } from './walk-archive.ts';
import { firstPlace } from './write-archive.ts';

/** What a slice that lays out works on. */
export interface LayoutContext extends WalkContext, PreparedContext {
  /** Names the objects of this attempt. */
  readonly name: string;
}

/** What a slice found out; `handOver` is for whoever carries it out. */
export type LaidOut = Omit<LaidSlice, 'handOver'>;

/** Volumes that one slice tells of, some more or less: 3 KB each. */
const STARTS_A_SLICE = 1_000;

/**
 * Lays the archive out from `checkpoint` on (null: from its beginning) until it ends or the budget is used, and has `take` keep what came of it.
 * Where that throws, what was prepared is of no use.
 */
export async function layOutArchive<T>(
  context: LayoutContext,
  checkpoint: string | null,
  take: (laidOut: LaidOut) => Promise<T>,
): Promise<T> {
  const state = checkpoint === null ? await beginning(context) : parseLayout(checkpoint);
  const from = { name: context.name, object: state.next.object, prepared: state.prepared };
  const pieces = await PieceKeeper.from(context, from);
  const layout = new ArchiveLayout(state.archive, pieces, state.volumes);
  const budget = {
    page: () => context.budget.page(),
    used: () => layout.starts.length >= STARTS_A_SLICE || context.budget.used(0),
  };
  const walk = new ArchiveWalk(
    { ...context, bare: true, budget, passing: (place) => layout.pass(place) },
    layout,
    state,
  );
  try {
    const ended = await walk.run();
    await pieces.flush();
    return await take(laidOut({ walk, layout, pieces }, ended));
  } catch (error) {
    await pieces.drop();
    throw error;
  }
}

function laidOut(
  { walk, layout, pieces }: { walk: ArchiveWalk; layout: ArchiveLayout; pieces: PieceKeeper },
  ended: boolean,
): LaidOut {
  const next: LayoutCheckpoint = {
    format: 1,
    ...walk.place,
    archive: layout.archive,
    volumes: layout.volumes,
    prepared: pieces.prepared,
    next: pieces.place,
  };
  return {
    checkpoint: ended ? null : JSON.stringify(next),
    starts: layout.starts.map(startOf),
    laid: walk.place.exported,
    volumes: ended ? layout.volumes : null,
    prepared: pieces.prepared,
    entries: ended ? walk.held : [],
  };
}

const beginning = async (context: LayoutContext): Promise<LayoutCheckpoint> => ({
  format: 1,
  ...firstPlace(context.plan, context.job),
  volumes: 0,
  prepared: await nothingPrepared(context),
  next: { object: 0, piece: 0 },
});

/** A volume's writer counts from nothing what it exports. */
function startOf({ volume, place, archive, prepared }: Edge) {
  const exported = { records: 0, bytes: 0 };
  const checkpoint: Checkpoint = { format: FORMAT, ...place, exported, archive, prepared, volume: null };
  return { volume, checkpoint: JSON.stringify(checkpoint) };
}
