import { NEXT_VOLUME, ZipArchive, type ArchiveState, type ZipOutput } from '../encoding/zip/archive.ts';
import { combineCrc } from '../encoding/zip/crc-combine.ts';
import { freeBytes } from '../encoding/free-bytes.ts';
import { crcOf, DEFLATE_BYTES, deflatePiece } from '../encoding/zip/deflate.ts';
import type { DeflatedLines } from '../records/source/source.ts';
import type { SealedVolume } from '../model/protocol.ts';
import { volumeName } from '../model/views.ts';
import type { OpenVolumeState } from '../model/stored-checkpoint.ts';
import { VolumeWriter, type VolumeContext } from './volume-writer.ts';

/** Writes the archive's entries into sealed volumes, one open at a time. */
export class ArchiveWriter {
  readonly #zip: ZipArchive;
  readonly #context: VolumeContext;
  readonly #uuid: string;
  readonly #sealed: SealedVolume[] = [];
  #volume: VolumeWriter | null;

  constructor(
    uuid: string,
    context: VolumeContext,
    state: { archive: ArchiveState; volume: VolumeWriter | null },
  ) {
    this.#uuid = uuid;
    this.#context = context;
    this.#zip = new ZipArchive(state.archive);
    this.#volume = state.volume;
  }

  get archive(): ArchiveState {
    return this.#zip.state;
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
    await this.#emit(this.#zip.openEntry(name, plannedBytes));
  }

  /** Writes what is deflated already to the open entry, as it is, and frees it. */
  async copy({ deflated, bytes, crc: crcOfLines }: DeflatedLines): Promise<void> {
    const crc = combineCrc(this.#zip.state.open?.crc ?? 0, crcOfLines, bytes);
    await this.#emit(this.#zip.writeDeflated(deflated, { bytes, crc }));
    freeBytes(deflated);
  }

  /** Compresses and writes bytes of the open entry. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += DEFLATE_BYTES) {
      const raw = bytes.subarray(at, at + DEFLATE_BYTES);
      const crc = crcOf(raw, this.#zip.state.open?.crc ?? 0);
      await this.#emit(this.#zip.writeDeflated(deflatePiece(raw), { bytes: raw.length, crc }));
    }
  }

  async closeEntry(): Promise<void> {
    await this.#emit(this.#zip.closeEntry());
  }

  /** Writes the central directory and closes the last volume. */
  async finish(): Promise<void> {
    await this.#emit(this.#zip.finish());
    await this.#closeVolume(true);
  }

  /** Stops in the middle of the archive; null when no volume is open. */
  async suspend(tailName: string): Promise<OpenVolumeState | null> {
    return this.#volume ? this.#volume.suspend(tailName) : null;
  }

  async abandon(): Promise<void> {
    await this.#volume?.abandon();
  }

  async #emit(output: Iterable<ZipOutput>): Promise<void> {
    for (const bytes of output) {
      if (bytes === NEXT_VOLUME) {
        await this.#closeVolume(false);
      } else {
        this.#volume ??= await VolumeWriter.open(this.#context, this.#nextVolume());
        await this.#volume.write(bytes);
      }
    }
  }

  /** The zip writer counts volumes from 0; names and numbers count from 1. */
  #nextVolume(): number {
    return this.#zip.state.disk + 1;
  }

  async #closeVolume(last: boolean): Promise<void> {
    if (!this.#volume) throw new Error('there is no volume to close');
    const volume = this.#volume;
    this.#volume = null;
    this.#sealed.push(await volume.close(volumeName(this.#uuid, volume.number, last)));
  }
}
