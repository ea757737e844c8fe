import { fail, ok, type Failure, type Result } from '../../model/failures.ts';
import { MAX_TOLD_ERRORS } from '../../model/import-limits.ts';
import { dataTypeOf, type Kind } from '../../model/records.ts';
import { BUSY_SECONDS } from '../../platform/admission.ts';
import type { Gate } from '../../platform/gate.ts';
import { invocation } from '../../platform/invocation.ts';
import { log } from '../../platform/log.ts';
import { TRIES } from '../../platform/retry.ts';
import { deleteTexts, newPartBuffer } from '../../store/large-texts.ts';
import { ORPHAN_AGE_MS } from '../../store/object-keys.ts';
import { hashOfText } from '../packed/text-hash.ts';
import { Batch, objectOf, type Row } from './batch.ts';
import { BodyRefused } from './body.ts';
import { KeyNotes } from './key-notes.ts';
import { MAX_MEDIA_TYPES, type MediaTypes } from './media-types.ts';
import { LargeRecord } from './large-record.ts';
import type { Line } from './lines.ts';
import { parseRecord } from './record.ts';
import type { RecordRoom } from './record-room.ts';
import type { RecordStores } from '../stores.ts';
import { CALLS_PER_BATCH, writeBatch } from './write-batch.ts';

/**
 * How long a text may wait in R2 for the record that will name it, in milliseconds. Only a body that comes in drops takes
 * longer.
 */
const MAX_WAIT_MS = ORPHAN_AGE_MS / 2;

/** How long a batch waits for those of other imports at most, milliseconds. */
const WRITE_WAIT_MS = 60_000;

/** Keys are told of by so many: at most 10 statements of an import, of which no more than 1,000 keys are told. */
const MANY_KEYS = 100;

/** What an import must have left for a batch: its calls, a look at the limit, what tells of keys, and the removal of texts; each may be tried again. */
const A_BATCH = { statements: 4 * TRIES, subrequests: 100 + CALLS_PER_BATCH * TRIES };

/** Lines by outcome (blank ones are not counted), and the first 100 reasons of rejection, by line number from 1. */
export interface ImportReport {
  readonly kind: Kind;
  readonly received: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Accepted documents or contact attributes whose owner is not there yet. */
  readonly waiting: number;
  readonly errors: readonly { readonly line: number; readonly failure: Failure }[];
  /** The rejected line behind which no other was looked at, because there were too many; absent where all were. */
  readonly stoppedAtLine?: number;
}

interface ImporterOptions {
  readonly stores: RecordStores;
  readonly ccid: string;
  readonly kind: Kind;
  /** What interactions may have; null for the other kinds. */
  readonly media: MediaTypes | null;
  /** What the contact center may still grow by. */
  readonly room: RecordRoom;
  /** Lets one import after the other write. */
  readonly writes: Gate;
  /** Is told that the import is still at work. */
  readonly held: () => void;
  /** Most bytes that a record may have. */
  readonly record: number;
  /** Rejected lines after which it stops. */
  readonly rejected: number;
}

/** Takes the lines of one body, batch by batch. Holds one batch, and the part of a large record that is being uploaded. */
export class Importer {
  readonly #options: ImporterOptions;
  readonly #batch = new Batch();
  /** Texts in R2 that no record names yet, and since when they are there (milliseconds since 1970). */
  readonly #pending = new Map<string, number>();
  #large: LargeRecord | null = null;
  #buffer: Uint8Array | null = null;
  #stoppedAtLine: number | null = null;
  readonly #keys: KeyNotes;
  readonly #errors: { line: number; failure: Failure }[] = [];
  readonly #counts = { received: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, waiting: 0 };

  constructor(options: ImporterOptions) {
    this.#options = options;
    this.#keys = new KeyNotes(options.kind);
  }

  /** Whether no further line is to be taken. */
  get stopped(): boolean {
    return this.#stoppedAtLine !== null;
  }

