import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { DEFLATE_END, deflatePiece } from '../../src/encoding/zip/deflate.ts';
import { inflatePiece } from '../../src/encoding/zip/inflate.ts';
import { dosTime } from '../../src/encoding/zip/dos-time.ts';
import {
  endOfCentralDirectoryRecord,
  needsZip64End,
  zip64EndOfCentralDirectoryLocator,
  zip64EndOfCentralDirectoryRecord,
} from '../../src/encoding/zip/end-records.ts';
import {
  centralDirectoryHeader,
  dataDescriptor,
  localFileHeader,
  spanningMarker,
} from '../../src/encoding/zip/records.ts';
import { MODIFIED, utf8, writeSet, FIVE_GIB } from './zipping.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
/** Hex digits with spaces between the fields. */
const fields = (text: string) => text.replace(/\s+/g, '');

const ENTRY = {
  name: utf8('-'),
  modified: dosTime(MODIFIED),
  zip64: false,
  crc: 0x3610a686,
  compressedBytes: 7,
  bytes: 5,
  disk: 0,
  offset: 0,
};
const ZIP64 = { ...ENTRY, zip64: true };
const DIRECTORY = { disk: 0, startDisk: 0, startOffset: 54, bytes: 47, entriesOnDisk: 1, entries: 1 };

it('writes the spanning marker', () => {
  expect(hex(spanningMarker())).toBe('504b0708');
});

it('writes times as MS-DOS does, in UTC, and clamps what the format does not have', () => {
  expect(dosTime(MODIFIED)).toEqual({ time: 0x71ae, date: 0x5d76 });
  expect(dosTime(Date.UTC(1979, 11, 31))).toEqual({ time: 0, date: 0x0021 });
  expect(dosTime(Date.UTC(2107, 11, 31, 23, 59, 58))).toEqual({ time: 0xbf7d, date: 0xff9f });
  expect(dosTime(Date.UTC(2108, 0, 1))).toEqual({ time: 0xbf7d, date: 0xff9f });
});

// The vectors are those of `printf hello | zip -fz- - -` (Info-ZIP 3.0) but for bit 11 and the version made by.
it('writes a local file header', () => {
  expect(hex(localFileHeader(ENTRY))).toBe(
    fields('504b0304 1400 0808 0800 ae71 765d 00000000 00000000 00000000 0100 0000 2d'),
  );
});

it('writes a data descriptor', () => {
  expect(hex(dataDescriptor(ENTRY))).toBe(fields('504b0708 86a61036 07000000 05000000'));
});

it('writes a central directory header', () => {
  expect(hex(centralDirectoryHeader(ENTRY))).toBe(
    fields(`504b0102 2d03 1400 0808 0800 ae71 765d 86a61036 07000000 05000000
      0100 0000 0000 0000 0000 0000a481 00000000 2d`),
  );
});

it('writes an end of central directory record', () => {
  expect(hex(endOfCentralDirectoryRecord(DIRECTORY))).toBe(
    fields('504b0506 0000 0000 0100 0100 2f000000 36000000 0000'),
  );
  expect(needsZip64End(DIRECTORY)).toBe(false);
});

// `printf hello | zip -fz - -`, the same way.
it('writes the ZIP64 forms of local file header and data descriptor', () => {
  expect(hex(localFileHeader(ZIP64))).toBe(
    fields(`504b0304 2d00 0808 0800 ae71 765d 00000000 ffffffff ffffffff 0100 1400 2d
      0100 1000 0000000000000000 0000000000000000`),
  );
  expect(hex(dataDescriptor(ZIP64))).toBe(fields('504b0708 86a61036 0700000000000000 0500000000000000'));
  const large = { ...ZIP64, bytes: 0x123456789a, compressedBytes: 0xffffffff };
  expect(hex(dataDescriptor(large))).toBe(fields('504b0708 86a61036 ffffffff00000000 9a78563412000000'));
});

