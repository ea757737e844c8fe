import { NEXT_VOLUME, ZipArchive, type ArchiveState } from '../encoding/zip/archive.ts';
import { combineCrc } from '../encoding/zip/crc-combine.ts';
import { piecesOf } from '../encoding/zip/deflate.ts';
import { Stretch, type PieceNumbers } from '../encoding/zip/layout.ts';
import type { PreparedPlace } from '../model/stored-checkpoint.ts';
import type { PieceKeeper } from './prepared-pieces.ts';
import type { ArchiveSink, WalkPlace } from './walk-archive.ts';

/** Where the writer of a volume begins: no later than the volume's first byte, and no more than a page before it. */
export interface Edge {
  /** From 1. */
  readonly volume: number;
  readonly place: WalkPlace;
  readonly archive: ArchiveState;
  readonly prepared: PreparedPlace;
}

/** An archive by numbers: nothing is written of it, but where each of its volumes begins becomes known, and what has to be deflated is prepared. */
export class ArchiveLayout implements ArchiveSink {
  readonly full = false;
  readonly tailBytes = 0;
  readonly #zip: ZipArchive;
  readonly #pieces: PieceKeeper;
  readonly #starts: Edge[] = [];
  #volumes: number;
  #passed: Omit<Edge, 'volume'> | null = null;

  /** `volumes` were begun before. */
  constructor(archive: ArchiveState, pieces: PieceKeeper, volumes: number) {
    this.#zip = new ZipArchive(archive);
    this.#pieces = pieces;
    this.#volumes = volumes;
  }

  get archive(): ArchiveState {
    return this.#zip.state;
  }

  /** Volumes begun so far. */
  get volumes(): number {
    return this.#volumes;
  }

  /** Where volumes begin that were begun here. */
  get starts(): readonly Edge[] {
    return this.#starts;
  }

  /** Takes note of a place that can be gone on from. */
  pass(place: WalkPlace): void {
    this.#passed = { place, archive: this.#zip.state, prepared: this.#pieces.place };
    if (this.#volumes === 0) this.#begin();
  }

  async openEntry(name: string, plannedBytes: number): Promise<void> {
    this.#lay(this.#zip.openEntry(name, plannedBytes));
  }

  async copy({ length, bytes, crc: crcOfLines }: PieceNumbers): Promise<void> {
    const crc = combineCrc(this.#zip.state.open?.crc ?? 0, crcOfLines, bytes);
    this.#lay(this.#zip.writeDeflated(new Stretch(0, 0, length), { bytes, crc }));
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (const raw of piecesOf(bytes)) await this.copy(await this.#pieces.keep(raw));
  }

  async closeEntry(): Promise<void> {
    this.#lay(this.#zip.closeEntry());
  }

  async finish(): Promise<void> {
    this.#lay(this.#zip.finish());
  }

  #lay(output: Iterable<{ readonly length: number } | typeof NEXT_VOLUME>): void {
    for (const span of output) if (span === NEXT_VOLUME) this.#begin();
  }

  #begin(): void {
    if (!this.#passed) throw new Error('a volume begins behind a place that was passed');
    this.#volumes += 1;
    this.#starts.push({ volume: this.#volumes, ...this.#passed });
  }
}
