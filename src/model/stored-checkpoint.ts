import { z } from 'zod';
import type { Cursor } from './cursor.ts';
import { FORMAT, uploadedPart, exported } from './protocol.ts';

const count = z.int().nonnegative();

const entryState = z.object({
  name: z.string(),
  zip64: z.boolean(),
  disk: count,
  offset: count,
  crc: count,
  compressedBytes: count,
  bytes: count,
});

const archiveState = z.object({
  splitBytes: z.int().positive().nullable(),
  // Checkpoints of versions that marked every archive do not say it; whatever it says, an archive in a checkpoint is begun.
  marker: z.boolean().default(true),
  modified: z.object({ date: count, time: count }),
  disk: count,
  offset: count,
  entries: z.array(entryState).readonly(),
  open: entryState.nullable(),
  finished: z.boolean(),
});

const sealState = z.object({
  chain: z.string(),
  base64: z.object({ remainder: z.string(), column: count }),
});

/** The volume that the next slice goes on with. `secret` is wrapped; everything else may be seen. */
const openVolume = z.object({
  volume: z.int().positive(),
  key: z.string(),
  uploadId: z.string(),
  /** Generation of the writer that opened it: part numbers count attempts from there. */
  generation: z.int().positive(),
  parts: z.array(uploadedPart).readonly(),
  seal: sealState,
  secret: z.string(),
  /** Sealed bytes after the last full part lie in R2 under this key; null when there are none. */
  tail: z.string().nullable(),
});

/** Kept as it is: only the source reads it. Parsed JSON cannot be narrowed further here, hence the cast. */
const cursor = z.json().transform((value) => value as unknown as Cursor);

/** A place among what was prepared (`export/prepared-pieces.ts`): the object, and the piece in it, both from 0. */
export const preparedPlace = z.object({ object: count, piece: count });
export type PreparedPlace = Readonly<z.infer<typeof preparedPlace>>;

/** Where an archive is gone on with: the records, and the archive itself. */
export const archivePlace = z.object({
  /** Index of the entry that is open or comes next, and the cursor in it. */
  entry: count,
  cursor: cursor.nullable(),
  /** Records written of each data entry. */
  records: z.array(count).readonly(),
  /** Records written of `deleted.json`. */
  deleted: count.default(0),
  exported,
  archive: archiveState,
});

const checkpoint = archivePlace.extend({
  format: z.literal(FORMAT),
  volume: openVolume.nullable(),
  /** Of a volume that was laid out: the next piece of what was prepared. */
  prepared: preparedPlace.nullable().default(null),
});

/** What a slice hands to the next: small and plain JSON. */
export type Checkpoint = Readonly<z.infer<typeof checkpoint>>;
export type OpenVolumeState = Readonly<z.infer<typeof openVolume>>;

/** Reads a checkpoint. Throws when it is of another format: a defect of a deployment, named as such. */
export function parseCheckpoint(text: string): Checkpoint {
  const parsed = checkpoint.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`the checkpoint cannot be read: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
