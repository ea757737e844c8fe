import { record, u16, u32, u64 } from './fields.ts';
import type { NumberField } from './fields.ts';
import type { DosTime } from './dos-time.ts';

/** A field that holds this is to be looked up in the ZIP64 record (APPNOTE 4.4.1.4). */
export const LARGE_16 = 0xffff;
export const LARGE_32 = 0xffffffff;

export const SPANNING_MARKER_SIGNATURE = 0x08074b50;
const LOCAL_FILE_HEADER_SIGNATURE = 0x04034b50;
const DATA_DESCRIPTOR_SIGNATURE = 0x08074b50;
const CENTRAL_FILE_HEADER_SIGNATURE = 0x02014b50;

const ZIP64_EXTRA = 0x0001;
const GROWTH_HINT_EXTRA = 0xa220;
const GROWTH_HINT_SIGNATURE = 0xa028;
const VERSION_DEFLATE = 20;
export const VERSION_ZIP64 = 45;
/** Upper byte: host system 3, Unix, whose modes the external attributes carry; lower byte: APPNOTE 4.5 (APPNOTE 4.4.2). */
export const VERSION_MADE_BY = (3 << 8) | VERSION_ZIP64;
/** A regular file that its owner may write and everyone may read (0100644), in the upper half as Unix wants it. */
const EXTERNAL_ATTRIBUTES = 0o100644 * 0x10000;
/** Bit 3: sizes and CRC-32 follow in a data descriptor; bit 11: the name is UTF-8 (APPNOTE 4.4.4). */
const FLAGS = (1 << 3) | (1 << 11);
const METHOD_DEFLATE = 8;

const NOTHING = new Uint8Array();

/** What the records of one entry say. Sizes and offsets in bytes; `zip64` is decided when the entry begins. */
export interface EntryFields {
  readonly name: Uint8Array;
  readonly modified: DosTime;
  readonly zip64: boolean;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly disk: number;
  readonly offset: number;
  /** Bytes of a growth hint behind the other extra fields: it makes a header longer without saying anything. */
  readonly growthHint?: number;
}

/** The special signature that opens the first volume of a split archive (APPNOTE 8.5.3). */
export const spanningMarker = () => record(4, u32(SPANNING_MARKER_SIGNATURE));

/**
 * Local file header, APPNOTE 4.3.7. With bit 3 the CRC-32 and sizes are 0 here (4.4.4); an entry in ZIP64 format has its sizes
 * in the extra field, 0 as well, and its data descriptor in 8-byte sizes (4.3.9.2).
 *
 * | offset | bytes | field                     | offset | bytes | field             |
 * |-------:|------:|---------------------------|-------:|------:|-------------------|
 * |      0 |     4 | signature                 |     18 |     4 | compressed size   |
 * |      4 |     2 | version needed to extract |     22 |     4 | uncompressed size |
 * |      6 |     2 | general purpose bit flag  |     26 |     2 | name length n     |
 * |      8 |     2 | compression method        |     28 |     2 | extra length m    |
 * |     10 |     2 | last modified time        |     30 |     n | name              |
 * |     12 |     2 | last modified date        |   30+n |     m | extra field       |
 * |     14 |     4 | CRC-32                    |        |       |                   |
 */
export function localFileHeader(
  entry: Pick<EntryFields, 'name' | 'modified' | 'zip64' | 'growthHint'>,
): Uint8Array {
  const zip64 = entry.zip64 ? zip64ExtendedInformation([u64(0), u64(0)]) : NOTHING;
  const extra = concat(zip64, growthHint(entry.growthHint));
  const size = entry.zip64 ? LARGE_32 : 0;
  return record(
    30 + entry.name.length + extra.length,
    u32(LOCAL_FILE_HEADER_SIGNATURE),
    u16(versionNeeded(entry.zip64)),
    u16(FLAGS),
    u16(METHOD_DEFLATE),
    u16(entry.modified.time),
    u16(entry.modified.date),
    u32(0),
    u32(size),
    u32(size),
    u16(entry.name.length),
    u16(extra.length),
    entry.name,
    extra,
  );
}

/**
 * Data descriptor, APPNOTE 4.3.9, with the signature that readers expect though it is optional.
 *
 * | offset | bytes (ZIP64) | field             |
 * |-------:|--------------:|-------------------|
 * |      0 |         4 (4) | signature         |
 * |      4 |         4 (4) | CRC-32            |
 * |      8 |         4 (8) | compressed size   |
 * | 12(16) |         4 (8) | uncompressed size |
 */
