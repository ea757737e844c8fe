import { EXPORT_TYPES, type ExportType } from '../export-type.ts';
import { JOB_TYPES } from '../records.ts';

/** What tells an answer of `GET export/jobs/{id}` from a body that was written as one. */
interface Marks {
  readonly id?: unknown;
  readonly exportType?: unknown;
}

/** Whether a body is what `GET export/jobs/{id}` answers, sent back to edit or clone the job. */
export const isSentBack = ({ id, exportType }: Marks): boolean =>
  (id !== undefined && id !== null) || (exportType !== undefined && exportType !== null);

/**
 * The export type of an answer that is sent back, whose `type` is the data type unless somebody wrote an export type there.
 * Null where it says neither: the answer of an older version.
 */
export function exportTypeSentBack(body: {
  readonly type: string;
  readonly exportType?: ExportType | undefined;
}): string | null {
  const isJobType = JOB_TYPES.some((name) => name === body.type);
  if (!isJobType) return body.type;
  return EXPORT_TYPES.find((name) => name === body.exportType) ?? null;
}
