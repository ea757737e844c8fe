import { ObjectScanner } from '../../encoding/json/object-scanner.ts';
import { freeBytes } from '../../encoding/free-bytes.ts';
import { inflatePiece } from '../../encoding/zip/inflate.ts';
import type { RecordMembers } from '../../model/filter.ts';
import type { LargeLine } from './packed-pages.ts';
import type { PackedPage } from './protocol.ts';

const LF = 0x0a;
/** A large record up to this size is parsed as any other; of a larger one the scanner tells what its outermost members are. */
const PARSED_BYTES = 8 * 1_048_576;

type Judge = (record: RecordMembers) => boolean;

/** Lines of a page that are kept, as one stretch. */
export interface KeptLines {
  readonly lines: Uint8Array;
  readonly records: number;
}

/** Keeps the lines of a page that `judge` takes, but for a large one, which is judged by itself. Holds the page inflated. */
export function keepLines({ pieces, cuts }: PackedPage, judge: Judge): KeptLines {
  const decoder = new TextDecoder();
  const raws = new Map<number, Uint8Array>();
  const kept: Uint8Array[] = [];
  let length = 0;
  for (const [place, from, until] of cuts) {
    const { data, bytes, object } = pieces[place]!; // cuts name pieces that are there
    if (object !== null) continue;
    let raw = raws.get(place);
    if (!raw) {
      raws.set(place, (raw = inflatePiece(data, bytes)));
      freeBytes(data);
    }
    for (let at = from; at < until;) {
      const end = raw.indexOf(LF, at) + 1;
      const line = raw.subarray(at, end);
      // Import takes objects alone.
      if (judge(JSON.parse(decoder.decode(line)) as RecordMembers))
        length += kept[kept.push(line) - 1]!.length;
      at = end;
    }
  }
  const lines = new Uint8Array(length);
  let at = 0;
  for (const line of kept) {
    lines.set(line, at);
    at += line.length;
  }
  for (const raw of raws.values()) freeBytes(raw);
  return { lines, records: kept.length };
}

/** Of lines those at whose places stands true, moved together where they lie. */
export function pickLines({ lines }: KeptLines, keeps: readonly boolean[]): KeptLines {
  let [from, to, records] = [0, 0, 0];
  for (const keep of keeps) {
    const end = lines.indexOf(LF, from) + 1;
    if (keep) {
      lines.copyWithin(to, from, end);
      to += end - from;
      records += 1;
    }
    from = end;
  }
  return { lines: lines.subarray(0, to), records };
}

/** Judges a large record: of one above PARSED_BYTES by its outermost members alone, texts of more than 1,536 bytes as blanks. */
export async function keepsLarge(
  { bytes, read }: LargeLine,
  { judge, names }: { readonly judge: Judge; readonly names: ReadonlySet<string> },
): Promise<boolean> {
  if (bytes <= PARSED_BYTES) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const part of read()) text += decoder.decode(part, { stream: true });
    return judge(JSON.parse(text) as RecordMembers); // as above
  }
  const scanner = new ObjectScanner(names);
  for await (const part of read()) scanner.push(part);
  const scanned = scanner.end();
  return 'members' in scanned && judge(Object.fromEntries(scanned.members));
}
