import { Buffer } from 'node:buffer';
import { END_LENGTH } from '../../encoding/zip/end-records.ts';
import { ClientError } from '../client-error.ts';
import { SIGNATURE } from './read-zip-records.ts';
import type { Volume } from './volume-reader.ts';

/** How many volumes a set has, as the end record at the very end of its last one tells (APPNOTE 4.3.16). Reads all of that volume. */
export async function countVolumes(last: Volume): Promise<number> {
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of last.open()) {
    const end = chunk.subarray(-END_LENGTH);
    tail = Buffer.concat([tail, end]).subarray(-END_LENGTH);
  }
  if (tail.length < END_LENGTH || tail.readUInt32LE(0) !== SIGNATURE.end) {
    throw new ClientError(
      'exchanged',
      `${last.name} is not the last volume of an archive: it has no end record.`,
    );
  }
  return tail.readUInt16LE(4) + 1;
}
