import { endOfCentralDirectoryRecord, needsZip64End } from '../../encoding/zip/end-records.ts';
import {
  zip64EndOfCentralDirectoryLocator,
  zip64EndOfCentralDirectoryRecord,
} from '../../encoding/zip/end-records.ts';
import { centralDirectoryHeader, VERSION_ZIP64 } from '../../encoding/zip/records.ts';
import { ClientError } from '../client-error.ts';
import { EntryContent } from './entry-content.ts';
import { inflateEntry } from './inflate-entry.ts';
import { BrokenDeflate } from './primitives.ts';
import {
  nextSignature,
  readCentralHeader,
  readDescriptor,
  readEndRecords,
  readLocalHeader,
  SIGNATURE,
} from './read-zip-records.ts';
import type { CentralHeader, EndRecords } from './read-zip-records.ts';
import { VolumeReader } from './volume-reader.ts';
import type { Volume } from './volume-reader.ts';

export const MANIFEST = 'manifest.json';

/** An entry as it was read: what it unpacks to, and where its local header lies in the joined bytes of the volumes. */
export interface ReadEntry {
  readonly name: string;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly lines: number;
  readonly at: number;
}

/**
 * Reads the volumes of an archive that this service wrote from front to back, once, and turns them into one ordinary zip file:
 * without the spanning marker, with all offsets counted from its beginning. A single volume without the marker comes out as it is. Every entry is unpacked on the
 * way and compared with its data descriptor and the central directory. Memory: about 1 MiB, and 200 bytes an entry.
 */
export class VolumeJoin {
  readonly #volumes: readonly Volume[];
  readonly #reader: VolumeReader;
  readonly #entries: ReadEntry[] = [];
  #manifest: string | null = null;
  /** Bytes at the beginning that the joined file does not have: the marker's. */
  #dropped = 0;
  #suspect: number | null = null;

  constructor(volumes: readonly Volume[]) {
    this.#volumes = volumes;
    this.#reader = new VolumeReader(volumes);
  }

  /** The entries read so far, in their order: all of them once `bytes` has ended. */
  get entries(): readonly ReadEntry[] {
    return this.#entries;
  }

  /** The text of manifest.json; null while it was not read, or there is none. */
  get manifest(): string | null {
    return this.#manifest;
  }

