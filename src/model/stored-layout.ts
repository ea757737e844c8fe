import { z } from 'zod';
import { preparedPieces } from './laid-out.ts';
import { archivePlace, preparedPlace } from './stored-checkpoint.ts';

const count = z.int().nonnegative();

const layoutCheckpoint = archivePlace.extend({
  format: z.literal(1),
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
