import type { Cursor } from '../../model/cursor.ts';
import type { RecordFilter } from '../../model/api/job-request.ts';
import type { Instant } from '../../model/instant.ts';
import type { PieceNumbers } from '../../encoding/zip/layout.ts';
import type { DataType, Kind } from '../../model/records.ts';

/**
 * Where records are read from: the port that a run and the use cases of jobs know. The service's own source is packed records
 * (`packed/packed-source.ts`); any other one has to pass test/records/source/contract/. Every question names the contact
 * center, may fail as the network does, and may then be asked again (`retrying-source.ts`).
 */
export interface RecordSource {
  /**
   * Begins to read for a run: what `page` gives of this snapshot is what is there now, whatever comes, is changed or is removed meanwhile,
   * and `entries` are its totals. Null where the records have to be put into order first, which takes a while: it is to be asked again.
   * `reader` names the run; one that begins again lets go of what it had.
   */
  begin(scope: Omit<Scope, 'changes'>, reading: Reading): Promise<ReadingBegun | null>;
  /** Lets go of a run's snapshot. One that is not let go of ends some hours after it was last read. */
  release(ccid: string, type: DataType, reader: string): Promise<void>;
  /** Records and bytes (LF included) of every entry of `scope` that has any, owners before their members, by entity type. */
  totals(scope: Scope): Promise<readonly EntryTotals[]>;
  /**
   * Records of one entry after `after`, in the entry's order; `null` starts at the beginning. `entry` is one of `totals`, by
   * whose average record a page may be sized: what all pages together hold does not depend on it. Throws `SnapshotGone`. Asked again
   * of the same snapshot it is the same page. `bare`: of lines that are deflated the numbers alone are wanted, their bytes may be left out.
   */
  page(scope: PinnedScope, entry: EntryTotals, after: Cursor | null, bare?: boolean): Promise<RecordPage>;
  /**
   * Records that left the scope in its range of change numbers and were not in it when the run began, behind the place `after`: what
   * `deleted.json` tells. What changed and does not meet the filters is told, whatever it was before. Asked of a snapshot whose `begin`
   * answered `departed`. Throws `SnapshotGone`.
   */
  departed(scope: FollowingScope, after: Cursor | null): Promise<DepartedPage>;
  /** The highest change number given to a contact center's records of a data type, or to any of them; 0 where none was. */
  lastChange(ccid: string, type: DataType): Promise<number>;
  /** The media of the contact center's own interactions, folded, each once, in order of their bytes. */
  mediaTypes(ccid: string): Promise<readonly string[]>;
}

/** What a run exports: one contact center, one data type, a window [from, to), and the media chosen (null: all). */
export interface Scope {
  readonly ccid: string;
  readonly type: DataType;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** Lower-case media names, or null for all. Never asked of contacts. */
  readonly media: readonly string[] | null;
  /**
   * What owners have to be, all of it; members come with theirs, of changes those of every owner in the range, and those in it. `totals` and
   * `begin` count by `CONTACTID eq` alone, of changes without any: at most so much comes.
   */
  readonly filters?: readonly RecordFilter[];
  /** Whether documents are read; contact attributes always are. */
  readonly attachments: boolean;
  /** Change numbers (from, to] of an incremental run; null for a whole window. */
  readonly changes: { readonly from: number; readonly to: number } | null;
}

/** A scope as it was when a run began. */
export interface PinnedScope extends Scope {
  readonly snapshot: { readonly reader: string; readonly version: number };
}

/** A scope of changes, as it was when a run began. */
export interface FollowingScope extends PinnedScope {
  readonly changes: NonNullable<Scope['changes']>;
}

/** Who begins, and behind which change number; null of a whole window. */
export interface Reading {
  readonly reader: string;
  readonly since: number | null;
  /**
   * Whether the run tells what left its scope, too. Where that is not known from `since` on, `changes` begins at 0: with all that there is.
   */
  readonly follows?: boolean;
}

/** As many as there can be, and their bytes as lines. */
export interface Bounded {
  readonly records: number;
  readonly bytes: number;
}

/** A record that was in a scope and is no more: by which change, when, and why. */
export interface DepartedRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly change: number;
  /** Null where that is not known: some time before the run began. */
  readonly at: Instant | null;
  /** `erased`, `expired`, or `moved`. */
  readonly why: string;
}

/** Some departures; `next` is where the next page begins, null where there is none. */
export interface DepartedPage {
  readonly departed: readonly DepartedRecord[];
  readonly next: Cursor | null;
}

export interface ReadingBegun extends Pick<Scope, 'changes'> {
  readonly version: number;
  readonly entries: readonly EntryTotals[];
  /** Of a run that follows: the most that `departed` will tell. */
  readonly departed?: Bounded | undefined;
}

/** A data entry of the archive to be: the records of one kind under one entity type. */
export interface EntryTotals {
  readonly kind: Kind;
  /** Code of INTERACTION_ENTITIES, or CONTACT_ENTITY. */
  readonly entity: number;
  readonly records: number;
  readonly bytes: number;
  /** What of `bytes` is in records so large that each is a page's last; 0 where the source does not say. */
  readonly largeBytes?: number | undefined;
}

/** Some records of one entry, one after the other. */
export interface RecordPage {
  readonly records: number;
  /** Where the next page begins; null when the entry has no more. */
  readonly next: Cursor | null;
  /** JSON Lines, each record's text as imported and one LF. A chunk may end anywhere, is at most a few MB, and is valid until the next one. */
  chunks(): AsyncIterable<Uint8Array | DeflatedLines>;
}

/** Lines as they are to lie in an archive: deflated for themselves and ended by a full flush (`deflatePiece`), with their numbers. */
export interface DeflatedLines extends PieceNumbers {
  /** `length` bytes; none of a bare page. */
  readonly deflated: Uint8Array;
}
