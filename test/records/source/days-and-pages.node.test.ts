import { fc } from '../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { pageRows } from '../../../src/records/source/page-size.ts';
import { splitDays } from '../../../src/records/source/days.ts';
import { DAY_MS } from '../../../src/model/instant.ts';

describe('totals and pages', () => {
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

  it('size a page by the average record', () => {
    const rows = (records: number, bytes: number) =>
      pageRows({ kind: 'contacts', entity: 100, records, bytes });
    expect(rows(10, 10 * 10_486)).toBe(100);
    expect(rows(10, 100)).toBe(2_000);
    expect(rows(10, 10 * 1_900_000)).toBe(1);
    expect(rows(0, 0)).toBe(2_000);
  });
});
