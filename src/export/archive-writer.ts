import { NEXT_VOLUME, ZipArchive, type ArchiveState, type ZipOutput } from '../encoding/zip/archive.ts';
import { combineCrc } from '../encoding/zip/crc-combine.ts';
import { freeBytes } from '../encoding/free-bytes.ts';
import { crcOf, deflatePiece, piecesOf } from '../encoding/zip/deflate.ts';
import type { DeflatedLines } from '../records/source/source.ts';
import type { SealedVolume } from '../model/protocol.ts';
import { volumeName } from '../model/views.ts';
import type { OpenVolumeState } from '../model/stored-checkpoint.ts';
import type { KeptPieces } from './prepared-pieces.ts';
import { VolumeWriter, type VolumeContext } from './volume-writer.ts';
import type { ArchiveSink } from './walk-archive.ts';

/** One volume of an archive that was laid out: its number, from 1, and what was prepared. */
export interface OwnVolume {
  readonly volume: number;
  readonly pieces: KeptPieces;
}

/** Writes the archive's entries into sealed volumes, one open at a time: all of them, or one alone. */
export class ArchiveWriter implements ArchiveSink {
  readonly #zip: ZipArchive;
  readonly #context: VolumeContext;
  readonly #uuid: string;
  readonly #laid: OwnVolume | null;
  readonly #sealed: SealedVolume[] = [];
  #volume: VolumeWriter | null;
  /** The volume that the archive is in: names and numbers count from 1, the zip writer from 0. */
  #number: number;
  #full = false;

  constructor(
    uuid: string,
    context: VolumeContext,
    state: { archive: ArchiveState; volume: VolumeWriter | null; laid?: OwnVolume | null },
  ) {
    this.#uuid = uuid;
    this.#context = context;
    this.#zip = new ZipArchive(state.archive);
    this.#volume = state.volume;
    this.#laid = state.laid ?? null;
    this.#number = state.archive.disk + 1;
  }

  get archive(): ArchiveState {
    return this.#zip.state;
  }

  /** Whether the one volume that is to be written is written. What comes then is of others. */
  get full(): boolean {
    return this.#full;
  }

  /** Sealed bytes that would wait in a tail if the slice ended now. */
  get tailBytes(): number {
    return this.#volume?.tailBytes ?? 0;
  }

  /** Volumes sealed by this writer, in order. */
  get sealed(): readonly SealedVolume[] {
    return this.#sealed;
  }

  async openEntry(name: string, plannedBytes: number): Promise<void> {
    if (!this.#full) await this.#emit(this.#zip.openEntry(name, plannedBytes));
  }

  /** Writes what is deflated already to the open entry, as it is, and frees it. */
  async copy({ deflated, bytes, crc: crcOfLines }: DeflatedLines): Promise<void> {
    if (!this.#full) {
      const crc = combineCrc(this.#zip.state.open?.crc ?? 0, crcOfLines, bytes);
      await this.#emit(this.#zip.writeDeflated(deflated, { bytes, crc }));
    }
    freeBytes(deflated);
  }

  /** Compresses and writes bytes of the open entry; where they were prepared, as they were. */
  async write(bytes: Uint8Array): Promise<void> {
    for (const raw of piecesOf(bytes)) {
      if (this.#full) return;
      const deflated = this.#laid ? await this.#laid.pieces.deflate(raw) : deflatePiece(raw);
      const crc = crcOf(raw, this.#zip.state.open?.crc ?? 0);
      await this.#emit(this.#zip.writeDeflated(deflated, { bytes: raw.length, crc }));
      // What was prepared is part of more.
      if (!this.#laid) freeBytes(deflated);
    }
  }

  async closeEntry(): Promise<void> {
    if (!this.#full) await this.#emit(this.#zip.closeEntry());
  }

  /** Writes the central directory and closes the last volume. */
  async finish(): Promise<void> {
    if (this.#full) return;
    await this.#emit(this.#zip.finish());
    if (!this.#full) await this.#closeVolume(true);
  }

  /** Stops in the middle of the archive; null when no volume is open. */
  async suspend(tailName: string): Promise<OpenVolumeState | null> {
    return this.#volume ? this.#volume.suspend(tailName) : null;
  }

  async abandon(): Promise<void> {
    await this.#volume?.abandon();
  }

  /** Of a volume that was laid out the bytes before it and behind it are others'. */
  async #emit(output: Iterable<ZipOutput>): Promise<void> {
    for (const bytes of output) {
      if (this.#full) continue;
      if (bytes === NEXT_VOLUME) {
        if (!this.#isBefore) await this.#closeVolume(false);
        this.#number += 1;
      } else if (!this.#isBefore) {
        this.#volume ??= await VolumeWriter.open(this.#context, this.#number);
        await this.#volume.write(bytes);
      }
    }
  }

  get #isBefore(): boolean {
    return this.#laid !== null && this.#number < this.#laid.volume;
  }

  async #closeVolume(last: boolean): Promise<void> {
    if (!this.#volume) throw new Error('there is no volume to close');
    const volume = this.#volume;
    this.#volume = null;
    this.#sealed.push(await volume.close(volumeName(this.#uuid, volume.number, last)));
    this.#full = this.#laid !== null;
  }
}