  async take(line: Line): Promise<void> {
    if ('chunk' in line) {
      this.#large ??= this.#beginLarge();
      await this.#large.add(line.chunk);
    } else if ('ended' in line) {
      const record = await this.#large?.finish();
      this.#large = null;
      if (record) await this.#takeRecord(line.number, record);
    } else if ('problem' in line) {
      await this.#takeRecord(line.number, fail(line.problem, ''));
    } else {
      const { text, bytes } = line;
      const record = parseRecord(this.#options.kind, text, (fields) => this.#keys.note(fields));
      const row = record.ok ? ok({ ...record.value, text: bytes, hash: hashOfText(bytes) }) : record;
      await this.#takeRecord(line.number, row);
    }
  }

  /** Writes the batch. `next` is the number of the line that comes after it. */
  async flush(next?: number): Promise<void> {
    if (this.#batch.size === 0) return;
    this.#checkBudget(next);
    this.#checkWait();
    const { records } = this.#batch;
    // From here on it is not known whether a record names them: should the store not answer, the sweep will know.
    for (const object of records.flatMap(objectOf)) this.#pending.delete(object);
    const { ccid, kind, stores } = this.#options;
    const written = await this.#inTurn(() =>
      writeBatch(() => stores.storeOf(ccid, dataTypeOf(kind)), {
        kind,
        records,
        id: crypto.randomUUID(),
        at: Date.now(),
      }),
    );
    this.#batch.empty();
    await this.#keys.tell(stores.db, ccid, MANY_KEYS);
    this.#counts.inserted += written.inserted;
    this.#counts.updated += written.updated;
    this.#counts.unchanged += written.unchanged;
    this.#counts.waiting += written.waiting;
    for (const { line } of written.erased) this.#tell(line, fail('record-erased', '').failure);
    await this.#remove(written.superfluous);
  }

  /** Tells of the keys that were seen since the last time. */
  async tellKeys(): Promise<void> {
    await this.#keys.tell(this.#options.stores.db, this.#options.ccid, 1);
  }

  /** Gives back what it holds. */
  close(): void {
    this.#batch.empty();
  }

  /** Ends an import that failed: nothing stays in R2 that no record names. */
  async abandon(): Promise<void> {
    await this.#large?.abort();
    await this.#remove([...this.#pending.keys()]);
  }

  report(): ImportReport {
    // What a batch refuses is known later than what its lines are refused for.
    const errors = this.#errors.toSorted((a, b) => a.line - b.line);
    const report = { kind: this.#options.kind, ...this.#counts, errors };
    return this.#stoppedAtLine === null ? report : { ...report, stoppedAtLine: this.#stoppedAtLine };
  }

  async #takeRecord(number: number, record: Result<Omit<Row, 'line'>>): Promise<void> {
    this.#counts.received += 1;
    if (!record.ok) return this.#reject(number, record.failure);
    const row = { ...record.value, line: number };
    for (const object of objectOf(row)) this.#pending.set(object, Date.now());
    const { media } = this.#options;
    if (media && row.place && !media.take(row.place.media)) {
      await this.#remove(objectOf(row));
      const data = { name: row.place.media, max: MAX_MEDIA_TYPES };
      return this.#reject(number, fail('too-many-media', 'MEDIATYPEID', data).failure);
    }
    let added = this.#batch.add(row);
    if (added === 'full' || added === 'conflict') {
      await this.flush(number);
      added = this.#batch.add(row);
    }
    if (added === 'same') {
      this.#counts.unchanged += 1;
      await this.#remove(objectOf(row));
    } else if (this.#options.room.count(sizeOf(row))) await this.#checkRoom(number + 1);
  }

  /** Writes what came so far, and goes on only where the contact center may have more. */
  async #checkRoom(next: number): Promise<void> {
    await this.flush(next);
    const full = await this.#options.room.look();
    if (full) throw new BodyRefused(fail('limit-passed', full.field, { max: full.max, line: next }));
  }

  /** Writes while no other import of this isolate does. */
  async #inTurn<T>(write: () => Promise<T>): Promise<T> {
    const { ccid: who, writes, held } = this.#options;
    const place = await writes.enter(1, { who, milliseconds: WRITE_WAIT_MS, meanwhile: held });
    if (!place) throw new BodyRefused(fail('imports-busy', '', { seconds: BUSY_SECONDS }));
    try {
      return await write();
    } finally {
      place.leave();
      held();
    }
  }

  #beginLarge(): LargeRecord {
    const { stores, ccid, kind, record } = this.#options;
    this.#buffer ??= newPartBuffer();
    const note = (fields: Readonly<Record<string, unknown>>) => this.#keys.note(fields);
    return new LargeRecord({ bucket: stores.bucket, ccid, kind, limit: record, buffer: this.#buffer, note });
  }

  /** Ids that come again and again with other texts make small batches: such a body can need more than D1 allows. */
  #checkBudget(next: number | undefined): void {
    if (invocation().has(A_BATCH)) return;
    throw new BodyRefused(
      next === undefined
        ? fail('import-statements-at-end', 'body')
        : fail('import-statements', 'body', { line: next }),
    );
  }

  #checkWait(): void {
    const oldest = Math.min(...this.#pending.values());
    if (Date.now() - oldest > MAX_WAIT_MS) throw new BodyRefused(fail('import-too-slow', 'body'));
  }

  /** What cannot be deleted now is left to the sweep. */
  async #remove(objects: readonly string[]): Promise<void> {
    for (const object of objects) this.#pending.delete(object);
    try {
      await deleteTexts(this.#options.stores.bucket, objects);
    } catch (error) {
      log('texts-left', { ccid: this.#options.ccid, texts: objects.length, error });
    }
  }

  #reject(line: number, failure: Failure): void {
    this.#tell(line, failure);
    if (this.#counts.rejected >= this.#options.rejected) this.#stoppedAtLine = line;
  }

  #tell(line: number, failure: Failure): void {
    this.#counts.rejected += 1;
    if (this.#errors.length < MAX_TOLD_ERRORS) this.#errors.push({ line, failure });
  }
}

/** Bytes of a record's text. */
const sizeOf = ({ text }: Row): number => (text instanceof Uint8Array ? text.length : text.bytes - 1);
