import { DEFLATE_END } from './deflate.ts';
import { dosTime } from './dos-time.ts';
import type { DosTime } from './dos-time.ts';
import { fittingLastHeader, fittingLocalHeader } from './fitting-headers.ts';
import {
  END_LENGTH,
  endOfCentralDirectoryRecord,
  needsZip64End,
  ZIP64_END_LENGTH,
  ZIP64_LOCATOR_LENGTH,
  zip64EndOfCentralDirectoryLocator,
  zip64EndOfCentralDirectoryRecord,
} from './end-records.ts';
import type { DirectoryFields } from './end-records.ts';
import { centralDirectoryHeader, dataDescriptor, LARGE_32, spanningMarker } from './records.ts';
import type { EntryFields } from './records.ts';
import { type NEXT_VOLUME, Volumes } from './volumes.ts';
import type { Cuttable, ZipOutput } from './volumes.ts';
import { plansZip64 } from './zip64.ts';

export { NEXT_VOLUME } from './volumes.ts';
export type { ZipOutput } from './volumes.ts';

/** One entry; sizes in bytes, disk from 0, offset of the local header in its disk, `zip64` as decided at its beginning. */
export interface EntryState {
  readonly name: string;
  readonly zip64: boolean;
  readonly disk: number;
  readonly offset: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
}

/** Everything the next slice needs to go on with the archive: plain JSON, about 150 bytes an entry. */
export interface ArchiveState {
  readonly splitBytes: number | null;
  /** Whether the archive begins with the spanning marker: decided before its first byte, and of no matter after it. */
  readonly marker: boolean;
  readonly modified: DosTime;
  readonly disk: number;
  readonly offset: number;
  readonly entries: readonly EntryState[];
  readonly open: EntryState | null;
  readonly finished: boolean;
}

/** No record of one entry with a name of a few bytes is longer, so that a volume can always hold one. */
const LEAST_SPLIT_BYTES = 256;

/** What an archive is begun with. */
export interface ArchiveOptions {
  /** The size of a volume; null for one file. */
  readonly splitBytes: number | null;
  /** The most bytes that the archive is planned to have (`mostArchiveBytes`); more than a volume where nobody knows. */
  readonly plannedBytes?: number;
  /** Milliseconds UTC. */
  readonly modified: number;
}

/**
 * An archive without an entry. It begins with the spanning marker only where it is planned to pass one volume: readers of streams
 * (Java's ZipInputStream, zip4j, commons-compress, Perl) take a file that begins with it for an empty archive or for none.
 * A set that outgrew its plan goes without; those who read sets (7-Zip, zip) do not ask for it.
 */
export function startArchive({
  splitBytes,
  plannedBytes = Infinity,
  modified,
}: ArchiveOptions): ArchiveState {
  if (splitBytes !== null && !(Number.isSafeInteger(splitBytes) && splitBytes >= LEAST_SPLIT_BYTES)) {
    throw new RangeError(`A volume of ${splitBytes} bytes is too small; ${LEAST_SPLIT_BYTES} is the least.`);
  }
  return {
    splitBytes,
    marker: splitBytes !== null && plannedBytes > splitBytes,
    modified: dosTime(modified),
    disk: 0,
    offset: 0,
    entries: [],
    open: null,
    finished: false,
  };
}

/**
 * Writes a zip archive (APPNOTE 6.3), in volumes where a split size is set, without ever looking back. Every method is a
 * generator of its output in the order of the file; run it to its end before the next call and before `state` is read. A new
 * ZipArchive on an earlier state goes on exactly there. Memory: one record at a time; file data is passed through uncopied.
 */
export class ZipArchive {
  readonly #start: ArchiveState;
  readonly #volumes: Volumes;
  readonly #entries: EntryState[];
  #open: EntryState | null;
  #finished: boolean;

  constructor(state: ArchiveState) {
    this.#start = state;
    this.#volumes = new Volumes(state.splitBytes ?? Infinity, state);
    this.#entries = [...state.entries];
    this.#open = state.open;
    this.#finished = state.finished;
  }

