import { fail, ok, type Failure, type Result } from '../../model/failures.ts';
import { MAX_TOLD_ERRORS } from '../../model/import-limits.ts';
import type { Kind } from '../../model/records.ts';
import { BUSY_SECONDS } from '../../platform/admission.ts';
import type { Gate } from '../../platform/gate.ts';
import { invocation } from '../../platform/invocation.ts';
import { log } from '../../platform/log.ts';
import { deleteTexts, newPartBuffer } from '../../store/large-texts.ts';
import { MAX_MEDIA_TYPES } from '../../store/media-types.ts';
import { ORPHAN_AGE_MS } from '../../store/object-keys.ts';
import { Batch, type Row } from './batch.ts';
import { BodyRefused } from './body.ts';
import { KeyNotes } from './key-notes.ts';
import type { MediaTypes } from './media-types.ts';
import { LargeRecord } from './large-record.ts';
import type { Line } from './lines.ts';
import { parseRecord } from './record.ts';
import type { RecordRoom } from './record-room.ts';
import type { RecordStores } from '../stores.ts';
import { STATEMENTS_PER_BATCH, upsert } from './upsert.ts';

/**
 * How long a text may wait in R2 for the row that will name it, in milliseconds. Only a body that comes in drops takes
 * longer.
 */
const MAX_WAIT_MS = ORPHAN_AGE_MS / 2;

/** How long a batch waits for those of other imports at most, milliseconds. */
const WRITE_WAIT_MS = 60_000;

/** Keys are told of by so many: at most 10 statements of an import, of which no more than 1,000 keys are told. */
const MANY_KEYS = 100;

/** What an import must have left for a batch: its statements, those that tell of media and keys, a look at the limit, and the removal of texts. */
const A_BATCH = { statements: STATEMENTS_PER_BATCH + 4, subrequests: 100 };

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
  #batch = new Batch();
  /** Texts in R2 that no row names yet, and since when they are there (milliseconds since 1970). */
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
      const { text, size } = line;
      const record = parseRecord(this.#options.kind, text, (fields) => this.#keys.note(fields));
      const row = record.ok ? ok({ ...record.value, text, size, large: null }) : record;
      await this.#takeRecord(line.number, row);
    }
  }

  /** Writes the batch. `next` is the number of the line that comes after it. */
  async flush(next?: number): Promise<void> {
    const batch = this.#batch;
    if (batch.size === 0) return;
    this.#checkBudget(next);
    this.#checkWait();
    this.#batch = new Batch();
    // From here on it is not known whether a row names them: should D1 fail, the sweep will know.
    for (const object of batch.objects) this.#pending.delete(object);
    const { ccid, kind, stores, media } = this.#options;
    await media?.tell(stores.db, ccid);
    const outcome = await this.#inTurn(() =>
      upsert(stores.db, { ccid, kind, rows: batch.size, pairs: batch.pairs() }),
    );
    await this.#keys.tell(stores.db, ccid, MANY_KEYS);
    this.#counts.inserted += outcome.inserted;
    this.#counts.updated += outcome.updated;
    this.#counts.unchanged += outcome.unchanged;
    this.#counts.waiting += outcome.waiting;
    await this.#remove(batch.superfluous(outcome.held));
  }

  /** Tells of the keys that were seen since the last time. */
  async tellKeys(): Promise<void> {
    await this.#keys.tell(this.#options.stores.db, this.#options.ccid, 1);
  }

  /** Ends an import that failed: nothing stays in R2 that no row names. */
  async abandon(): Promise<void> {
    await this.#large?.abort();
    await this.#remove([...this.#pending.keys()]);
  }

  report(): ImportReport {
    const report = { kind: this.#options.kind, ...this.#counts, errors: this.#errors };
    return this.#stoppedAtLine === null ? report : { ...report, stoppedAtLine: this.#stoppedAtLine };
  }

  async #takeRecord(number: number, record: Result<Row>): Promise<void> {
    this.#counts.received += 1;
    if (!record.ok) return this.#reject(number, record.failure);
    const row = record.value;
    if (row.large) this.#pending.set(row.large.object, Date.now());
    const { media } = this.#options;
    if (media && row.place && !media.take(row.place.media)) {
      if (row.large) await this.#remove([row.large.object]);
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
      if (row.large) await this.#remove([row.large.object]);
    } else if (this.#options.room.count(row.size)) await this.#checkRoom(number + 1);
  }

  /** Writes what came so far, and goes on only where the contact center may have more. */
  async #checkRoom(next: number): Promise<void> {
    await this.flush(next);
    const max = await this.#options.room.look();
    if (max !== null) throw new BodyRefused(fail('limit-passed', 'recordBytes', { max, line: next }));
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
    this.#counts.rejected += 1;
    if (this.#counts.rejected >= this.#options.rejected) this.#stoppedAtLine = line;
    if (this.#errors.length < MAX_TOLD_ERRORS) this.#errors.push({ line, failure });
  }
}
