import { z } from 'zod';
import { DEFLATE_END, deflatePiece, piecesOf } from '../../encoding/zip/deflate.ts';
import type { BackupLine } from '../../model/backup.ts';
import type { Cursor } from '../../model/cursor.ts';
import { dataTypeOf, DATA_TYPES, KINDS, KINDS_OF, type DataType, type Kind } from '../../model/records.ts';
import { retrying } from '../../platform/retry.ts';
import type { LargeText } from '../../records/packed/large-text.ts';
import { readLarge } from '../../records/packed/large-upload.ts';
import { PAGE_BYTES } from '../../records/source/page-size.ts';
import type { DeflatedLines, EntryTotals, Scope } from '../../records/source/source.ts';
import { storesIn } from '../../records/stores.ts';
import type { CenterContext } from './context.ts';

/** Ids of one step. */
const MOST_IDS = 2_000;
/** Of what a backup alone reads little is large: no archive is made of it. */
const QUICK_LEVEL = 1;
/** What contacts lose first is their interactions: who is erased between is asked for in the other order. */
const ERASED_ORDER = [KINDS_OF.Contact.owners, KINDS_OF.Interaction.owners] as const;

const count = z.int().nonnegative();
const dataType = z.enum(DATA_TYPES);
const toldEntry = z.object({ kind: z.enum(KINDS), entity: z.int(), records: count, bytes: count });

/**
 * Where a backup of records goes on: of each data type first members that wait for their owners, then all that has a place, as it is when that
 * begins, so that a member that is placed meanwhile is in both and not in neither; and last who was erased.
 */
export const recordsPlace = z.discriminatedUnion('step', [
  z.object({ step: z.literal('waiting'), type: dataType, after: z.string() }),
  z.object({ step: z.literal('begin'), type: dataType }),
  /** Of the entries the `at`th, behind a cursor of the source; behind the last one the snapshot is let go of. */
  z.object({
    step: z.literal('pages'),
    type: dataType,
    version: count,
    entries: z.array(toldEntry).readonly(),
    at: count,
    cursor: z.record(z.string(), z.unknown()).nullable(),
  }),
  z.object({ step: z.literal('erased'), of: z.enum(ERASED_ORDER), after: z.string() }),
]);
export type RecordsPlace = z.infer<typeof recordsPlace>;
type Pages = RecordsPlace & { readonly step: 'pages' };

/** A step of a backup of records. */
export interface RecordsStep {
  readonly lines: readonly BackupLine[];
  /** What follows, in records and bytes; told once. */
  readonly entries: readonly Pick<EntryTotals, 'kind' | 'records' | 'bytes'>[];
  /** Of which kind the texts are. */
  readonly of: Kind | null;
  /** Null when all is told. */
  readonly next: RecordsPlace | null;
  /** Whether the same place is to be asked for again in a while: records are put into order first. */
  readonly wait: boolean;
  /** Texts as JSON Lines, deflated, in chunks: one whole stream (RFC 1951). Asked again they are the same. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

const WHERE_IT_BEGINS: RecordsPlace = { step: 'waiting', type: 'Interaction', after: '' };

/** Tells one step's records. Nothing changes but that what is read is kept meanwhile for `reader`. */
export function recordsStep(
  context: CenterContext,
  ccid: string,
  { reader, place }: { readonly reader: string; readonly place: RecordsPlace | null },
): Promise<RecordsStep> {
  const from = place ?? WHERE_IT_BEGINS;
  const backup = new RecordBackup(context, ccid, reader);
  if (from.step === 'waiting') return backup.waiting(from);
  if (from.step === 'begin') return backup.begin(from);
  return from.step === 'pages' ? backup.page(from) : backup.erased(from);
}

/** The steps, each of which ends with where the next one begins. */
class RecordBackup {
  readonly #context: CenterContext;
  readonly #ccid: string;
  readonly #reader: string;

  constructor(context: CenterContext, ccid: string, reader: string) {
    this.#context = context;
    this.#ccid = ccid;
    this.#reader = reader;
  }

