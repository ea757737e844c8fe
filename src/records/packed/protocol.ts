import { z } from 'zod';
import { KINDS, type DataType, type Kind } from '../../model/records.ts';
import type { ChangesReading, NotedDepartures } from './changes-protocol.ts';
import type { Compacting } from './compaction-protocol.ts';
import type { LargeText } from './large-text.ts';
import type { PackPlace } from './piece.ts';
import type { ReadingBegun, EntryTotals } from '../source/source.ts';

const instant = z.int();
const count = z.int().nonnegative();
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const kind = z.enum(KINDS);

/** Entity type, folded media, date: where a record stands. */
interface StoredPlace {
  readonly entity: number;
  readonly media: string;
  readonly date: number;
}
export const recordKey = z.object({ date: instant, owner: z.string(), id: z.string() });

/** A record as the store has to know it; `place` is null of members, which stand by their owner. */
export interface Incoming {
  readonly id: string;
  readonly owner: string;
  readonly place: StoredPlace | null;
  /** The first 16 bytes of the text's SHA-256, base64. */
  readonly hash: string;
  /** UTF-8 bytes of the text, the LF included. */
  readonly size: number;
}

/** Looked at by hand: five thousand at a time come twice a batch, and a schema takes its time for each of their members. */
function isIncoming(value: unknown): value is Incoming {
  if (typeof value !== 'object' || value === null) return false;
  const { id, owner, place, hash, size } = value as Record<string, unknown>; // any object may be read by names
  const named = typeof id === 'string' && id !== '' && typeof owner === 'string';
  const read = typeof hash === 'string' && hash.length === HASH_LENGTH && isWhole(size) && size >= 0;
  return named && read && (place === null || isPlace(place));
}

const HASH_LENGTH = 24;
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

function isPlace(value: unknown): value is StoredPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { entity, media, date } = value as Record<string, unknown>; // as above
  return isWhole(entity) && typeof media === 'string' && isWhole(date);
}

/** Some records of a kind, no id twice, in the order in which they came. */
export const askedRecords = z.object({
  kind,
  records: z.custom<readonly Incoming[]>((value) => Array.isArray(value) && value.every(isIncoming)),
});
export type AskedRecords = Readonly<z.infer<typeof askedRecords>>;

/**
 * What becomes of a record: `refused` is one that was erased, or whose owner was. `place` is where it will stand, null while its owner is
 * not there.
 */
export interface RecordFate {
  readonly fate: 'new' | 'changed' | 'same' | 'refused';
  readonly place: StoredPlace | null;
}

/** RecordFates in the order of the records; `stamp` tells later whether they are still the same. */
export interface RecordFates {
  readonly fates: readonly RecordFate[];
  readonly stamp: string;
}

/** A piece of new and changed records; their change numbers are their places among those of the batch, from 1. */
export const incomingPiece = z.object({
  entity: z.int(),
  records: z.int().positive(),
  length: count,
  bytes: count,
  crc: count,
  media: z.array(z.tuple([z.string(), count]).readonly()).readonly(),
  first: recordKey,
  last: recordKey,
  low: count,
  high: count,
  table: bytes,
  tableBytes: count,
  prints: bytes,
  data: bytes,
  object: z.string().nullable(),
});

/** A record that waits: its text, or where it lies (`encodeLarge`), and the numbers of its line then. */
const waitingRecord = z.object({
  id: z.string(),
  text: bytes,
  object: z.string().nullable(),
  length: count,
  bytes: count,
  crc: count,
});
export type WaitingRecord = Readonly<z.infer<typeof waitingRecord>>;

/** New and changed records: those with a place packed, the others as texts that wait. */
export const incomingBatch = askedRecords.extend({
  /** Drawn by whoever imports: a batch that comes again is answered as it was. */
  id: z.string().min(1),
  stamp: z.string(),
  pieces: z.array(incomingPiece).readonly(),
  waiting: z.array(waitingRecord).readonly(),
  at: instant,
});
export type IncomingBatch = Readonly<z.infer<typeof incomingBatch>>;

/** What a batch came to, in records; null where its fates were not true any more, so that it has to be made anew. */
export interface Taken {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Of all of the batch those whose owner is not there. */
  readonly waiting: number;
}

/** What is asked of records, whatever their entry. Bounds of dates are [from, to), of change numbers (from, to]. */
const bounds = z.object({
  from: instant.nullable(),
  to: instant.nullable(),
  media: z.array(z.string()).readonly().nullable(),
  changes: z.object({ from: count, to: count }).nullable(),
  /**
   * Those alone that may be of this contact: of interactions a few others are given, too, whose contacts have the same print, and documents
   * are told by `owners` alone. A store of the version before gives all.
   */
  contact: z.string().nullable().optional(),
});

/** What is asked of the records of an entry. */
export const lineQuery = bounds.extend({
  kind,
  entity: z.int(),
  /** These owners alone, or members of theirs, each with its date; and with a change number behind which alone they are asked for. */
  owners: z
    .array(z.tuple([instant, z.string(), count.optional()]).readonly())
    .readonly()
    .nullable()
    .optional(),
  /** As it was at this version of the store; null as it is. */
  asOf: count.nullable(),
});
export type LineQuery = Readonly<z.infer<typeof lineQuery>>;

/** What is counted of several kinds, as it is now; `withMembers`: of owners that changed all members, though these did not. */
export const lineCounting = bounds.extend({
  kinds: z.array(kind).readonly(),
  withMembers: z.boolean().optional(),
});
export type LineCounting = Readonly<z.infer<typeof lineCounting>>;

