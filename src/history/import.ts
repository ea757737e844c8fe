import { fail, ok, type Result } from '../model/failure.ts';
import type { Kind } from '../model/records.ts';
import { Batch, MAX_VALUE_BYTES } from './batch.ts';
import { BodyRefused, readBody } from './body.ts';
import { splitLines, type Line } from './lines.ts';
import { parseRecord } from './record.ts';
import { openChangeNumbers, STATEMENTS_PER_BATCH, upsert } from './upsert.ts';

/** JSON Lines of one kind for one contact center. */
interface ImportRequest {
  readonly ccid: string;
  readonly kind: Kind;
  /** As sent, still packed when `gzip`; read as the import goes on and cancelled where it stops early. */
  readonly body: ReadableStream<Uint8Array>;
  readonly gzip: boolean;
  readonly limits?: Partial<ImportLimits> | undefined;
}

/** Bounds of one request. */
export interface ImportLimits {
  /** Bytes as sent. */
  readonly sent: number;
  /** Bytes after unpacking. */
  readonly unpacked: number;
  /**
   * Bytes of one record's text: what a row of D1 holds. Larger ones, up to 100 MB, will go to R2; this is the one place
   * that keeps them out.
   */
  readonly record: number;
  /** D1 statements: 1,000 an invocation, with some left for signing in. */
  readonly statements: number;
}

const MIB = 1024 * 1024;
export const IMPORT_LIMITS: ImportLimits = {
  sent: 100 * MIB,
  unpacked: 400 * MIB,
  record: MAX_VALUE_BYTES,
  statements: 950,
};

/** Rejected lines whose reasons are told. */
const MAX_ERRORS = 100;

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
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/**
 * Upserts the lines of a body by id, batch by batch. Holds one batch (about 6 MB of text) and one line. Fails with
 * `too-large` past a limit and `invalid` on broken gzip; the batches before stay, and sending them again is harmless.
 */
export async function importRecords(db: D1Database, request: ImportRequest): Promise<Result<ImportReport>> {
  const limits = { ...IMPORT_LIMITS, ...request.limits };
  const importer = new Importer(db, request, limits.statements);
  const bytes = readBody(request.body, { ...limits, gzip: request.gzip });
  try {
    await openChangeNumbers(db, request.ccid);
    for await (const lines of splitLines(bytes, limits.record)) {
      for (const line of lines) await importer.take(line);
    }
    await importer.flush();
  } catch (error) {
    if (!(error instanceof BodyRefused)) throw error;
    const { kind, field, message } = error.failure;
    return fail(kind, field, message);
  }
  return ok(importer.report());
}

class Importer {
  readonly #db: D1Database;
  readonly #ccid: string;
  readonly #kind: Kind;
  #statementsLeft: number;
  #batch = new Batch();
  readonly #errors: { line: number; message: string }[] = [];
  readonly #counts = { received: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, waiting: 0 };

  constructor(db: D1Database, { ccid, kind }: ImportRequest, statements: number) {
    this.#db = db;
    this.#ccid = ccid;
    this.#kind = kind;
    // One is spent on the change numbers' row.
    this.#statementsLeft = statements - 1;
  }

  async take(line: Line): Promise<void> {
    this.#counts.received += 1;
    if ('problem' in line) return this.#reject(line.number, line.problem);
    const record = parseRecord(this.#kind, line.text);
    if (!record.ok) return this.#reject(line.number, record.failure.message);

    const row = { ...record.value, text: line.text, size: line.size };
    let added = this.#batch.add(row);
    if (added === 'full' || added === 'conflict') {
      await this.flush(line.number);
      added = this.#batch.add(row);
    }
    if (added === 'same') this.#counts.unchanged += 1;
  }

  /** Writes the batch. `next` is the number of the line that comes after it. */
  async flush(next?: number): Promise<void> {
    const { size: rows } = this.#batch;
    if (rows === 0) return;
    this.#spend(next);
    const parts = this.#batch.parts();
    this.#batch = new Batch();
    const outcome = await upsert(this.#db, { ccid: this.#ccid, kind: this.#kind, rows, parts });
    this.#counts.inserted += outcome.inserted;
    this.#counts.updated += outcome.updated;
    this.#counts.unchanged += outcome.unchanged;
    this.#counts.waiting += outcome.waiting;
  }

  report(): ImportReport {
    return { kind: this.#kind, ...this.#counts, errors: this.#errors };
  }

  /** Ids that come again and again with other texts make small batches: such a body can need more than D1 allows. */
  #spend(next: number | undefined): void {
    this.#statementsLeft -= STATEMENTS_PER_BATCH;
    if (this.#statementsLeft >= 0) return;
    const where = next === undefined ? 'its end' : `line ${next}`;
    throw new BodyRefused(
      'too-large',
      `the body needs more database statements than one request has, before ${where}; send it in smaller pieces`,
    );
  }

  #reject(line: number, message: string): void {
    this.#counts.rejected += 1;
    if (this.#errors.length < MAX_ERRORS) this.#errors.push({ line, message });
  }
}
