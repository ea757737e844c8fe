import { z } from 'zod';
import { archivePlace, preparedPlace } from './stored-checkpoint.ts';

const count = z.int().nonnegative();

/**
 * What was prepared for a run: pieces that were deflated while it was laid out, in sealed objects that are counted from 0. `names` tells what the
 * objects from one number on are named by, a slice's each; `secret` is their key, wrapped.
 */
export const preparedPieces = z.object({
  secret: z.string(),
  names: z.array(z.tuple([count, z.string()]).readonly()).readonly(),
});
export type PreparedPieces = Readonly<z.infer<typeof preparedPieces>>;

const layoutCheckpoint = archivePlace.extend({
  /** Told from a checkpoint of an archive that is being written, which is of format 1. */
  format: z.literal(2),
  /** Volumes that were begun. */
  volumes: count,
  prepared: preparedPieces,
  next: preparedPlace,
});

/** What a slice that lays out hands to the next. */
export type LayoutCheckpoint = Readonly<z.infer<typeof layoutCheckpoint>>;

/** Throws when it is of another format: a defect of a deployment, named as such. */
export function parseLayout(text: string): LayoutCheckpoint {
  const parsed = layoutCheckpoint.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`the layout cannot be read: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
