import { Buffer } from 'node:buffer';
import { NEXT_VOLUME, startArchive, ZipArchive, type ZipOutput } from '../../src/encoding/zip/archive.ts';
import { crcOf, deflatePiece } from '../../src/encoding/zip/deflate.ts';

export const MODIFIED = Date.UTC(2026, 10, 22, 14, 13, 28);

/** An entry to write: its content in the pieces that are deflated, and the bytes it was planned with (0 unless told). */
export interface EntryPlan {
  readonly name: string;
  readonly pieces: readonly Uint8Array[];
  readonly plannedBytes?: number;
}

export const FIVE_GIB = 5 * 2 ** 30;

/** Takes the pieces of a set apart into volumes. */
export class VolumeSink {
  readonly #volumes: Uint8Array[][] = [[]];

  take(pieces: Iterable<ZipOutput>): void {
    for (const piece of pieces) {
      if (piece === NEXT_VOLUME) this.#volumes.push([]);
      else this.#volumes.at(-1)?.push(piece);
    }
  }

  get volumes(): readonly Buffer[] {
    return this.#volumes.map((pieces) => Buffer.concat(pieces));
  }
}

/** How a set is written: with what plan, and after which steps the writer is made anew from its state in JSON. */
interface Writing {
  readonly plannedBytes?: number;
  readonly checkpoint?: () => boolean;
}

/** Writes a set. Unless told otherwise it is planned to pass one volume, and written by one writer. */
export function writeSet(
  splitBytes: number | null,
  entries: readonly EntryPlan[],
  { plannedBytes = Infinity, checkpoint = () => false }: Writing = {},
): readonly Buffer[] {
  const sink = new VolumeSink();
  let zip = new ZipArchive(startArchive({ splitBytes, plannedBytes, modified: MODIFIED }));
  const step = (pieces: Iterable<ZipOutput>) => {
    sink.take(pieces);
    if (checkpoint()) zip = new ZipArchive(JSON.parse(JSON.stringify(zip.state)));
  };
  for (const { name, pieces, ...planned } of entries) {
    step(zip.openEntry(name, planned.plannedBytes ?? 0));
    for (const piece of pieces) {
      const crc = crcOf(piece, zip.state.open?.crc ?? 0);
      step(zip.writeDeflated(deflatePiece(piece), { bytes: piece.length, crc }));
    }
    step(zip.closeEntry());
  }
  step(zip.finish());
  return sink.volumes;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `x.z01`, … `x.z99`, `x.z100`, … `x.zip`. */
export const volumeName = (index: number, count: number): string =>
  index === count - 1 ? 'x.zip' : `x.z${String(index + 1).padStart(2, '0')}`;
