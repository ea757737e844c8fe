import { crcOf } from '../../encoding/zip/deflate.ts';
import { freeBytes } from '../../encoding/free-bytes.ts';
import { inflatePiece } from '../../encoding/zip/inflate.ts';
import type { Kind } from '../../model/records.ts';
import type { RunBucket } from '../../platform/bucket.ts';
import type { Compacted, CompactedInput, Compacting, CompactionTask } from './compaction-protocol.ts';
import { TextMissing } from '../../store/large-texts.ts';
import { decodeLarge, type LargeText } from './large-text.ts';
import { LineMerge } from './line-merge.ts';
import { decodeTable, type Line } from './line-table.ts';
import { readPacked } from './pack.ts';
import { PackWriter } from './pack-writer.ts';
import { PiecePacker } from './piece.ts';

/** zlib's level of what stays: a twentieth smaller than what import makes, for three times the time. */
const LAST_LEVEL = 6;
/** And of what is put into order with others before it stays. */
const FIRST_LEVEL = 1;

/** What compacting works with. */
export interface CompactContext {
  readonly store: Compacting;
  readonly bucket: Pick<RunBucket, 'get' | 'put'>;
  /** The key of a pack that is to be; never the same. */
  readonly newKey: (kind: Kind) => string;
  /** Called between pieces. */
  readonly breathe: () => Promise<void>;
}

/**
 * Does one thing that a store has to do: reads pieces, merges them into one order without what is dead, writes packs, and tells the store.
 * What is not told, or refused, is as if it had not been: packs that nobody names are swept. Holds the pieces that overlap, inflated, and a
 * pack.
 */
export async function compactOnce(context: CompactContext): Promise<'nothing' | 'done' | 'overtaken'> {
  const task = await context.store.beginCompaction();
  if (!task) return 'nothing';
  const pieces = await rewrite(context, task);
  return pieces && (await context.store.commitCompaction({ task: task.id, pieces })) ? 'done' : 'overtaken';
}

type PlacedLine = Line & { readonly offset: number };

/** What an open input has its lines of. */
type Texts = Uint8Array | LargeText;

/** The pieces that come of a task; null where it is not theirs any more. */
async function rewrite(
  { store, bucket, newKey, breathe }: CompactContext,
  task: CompactionTask,
): Promise<Compacted['pieces'] | null> {
  const pieces: Compacted['pieces'][number][] = [];
  const texts = new Map<number, Texts>();
  const packer = new PiecePacker(task.isLast ? LAST_LEVEL : FIRST_LEVEL);
  const packs = new PackWriter(bucket, () => newKey(task.kind));
  try {
    const merge = new LineMerge<CompactedInput, PlacedLine>(task.inputs);
    for (;;) {
      for (let input = merge.wanted; input; input = merge.wanted) {
        const opened = await open({ store, bucket }, task.id, input);
        if (!opened) return null;
        if (opened.lines.length > 0) texts.set(input.n, opened.texts());
        merge.open(opened.lines);
        await breathe();
      }
      const found = merge.take();
      if (!found) break;
      const { piece, line, last } = found;
      for (const full of packer.add(textLine(line, texts.get(piece.n)))) pieces.push(await packs.add(full));
      if (last) forget(texts, piece.n);
    }
    for (const rest of packer.end()) pieces.push(await packs.add(rest));
    await packs.end();
    return pieces;
  } finally {
    packer.close();
    packs.close();
  }
}

/** Texts are copied when they are packed. */
function forget(texts: Map<number, Texts>, n: number): void {
  const done = texts.get(n);
  if (done instanceof Uint8Array) freeBytes(done);
  texts.delete(n);
}

function textLine({ offset, size, ...line }: PlacedLine, texts: Texts | undefined) {
  if (!texts) throw new Error(`the piece of the record "${line.id}" is not open`);
  return { ...line, text: texts instanceof Uint8Array ? texts.subarray(offset, offset + size - 1) : texts };
}

/** The living lines of an input, and its texts. */
async function open(
  { store, bucket }: Pick<CompactContext, 'store' | 'bucket'>,
  task: string,
  input: CompactedInput,
): Promise<{ readonly lines: readonly PlacedLine[]; readonly texts: () => Texts } | null> {
  const opened = await store.openInput(task, input.n);
  if (!opened) return null;
  const dead = new Set(opened.dead);
  let offset = 0;
  const all = decodeTable(opened, opened.base).map((line) => {
    const placed = { ...line, offset };
    offset += line.size;
    return placed;
  });
  if (all.length !== input.records || offset !== input.bytes)
    throw new Error(`the piece ${input.n} is not what its lines say`);
  const lines = all.filter((_, index) => !dead.has(index));
  const { object, pack } = opened;
  let data = opened.data;
  try {
    if (pack && lines.length > 0) data = await readPacked(bucket, pack);
  } catch (error) {
    // Where something of it was erased meanwhile nothing is wrong.
    if (!(error instanceof TextMissing) || (await store.openInput(task, input.n))) throw error;
    return null;
  }
  return {
    lines,
    texts: () => {
      if (!data) throw new Error(`the body of the piece ${input.n} is gone`);
      if (object === null) {
        const texts = textsOf(data, input);
        freeBytes(data);
        return texts;
      }
      const { length, bytes, crc } = input;
      return { object, length, bytes, crc, ...decodeLarge(data) };
    },
  };
}

/** Plain bytes that were wrong would be made lasting. */
function textsOf(data: Uint8Array, { n, bytes, crc }: CompactedInput): Uint8Array {
  const raw = inflatePiece(data, bytes);
  if (crcOf(raw, 0) !== crc) throw new Error(`the piece ${n} has other bytes than it had`);
  return raw;
}
