import { recordStoreName } from '../model/object-names.ts';
import type { DataType } from '../model/records.ts';
import type { RunBucket } from '../platform/bucket.ts';
import type { PackedProtocol } from './packed/protocol.ts';

/** Where the contact history lies: a store for each contact center and data type, and R2, which has what is too large for it. */
export interface RecordStores {
  /** Limits, names of keys, and which contact centers have records: no record lies here. */
  readonly db: D1Database;
  readonly bucket: RunBucket;
  readonly storeOf: (ccid: string, type: DataType) => PackedProtocol;
}

/** The stores as the platform's objects hold them. */
export const storesIn =
  (objects: Env['RECORDS']): RecordStores['storeOf'] =>
  (ccid, type) =>
    // A stub's own types lose what is readonly; RecordStore implements the protocol.
    objects.get(objects.idFromName(recordStoreName(ccid, type))) as unknown as PackedProtocol;
