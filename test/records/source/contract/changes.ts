import { expect, it } from 'vitest';
import { DAY_MS } from '../../../../src/model/instant.ts';
import type { Scope } from '../../../../src/records/source/source.ts';
import { allOf, documentOf, interaction, readEntry } from '../../records.ts';
import { given, linesOf } from './given.ts';
import { at, type SourceFixture } from './sample.ts';

/** Change numbers: what incremental runs stand on. */
export function changes(fixture: SourceFixture): void {
  const { source, importLines } = fixture;
  const changed = async (ccid: string, from: number, to: number, more: Partial<Scope> = {}) =>
    linesOf(await given(source, allOf(ccid, { changes: { from, to }, ...more })));

  it('are numbered one after the other, and a range holds each record by its last number', async () => {
    const [a, b, b2, d] = [
      interaction('a', at(0)),
      interaction('b', at(-9 * DAY_MS)),
      interaction('b', at(-9 * DAY_MS), { SUBJECT: 'again' }),
      documentOf('d', 'a'),
    ];
    expect(await source.lastChange('ranges', 'Interaction')).toBe(0);
    await importLines('ranges', 'interactions', [a, b]);
    await importLines('ranges', 'documents', [d]);
    expect(await source.lastChange('ranges', 'Interaction')).toBe(3);
    await importLines('ranges', 'interactions', [a, b]);
    expect(await source.lastChange('ranges', 'Interaction')).toBe(3);
    await importLines('ranges', 'interactions', [b2]);
    expect(await source.lastChange('ranges', 'Interaction')).toBe(4);
    expect(await changed('ranges', 0, 3)).toEqual([a, d].toSorted());
    expect(await changed('ranges', 3, 4)).toEqual([b2]);
    expect(await changed('ranges', 0, 4)).toEqual([a, b2, d].toSorted());
    expect(await changed('ranges', 4, 4)).toEqual([]);
    expect(await changed('ranges', 0, 4, { attachments: false })).toEqual([a, b2].toSorted());
    expect(await changed('ranges', 0, 4, { media: ['chat'] })).toEqual([]);
    expect(await changed('ranges', 0, 4, { type: 'Contact' })).toEqual([]);
  });

  it('bring a document when its owner comes, under a new number, and not before', async () => {
    const [d, i] = [documentOf('d', 'i'), interaction('i', at(0))];
    await importLines('waiting', 'documents', [d]);
    const before = await source.lastChange('waiting', 'Interaction');
    expect(await changed('waiting', 0, before)).toEqual([]);
    await importLines('waiting', 'interactions', [i]);
    const after = await source.lastChange('waiting', 'Interaction');
    expect(await changed('waiting', before, after)).toEqual([d, i].toSorted());
    expect(await given(source, allOf('waiting'))).toHaveLength(2);
  });

  it('of a record that changes while its range is read come with both', async () => {
    const [x, y, y2] = [
      interaction('x', at(0)),
      interaction('y', at(1)),
      interaction('y', at(1), { SUBJECT: '2' }),
    ];
    await importLines('meanwhile', 'interactions', [x, y]);
    const begun = await source.begin(allOf('meanwhile'), { reader: 'run', since: 0 });
    expect(begun).toMatchObject({ changes: { from: 0, to: 2 }, entries: [{ records: 2 }] });
    await importLines('meanwhile', 'interactions', [y2]);
    const { version, entries, ...range } = begun!; // as was expected
    const scope = { ...allOf('meanwhile', range), snapshot: { reader: 'run', version } };
    expect((await readEntry(source, scope, entries[0]!)).lines.toSorted()).toEqual([x, y]); // of two
    expect(await changed('meanwhile', 2, await source.lastChange('meanwhile', 'Interaction'))).toEqual([y2]);
  });
}