  async waiting({ type, after }: RecordsPlace & { step: 'waiting' }): Promise<RecordsStep> {
    const { source, texts: bucket } = this.#context;
    const kind = KINDS_OF[type].members;
    const store = this.#storeOf(type);
    const { texts, next } = await retrying(() => store.waitingBehind(after, PAGE_BYTES));
    const names = type === 'Interaction' && after === '' ? await source.mediaTypes(this.#ccid) : [];
    return {
      ...nothing,
      lines: names.length > 0 ? [{ kind: 'media', names }] : [],
      entries: [{ kind, records: texts.length, bytes: texts.reduce(bytesAnd, 0) }],
      of: texts.length > 0 ? kind : null,
      next: next === null ? { step: 'begin', type } : { step: 'waiting', type, after: next },
      async *chunks() {
        for (const text of texts) {
          if (text instanceof Uint8Array) yield* deflated(asLine(text));
          else for await (const part of readLarge(bucket, text)) yield* deflated(part);
        }
        yield DEFLATE_END;
      },
    };
  }

  async begin({ type }: RecordsPlace & { step: 'begin' }): Promise<RecordsStep> {
    const scope = this.#scope(type);
    const begun = await this.#context.source.begin(scope, { reader: this.#reader, since: null });
    if (!begun) return { ...nothing, next: { step: 'begin', type }, wait: true };
    const { version, entries } = begun;
    const next = { step: 'pages' as const, type, version, entries: [...entries], at: 0, cursor: null };
    return { ...nothing, entries, next };
  }

  async page(place: Pages): Promise<RecordsStep> {
    const { type, version, entries, at, cursor } = place;
    const entry = entries[at];
    if (!entry) {
      await this.#context.source.release(this.#ccid, type, this.#reader);
      const following = DATA_TYPES[DATA_TYPES.indexOf(type) + 1];
      const next = following
        ? { step: 'waiting' as const, type: following, after: '' }
        : { step: 'erased' as const, of: ERASED_ORDER[0], after: '' };
      return { ...nothing, next };
    }
    const scope = {
      ...this.#scope(type),
      changes: null,
      snapshot: { reader: this.#reader, version },
    };
    // The source made it, and reads it again.
    const page = await this.#context.source.page(scope, entry, cursor as Cursor | null);
    const next = page.next as unknown as Pages['cursor']; // plain JSON, as a checkpoint has it
    return {
      ...nothing,
      of: entry.kind,
      next: next === null ? { ...place, at: at + 1, cursor: null } : { ...place, cursor: next },
      async *chunks() {
        for await (const chunk of page.chunks()) yield* deflated(chunk);
        yield DEFLATE_END;
      },
    };
  }

  async erased({ of, after }: RecordsPlace & { step: 'erased' }): Promise<RecordsStep> {
    const store = this.#storeOf(dataTypeOf(of));
    const ids = await retrying(() => store.erasedBehind(of, after, MOST_IDS));
    const last = ids.length === MOST_IDS ? ids.at(-1) : undefined;
    const following = ERASED_ORDER[ERASED_ORDER.indexOf(of) + 1];
    const behind = following ? { step: 'erased' as const, of: following, after: '' } : null;
    return {
      ...nothing,
      lines: ids.length > 0 ? [{ kind: 'erased', of, ids }] : [],
      next: last === undefined ? behind : { step: 'erased', of, after: last },
    };
  }

  #storeOf(type: DataType) {
    return storesIn(this.#context.records)(this.#ccid, type);
  }

  /** Everything of a data type. */
  #scope(type: DataType): Omit<Scope, 'changes'> {
    return { ccid: this.#ccid, type, from: null, to: null, media: null, attachments: true };
  }
}

const nothing = { lines: [], entries: [], of: null, wait: false, chunks: () => ended() } as const;

async function* ended(): AsyncGenerator<Uint8Array> {
  yield DEFLATE_END;
}

function* deflated(lines: Uint8Array | DeflatedLines): Generator<Uint8Array, void> {
  // A copy: what a page gives is good until the next one alone.
  if ('deflated' in lines) yield lines.deflated.slice();
  else for (const piece of piecesOf(lines)) yield deflatePiece(piece, QUICK_LEVEL);
}

/** Bytes of lines, LF included. */
const bytesAnd = (sum: number, text: Uint8Array | LargeText): number =>
  sum + (text instanceof Uint8Array ? text.length + 1 : text.bytes);

function asLine(text: Uint8Array): Uint8Array {
  const line = new Uint8Array(text.length + 1);
  line.set(text);
  line[text.length] = 0x0a;
  return line;
}