it('puts into the ZIP64 field of a central directory header what does not fit, in the order of APPNOTE 4.5.3', () => {
  const header = (entry: Partial<typeof ENTRY>) => hex(centralDirectoryHeader({ ...ZIP64, ...entry }));
  // In ZIP64 format, but nothing needs the field.
  expect(header({})).toBe(
    fields(`504b0102 2d03 2d00 0808 0800 ae71 765d 86a61036 07000000 05000000
      0100 0000 0000 0000 0000 0000a481 00000000 2d`),
  );
  const all = { bytes: 0x200000001, compressedBytes: 0x100000002, offset: 0x300000003, disk: 0x10004 };
  expect(header(all)).toBe(
    fields(`504b0102 2d03 2d00 0808 0800 ae71 765d 86a61036 ffffffff ffffffff
      0100 2000 0000 ffff 0000 0000a481 ffffffff 2d
      0100 1c00 0100000002000000 0200000001000000 0300000003000000 04000100`),
  );
  expect(header({ zip64: false, offset: 0xffffffff })).toBe(
    fields(`504b0102 2d03 2d00 0808 0800 ae71 765d 86a61036 07000000 05000000
      0100 0c00 0000 0000 0000 0000a481 ffffffff 2d 0100 0800 ffffffff00000000`),
  );
  expect(header({ zip64: false, offset: 0xfffffffe }).endsWith('feffffff2d')).toBe(true);
});

it('writes the ZIP64 end records where a field of the end record cannot hold its value', () => {
  const large = { ...DIRECTORY, startOffset: 0x100000036, disk: 3, startDisk: 2 };
  expect(needsZip64End(large)).toBe(true);
  expect(hex(zip64EndOfCentralDirectoryRecord(large))).toBe(
    fields(`504b0606 2c00000000000000 2d03 2d00 03000000 02000000
      0100000000000000 0100000000000000 2f00000000000000 3600000001000000`),
  );
  expect(hex(zip64EndOfCentralDirectoryLocator({ disk: 3, offset: 0x100000065, disks: 4 }))).toBe(
    fields('504b0607 03000000 6500000001000000 04000000'),
  );
  expect(hex(endOfCentralDirectoryRecord(large))).toBe(
    fields('504b0506 0300 0200 0100 0100 2f000000 ffffffff 0000'),
  );
  expect(needsZip64End({ ...DIRECTORY, entries: 0xfffe })).toBe(false);
  expect(needsZip64End({ ...DIRECTORY, entries: 0xffff })).toBe(true);
  expect(needsZip64End({ ...DIRECTORY, disk: 0xffff })).toBe(true);
  expect(needsZip64End({ ...DIRECTORY, bytes: 0xffffffff })).toBe(true);
});

it('never cuts a number to fit its field', () => {
  expect(() => dataDescriptor({ ...ENTRY, bytes: 2 ** 32 })).toThrow(RangeError);
  expect(() => localFileHeader({ ...ENTRY, name: new Uint8Array(70_000) })).toThrow(RangeError);
});

it('ends a piece on a byte with an empty block, so that pieces can be appended', () => {
  const piece = deflatePiece(utf8('hello'));
  expect(hex(piece)).toBe('ca48cdc9c907000000ffff');
  expect(hex(DEFLATE_END)).toBe('0300');
});

it('writes an archive of one entry, byte for byte', () => {
  const [archive, ...more] = writeSet(null, [{ name: '-', pieces: [utf8('hello')] }]);
  expect(more).toEqual([]);
  expect(archive && hex(archive)).toBe(
    fields(`504b0304 1400 0808 0800 ae71 765d 00000000 00000000 00000000 0100 0000 2d
      ca48cdc9c907000000ffff 0300 504b0708 86a61036 0d000000 05000000
      504b0102 2d03 1400 0808 0800 ae71 765d 86a61036 0d000000 05000000
      0100 0000 0000 0000 0000 0000a481 00000000 2d
      504b0506 0000 0000 0100 0100 2f000000 3c000000 0000`),
  );
});

it('begins a split archive with the marker, which counts into the offsets', () => {
  const [volume] = writeSet(65_536, [{ name: 'a', pieces: [], plannedBytes: FIVE_GIB }]);
  expect(volume && hex(volume)).toBe(
    fields(`504b0708 504b0304 2d00 0808 0800 ae71 765d 00000000 ffffffff ffffffff 0100 1400 61
      0100 1000 0000000000000000 0000000000000000
      0300 504b0708 00000000 0200000000000000 0000000000000000
      504b0102 2d03 2d00 0808 0800 ae71 765d 00000000 02000000 00000000
      0100 0000 0000 0000 0000 0000a481 04000000 61
      504b0506 0000 0000 0100 0100 2f000000 51000000 0000`),
  );
});

it('inflates pieces of every size, however little of the last buffer of the runtime they fill', () => {
  for (let lines = 1; lines <= 6_000; lines += 150) {
    const raw = utf8(
      Array.from({ length: lines }, (_, n) => `{"CONTACTID":"c${n}","N":${n * n}}\n`).join(''),
    );
    expect(Buffer.compare(inflatePiece(deflatePiece(raw), raw.length), raw)).toBe(0);
  }
});