export function dataDescriptor(
  entry: Pick<EntryFields, 'zip64' | 'crc' | 'compressedBytes' | 'bytes'>,
): Uint8Array {
  const size = entry.zip64 ? u64 : u32;
  return record(
    entry.zip64 ? 24 : 16,
    u32(DATA_DESCRIPTOR_SIGNATURE),
    u32(entry.crc),
    size(entry.compressedBytes),
    size(entry.bytes),
  );
}

/**
 * Central directory header, APPNOTE 4.3.12 (one file header of the central directory).
 *
 * | offset | bytes | field                     | offset | bytes | field                       |
 * |-------:|------:|---------------------------|-------:|------:|-----------------------------|
 * |      0 |     4 | signature                 |     28 |     2 | name length n               |
 * |      4 |     2 | version made by           |     30 |     2 | extra length m              |
 * |      6 |     2 | version needed to extract |     32 |     2 | comment length              |
 * |      8 |     2 | general purpose bit flag  |     34 |     2 | disk of the local header    |
 * |     10 |     2 | compression method        |     36 |     2 | internal attributes         |
 * |     12 |     2 | last modified time        |     38 |     4 | external attributes         |
 * |     14 |     2 | last modified date        |     42 |     4 | offset of the local header  |
 * |     16 |     4 | CRC-32                    |     46 |     n | name                        |
 * |     20 |     4 | compressed size           |   46+n |     m | extra field                 |
 * |     24 |     4 | uncompressed size         |        |       |                             |
 */
export function centralDirectoryHeader(entry: EntryFields): Uint8Array {
  const zip64 = zip64OfCentralHeader(entry);
  const extra = concat(zip64, growthHint(entry.growthHint));
  return record(
    46 + entry.name.length + extra.length,
    u32(CENTRAL_FILE_HEADER_SIGNATURE),
    u16(VERSION_MADE_BY),
    u16(versionNeeded(entry.zip64 || zip64.length > 0)),
    u16(FLAGS),
    u16(METHOD_DEFLATE),
    u16(entry.modified.time),
    u16(entry.modified.date),
    u32(entry.crc),
    u32(Math.min(entry.compressedBytes, LARGE_32)),
    u32(Math.min(entry.bytes, LARGE_32)),
    u16(entry.name.length),
    u16(extra.length),
    u16(0),
    u16(Math.min(entry.disk, LARGE_16)),
    u16(0),
    u32(EXTERNAL_ATTRIBUTES),
    u32(Math.min(entry.offset, LARGE_32)),
    entry.name,
    extra,
  );
}

/** Only the fields that do not fit the header, in this fixed order (APPNOTE 4.5.3). */
function zip64OfCentralHeader(entry: EntryFields): Uint8Array {
  const fields = [
    ...[entry.bytes, entry.compressedBytes, entry.offset].filter((value) => value >= LARGE_32).map(u64),
    ...(entry.disk >= LARGE_16 ? [u32(entry.disk)] : []),
  ];
  return fields.length > 0 ? zip64ExtendedInformation(fields) : NOTHING;
}

/** ZIP64 extended information extra field, APPNOTE 4.5.3: header id, length of the data, data. */
function zip64ExtendedInformation(fields: readonly NumberField[]) {
  const length = fields.reduce((sum, field) => sum + field.width, 0);
  return record(4 + length, u16(ZIP64_EXTRA), u16(length), ...fields);
}

/** Growth hint extra field of `length` bytes, APPNOTE 4.6.10: signature, initial padding 0, zeros. It says nothing else. */
const growthHint = (length = 0) =>
  length === 0
    ? NOTHING
    : record(
        length,
        u16(GROWTH_HINT_EXTRA),
        u16(length - 4),
        u16(GROWTH_HINT_SIGNATURE),
        new Uint8Array(length - 6),
      );

const concat = (first: Uint8Array, second: Uint8Array) => record(first.length + second.length, first, second);

/** The shortest growth hint. */
export const GROWTH_HINT_LEAST = 8;

/** 2.0 for deflate, 4.5 where an entry uses ZIP64 format (APPNOTE 4.4.3.2). */
const versionNeeded = (zip64: boolean) => (zip64 ? VERSION_ZIP64 : VERSION_DEFLATE);
