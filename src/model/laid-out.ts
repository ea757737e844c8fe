import { z } from 'zod';

const count = z.int().nonnegative();

/**
 * What was prepared for a run: pieces that were deflated while it was laid out, in sealed objects that are counted from 0. `names` tells what
 * the objects from the `first` on are named by, a slice's each; `secret` is their key, wrapped.
 */
export const preparedPieces = z.object({
  secret: z.string(),
  names: z.array(z.object({ first: count, name: z.string() })).readonly(),
});
export type PreparedPieces = Readonly<z.infer<typeof preparedPieces>>;

/** A volume of an archive that was laid out, and the checkpoint that its writer begins with. */
export const volumeStart = z.object({
  volume: z.int().positive(),
  checkpoint: z.string().max(1_500_000),
});
export type VolumeStart = Readonly<z.infer<typeof volumeStart>>;

/** A run whose archive is laid out: how many volumes it has, and what was prepared for all of them. */
export const layout = z.object({ volumes: z.int().positive(), prepared: preparedPieces });
export type Layout = Readonly<z.infer<typeof layout>>;
