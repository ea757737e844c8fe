import { Buffer } from 'node:buffer';
import { VolumeJoin } from '../../../src/client/open/join-volumes.ts';
import type { Volume } from '../../../src/client/open/volume-reader.ts';
import type { EntryPlan } from '../../encoding/zipping.ts';
import { collect, inPieces } from '../../encoding/sealing.ts';
import { crcOf } from '../../../src/encoding/zip/deflate.ts';
import { utf8 } from '../../encoding/zipping.ts';

/** Plain volumes as the join takes them, named v1, v2, …; they come in pieces of the lengths given. */
export const volumesOf = (set: readonly Uint8Array[], pieces: readonly number[] = [65_536]): Volume[] =>
  set.map((bytes, index) => ({ name: `v${index + 1}`, open: () => inPieces(bytes, pieces) }));

/** Joins a set; answers the file and what was read of it. */
export async function joinedSet(set: readonly Uint8Array[], pieces?: readonly number[]) {
  const join = new VolumeJoin(volumesOf(set, pieces));
  const zip = await collect(join.bytes());
  return { zip, entries: join.entries, manifest: join.manifest };
}

const lines = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum + (byte === 0x0a ? 1 : 0), 0);

/** A manifest as the service writes it, for the data entries given, and for `deleted.json`. */
export function manifestEntry(data: readonly EntryPlan[], deletedEntry?: EntryPlan): EntryPlan {
  const entries = data.map((entry) => ({ name: entry.name, ...heldIn(entry) }));
  const deleted = deletedEntry && heldIn(deletedEntry);
  return { name: 'manifest.json', pieces: [utf8(JSON.stringify({ format: 1, entries, deleted }, null, 2))] };
}

function heldIn({ pieces }: EntryPlan) {
  const bytes = Buffer.concat(pieces);
  const crc32 = crcOf(bytes, 0).toString(16).padStart(8, '0');
  return { records: lines(bytes), bytes: bytes.length, crc32 };
}

/** JSON Lines that do not compress well, the same in every run: `count` records of about `length` bytes, one piece each. */
export function recordPieces(count: number, length: number, seed = 1): Uint8Array[] {
  let word = seed;
  const digits = () => {
    word = (Math.imul(word, 1_664_525) + 1_013_904_223) >>> 0;
    return word.toString(36);
  };
  return Array.from({ length: count }, (_, index) => {
    let text = '';
    while (text.length < length) text += digits();
    return utf8(`${JSON.stringify({ IXNID: String(index), TEXT: text.slice(0, length) })}\n`);
  });
}