  /** The bytes of the joined file. Throws a `ClientError` that names the volume where they cannot be read on. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    try {
      await this.#beginning();
      while ((await nextSignature(this.#reader)) === SIGNATURE.local) yield* this.#entry();
      yield* this.#directory();
    } finally {
      await this.#reader.close();
    }
  }

  async #beginning(): Promise<void> {
    if ((await nextSignature(this.#reader)) !== SIGNATURE.descriptor) return;
    const marker = await this.#reader.exactly(4);
    this.#dropped = marker.length;
  }

  async *#entry(): AsyncGenerator<Uint8Array> {
    const at = this.#reader.position;
    const first = this.#reader.disk;
    const header = await readLocalHeader(this.#reader);
    if (!header.streamed) throw this.#unreadable(`the entry ${header.name} is not of this service`);
    yield header.bytes;
    const data = this.#reader.position;
    const content = new EntryContent({ keep: header.name === MANIFEST });
    yield* this.#data(header.name, content);
    const compressed = this.#reader.position - data;
    const told = await readDescriptor(this.#reader, header.zip64);
    yield told.bytes;
    const { crc, bytes: size, lines } = content;
    if (told.signature !== SIGNATURE.descriptor || told.crc !== crc || told.size !== size) {
      throw this.#mixed(header.name, first);
    }
    if (told.compressed !== compressed) throw this.#unreadable(`the entry ${header.name} has another length`);
    if (header.name === MANIFEST) this.#manifest = content.text;
    this.#entries.push({ name: header.name, crc, compressed, size, lines, at });
  }

  async *#data(name: string, content: EntryContent): AsyncGenerator<Uint8Array> {
    const lines = name !== MANIFEST && !name.startsWith('schema/');
    try {
      for await (const chunk of inflateEntry(this.#reader, content)) {
        if (lines && content.implausible) this.#suspect ??= this.#reader.disk;
        yield chunk;
      }
    } catch (error) {
      if (!(error instanceof BrokenDeflate)) throw error;
      throw this.#unreadable(`the entry ${name} cannot be unpacked`);
    }
  }

  /** The central directory and the end records: as they are for one volume without the marker, else written anew. */
  async *#directory(): AsyncGenerator<Uint8Array> {
    const joined = this.#volumes.length > 1 || this.#dropped > 0;
    const start = this.#reader.position;
    const startOffset = start - this.#dropped;
    let bytes = 0;
    for (const entry of this.#entries) {
      if ((await nextSignature(this.#reader)) !== SIGNATURE.central) {
        throw this.#unreadable(`the entry ${entry.name} is missing in its directory`);
      }
      const header = await readCentralHeader(this.#reader);
      if (!this.#agrees(header, entry))
        throw this.#unreadable(`its directory tells of ${header.name} otherwise`);
      const written = joined ? this.#rewritten(header, entry) : header.bytes;
      bytes += written.length;
      yield written;
    }
    const end = await this.#end(start);
    const entries = this.#entries.length;
    const counts = { disk: 0, startDisk: 0, startOffset, bytes, entriesOnDisk: entries, entries };
    if (joined) yield* endRecords(counts);
    else yield* end.bytes;
  }

  #agrees(header: CentralHeader, entry: ReadEntry): boolean {
    const told = [header.name, header.crc, header.compressed, header.size, this.#joinedAt(header)];
    const read = [entry.name, entry.crc, entry.compressed, entry.size, entry.at];
    return told.every((value, index) => value === read[index]);
  }

  #rewritten(header: CentralHeader, entry: ReadEntry): Uint8Array {
    return centralDirectoryHeader({
      name: new TextEncoder().encode(entry.name),
      modified: header.modified,
      zip64: header.versionNeeded >= VERSION_ZIP64,
      crc: entry.crc,
      compressedBytes: entry.compressed,
      bytes: entry.size,
      disk: 0,
      offset: entry.at - this.#dropped,
    });
  }

  async #end(start: number): Promise<EndRecords> {
    const signature = await nextSignature(this.#reader);
    if (signature !== SIGNATURE.end && signature !== SIGNATURE.zip64End) {
      throw this.#unreadable('its directory holds more entries than the archive');
    }
    const end = await readEndRecords(this.#reader);
    const at = this.#joinedAt({ disk: end.startDisk, offset: end.startOffset });
    const ended = (await this.#reader.some()).length === 0;
    if (
      end.disk !== this.#volumes.length - 1 ||
      end.entries !== this.#entries.length ||
      at !== start ||
      !ended
    ) {
      throw this.#unreadable('its end record does not fit');
    }
    return end;
  }

  /** A place in a volume as a place in all of them; NaN, which equals nothing, in a volume that was not read. */
  #joinedAt({ disk, offset }: { readonly disk: number; readonly offset: number }): number {
    return (this.#reader.starts[disk] ?? Number.NaN) + offset;
  }

  /** Bytes that unpack well and are not those that were written: where in the entry is known only if its text looked wrong. */
  #mixed(name: string, first: number): ClientError {
    const what = `the entry ${name} has another CRC-32 or size than was written`;
    const [from, to] = [this.#volumes[first]?.name ?? '', this.#volumes[this.#reader.disk]?.name ?? ''];
    if (this.#suspect !== null || from === to) return this.#unreadable(what);
    return new ClientError(
      'exchanged',
      `One of the volumes from ${from} to ${to} is damaged or exchanged: ${what}.`,
    );
  }

  /** The volume to blame is the one where the text first looked wrong: CBC and deflate go on for a while with any bytes. */
  #unreadable(what: string): ClientError {
    const disk = this.#suspect ?? this.#reader.disk;
    const name = this.#volumes[disk]?.name ?? '';
    const number = `volume ${disk + 1} of ${this.#volumes.length}`;
    if (this.#volumes.length === 1) return new ClientError('archive-damaged', `${name} is damaged: ${what}.`);
    const reason = `${name} (${number}) does not go on where the volume before it ends: ${what}`;
    return new ClientError('exchanged', `${reason}. It is damaged, or another volume under this name.`);
  }
}

function* endRecords(directory: Parameters<typeof endOfCentralDirectoryRecord>[0]): Generator<Uint8Array> {
  if (needsZip64End(directory)) {
    const offset = directory.startOffset + directory.bytes;
    yield zip64EndOfCentralDirectoryRecord(directory);
    yield zip64EndOfCentralDirectoryLocator({ disk: 0, offset, disks: 1 });
  }
  yield endOfCentralDirectoryRecord(directory);
}
