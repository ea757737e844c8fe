import type { Buffer } from 'node:buffer';
import type { DosTime } from '../../encoding/zip/dos-time.ts';
import { LARGE_16, LARGE_32 } from '../../encoding/zip/records.ts';
import type { VolumeReader } from './volume-reader.ts';

/** Signatures of the records (APPNOTE 4.3) as little-endian numbers. */
export const SIGNATURE = {
  local: 0x04034b50,
  /** Of a data descriptor, and of a split archive's first bytes. */
  descriptor: 0x08074b50,
  central: 0x02014b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
  end: 0x06054b50,
} as const;

/** Reads the signature that comes next and leaves it there. */
export async function nextSignature(reader: VolumeReader): Promise<number> {
  const bytes = await reader.exactly(4);
  reader.unread(bytes);
  return bytes.readUInt32LE(0);
}

/** Local file header (APPNOTE 4.3.7). `streamed`: deflated, with its sizes in a descriptor behind the data. */
export interface LocalHeader {
  readonly bytes: Buffer;
  readonly name: string;
  readonly streamed: boolean;
  readonly zip64: boolean;
}

export async function readLocalHeader(reader: VolumeReader): Promise<LocalHeader> {
  const bytes = await whole(reader, 30, (fixed) => fixed.readUInt16LE(26) + fixed.readUInt16LE(28));
  const nameEnd = 30 + bytes.readUInt16LE(26);
  return {
    bytes,
    name: bytes.toString('utf8', 30, nameEnd),
    streamed: (bytes.readUInt16LE(6) & 8) !== 0 && bytes.readUInt16LE(8) === 8,
    zip64: zip64Field(bytes.subarray(nameEnd)) !== null,
  };
}

/** Data descriptor with its signature (APPNOTE 4.3.9); sizes of 8 bytes where the entry is in ZIP64 format. */
export async function readDescriptor(reader: VolumeReader, zip64: boolean) {
  const bytes = await reader.exactly(zip64 ? 24 : 16);
  return {
    bytes,
    signature: bytes.readUInt32LE(0),
    crc: bytes.readUInt32LE(4),
    compressed: zip64 ? u64(bytes, 8) : bytes.readUInt32LE(8),
    size: zip64 ? u64(bytes, 16) : bytes.readUInt32LE(12),
  };
}

/** Central directory header (APPNOTE 4.3.12) with what its ZIP64 field says (4.5.3). */
export interface CentralHeader {
  readonly bytes: Buffer;
  readonly name: string;
  readonly modified: DosTime;
  readonly versionNeeded: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly disk: number;
  readonly offset: number;
}

export async function readCentralHeader(reader: VolumeReader): Promise<CentralHeader> {
  const variable = (fixed: Buffer) =>
    fixed.readUInt16LE(28) + fixed.readUInt16LE(30) + fixed.readUInt16LE(32);
  const bytes = await whole(reader, 46, variable);
  const nameEnd = 46 + bytes.readUInt16LE(28);
  const large = zip64Field(bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(30)));
  let at = 0;
  // In this order, each only where the header itself cannot hold it.
  const sizeOf = (value: number) => {
    if (value !== LARGE_32 || large === null || large.length < at + 8) return value;
    at += 8;
    return u64(large, at - 8);
  };
  const size = sizeOf(bytes.readUInt32LE(24));
  const compressed = sizeOf(bytes.readUInt32LE(20));
  const offset = sizeOf(bytes.readUInt32LE(42));
  const disk = bytes.readUInt16LE(34);
  return {
    bytes,
    name: bytes.toString('utf8', 46, nameEnd),
    modified: { time: bytes.readUInt16LE(12), date: bytes.readUInt16LE(14) },
    versionNeeded: bytes.readUInt16LE(6),
    crc: bytes.readUInt32LE(16),
    compressed,
    size,
    disk: disk === LARGE_16 && large && large.length >= at + 4 ? large.readUInt32LE(at) : disk,
    offset,
  };
}

/** Where the central directory begins and what it counts, from the end records (APPNOTE 4.3.14 to 4.3.16). */
export interface EndRecords {
  readonly bytes: readonly Buffer[];
  readonly disk: number;
  readonly entries: number;
  readonly startDisk: number;
  readonly startOffset: number;
}

export async function readEndRecords(reader: VolumeReader): Promise<EndRecords> {
  if ((await nextSignature(reader)) !== SIGNATURE.zip64End) {
    const end = await whole(reader, 22, (fixed) => fixed.readUInt16LE(20));
    return {
      bytes: [end],
      disk: end.readUInt16LE(4),
      entries: end.readUInt16LE(10),
      startDisk: end.readUInt16LE(6),
      startOffset: end.readUInt32LE(16),
    };
  }
  const zip64 = await reader.exactly(56);
  const locator = await reader.exactly(20);
  const end = await whole(reader, 22, (fixed) => fixed.readUInt16LE(20));
  return {
    bytes: [zip64, locator, end],
    disk: zip64.readUInt32LE(16),
    entries: u64(zip64, 32),
    startDisk: zip64.readUInt32LE(20),
    startOffset: u64(zip64, 48),
  };
}

/** A record of a fixed part and a variable one, whose length the fixed part tells: at most 3 x 64 KiB. */
async function whole(
  reader: VolumeReader,
  length: number,
  variable: (fixed: Buffer) => number,
): Promise<Buffer> {
  const fixed = await reader.exactly(length);
  reader.unread(fixed);
  return reader.exactly(length + variable(fixed));
}

/** The data of the ZIP64 extended information field among extra fields; null where there is none. */
function zip64Field(extra: Buffer): Buffer | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

/** No size or offset reaches 2^53: a number that does is damage and agrees with nothing. */
const u64 = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));
