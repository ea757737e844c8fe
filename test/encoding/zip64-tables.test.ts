import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { dosTime } from '../../src/encoding/zip/dos-time.ts';
import {
  endOfCentralDirectoryRecord,
  zip64EndOfCentralDirectoryLocator,
  zip64EndOfCentralDirectoryRecord,
} from '../../src/encoding/zip/end-records.ts';
import { centralDirectoryHeader, dataDescriptor, localFileHeader } from '../../src/encoding/zip/records.ts';
import { MODIFIED, utf8 } from './zipping.ts';

/** One field of a record as APPNOTE's table has it: bytes in the file, little-endian. */
type Row = readonly [field: string, bytes: number, value: number];

const ENTRY = {
  name: utf8('name'),
  modified: dosTime(MODIFIED),
  zip64: true,
  crc: 0x89abcdef,
  compressedBytes: 0x1_2345_6789,
  bytes: 0x2_3456_789a,
  disk: 7,
  offset: 0x3_4567_89ab,
};
const DIRECTORY = {
  disk: 0x1_0002,
  startDisk: 0x1_0001,
  startOffset: 0x4_5678_9abc,
  bytes: 0x1_0000_0003,
  entriesOnDisk: 0x1_0004,
  entries: 0x1_0005,
};
const { time, date } = dosTime(MODIFIED);

/** The fields of a record read one after the other in the widths given; the last has to end where the record does. */
function fieldsOf(record: Uint8Array, rows: readonly Row[]): readonly Row[] {
  const bytes = Buffer.from(record);
  let at = 0;
  const read = rows.map(([field, width]): Row => {
    at += width;
    const value = width === 8 ? Number(bytes.readBigUInt64LE(at - 8)) : bytes.readUIntLE(at - width, width);
    return [field, width, value];
  });
  expect(at, 'length of the record').toBe(bytes.length);
  return read;
}

const NAME = Buffer.from('name').readUInt32LE(0);

const TABLES: readonly [section: string, record: Uint8Array, rows: readonly Row[]][] = [
  [
    '4.3.7 local file header, with 4.5.3 ZIP64 extended information',
    localFileHeader(ENTRY),
    [
      ['signature', 4, 0x04034b50],
      ['version needed to extract: 4.5', 2, 45],
      ['flags: descriptor, UTF-8', 2, 0x0808],
      ['method: deflate', 2, 8],
      ['time', 2, time],
      ['date', 2, date],
      ['CRC-32: in the descriptor', 4, 0],
      ['compressed size: in the extra field', 4, 0xffffffff],
      ['uncompressed size: in the extra field', 4, 0xffffffff],
      ['name length', 2, 4],
      ['extra length', 2, 20],
      ['name', 4, NAME],
      ['extra: id', 2, 1],
      ['extra: size of the data, both sizes', 2, 16],
      ['extra: uncompressed size', 8, 0],
      ['extra: compressed size', 8, 0],
    ],
  ],
  [
    '4.3.9 data descriptor in ZIP64 format',
    dataDescriptor(ENTRY),
    [
      ['signature', 4, 0x08074b50],
      ['CRC-32', 4, ENTRY.crc],
      ['compressed size', 8, ENTRY.compressedBytes],
      ['uncompressed size', 8, ENTRY.bytes],
    ],
  ],
  [
    '4.3.12 central directory header, with 4.5.3 ZIP64 extended information',
    centralDirectoryHeader({ ...ENTRY, disk: 0x1_0006 }),
    [
      ['signature', 4, 0x02014b50],
      ['version made by: 4.5 on Unix', 2, 0x032d],
      ['version needed to extract: 4.5', 2, 45],
      ['flags', 2, 0x0808],
      ['method', 2, 8],
      ['time', 2, time],
      ['date', 2, date],
      ['CRC-32', 4, ENTRY.crc],
      ['compressed size', 4, 0xffffffff],
      ['uncompressed size', 4, 0xffffffff],
      ['name length', 2, 4],
      ['extra length', 2, 32],
      ['comment length', 2, 0],
      ['disk', 2, 0xffff],
      ['internal attributes', 2, 0],
      ['external attributes', 4, 0x81a40000],
      ['offset', 4, 0xffffffff],
      ['name', 4, NAME],
      ['extra: id', 2, 1],
      ['extra: size of the data', 2, 28],
      ['extra: uncompressed size', 8, ENTRY.bytes],
      ['extra: compressed size', 8, ENTRY.compressedBytes],
      ['extra: offset', 8, ENTRY.offset],
      ['extra: disk', 4, 0x1_0006],
    ],
  ],
  [
    '4.3.14 zip64 end of central directory record, version 1',
    zip64EndOfCentralDirectoryRecord(DIRECTORY),
    [
      ['signature', 4, 0x06064b50],
      ['size of the rest: 56 - 12', 8, 44],
      ['version made by', 2, 0x032d],
      ['version needed to extract', 2, 45],
      ['disk', 4, DIRECTORY.disk],
      ['disk of the directory', 4, DIRECTORY.startDisk],
      ['entries on this disk', 8, DIRECTORY.entriesOnDisk],
      ['entries', 8, DIRECTORY.entries],
      ['size of the directory', 8, DIRECTORY.bytes],
      ['offset of the directory', 8, DIRECTORY.startOffset],
    ],
  ],
  [
    '4.3.15 zip64 end of central directory locator',
    zip64EndOfCentralDirectoryLocator({ disk: 0x1_0002, offset: 0x5_6789_abcd, disks: 0x1_0003 }),
    [
      ['signature', 4, 0x07064b50],
      ['disk of the zip64 end record', 4, 0x1_0002],
      ['its offset', 8, 0x5_6789_abcd],
      ['disks', 4, 0x1_0003],
    ],
  ],
  [
    '4.3.16 end of central directory record that points to the others',
    endOfCentralDirectoryRecord(DIRECTORY),
    [
      ['signature', 4, 0x06054b50],
      ['disk', 2, 0xffff],
      ['disk of the directory', 2, 0xffff],
      ['entries on this disk', 2, 0xffff],
      ['entries', 2, 0xffff],
      ['size of the directory', 4, 0xffffffff],
      ['offset of the directory', 4, 0xffffffff],
      ['comment length', 2, 0],
    ],
  ],
];

describe("ZIP64 records against APPNOTE's tables", () => {
  it.each(TABLES)('%s', (_, record, rows) => {
    expect(fieldsOf(record, rows)).toEqual(rows);
  });
});
