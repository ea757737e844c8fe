import { PAGE_BYTES } from '../../src/records/source/page-size.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import { interaction } from '../support/center.ts';
import { cuttingSource as source } from '../support/record-stores.ts';

/** Records as lines. */
export const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
/** Records of one type, a millisecond apart, of different lengths. */
export const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    interaction(`IXN${String(index).padStart(6, '0')}`, {
      STARTDATE: new Date(1_700_000_000_000 + index).toISOString(),
      TEXT: `record ${index} ${'x'.repeat(index % 50)}`,
    }),
  );

/** The embedded source, cut into pages of a few records. */
export function smallPages(size: number): RecordSource {
  const whole = source;
  return {
    ...whole,
    page: (scope, entry, after) =>
      whole.page(
        scope,
        { ...entry, records: entry.records, bytes: entry.records * (PAGE_BYTES / size) },
        after,
      ),
  };
}
