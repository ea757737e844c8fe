import { ObjectScanner } from '../../encoding/json/object-scanner.ts';
import { Utf8Check } from '../../encoding/json/utf8-check.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import type { Kind } from '../../model/records.ts';
import { textKey } from '../../store/object-keys.ts';
import { LargeTextUpload } from '../packed/large-upload.ts';
import type { Row } from './batch.ts';
import { NOT_UTF8 } from './lines.ts';
import { knownMembers, scannedRecord } from './record.ts';
import type { RunBucket } from '../../platform/bucket.ts';

/** What a long line is read for, and where its bytes go. */
interface LargeRecordOptions {
  readonly bucket: RunBucket;
  readonly ccid: string;
  readonly kind: Kind;
  /** Most bytes that a record may have. */
  readonly limit: number;
  /** The part buffer of the upload. */
  readonly buffer: Uint8Array;
  /** Is shown the members of a record that its schema does not name: at most MAX_OTHERS, their texts empty. */
  readonly note: (fields: Readonly<Record<string, unknown>>) => void;
}

/** Keys of one record that are shown to `note` at most: of a contact center no more are remembered. */
const MAX_OTHERS = 1_000;

/**
 * One long line on its way into R2: checked while it streams, byte by byte, never held as a whole. From the byte on that
 * makes it no record nothing more is uploaded.
 */
export class LargeRecord {
  readonly #options: LargeRecordOptions;
  readonly #upload: LargeTextUpload;
  readonly #scanner: ObjectScanner;
  readonly #utf8 = new Utf8Check();
  #size = 0;
  #aborted = false;

  constructor(options: LargeRecordOptions) {
    const { bucket, ccid, kind, buffer } = options;
    this.#options = options;
    this.#upload = new LargeTextUpload(bucket, textKey(ccid, kind, crypto.randomUUID()), buffer);
    this.#scanner = new ObjectScanner(knownMembers(kind), MAX_OTHERS);
  }

  async add(chunk: Uint8Array): Promise<void> {
    this.#size += chunk.length;
    this.#utf8.push(chunk);
    this.#scanner.push(chunk);
    if (this.#size > this.#options.limit || this.#utf8.broken || this.#scanner.broken) await this.abort();
    else await this.#upload.write(chunk);
  }

  /** The line has ended: the record as a row, its text in R2; or why it is none; or null for a blank line. */
  async finish(): Promise<Result<Omit<Row, 'line'>> | null> {
    const record = this.#read();
    if (!record?.ok) {
      await this.abort();
      return record;
    }
    const { large, hash } = await this.#upload.complete(record.value.contact);
    this.#note();
    return ok({ ...record.value, text: large, hash });
  }

  /** Leaves nothing behind; may be called again. */
  async abort(): Promise<void> {
    if (this.#aborted) return;
    this.#aborted = true;
    await this.#upload.abort();
  }

  #note(): void {
    const scanned = this.#scanner.end();
    if ('others' in scanned) this.#options.note(Object.fromEntries(scanned.others));
  }

  #read() {
    const { kind, limit } = this.#options;
    if (this.#size > limit) return fail('record-too-long', '', { max: limit });
    if (!this.#utf8.valid) return fail(NOT_UTF8, '');
    return this.#scanner.blank ? null : scannedRecord(kind, this.#scanner.end());
  }
}
