import { freeBytes } from '../../encoding/free-bytes.ts';
import { inflatePiece } from '../../encoding/zip/inflate.ts';
import type { DeflatedLines } from '../source/source.ts';
import { WORTH_COPYING, type PackedPage } from './protocol.ts';

/** Lines that are deflated together: what comes of them is held twice. */
const TOGETHER_BYTES = 1_048_576;

/**
 * The lines of a page but for a large one: pieces as they lie there, where all of them is meant, and between them what is cut of others, whose
 * bodies are given back. A chunk of lines is valid until the next one.
 */
export function* pageLines({ pieces, cuts }: PackedPage): Generator<Uint8Array | DeflatedLines, void> {
  const raws = new Map<number, Uint8Array>();
  const parts: Uint8Array[] = [];
  let gathered = 0;
  for (const [place, from, until] of cuts) {
    const { data, bytes, crc, object, length = data.length } = pieces[place]!; // cuts name pieces that are there
    if (object !== null) continue;
    if (from === 0 && until === bytes && bytes >= WORTH_COPYING) {
      yield* together(parts);
      gathered = 0;
      yield { deflated: data, length, bytes, crc };
      continue;
    }
    let raw = raws.get(place);
    if (!raw) {
      raws.set(place, (raw = inflatePiece(data, bytes)));
      freeBytes(data);
    }
    parts.push(raw.subarray(from, until));
    gathered += until - from;
    if (gathered < TOGETHER_BYTES) continue;
    yield* together(parts);
    gathered = 0;
  }
  yield* together(parts);
  for (const raw of raws.values()) freeBytes(raw);
}

/** Empties `parts` into one stretch: chunks of single lines would be deflated one by one. */
function* together(parts: Uint8Array[]): Generator<Uint8Array, void> {
  const taken = parts.splice(0);
  const [only] = taken;
  if (!only) return;
  if (taken.length === 1) {
    yield only;
    return;
  }
  const lines = new Uint8Array(taken.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of taken) {
    lines.set(part, at);
    at += part.length;
  }
  yield lines;
  freeBytes(lines);
}
