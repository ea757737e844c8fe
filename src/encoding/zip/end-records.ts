import { record, u16, u32, u64 } from './fields.ts';
import { LARGE_16, LARGE_32, VERSION_MADE_BY, VERSION_ZIP64 } from './records.ts';

const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_LOCATOR_SIGNATURE = 0x07064b50;
const END_SIGNATURE = 0x06054b50;

/** Lengths of the three records, in bytes. */
export const ZIP64_END_LENGTH = 56;
export const ZIP64_LOCATOR_LENGTH = 20;
export const END_LENGTH = 22;

/** Where the central directory lies and what it counts. Disks are numbered from 0. */
export interface DirectoryFields {
  readonly disk: number;
  readonly startDisk: number;
  readonly startOffset: number;
  readonly bytes: number;
  readonly entriesOnDisk: number;
  readonly entries: number;
}

/** Whether the end record alone cannot say where the directory is (APPNOTE 4.3.14 and 4.4.1.4). */
export const needsZip64End = (directory: DirectoryFields): boolean =>
  directory.bytes >= LARGE_32 ||
  directory.startOffset >= LARGE_32 ||
  directory.entries >= LARGE_16 ||
  directory.disk >= LARGE_16;

/**
 * Zip64 end of central directory record, APPNOTE 4.3.14, version 1.
 *
 * | offset | bytes | field                                | offset | bytes | field                       |
 * |-------:|------:|--------------------------------------|-------:|------:|-----------------------------|
 * |      0 |     4 | signature                            |     20 |     4 | disk of the directory start |
 * |      4 |     8 | size of the record after this field  |     24 |     8 | entries on this disk        |
 * |     12 |     2 | version made by                      |     32 |     8 | entries                     |
 * |     14 |     2 | version needed to extract            |     40 |     8 | size of the directory       |
 * |     16 |     4 | number of this disk                  |     48 |     8 | offset of the directory     |
 */
export const zip64EndOfCentralDirectoryRecord = (directory: DirectoryFields): Uint8Array =>
  record(
    ZIP64_END_LENGTH,
    u32(ZIP64_END_SIGNATURE),
    u64(ZIP64_END_LENGTH - 12),
    u16(VERSION_MADE_BY),
    u16(VERSION_ZIP64),
    u32(directory.disk),
    u32(directory.startDisk),
    u64(directory.entriesOnDisk),
    u64(directory.entries),
    u64(directory.bytes),
    u64(directory.startOffset),
  );

/**
 * Zip64 end of central directory locator, APPNOTE 4.3.15.
 *
 * | offset | bytes | field                                     |
 * |-------:|------:|-------------------------------------------|
 * |      0 |     4 | signature                                 |
 * |      4 |     4 | disk of the zip64 end record              |
 * |      8 |     8 | offset of the zip64 end record            |
 * |     16 |     4 | total number of disks                     |
 */
export const zip64EndOfCentralDirectoryLocator = (end: {
  readonly disk: number;
  readonly offset: number;
  readonly disks: number;
}): Uint8Array =>
  record(
    ZIP64_LOCATOR_LENGTH,
    u32(ZIP64_END_LOCATOR_SIGNATURE),
    u32(end.disk),
    u64(end.offset),
    u32(end.disks),
  );

/**
 * End of central directory record, APPNOTE 4.3.16, without a comment.
 *
 * | offset | bytes | field                        | offset | bytes | field                    |
 * |-------:|------:|------------------------------|-------:|------:|--------------------------|
 * |      0 |     4 | signature                    |     10 |     2 | entries                  |
 * |      4 |     2 | number of this disk          |     12 |     4 | size of the directory    |
 * |      6 |     2 | disk of the directory start  |     16 |     4 | offset of the directory  |
 * |      8 |     2 | entries on this disk         |     20 |     2 | comment length           |
 */
export const endOfCentralDirectoryRecord = (directory: DirectoryFields): Uint8Array =>
  record(
    END_LENGTH,
    u32(END_SIGNATURE),
    u16(Math.min(directory.disk, LARGE_16)),
    u16(Math.min(directory.startDisk, LARGE_16)),
    u16(Math.min(directory.entriesOnDisk, LARGE_16)),
    u16(Math.min(directory.entries, LARGE_16)),
    u32(Math.min(directory.bytes, LARGE_32)),
    u32(Math.min(directory.startOffset, LARGE_32)),
    u16(0),
  );
