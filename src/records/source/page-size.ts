import type { EntryTotals } from './source.ts';

/** What a page is sized for, from the entry's average record, and the most rows that it has. */
export const PAGE_BYTES = 1_048_576;
const MAX_ROWS = 2_000;

/** Rows of a page of this entry, from the average of what its records have in their rows. */
export function pageRows({ records, bytes, largeBytes = 0 }: EntryTotals): number {
  const average = Math.max(1, (bytes - largeBytes) / Math.max(1, records));
  return Math.min(MAX_ROWS, Math.max(1, Math.round(PAGE_BYTES / average)));
}