/** What a run begins with: what it asks for, behind which change number (null: whatever they are), and its name. */
export const runBeginning = lineCounting
  .omit({ changes: true })
  .extend({ reader: z.string().min(1), since: count.nullable(), follows: z.boolean().default(false) });
export type RunBeginning = Readonly<z.infer<typeof runBeginning>>;

/** Which departures a run is told: of these kinds and media (null: all), in a range, behind one of them. */
export const departedQuery = z.object({
  kinds: z.array(kind).readonly(),
  media: z.array(z.string()).readonly().nullable(),
  changes: z.object({ from: count, to: count }),
  after: count.nullable(),
});
export type DepartedQuery = Readonly<z.infer<typeof departedQuery>>;

/**
 * Where a page went on to: behind this record. `low` is the first key of the pieces that have records on both sides of it, null where none
 * has: of one version of the store nothing that is still to come begins before it.
 */
export const pageCursor = recordKey.extend({ low: recordKey.nullable() });
export type PageCursor = Readonly<z.infer<typeof pageCursor>>;

/** A piece of fewer plain bytes is deflated anew with its neighbours: by itself it makes an archive larger. */
export const WORTH_COPYING = 64 * 1024;

/**
 * Where a page begins, null with the first record, and how large it may be, one record at least: plain bytes and number of the lines that
 * are cut of pieces for it, and plain bytes of whole pieces.
 */
export const pagePlace = z.object({
  after: pageCursor.nullable(),
  bytes: z.number().positive(),
  rows: z.number().positive(),
  wholeBytes: z.number().positive(),
  /** The run that has pinned what it reads. */
  reader: z.string().min(1),
  /** Whether the bytes of whole pieces that are worth copying are left out. */
  bare: z.boolean().optional(),
});
export type PagePlace = Readonly<z.infer<typeof pagePlace>>;

/** A piece as a page has it: deflated, or where it lies (`encodeLarge`, or a pack: then `data` is empty). `length` is that of bytes that are left out. */
export interface PageBody {
  readonly data: Uint8Array;
  readonly length?: number;
  readonly bytes: number;
  readonly crc: number;
  readonly object: string | null;
  readonly pack: PackPlace | null;
}

/** Some lines in order: pieces, and what to cut of them. A large one is the last. */
export interface PackedPage {
  readonly records: number;
  /** The id of the last one; "" where there is none. */
  readonly last: string;
  readonly next: PageCursor | null;
  readonly pieces: readonly PageBody[];
  /** Index of a piece, and the plain bytes [from, until) of it. */
  readonly cuts: readonly (readonly [piece: number, from: number, until: number])[];
}

/** What a source asks of a store. */
export interface PackedReading extends ChangesReading {
  /** Null where pieces have to be merged first: a part of that was done, and it is to be asked again. */
  begin(run: RunBeginning): Promise<ReadingBegun | null>;
  unpin(run: string): Promise<void>;
  /** Null where the version that is asked for is not kept for this reader. */
  page(query: LineQuery, at: PagePlace): Promise<PackedPage | null>;
  /** Null where they are not known from the beginning of the range on. */
  departed(query: DepartedQuery): Promise<NotedDepartures | null>;
  totals(counting: LineCounting): Promise<readonly EntryTotals[]>;
  state(): Promise<StoreState>;
  mediaTypes(): Promise<readonly string[]>;
}

/** Texts of members that wait, without their LF; a large one with it. `next` is the id behind which more follow. */
export interface WaitingPage {
  readonly texts: readonly (Uint8Array | LargeText)[];
  readonly next: string | null;
}

/** Owners of a kind that were erased, by their ids. */
export const erasedOwners = z.object({
  kind,
  ids: z.array(z.string().min(1)).readonly(),
});
export type ErasedOwners = Readonly<z.infer<typeof erasedOwners>>;

/** What a backup is told, beside what runs read, and what comes back with it. */
export interface BackedUpStore extends PackedReading {
  waitingBehind(after: string, bytes: number): Promise<WaitingPage>;
  erasedBehind(kind: Kind, after: string, most: number): Promise<readonly string[]>;
  eraseAgain(erased: ErasedOwners): Promise<ErasedHere>;
  rememberMedia(names: readonly string[]): Promise<void>;
}

/** How far a store is: its version grows with every change, its change number with every changed record. */
export interface StoreState {
  readonly version: number;
  readonly change: number;
}

/** All calls of the store of one contact center's records of one data type. */
export interface PackedProtocol extends BackedUpStore, Compacting {
  classify(question: AskedRecords): Promise<RecordFates>;
  /** Null where the fates are not true any more. */
  take(batch: IncomingBatch): Promise<Taken | null>;
  /** Erases the interactions of a contact with their documents; of a store of interactions. */
  eraseInteractionsOf(contactId: string): Promise<ErasedHere>;
  /** Erases a contact with its attributes; of a store of contacts. */
  eraseContact(contactId: string): Promise<ErasedHere>;
  removeBefore(before: {
    readonly type: DataType;
    readonly before: number;
    readonly most: number;
  }): Promise<{ readonly removed: number; readonly all: boolean }>;
  /** Of these keys in R2 those that records name. */
  isNamed(objects: readonly string[]): Promise<readonly string[]>;
  room(): Promise<StoreRoom>;
  /** What keeping it takes, bytes. Reads a row a piece. */
  atRest(): Promise<{ readonly inBucket: number; readonly stored: number }>;
}

/** What a store has taken: bytes of records as counted, and of the database that they lie in. */
export interface StoreRoom {
  readonly bytes: number;
  readonly stored: number;
}

/** What an erasure removed, in records. */
export interface ErasedHere {
  readonly owners: number;
  readonly members: number;
}
