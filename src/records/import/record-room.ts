import { recordLimit } from '../../store/limits.ts';
import { DATA_TYPES, type DataType } from '../../model/records.ts';
import { log } from '../../platform/log.ts';
import { retrying } from '../../platform/retry.ts';
import type { RecordStores } from '../stores.ts';

/** How far an import may pass its contact center's limit before it looks again, bytes: looking sums all counters. */
export const ROOM_SLACK_BYTES = 20_000_000;
/** Bytes that a store may have: an object has 10 GB, and what is erased or merged needs room beside what there is. */
const STORE_BYTES = 8_000_000_000;
/** From here on each import says that the store is filling. */
const NEARLY_FULL_BYTES = 0.7 * STORE_BYTES;

/** A limit that is reached: of the contact center's records, or of the store that they lie in. */
export interface Full {
  readonly field: 'recordBytes' | 'storedBytes';
  readonly max: number;
}

interface RoomOptions {
  readonly ccid: string;
  readonly type: DataType;
  readonly slack?: number;
  /** Whether the contact center's own limit holds. The store's does always. */
  readonly limited?: boolean;
}

/**
 * The room that a contact center's limit of bytes leaves an import. What is counted here may replace what is there already, so
 * whoever has counted past the room looks: the counters know.
 */
export class RecordRoom {
  readonly #stores: RecordStores;
  readonly #ccid: string;
  readonly #type: DataType;
  readonly #slack: number;
  readonly #limited: boolean;
  #left = Infinity;

  constructor(stores: RecordStores, { ccid, type, slack = ROOM_SLACK_BYTES, limited = true }: RoomOptions) {
    this.#stores = stores;
    this.#ccid = ccid;
    this.#type = type;
    this.#slack = slack;
    this.#limited = limited;
  }

  /** Counts a record; answers whether it is time to write what came and to look again. */
  count(bytes: number): boolean {
    this.#left -= bytes;
    return this.#left < 0;
  }

  /** The limit that is reached, else null. */
  async look(): Promise<Full | null> {
    const { db, storeOf } = this.#stores;
    const max = this.#limited ? await recordLimit(db, this.#ccid) : null;
    const own = await retrying(() => storeOf(this.#ccid, this.#type).room());
    this.#left = Math.max(0, STORE_BYTES - own.stored);
    if (own.stored >= NEARLY_FULL_BYTES)
      log('store-large', { ccid: this.#ccid, type: this.#type, bytes: own.stored, most: STORE_BYTES });
    if (this.#left === 0) return { field: 'storedBytes', max: STORE_BYTES };
    if (max === null) return null;
    const others = DATA_TYPES.filter((type) => type !== this.#type);
    let held = own.bytes;
    for (const type of others) held += (await retrying(() => storeOf(this.#ccid, type).room())).bytes;
    this.#left = Math.min(this.#left, Math.max(0, max - held) + this.#slack);
    return max <= held ? { field: 'recordBytes', max } : null;
  }
}
