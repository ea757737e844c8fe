import { mostDeflated } from './deflate.ts';
import { dosTime } from './dos-time.ts';
import { END_LENGTH, needsZip64End, ZIP64_END_LENGTH, ZIP64_LOCATOR_LENGTH } from './end-records.ts';
import { MOST_LOCAL_HINT } from './fitting-headers.ts';
import { centralDirectoryHeader, dataDescriptor, localFileHeader } from './records.ts';
import { plansZip64 } from './zip64.ts';

/** An entry before it is written: its bytes before compression, and in how many pieces at most they are deflated. */
export interface PlannedEntry {
  readonly name: string;
  readonly bytes: number;
  readonly pieces: number;
}

/**
 * The most bytes that an archive of these entries has as one file: deflate's worst case, every header as long as it may
 * get, central directory and end records. An archive whose entries keep to their plan is never longer.
 */
export function mostArchiveBytes(entries: readonly PlannedEntry[]): number {
  let startOffset = 0;
  let bytes = 0;
  for (const planned of entries) {
    const entry = worstCase(planned, startOffset);
    bytes += centralDirectoryHeader(entry).length;
    startOffset +=
      localFileHeader(entry).length + MOST_LOCAL_HINT + entry.compressedBytes + dataDescriptor(entry).length;
  }
  const count = entries.length;
  const directory = { disk: 0, startDisk: 0, startOffset, bytes, entriesOnDisk: count, entries: count };
  const zip64End = needsZip64End(directory) ? ZIP64_END_LENGTH + ZIP64_LOCATOR_LENGTH : 0;
  return startOffset + bytes + zip64End + END_LENGTH;
}

const worstCase = ({ name, bytes, pieces }: PlannedEntry, offset: number) => ({
  name: new TextEncoder().encode(name),
  modified: dosTime(0),
  zip64: plansZip64(bytes),
  crc: 0,
  compressedBytes: mostDeflated(bytes, pieces),
  bytes,
  disk: 0,
  offset,
});
