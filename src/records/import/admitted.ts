import { fail, type Failure, type Result } from '../../model/failures.ts';
import { BUSY_SECONDS, importWeight, type Admission } from '../../platform/admission.ts';
import type { RecordStores } from '../stores.ts';
import { importRecords, type ImportRequest } from './import-records.ts';
import type { ImportReport } from './importer.ts';
import { untilShutOut } from './until-shut-out.ts';

/** An import as a request brings it: `bytes` is its Content-Length, null where there is none. */
export type ComingImport = Omit<ImportRequest, 'held' | 'writes' | 'limits'> & {
  readonly bytes: number | null;
  /** Why whoever sends may not any more; null while they may. */
  readonly shutOut?: () => Promise<Failure | null>;
};

/** Imports where there is room in this isolate, and fails with `imports-busy` where there is none. */
export async function importAdmitted(
  stores: RecordStores,
  { imports, writes }: Pick<Admission, 'imports' | 'writes'>,
  { bytes, shutOut = async () => null, ...request }: ComingImport,
): Promise<Result<ImportReport>> {
  const place = imports.tryEnter(importWeight(bytes, request.gzip), request.ccid);
  if (!place) return fail('imports-busy', '', { seconds: BUSY_SECONDS });
  const letIn = untilShutOut(shutOut);
  const held = () => {
    place.renew();
    letIn();
  };
  try {
    return await importRecords(stores, { ...request, writes, held });
  } finally {
    place.leave();
  }
}
