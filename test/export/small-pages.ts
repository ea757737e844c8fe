import { env } from 'cloudflare:workers';
import { d1Source } from '../../src/records/source/d1-source.ts';
import { PAGE_BYTES } from '../../src/records/source/page.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import { interaction } from '../support/center.ts';

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
  const whole = d1Source({ db: env.DB, bucket: env.BUCKET });
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
