import { END_LENGTH } from './end-records.ts';
import { centralDirectoryHeader, GROWTH_HINT_LEAST, localFileHeader } from './records.ts';
import type { EntryFields } from './records.ts';

/*
 * Two cuts that APPNOTE allows and Info-ZIP's zip 3.0 (`zip -s 0`, found at every split size of a range) cannot read. Both are avoided by
 * a growth hint that makes a header too long for what is left of its volume, so that it goes into the next one; the volume still
 * ends early by less than the header that comes next.
 */

/** Local file header for the place it would be written to: never one whose data begin in another volume. */
export function fittingLocalHeader(fields: LocalFields, { room, offset }: Place): Uint8Array {
  const header = localFileHeader(fields);
  if (header.length !== room || offset === 0) return header;
  return localFileHeader({ ...fields, growthHint: GROWTH_HINT_LEAST });
}

/** The directory's last header for the place it would be written to: never one that leaves the end record alone. */
export function fittingLastHeader(fields: EntryFields, { room, offset }: Place): Uint8Array {
  const header = centralDirectoryHeader(fields);
  const left = room - header.length;
  if (left < 0 || left >= END_LENGTH || offset === 0) return header;
  return centralDirectoryHeader({ ...fields, growthHint: Math.max(GROWTH_HINT_LEAST, left + 1) });
}

type LocalFields = Pick<EntryFields, 'name' | 'modified' | 'zip64'>;
/** What is left of the volume, and what is in it; from an untouched volume a header cannot go elsewhere. */
interface Place {
  readonly room: number;
  readonly offset: number;
}
