import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { d1Source } from '../../../src/records/source/d1-source.ts';
import { pageRows } from '../../../src/records/source/page.ts';
import { splitDays } from '../../../src/records/source/totals.ts';
import { DAY_MS, formatInstant } from '../../../src/model/instant.ts';
import {
  allOf,
  attributeOf,
  contact,
  documentOf,
  importLines,
  interaction,
  readAll,
  stores,
  readPart,
  utf8,
} from '../records.ts';

const source = d1Source(stores);
const START = Date.UTC(2024, 1, 28);
const at = (offset: number) => formatInstant(START + offset);
const idsOf = (lines: readonly string[]) =>
  lines.map((line) => /"(?:IXNID|ID|CONTACTID)":"([^"]*)"/.exec(line)?.[1]);

describe('totals and pages of D1', () => {
  it('find a window to the very millisecond', async () => {
    const offsets = [0, 1, DAY_MS - 1, DAY_MS, DAY_MS + 1, 3 * DAY_MS - 1, 3 * DAY_MS, -1, -3 * DAY_MS];
    const times = offsets.map((offset) => START + offset);
    await importLines(
      'edges',
      'interactions',
      times.map((time, index) => interaction(`i${index}`, formatInstant(time))),
    );
    await importLines(
      'edges',
      'documents',
      times.map((_, index) => documentOf(`d${index}`, `i${index}`)),
    );
    for (const from of [null, ...times]) {
      for (const to of [null, ...times]) {
        const within = (time: number) => (from === null || time >= from) && (to === null || time < to);
        const expected = times
          .map((time, index) => [time, `i${index}`] as const)
          .filter(([time]) => within(time));
        const parts = await readAll(source, allOf('edges', { from, to }));
        const owners = expected.sort(([a], [b]) => a - b).map(([, id]) => id);
        const documents = owners.map((id) => id.replace('i', 'd'));
        const entries = [
          ['interactions', owners],
          ['documents', documents],
        ];
        expect(parts.map((read) => [read.part.kind, idsOf(read.lines)])).toEqual(
          owners.length ? entries : [],
        );
        for (const read of parts) {
          expect(read.part.records).toBe(read.records);
          expect(read.part.bytes).toBe(utf8(read.text).length);
        }
      }
    }
  });

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

  it('are empty for a center without records and for a window that ends before it begins', async () => {
    expect(await source.totals(allOf('nothing'))).toEqual([]);
    await importLines('empty', 'contacts', [contact('c', at(0))]);
    const scope = allOf('empty', { type: 'Contact', from: START + 1, to: START });
    expect(await source.totals(scope)).toEqual([]);
  });

  it('follow the date, then the id in order of its bytes, when ten records have one date', async () => {
    const ids = ['b', 'a', 'B', 'é', 'z', '10', '9', '日本', '\u{1f600}', '\uffee'];
    await importLines(
      'same-date',
      'interactions',
      ids.map((id) => interaction(id, at(5), { SUBJECT: 'x'.repeat(400_000) })),
    );
    const [read] = await readAll(source, allOf('same-date'));
    const bytewise = [...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(idsOf(read?.lines ?? [])).toEqual(bytewise);
    expect(read?.pages).toBeGreaterThan(2);
  });

  it('filter by media, leave documents out, and part entity types', async () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      interaction(`i${index}`, at(index * DAY_MS), {
        ENTITYTYPEID: [0, 1, 2][index % 3],
        MEDIATYPEID: index % 3 === 2 ? 'Chat' : 'email',
      }),
    );
    await importLines('media-filter', 'interactions', lines);
    await importLines('media-filter', 'documents', [documentOf('d0', 'i0'), documentOf('d2', 'i2')]);
    await importLines('media-filter', 'contacts', [contact('c', at(0))]);
    await importLines('media-filter', 'contact-attributes', [attributeOf('a', 'c')]);
    const shape = async (more: Parameters<typeof allOf>[1]) =>
      (await readAll(source, allOf('media-filter', more))).map(({ part, lines: read }) => {
        expect(read).toHaveLength(part.records);
        return [part.kind, part.entity, part.records];
      });
    expect(await shape({ media: ['chat'] })).toEqual([
      ['interactions', 2, 10],
      ['documents', 2, 1],
    ]);
    expect(await shape({ media: ['email', 'chat'], attachments: false })).toEqual([
      ['interactions', 0, 10],
      ['interactions', 1, 10],
      ['interactions', 2, 10],
    ]);
    expect(await shape({ media: ['fax'] })).toEqual([]);
    expect(await shape({ media: ['chat'], from: START + 2 * DAY_MS, to: START + 6 * DAY_MS - 1 })).toEqual([
      ['interactions', 2, 2],
      ['documents', 2, 1],
    ]);
    expect(await shape({ type: 'Contact', attachments: false })).toEqual([
      ['contacts', 100, 1],
      ['contact-attributes', 100, 1],
    ]);
  });

  it('read each record about once', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) =>
      interaction(`i${index}`, at(index * 60_000), { SUBJECT: 'x'.repeat(900) }),
    );
    await importLines('reads', 'interactions', lines);
    for (const window of [{}, { from: START + 1, to: START + 3 * DAY_MS + 7 }]) {
      const [read] = await readAll(source, allOf('reads', window));
      expect(read?.pages).toBeGreaterThan(2);
      expect(read?.rowsRead).toBeLessThanOrEqual((read?.records ?? 0) + 4 * (read?.pages ?? 0));
    }
  });

  it('keep a page small where a few records are far larger than the rest', async () => {
    const small = Array.from({ length: 3_000 }, (_, index) => interaction(`s${index}`, at(index * 1_000)));
    const large = Array.from({ length: 12 }, (_, index) =>
      interaction(`l${index}`, at(1_000_500 + index), { SUBJECT: 'é'.repeat(900_000) }),
    );
    await importLines('skew', 'interactions', [...small, ...large]);
    // Totals of a history that has grown since: an average far below these records.
    const part = { kind: 'interactions', entity: 0, records: 1_000_000, bytes: 100_000_000 } as const;
    const read = await readPart(source, allOf('skew'), part);
    expect(read.records).toBe(3_012);
    expect(idsOf(read.lines).slice(1_001, 1_013)).toEqual(large.map((_, index) => `l${index}`));
    expect(read.largestPage).toBeLessThan(7_000_000);
    expect(new Set(read.lines)).toEqual(new Set([...small, ...large]));
  });

  it('go on where records were added behind and before the cursor', async () => {
    await importLines(
      'cursor',
      'contacts',
      ['b', 'd'].map((id) => contact(id, at(0))),
    );
    const scope = allOf('cursor', { type: 'Contact' });
    const part = { kind: 'contacts', entity: 100, records: 1, bytes: 1_500_000 } as const;
    const first = await source.page(scope, part, null);
    expect(first).toMatchObject({ records: 1, next: [START, '', 'b'] });
    await importLines(
      'cursor',
      'contacts',
      ['a', 'c'].map((id) => contact(id, at(0))),
    );
    const second = await source.page(scope, part, first.next);
    expect(second.next).toEqual([START, '', 'c']);
    const third = await source.page(scope, part, second.next);
    expect(await source.page(scope, part, third.next)).toMatchObject({ records: 0, next: null });
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
