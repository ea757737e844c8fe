import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RecordsLine } from '../../src/model/backup.ts';
import type { Kind } from '../../src/model/records.ts';

/** Characters of records in one request, about: a large record may make it more. */
const UNITS = 16 * 1024 * 1024;
/** It has to be quick alone: the service is as near as the network lets it. */
const LEVEL = 1;

const gzipped = promisify(gzip);

/** Whole records of a kind, as JSON Lines, gzip'd. */
export interface RecordPortion {
  readonly of: Kind;
  readonly body: Promise<Uint8Array>;
}

/** Gathers texts of records, which come cut anywhere, into portions that end with a record. */
export class RecordPortions {
  #of: Kind | null = null;
  #texts: string[] = [];
  #units = 0;

  /** Takes a line; answers what is to be sent now. */
  *take({ of, text }: RecordsLine): Generator<RecordPortion, void> {
    if (of !== this.#of) yield* this.rest();
    this.#of = of;
    const end = text.lastIndexOf('\n') + 1;
    if (this.#units + text.length < UNITS || end === 0) {
      this.#add(text);
      return;
    }
    this.#add(text.slice(0, end));
    yield* this.rest();
    this.#of = of;
    this.#add(text.slice(end));
  }

  /** What was gathered so far. */
  *rest(): Generator<RecordPortion, void> {
    if (this.#of === null || this.#units === 0) return;
    const texts = Buffer.from(this.#texts.join(''));
    const portion = { of: this.#of, body: gzipped(texts, { level: LEVEL }) };
    [this.#of, this.#texts, this.#units] = [null, [], 0];
    yield portion;
  }

  #add(text: string): void {
    if (text === '') return;
    this.#texts.push(text);
    this.#units += text.length;
  }
}
