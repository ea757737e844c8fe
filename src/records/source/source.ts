import type { Cursor } from '../../model/cursor.ts';
import type { Instant } from '../../model/instant.ts';
import type { PieceNumbers } from '../../encoding/zip/layout.ts';
import type { DataType, Kind } from '../../model/records.ts';

/**
 * Where records are read from: the port that a run and the use cases of jobs know. The service's own source is packed records
 * (`packed/packed-source.ts`); any other one has to pass test/records/source/contract/. Every question names the contact
 * center, may fail as the network does, and may then be asked again (`retrying-source.ts`).
 */
export interface RecordSource {
  /** Records and bytes (LF included) of every entry of `scope` that has any, owners before their members, by entity type. */
  totals(scope: Scope): Promise<readonly EntryTotals[]>;
  /**
   * Records of one entry after `after`, in the entry's order; `null` starts at the beginning. `entry` is one of `totals`, by
   * whose average record a page may be sized: what all pages together hold does not depend on it.
   */
  page(scope: Scope, entry: EntryTotals, after: Cursor | null): Promise<RecordPage>;
  /** The highest change number given to a contact center's records of a data type, or to any of them; 0 where none was. */
  lastChange(ccid: string, type: DataType): Promise<number>;
  /**
   * Whether, later than the last change number of `scope`, records came to another entry or media without a change of
   * their own: pages read before and after then miss some or have some twice. May say yes where none was concerned,
   * never no where one was. False of a whole window, which nothing orders by change.
   */
  moved(scope: Scope): Promise<boolean>;
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
  /** Whether documents are read; contact attributes always are. */
  readonly attachments: boolean;
  /** Change numbers (from, to] of an incremental run; null for a whole window. */
  readonly changes: { readonly from: number; readonly to: number } | null;
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
  readonly deflated: Uint8Array;
}
