import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  endOfCentralDirectoryRecord,
  zip64EndOfCentralDirectoryLocator,
  zip64EndOfCentralDirectoryRecord,
} from '../../src/encoding/zip/end-records.ts';
import { dataDescriptor, localFileHeader } from '../../src/encoding/zip/records.ts';
import { has, inFolder, run } from './outside.ts';
import { utf8 } from './zipping.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
/** Sets the bytes in which we differ on purpose to zero. */
const without = (bytes: Uint8Array, ...places: readonly number[]) =>
  hex(Uint8Array.from(bytes, (byte, index) => (places.includes(index) ? 0 : byte)));

describe.skipIf(!has('zip'))("ZIP64 records against Info-ZIP's bytes", () => {
  it.each([
    { force: '-fz', zip64: true },
    { force: '-fz-', zip64: false },
  ])('a streamed entry ($force)', ({ force, zip64 }) =>
    inFolder((folder) => {
      run(folder, 'sh', '-c', `printf hello | zip -q ${force} - - | cat > theirs.zip`);
      const theirs = readFileSync(join(folder, 'theirs.zip'));
      const [time, date] = [theirs.readUInt16LE(10), theirs.readUInt16LE(12)];
      const header = localFileHeader({ name: utf8('-'), modified: { time, date }, zip64 });
      // Bit 11, a UTF-8 name, is in the second byte of the flags.
      expect(without(header, 7)).toBe(without(theirs.subarray(0, header.length), 7));
      const sizes = { compressedBytes: 7, bytes: 5 };
      const descriptor = dataDescriptor({ zip64, crc: 0x3610a686, ...sizes });
      const at = header.length + sizes.compressedBytes;
      expect(hex(descriptor)).toBe(hex(theirs.subarray(at, at + descriptor.length)));
    }),
  );

  it('the end records of 65,536 entries', () =>
    inFolder((folder) => {
      run(
        folder,
        'sh',
        '-c',
        'mkdir f && cd f && seq 65536 | xargs touch && zip -q -r -X -D ../theirs.zip .',
      );
      const theirs = readFileSync(join(folder, 'theirs.zip'));
      const end = theirs.length - 22;
      const locator = end - 20;
      const zip64 = locator - 56;
      const field = (at: number) => Number(theirs.readBigUInt64LE(zip64 + at));
      const entries = 65_536;
      expect([field(24), field(32)]).toEqual([entries, entries]);
      const directory = {
        disk: 0,
        startDisk: 0,
        startOffset: field(48),
        bytes: field(40),
        entriesOnDisk: entries,
        entries,
      };
      // The version that made it is lower: 3.0.
      const record = zip64EndOfCentralDirectoryRecord(directory);
      expect(without(record, 12)).toBe(without(theirs.subarray(zip64, locator), 12));
      const ours = zip64EndOfCentralDirectoryLocator({ disk: 0, offset: zip64, disks: 1 });
      expect(hex(ours)).toBe(hex(theirs.subarray(locator, end)));
      expect(hex(endOfCentralDirectoryRecord(directory))).toBe(hex(theirs.subarray(end)));
    }));
});
