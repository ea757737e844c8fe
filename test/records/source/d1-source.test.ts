import { fc } from '../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { d1Source } from '../../../src/records/source/d1-source.ts';
import { pageRows } from '../../../src/records/source/page.ts';
import { splitDays } from '../../../src/records/source/totals.ts';
import { DAY_MS, formatInstant } from '../../../src/model/instant.ts';
import type { Cursor } from '../../../src/model/cursor.ts';
import type { Scope } from '../../../src/records/source/source.ts';
import { countingDatabase } from '../counting-database.ts';
import { allOf, contact, importLines, interaction, readEntry, stores } from '../records.ts';
import { sourceContract } from '../source-contract.ts';

const source = d1Source(stores);
const START = Date.UTC(2024, 1, 28);
const at = (offset: number) => formatInstant(START + offset);
const idsOf = (lines: readonly string[]) =>
  lines.map((line) => /"(?:IXNID|ID|CONTACTID)":"([^"]*)"/.exec(line)?.[1]);

sourceContract('D1', { source, importLines });

describe('totals and pages of D1', () => {
  it('cut every window into whole days and edges that make it up', () => {
    const instant = fc.option(fc.integer({ min: -3 * DAY_MS, max: 3 * DAY_MS }));
    fc.assert(
      fc.property(instant, instant, fc.integer({ min: -4 * DAY_MS, max: 4 * DAY_MS }), (from, to, time) => {
        fc.pre(from === null || to === null || from < to);
        const { fromDay, toDay, edges } = splitDays(from, to);
        const day = Math.floor(time / DAY_MS);
        const whole = (fromDay === null || day >= fromDay) && (toDay === null || day < toDay) ? 1 : 0;
        const hits = whole + edges.filter((edge) => time >= edge.from && time < edge.to).length;
        expect(hits).toBe((from === null || time >= from) && (to === null || time < to) ? 1 : 0);
        for (const edge of edges) expect(edge.to - edge.from).toBeLessThan(DAY_MS);
      }),
      { numRuns: 2_000 },
    );
  });

  it('read each record about once', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) =>
      interaction(`i${index}`, at(index * 60_000), { SUBJECT: 'x'.repeat(900) }),
    );
    await importLines('reads', 'interactions', lines);
    const counting = countingDatabase(stores.db);
    const counted = d1Source({ ...stores, db: counting.db });
    for (const window of [{}, { from: START + 1, to: START + 3 * DAY_MS + 7 }]) {
      const scope = allOf('reads', window);
      const [entry] = await counted.totals(scope);
      const before = counting.rowsRead();
      const read = await readEntry(counted, scope, entry!); // 5,000 records are there
      expect(read.pages).toBeGreaterThan(2);
      expect(counting.rowsRead() - before).toBeLessThanOrEqual(read.records + 4 * read.pages);
      expect(counting.rowsRead() - before).toBeGreaterThanOrEqual(read.records);
    }
  });

  it('keep a page small where a few records are far larger than the rest', async () => {
    const small = Array.from({ length: 3_000 }, (_, index) => interaction(`s${index}`, at(index * 1_000)));
    const large = Array.from({ length: 12 }, (_, index) =>
      interaction(`l${index}`, at(1_000_500 + index), { SUBJECT: 'é'.repeat(900_000) }),
    );
    await importLines('skew', 'interactions', [...small, ...large]);
    // Totals of a history that has grown since: an average far below these records.
    const entry = { kind: 'interactions', entity: 0, records: 1_000_000, bytes: 100_000_000 } as const;
    const read = await readEntry(source, allOf('skew'), entry);
    expect(read.records).toBe(3_012);
    expect(idsOf(read.lines).slice(1_001, 1_013)).toEqual(large.map((_, index) => `l${index}`));
    expect(read.largestPage).toBeLessThan(7_000_000);
    expect(new Set(read.lines)).toEqual(new Set([...small, ...large]));
  });

  it('go on from the cursors that checkpoints hold since the first version', async () => {
    const contacts = ['a', 'b', 'c'].map((id) => contact(id, at(0)));
    await importLines('kept', 'contacts', contacts);
    const entry = { kind: 'contacts', entity: 100, records: 1, bytes: 1_500_000 } as const;
    const cases: readonly [Partial<Scope>, unknown, unknown][] = [
      [{}, [START, '', 'a'], [START, '', 'b']],
      [{ changes: { from: 0, to: 3 } }, [1, '', ''], [2, '', '']],
    ];
    for (const [more, kept, next] of cases) {
      const scope = allOf('kept', { type: 'Contact', ...more });
      const first = await source.page(scope, entry, null);
      expect(first.next).toEqual(kept);
      expect(await source.page(scope, entry, kept as Cursor)).toMatchObject({ records: 1, next });
    }
    const other = { from: 'another source' } as unknown as Cursor;
    await expect(source.page(allOf('kept', { type: 'Contact' }), entry, other)).rejects.toThrow(
      'expected tuple',
    );
  });

  it('size a page by the average record', () => {
    const rows = (records: number, bytes: number) =>
      pageRows({ kind: 'contacts', entity: 100, records, bytes });
    expect(rows(10, 10 * 10_486)).toBe(100);
    expect(rows(10, 100)).toBe(2_000);
    expect(rows(10, 10 * 1_900_000)).toBe(1);
    expect(rows(0, 0)).toBe(2_000);
  });
});
