import { z } from 'zod';
import { exported } from './protocol.ts';
import { read, readClaim, writeClaim } from './stored.ts';
import type { LaidVolume } from './volume-steps.ts';

const laidPlace = z.object({
  format: z.literal(1),
  checkpoint: z.string().nullable(),
  written: z.boolean(),
  open: z.boolean(),
  tail: z.string().nullable(),
  exported,
});

/** A volume as an object keeps it: its number, and the texts of its claim and of how far it is. */
export interface StoredLaidVolume {
  readonly volume: number;
  readonly claim: string;
  readonly place: string;
}

export function readLaidVolume({ volume, claim, place }: StoredLaidVolume): LaidVolume {
  const { format: _, ...kept } = read('volume', place, laidPlace);
  return { volume, claim: readClaim(claim), ...kept };
}

export const writeLaidVolume = ({ volume, claim, ...place }: LaidVolume): StoredLaidVolume => ({
  volume,
  claim: writeClaim(claim),
  place: JSON.stringify({ format: 1, ...place }),
});
