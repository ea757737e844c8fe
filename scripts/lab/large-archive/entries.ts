import { randomBytes } from 'node:crypto';
import type { EntryState } from '../../../src/encoding/zip/archive.ts';
import { deflatePiece } from '../../../src/encoding/zip/deflate.ts';
import type { DeflatedPiece, LargeEntry } from './write-set.ts';

const LINE = 2048;
const PIECE_LINES = 1024;
/** Pieces stand for themselves and may be repeated: so many different ones are made, 4 MiB of memory each. */
const PIECES = 16;

/** An entry of lines of one length, so that its records are known. */
export interface LinesEntry extends LargeEntry {
  readonly records: number;
}

/** One entry of `before` bytes, one of `large` bytes, one small one behind it: JSON Lines that shrink to three quarters. */
export function dataEntries(sizes: {
  readonly before: number;
  readonly large: number;
}): readonly LinesEntry[] {
  const pieces = Array.from({ length: PIECES }, piece);
  return [
    repeated('EmailIn-1.json', sizes.before, pieces),
    repeated('Chat-1.json', sizes.large, pieces),
    repeated('PhoneCall-1.json', PIECE_LINES * LINE, pieces),
  ];
}

/** What the service writes of data entries at the end of an archive, as far as a reader compares it. */
export function manifestEntry(written: readonly EntryState[], entries: readonly LinesEntry[]): LargeEntry {
  const told = written.map(({ name, bytes, crc }, index) => ({
    name,
    records: entries[index]?.records ?? 0,
    bytes,
    crc32: crc.toString(16).padStart(8, '0'),
  }));
  const raw = new TextEncoder().encode(`${JSON.stringify({ format: 1, entries: told }, null, 2)}\n`);
  const pieces = [{ raw, deflated: deflatePiece(raw) }];
  return { name: 'manifest.json', plannedBytes: raw.length, pieces: () => pieces };
}

function repeated(name: string, bytes: number, pieces: readonly DeflatedPiece[]): LinesEntry {
  const count = bytes / (PIECE_LINES * LINE);
  return {
    name,
    plannedBytes: bytes,
    records: count * PIECE_LINES,
    *pieces() {
      for (let index = 0; index < count; index++) yield pieces[index % PIECES]!;
    },
  };
}

/** 2 MiB of lines with a random text each: what the service compresses at a time. */
function piece(): DeflatedPiece {
  const frame = JSON.stringify({ TEXT: '' }).length + 1;
  const lines = Array.from({ length: PIECE_LINES }, () => {
    const text = randomBytes(LINE)
      .toString('base64')
      .slice(0, LINE - frame);
    return `${JSON.stringify({ TEXT: text })}\n`;
  });
  const raw = new TextEncoder().encode(lines.join(''));
  if (raw.length !== PIECE_LINES * LINE) throw new Error('a piece has the wrong length');
  return { raw, deflated: deflatePiece(raw) };
}
