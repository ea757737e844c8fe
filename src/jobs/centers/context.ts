import type { AuditLog } from '../../../durable/audit-log.ts';
import type { RecordStore } from '../../../durable/record-store.ts';
import { recordStoreName } from '../../model/object-names.ts';
import { DATA_TYPES, type DataType } from '../../model/records.ts';
import type { RunBucket } from '../../platform/bucket.ts';
import type { RecordSource } from '../../records/source/source.ts';
import type { RestoreContext } from '../restore.ts';

/** Wherever something of a contact center may lie. */
export interface CenterContext extends RestoreContext {
  readonly bucket: Pick<R2Bucket, 'list' | 'delete' | 'head'>;
  readonly records: DurableObjectNamespace<RecordStore>;
  /** What runs read records through. */
  readonly source: RecordSource;
  /** Where large records lie. */
  readonly texts: Pick<RunBucket, 'get'>;
  readonly audit: DurableObjectNamespace<AuditLog>;
}

/** The stores of a contact center's records. */
export const recordStores = (
  { records }: Pick<CenterContext, 'records'>,
  ccid: string,
): readonly (readonly [DataType, DurableObjectStub<RecordStore>])[] =>
  DATA_TYPES.map((type) => [type, records.get(records.idFromName(recordStoreName(ccid, type)))]);
