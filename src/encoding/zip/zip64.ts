import { LARGE_32 } from './records.ts';

/** Planned bytes come from counters: records may grow while a run reads, and deflate may lengthen what it cannot shorten. */
const MARGIN_SHARE = 1 / 16;
const MARGIN_BYTES = 64 * 1024 * 1024;

/** Whether an entry of about `plannedBytes` is to be written in ZIP64 format: decided before its bytes are known. */
export const plansZip64 = (plannedBytes: number): boolean =>
  plannedBytes * (1 + MARGIN_SHARE) + MARGIN_BYTES >= LARGE_32;
