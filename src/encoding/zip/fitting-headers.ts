import { END_LENGTH } from './end-records.ts';
import { centralDirectoryHeader, GROWTH_HINT_LEAST, localFileHeader } from './records.ts';
import type { EntryFields } from './records.ts';

/*
 * Cuts that APPNOTE allows and Info-ZIP's zip 3.0 (`zip -s 0`) cannot read. They are avoided by a growth hint, which makes a header a few
 * bytes longer; where it then does not fit its volume any more, that volume still ends early by less than the header that comes next.
 */

/**
 * Bytes that zip copies at a time. Where the data of an entry fill a volume to its end in whole steps, it takes the end of the volume
 * for the end of the entry. A volume that holds nothing but one entry's data therefore cannot be read by it when the split size
 * is a multiple of this, its own sets included; nothing can be done about that here.
 */
const COPY_STEP = 16 * 1024;
/** None first; then more than are needed to get away from a step, both in this volume and at the start of the next. */
const LOCAL_HINTS = [0, GROWTH_HINT_LEAST, GROWTH_HINT_LEAST + 1, GROWTH_HINT_LEAST + 2];
/** The most bytes by which a local header is longer than it needs to be. */
export const MOST_LOCAL_HINT = GROWTH_HINT_LEAST + 2;

/**
 * Local file header for the place it would be written to: never one whose data could reach the volume's end in whole
 * steps, none included.
 */
export function fittingLocalHeader(fields: LocalFields, { room, offset }: Place): Uint8Array {
  const headers = LOCAL_HINTS.map((growthHint) => localFileHeader({ ...fields, growthHint }));
  const fits = headers.find(({ length }) => {
    const left = (length <= room ? room : room + offset) - length;
    return left >= 0 && left % COPY_STEP !== 0;
  });
  return fits ?? localFileHeader(fields);
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
