import { z } from 'zod';
import type { RecordKey } from './order.ts';
import type { DepartedRecord } from '../source/source.ts';
import { lineQuery, pageCursor, recordKey, type LineQuery, type PageCursor } from './protocol.ts';

const count = z.int().nonnegative();

/** The owners of an entity type of which one is asked whether it, or one of its members, changed in a range of change numbers. */
export const changedQuery = lineQuery.omit({ contact: true, owners: true }).extend({
  /** The kind of the members that count; null where none do. */
  members: lineQuery.shape.kind.nullable(),
  changes: z.object({ from: count, to: count }),
});
export type ChangedQuery = Readonly<z.infer<typeof changedQuery>>;

/** Behind which owner to go on, and the first keys of the pieces that are to be looked at then; null where there is nothing to come. */
export const ownerCursor = z.object({
  date: recordKey.shape.date,
  id: z.string(),
  ownLow: recordKey.nullable(),
  memberLow: recordKey.nullable(),
});
export type OwnerCursor = Readonly<z.infer<typeof ownerCursor>>;

export const ownersPlace = z.object({
  after: ownerCursor.nullable(),
  most: count.positive(),
  reader: z.string().min(1),
});
export type OwnersPlace = Readonly<z.infer<typeof ownersPlace>>;

export const keysPlace = z.object({
  after: pageCursor.nullable(),
  rows: count.positive(),
  reader: z.string().min(1),
});
export type KeysPlace = Readonly<z.infer<typeof keysPlace>>;

/** An owner, and the change number that it took in the range; null where only members of it changed. */
export interface ChangedOwner {
  readonly date: number;
  readonly id: string;
  readonly change: number | null;
}

/** Owners in order; `next` is null where there are no more. */
export interface ChangedOwners {
  readonly owners: readonly ChangedOwner[];
  readonly next: OwnerCursor | null;
}

/** Keys of lines in order, with the records' change numbers. */
export interface LineKeys {
  readonly keys: readonly (RecordKey & { readonly change: number })[];
  readonly next: PageCursor | null;
}

/** Departures that a store noted, in the order of their change numbers; `next` is the one behind which to go on, null where there are no more. */
export interface NotedDepartures {
  readonly departed: readonly DepartedRecord[];
  readonly next: number | null;
}

/** What a source asks of a store to tell which changes are inside of filters. Both answer null where the version is not kept for this reader. */
export interface ChangesReading {
  changedOwners(query: ChangedQuery, at: OwnersPlace): Promise<ChangedOwners | null>;
  keys(query: LineQuery, at: KeysPlace): Promise<LineKeys | null>;
}
