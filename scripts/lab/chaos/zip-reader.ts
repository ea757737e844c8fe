import type { Buffer } from 'node:buffer';

/** The bytes of an archive whose volumes were joined; `starts[i]` is where volume i begins. */
export interface JoinedVolumes {
  readonly size: number;
  readonly starts: readonly number[];
  read(at: number, length: number): Buffer;
}

/** One file of an archive, as its central directory names it (APPNOTE 4.3.12); raw deflate lies at `at`. */
export interface ZipFile {
  readonly name: string;
  readonly crc: number;
  readonly bytes: number;
  readonly at: number;
  readonly compressed: number;
}

const END_RECORD = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_RECORD_BYTES = 22;
const ZIP64 = 0xffffffff;

/**
 * The files of an archive. One that needs ZIP64 (4 GiB) is refused: this reader is for checks, and its memory is the
 * central directory.
 */
export function zipFiles(volumes: JoinedVolumes): readonly ZipFile[] {
  const end = volumes.read(volumes.size - END_RECORD_BYTES, END_RECORD_BYTES);
  if (end.readUInt32LE(0) !== END_RECORD) throw new Error('the archive has no end record');
  const [length, offset] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  const directory = volumes.read(place(volumes, end.readUInt16LE(6), offset), length);
  return [...headers(directory)].map(({ disk, offset: from, ...header }) => {
    const at = place(volumes, disk, from);
    const local = volumes.read(at, 30);
    if (local.readUInt32LE(0) !== LOCAL_HEADER) throw new Error(`${header.name} has no local header`);
    return { ...header, at: at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28) };
  });
}

function place({ starts }: JoinedVolumes, disk: number, offset: number): number {
  const start = starts[disk];
  if (start === undefined || offset === ZIP64) throw new Error('the archive points out of its volumes');
  return start + offset;
}

function* headers(directory: Buffer) {
  for (let at = 0; at < directory.length;) {
    if (directory.readUInt32LE(at) !== CENTRAL_HEADER) throw new Error('the central directory is broken');
    const end = at + 46 + directory.readUInt16LE(at + 28);
    const [compressed, bytes] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)];
    if (compressed === ZIP64 || bytes === ZIP64) throw new Error('the archive needs ZIP64');
    yield {
      name: directory.toString('utf8', at + 46, end),
      crc: directory.readUInt32LE(at + 16),
      compressed,
      bytes,
      disk: directory.readUInt16LE(at + 34),
      offset: directory.readUInt32LE(at + 42),
    };
    at = end + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}
