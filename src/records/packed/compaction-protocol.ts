import { z } from 'zod';
import type { Kind } from '../../model/records.ts';
import type { LineTable } from './line-table.ts';
import type { RecordKey } from './order.ts';
import type { PackPlace } from './piece.ts';
import { incomingPiece } from './protocol.ts';

/*
 * What a store and whoever compacts its pieces say to each other. The store says what is to be made anew of what, and keeps nothing of
 * what comes of it unless that is still true. Every call may come twice.
 */

/** A piece that is to be made anew. */
export interface CompactedInput {
  readonly n: number;
  readonly first: RecordKey;
  readonly records: number;
  readonly length: number;
  readonly bytes: number;
  readonly crc: number;
}

/** Pieces of one entry that are to become others: in one order, without what is dead. */
export interface CompactionTask {
  readonly id: string;
  readonly kind: Kind;
  /** Those that come of it are put into order with others later: they are not worth much time. */
  readonly isLast: boolean;
  /** In the order of their first records. */
  readonly inputs: readonly CompactedInput[];
}

/** One of them, opened: its lines, which of them are dead, and its body, unless that lies in a pack. */
export interface OpenedInput extends LineTable {
  /** What is added to the change numbers of its lines. */
  readonly base: number;
  /** Places of the dead lines among its lines. */
  readonly dead: readonly number[];
  /** Its body, or where its large record lies (`encodeLarge`); null where it lies in `pack`. */
  readonly data: Uint8Array | null;
  readonly object: string | null;
  readonly pack: PackPlace | null;
}

const packedPiece = incomingPiece.omit({ entity: true }).extend({
  /** Where it lies; null of a large record. */
  pack: z
    .object({ object: z.string().min(1), at: z.int().nonnegative() })
    .readonly()
    .nullable(),
});

/** What came of a task: pieces in their order, with change numbers as they are. */
export const compacted = z.object({ task: z.string().min(1), pieces: z.array(packedPiece).readonly() });
export type Compacted = Readonly<z.infer<typeof compacted>>;

/** What is asked of a store by whoever compacts it. */
export interface Compacting {
  /** Something to do, for a while; null where there is nothing, or somebody is at it. */
  beginCompaction(): Promise<CompactionTask | null>;
  /** Null where the task is not theirs any more. */
  openInput(task: string, n: number): Promise<OpenedInput | null>;
  /** Whether the pieces are there now, in the place of the inputs. */
  commitCompaction(done: Compacted): Promise<boolean>;
}
