import { z } from 'zod';
import type { RecordsLine } from '../../src/model/backup.ts';
import { KINDS, type Kind } from '../../src/model/records.ts';
import { RecordPortions, type RecordPortion } from './record-portions.ts';

const took = z.object({ inserted: z.int(), erased: z.int() });

/** Sends records of a backup back, a portion at a time, while the next one is read. Holds two portions. */
export class ReturningRecords {
  readonly #send: (kind: Kind, body: Uint8Array) => Promise<unknown>;
  readonly #portions = new RecordPortions();
  readonly #there = new Map<Kind, number>();
  #sending: Promise<void> = Promise.resolve();

  constructor(send: (kind: Kind, body: Uint8Array) => Promise<unknown>) {
    this.#send = send;
  }

  /** How many records of each kind there have to be at least: those that were sent, and were not there. */
  get expected(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#there].map(([kind, count]) => [kind, Math.max(0, count)]));
  }

  async take(line: RecordsLine): Promise<void> {
    for (const portion of this.#portions.take(line)) await this.#next(portion);
  }

  /** Resolves when all that came is there. */
  async end(): Promise<void> {
    for (const portion of this.#portions.rest()) await this.#next(portion);
    await this.#sending;
  }

  /** Records went again, since their owners had been erased. */
  left(counts: Readonly<Partial<Record<Kind, number>>>): void {
    for (const kind of KINDS) this.#count(kind, -(counts[kind] ?? 0));
  }

  async #next({ of, body }: RecordPortion): Promise<void> {
    await this.#sending;
    this.#sending = this.#sent(of, body);
    // Whoever comes next is thrown what it met.
    this.#sending.catch(() => undefined);
  }

  async #sent(of: Kind, body: Promise<Uint8Array>): Promise<void> {
    const { inserted } = took.parse(await this.#send(of, await body));
    this.#count(of, inserted);
  }

  #count(kind: Kind, more: number): void {
    this.#there.set(kind, (this.#there.get(kind) ?? 0) + more);
  }
}
