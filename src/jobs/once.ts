import type { Destination } from '../model/destination.ts';
import { newIds, type IdContext } from './new-ids.ts';

/** Holds a request that may come again to what it did the first time. */
export interface Once {
  /** Tells what is made by it from all else. */
  readonly nonce: string;
  /** The ids of the first time; where there are none yet, or they were another's, those that `draw` draws, which are kept. */
  ids(draw: () => Promise<number>): Promise<number>;
}

/** Who asks for a job or a run, and whether it may come again. */
export interface AskedBy {
  /** The user or client. */
  readonly by: string;
  readonly once?: Once | undefined;
}

/** What a new job is beside its request. */
export interface Making extends AskedBy {
  /** Where its files are copied to. */
  readonly destination?: Destination | null | undefined;
  /** Whether its DataSync runs list what left their scope. */
  readonly listsDeleted?: boolean;
}

/** Draws ids that are not in use, or takes those of the first time. */
export const idsOnce = (context: IdContext, count: number, once?: Once): Promise<number> => {
  const draw = () => newIds(context, count);
  return once ? once.ids(draw) : draw();
};