  /** A snapshot that survives JSON and that later calls do not change. */
  get state(): ArchiveState {
    return {
      ...this.#start,
      disk: this.#volumes.disk,
      offset: this.#volumes.offset,
      entries: [...this.#entries],
      open: this.#open,
      finished: this.#finished,
    };
  }

  /** Local file header. `plannedBytes` are the bytes that the entry is expected to have before compression. */
  *openEntry(name: string, plannedBytes: number): Generator<ZipOutput> {
    this.#refuseOpenEntry();
    const zip64 = plansZip64(plannedBytes);
    yield* this.#begin();
    const fields = { name: utf8(name), modified: this.#start.modified, zip64 };
    const header = fittingLocalHeader(fields, this.#volumes);
    yield* this.#volumes.reserve(header.length);
    this.#open = {
      name,
      zip64,
      disk: this.#volumes.disk,
      offset: this.#volumes.offset,
      crc: 0,
      compressedBytes: 0,
      bytes: 0,
    };
    yield* this.#volumes.write(header);
  }

  /** File data or what stands for it, cut wherever a volume ends. `raw` is what was deflated: its length, and the entry's CRC-32 after it. */
  *writeDeflated<T extends Cuttable<T>>(
    deflated: T,
    raw: { bytes: number; crc: number },
  ): Generator<T | typeof NEXT_VOLUME> {
    const entry = this.#openEntry();
    const compressedBytes = entry.compressedBytes + deflated.length;
    const bytes = entry.bytes + raw.bytes;
    if (!entry.zip64 && Math.max(compressedBytes, bytes) >= LARGE_32) {
      throw new RangeError(
        `The entry ${entry.name} was planned to stay below 4 GiB and has passed it; start the run again.`,
      );
    }
    this.#open = { ...entry, compressedBytes, bytes, crc: raw.crc };
    yield* this.#volumes.write(deflated);
  }

  /** The end of the deflate stream, and the data descriptor. */
  *closeEntry(): Generator<ZipOutput> {
    yield* this.writeDeflated(DEFLATE_END, { bytes: 0, crc: this.#openEntry().crc });
    const entry = this.#openEntry();
    this.#entries.push(entry);
    this.#open = null;
    yield* this.#volumes.write(dataDescriptor(entry));
  }

  /** The central directory and the end records. Nothing can be written after it. */
  *finish(): Generator<ZipOutput> {
    this.#refuseOpenEntry();
    yield* this.#begin();
    const central = yield* this.#centralDirectory();
    yield* this.#volumes.reserve(END_LENGTH);
    if (needsZip64End(this.#directory(central))) yield* this.#zip64End(central);
    yield* this.#volumes.write(endOfCentralDirectoryRecord(this.#directory(central)));
    this.#finished = true;
  }

  *#centralDirectory(): Generator<ZipOutput, CentralDirectory> {
    let start: CentralDirectory['start'] = null;
    let bytes = 0;
    const headersOnDisk = new Map<number, number>();
    for (const entry of this.#entries) {
      const fields: EntryFields = { ...entry, name: utf8(entry.name), modified: this.#start.modified };
      const last = entry === this.#entries.at(-1);
      const header = last ? fittingLastHeader(fields, this.#volumes) : centralDirectoryHeader(fields);
      yield* this.#volumes.reserve(header.length);
      start ??= { disk: this.#volumes.disk, offset: this.#volumes.offset };
      bytes += header.length;
      headersOnDisk.set(this.#volumes.disk, (headersOnDisk.get(this.#volumes.disk) ?? 0) + 1);
      yield* this.#volumes.write(header);
    }
    return { start, bytes, headersOnDisk };
  }

  /**
   * The zip64 end record and its locator. The locator has to lie in the volume of the end record (APPNOTE 4.4.1.5), and 7-Zip
   * reads a set only when the zip64 end record lies there too: the three are kept together.
   */
  *#zip64End(central: CentralDirectory): Generator<ZipOutput> {
    yield* this.#volumes.reserve(ZIP64_END_LENGTH + ZIP64_LOCATOR_LENGTH + END_LENGTH);
    const [disk, offset] = [this.#volumes.disk, this.#volumes.offset];
    yield* this.#volumes.write(zip64EndOfCentralDirectoryRecord(this.#directory(central)));
    yield* this.#volumes.write(
      zip64EndOfCentralDirectoryLocator({ disk, offset, disks: this.#volumes.disk + 1 }),
    );
  }

  /** The directory as an end record in the current volume tells it; an empty one begins where that record does. */
  #directory({ start, bytes, headersOnDisk }: CentralDirectory): DirectoryFields {
    return {
      disk: this.#volumes.disk,
      startDisk: start?.disk ?? this.#volumes.disk,
      startOffset: start?.offset ?? this.#volumes.offset,
      bytes,
      entriesOnDisk: headersOnDisk.get(this.#volumes.disk) ?? 0,
      entries: this.#entries.length,
    };
  }

  *#begin(): Generator<ZipOutput> {
    if (this.#finished) throw new Error('The archive is finished.');
    const untouched = this.#volumes.disk === 0 && this.#volumes.offset === 0;
    if (untouched && this.#start.marker) yield* this.#volumes.write(spanningMarker());
  }

  #openEntry(): EntryState {
    if (this.#open === null) throw new Error('No entry is open.');
    return this.#open;
  }

  #refuseOpenEntry(): void {
    if (this.#open !== null) throw new Error(`The entry ${this.#open.name} is still open.`);
  }
}

interface CentralDirectory {
  /** Where the first header lies; null while there is none. */
  readonly start: { readonly disk: number; readonly offset: number } | null;
  readonly bytes: number;
  readonly headersOnDisk: ReadonlyMap<number, number>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
