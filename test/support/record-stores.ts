import { env } from 'cloudflare:workers';
import { recordStoreName } from '../../src/model/object-names.ts';
import type { DataType, Kind } from '../../src/model/records.ts';
import { compactOnce } from '../../src/records/packed/compact.ts';
import { packedSource } from '../../src/records/packed/packed-source.ts';
import type { PackedProtocol } from '../../src/records/packed/protocol.ts';
import { storesIn, type RecordStores } from '../../src/records/stores.ts';
import { textKey } from '../../src/store/object-keys.ts';

/** Names of the stores that were asked for in this isolate: the next file has to find them empty (`fresh-stores.ts`). */
const shared = globalThis as { recordStoreNames?: Set<string> };
export const recordStoreNames = (shared.recordStoreNames ??= new Set());

const real = storesIn(env.RECORDS);

/** Where records lie in tests: the real stores, and R2. */
export const stores: RecordStores = {
  db: env.DB,
  bucket: env.BUCKET,
  storeOf: (ccid, type) => {
    recordStoreNames.add(recordStoreName(ccid, type));
    return real(ccid, type);
  },
};

/** The service's own source of records. */
export const source = packedSource(stores);

/** The same, with pages as small as `entry` says: nothing is copied as it lies there. */
export const cuttingSource = packedSource({ ...stores, wholeBytes: 1 });

/** Compacts a store until nothing is left to be done, as the queue's consumer does. */
export async function compactStore(ccid: string, type: DataType): Promise<void> {
  const context = {
    store: stores.storeOf(ccid, type),
    bucket: env.BUCKET,
    newKey: (kind: Kind) => textKey(ccid, kind, crypto.randomUUID()),
    breathe: async () => undefined,
  };
  while ((await compactOnce(context)) !== 'nothing');
}

/** A store some of whose calls are other ones. */
export const storeWith = (store: PackedProtocol, calls: Partial<PackedProtocol>): PackedProtocol =>
  new Proxy(store, {
    get: (inner, name: keyof PackedProtocol) => {
      const own = calls[name];
      // The calls of a stub have no `bind`: they are made on it.
      const made = inner as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
      return own ?? ((...args: readonly unknown[]) => made[name]?.(...args));
    },
  });
