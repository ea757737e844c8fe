import { expect } from 'vitest';
import type { EntryTotals, RecordSource, Scope } from '../../../../src/records/source/source.ts';
import { readAll, utf8 } from '../../records.ts';

/** What pages are sized for where a source sizes them at all. */
const PAGE_BYTES = 1_048_576;

/** What the source gives of a scope; each entry's totals are held against its pages. */
export async function given(source: RecordSource, scope: Scope) {
  const entries = await readAll(source, scope);
  for (const { totals, records, text, lines } of entries) {
    expect([totals.records, totals.bytes]).toEqual([records, utf8(text).length]);
    expect(lines).toHaveLength(records);
  }
  return entries.map(({ totals: { kind, entity }, lines }) => ({ kind, entity, lines }));
}

export const linesOf = (entries: readonly { readonly lines: readonly string[] }[]): string[] =>
  entries.flatMap(({ lines }) => lines).toSorted();

/** An entry whose totals say that a page has about `rows` records. */
export const sizedFor = (entry: EntryTotals, rows: number): EntryTotals => ({
  ...entry,
  bytes: entry.records * Math.ceil(PAGE_BYTES / rows),
  largeBytes: 0,
});
