import { expect } from 'vitest';
import type { RecordFilter } from '../../src/model/api/job-request.ts';
import { PAGE_BYTES } from '../../src/records/source/page-size.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import { archiveOf, carryOut, config, historyItem, submit } from '../support/center.ts';
import { cuttingSource, source } from '../support/record-stores.ts';

export const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');

/** So many records a page. */
export const paged = (most: number): RecordSource => ({
  ...cuttingSource,
  page: (scope, entry, after) =>
    cuttingSource.page(scope, { ...entry, bytes: entry.records * (PAGE_BYTES / most) }, after),
});

/** What a job of these filters exports; the entries by what their names begin with. */
export async function exported(
  ccid: string,
  filters: readonly RecordFilter[],
  { type = 'Interaction', from = source }: { type?: string; from?: RecordSource } = {},
) {
  const job = await submit(ccid, { jobParams: { type, media: [], filters } });
  await carryOut(ccid, job, { source: from, config: { ...config, slicePages: 2 } });
  expect(await historyItem(ccid, job)).toMatchObject({ status: 'Finished', jobParams: { filters } });
  const entries = await archiveOf(ccid, job);
  const manifest = JSON.parse(entries['manifest.json'] ?? '') as {
    filters: unknown;
    entries: { name: string; records: number; bytes: number }[];
  };
  expect(manifest.filters).toEqual(filters);
  for (const { name, records, bytes } of manifest.entries)
    expect([records, bytes]).toEqual([
      entries[name]?.split('\n').filter(Boolean).length,
      new TextEncoder().encode(entries[name]).length,
    ]);
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([name]) => !name.startsWith('schema/') && name !== 'manifest.json')
      .map(([name, text]) => [name.replace(`-${job.id}.json`, ''), text]),
  );
}
