import type { Instant } from '../../model/instant.ts';
import type { DataType, Kind } from '../../model/records.ts';

/**
 * Where a run reads from. The embedded source is the service's own D1 tables (`d1-source.ts`); another one (PostgreSQL
 * through Hyperdrive) needs just these questions answered.
 */
export interface HistorySource {
  /** Records and bytes (LF included) of every part of `scope` that has any, interactions or contacts first. */
  totals(scope: Scope): Promise<readonly PartTotals[]>;
  /** The records of one part after `after`, in order of date, owner's id, own id. `null` starts at the beginning. */
  page(scope: Scope, part: PartTotals, after: Cursor | null): Promise<Page>;
  /** The highest change number given in a contact center; 0 where none was. */
  lastChange(ccid: string): Promise<number>;
  /**
   * Whether, later than the last change number of `scope`, records came to another part or media without a change of
   * their own: pages read before and after then miss some or have some twice. May say yes where none was concerned,
   * never no where one was. False of a whole window, which nothing orders by change.
   */
  moved(scope: Scope): Promise<boolean>;
}

/** What a run exports: one contact center, one data type, a window [from, to), and the media chosen (null: all). */
export interface Scope {
  readonly ccid: string;
  readonly type: DataType;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** Lower-case media names, or null for all. Never asked of contacts. */
  readonly media: readonly string[] | null;
  /** Whether documents are read; contact attributes always are. */
  readonly attachments: boolean;
  /** Change numbers (from, to] of an incremental run, whose records come in their order; null for a whole window. */
  readonly changes: { readonly from: number; readonly to: number } | null;
}

/** One entry of the archive to be: the records of one kind under one entity type. */
export interface PartTotals {
  readonly kind: Kind;
  /** Code of INTERACTION_ENTITIES, or CONTACT_ENTITY. */
  readonly entity: number;
  readonly records: number;
  readonly bytes: number;
  /** What of `bytes` is in records so large that each is a page's last; 0 where the source does not say. */
  readonly largeBytes?: number | undefined;
}

/** The key of the last record read: [date, owner's id ("" for owners), own id], or [change number, "", ""]. */
export type Cursor = readonly [date: Instant, owner: string, id: string];

export interface Page {
  readonly records: number;
  /** Where the next page starts; null when the part has no more. */
  readonly next: Cursor | null;
  /** Rows that D1 says it read for this page's keys. */
  readonly rowsRead: number;
  /** JSON Lines, each record's text as imported and one LF; a piece may end anywhere, is at most a few MB, and is valid until the next one. */
  pieces(): AsyncIterable<Uint8Array>;
}
