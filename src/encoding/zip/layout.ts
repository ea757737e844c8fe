import { NEXT_VOLUME, startArchive, ZipArchive, type ArchiveOptions } from './archive.ts';
import { combineCrc } from './crc-combine.ts';

/** What is known of a deflated piece without its bytes: its length, and the bytes and CRC-32 of what was deflated. */
export interface PieceNumbers {
  readonly length: number;
  readonly bytes: number;
  readonly crc: number;
}

/** Nothing, to begin a sum with. */
export const NO_PIECE: PieceNumbers = { length: 0, bytes: 0, crc: 0 };

/** The numbers of two pieces as one, the second behind the first. */
export const joinPieces = (first: PieceNumbers, second: PieceNumbers): PieceNumbers => ({
  length: first.length + second.length,
  bytes: first.bytes + second.bytes,
  crc: combineCrc(first.crc, second.crc, second.bytes),
});

/** An entry whose pieces are known by their sum; the end of the deflate stream is not counted. */
export interface EntryNumbers extends PieceNumbers {
  readonly name: string;
  /** As for `ZipArchive.openEntry`. */
  readonly plannedBytes: number;
}

/** Bytes [from, until) of the pieces of an entry (its index), one behind the other: a stand-in for them, which can be cut as they can. */
export class Stretch {
  readonly entry: number;
  readonly from: number;
  readonly until: number;

  constructor(entry: number, from: number, until: number) {
    this.entry = entry;
    this.from = from;
    this.until = until;
  }

  get length(): number {
    return this.until - this.from;
  }

  subarray(from: number, until: number = this.length): Stretch {
    return new Stretch(this.entry, this.from + from, this.from + Math.min(until, this.length));
  }
}

/** What a volume consists of, in order: bytes of headers, and where its data lie. */
export type VolumeLayout = readonly (Uint8Array | Stretch)[];

/**
 * The volumes of an archive by numbers alone, the very bytes that ZipArchive makes of the same pieces, so that each can be written by
 * itself, by anybody. Holds one volume: its headers, and one stretch of each entry that it has data of.
 */
export function* layOut(
  options: ArchiveOptions,
  entries: readonly EntryNumbers[],
): Generator<VolumeLayout, void> {
  let volume: (Uint8Array | Stretch)[] = [];
  for (const output of outputOf(options, entries)) {
    if (output !== NEXT_VOLUME) {
      volume.push(output);
      continue;
    }
    yield volume;
    volume = [];
  }
  yield volume;
}

function* outputOf(options: ArchiveOptions, entries: readonly EntryNumbers[]) {
  const zip = new ZipArchive(startArchive(options));
  for (const [index, { name, plannedBytes, length, bytes, crc }] of entries.entries()) {
    yield* zip.openEntry(name, plannedBytes);
    yield* zip.writeDeflated(new Stretch(index, 0, length), { bytes, crc });
    yield* zip.closeEntry();
  }
  yield* zip.finish();
}
