import { expect, it } from 'vitest';
import { DAY_MS } from '../../../../src/model/instant.ts';
import { allOf, contact, documentOf, interaction, readEntry } from '../../records.ts';
import { given, linesOf } from './given.ts';
import { expectedEntries } from './oracle.ts';
import { at, DATES, importSample, START, type SourceFixture } from './sample.ts';

/** Whole windows: what a run without change numbers reads. */
export function wholeWindows(fixture: SourceFixture): void {
  const { source, importLines } = fixture;

  it('hold what lies in them to the very millisecond, in order, and their totals are what their pages give', async () => {
    const imported = await importSample(fixture, 'windows');
    const bounds = [null, ...DATES.map((date) => Date.parse(date))];
    for (const type of ['Interaction', 'Contact'] as const)
      for (const from of bounds)
        for (const to of bounds) {
          const scope = allOf('windows', { type, from, to });
          expect(await given(source, scope)).toEqual(expectedEntries(imported, scope));
        }
  });

  it('are filtered by media, and leave documents out but no attribute of a contact', async () => {
    const imported = await importSample(fixture, 'filters');
    const window = { from: START, to: START + 2 * DAY_MS };
    for (const media of [['chat'], ['email', 'fax'], ['voice']])
      for (const attachments of [true, false])
        for (const bounds of [{}, window]) {
          const scope = allOf('filters', { media, attachments, ...bounds });
          expect(await given(source, scope)).toEqual(expectedEntries(imported, scope));
        }
    const contacts = allOf('filters', { type: 'Contact', attachments: false });
    expect((await given(source, contacts)).map(({ kind }) => kind)).toEqual([
      'contacts',
      'contact-attributes',
    ]);
  });

  it('are empty where nothing is, and where they end before they begin', async () => {
    expect(await source.totals(allOf('nothing'))).toEqual([]);
    expect(await source.mediaTypes('nothing')).toEqual([]);
    await importLines('empty', 'contacts', [contact('c', at(0))]);
    const window = { from: START + 1, to: START };
    expect(await source.totals(allOf('empty', { type: 'Contact', ...window }))).toEqual([]);
    expect(await source.totals(allOf('empty'))).toEqual([]);
  });

  it('hold records of several megabytes byte for byte and in their place, in chunks of a few', async () => {
    const large = (id: string, bytes: number) =>
      interaction(id, at(0), { TEXT: 'Größe "x" \\ \u2028 😀'.repeat(Math.ceil(bytes / 25)) });
    const lines = [
      interaction('a', at(0)),
      large('b', 3_000_000),
      interaction('c', at(0)),
      large('d', 9_000_000),
    ];
    await importLines('large', 'interactions', lines.toReversed());
    const [entry] = await given(source, allOf('large'));
    expect(entry?.lines.map((line, index) => line === lines[index])).toEqual([true, true, true, true]);
    const [totals] = await source.totals(allOf('large'));
    expect((await readEntry(source, allOf('large'), totals!)).largestChunk).toBeLessThan(8_000_000); // four are there
  });

  it('show each contact center its own records and media alone', async () => {
    await importLines('one', 'interactions', [interaction('i', at(0), { SUBJECT: 'one' })]);
    await importLines('two', 'documents', [documentOf('d', 'i')]);
    await importLines('two', 'interactions', [interaction('i', at(1), { MEDIATYPEID: 'ÄRGER' })]);
    await importLines('two', 'interactions', [interaction('j', at(1), { MEDIATYPEID: 'Chat' })]);
    await importLines('two', 'interactions', [interaction('k', at(1), { MEDIATYPEID: 'CHAT' })]);
    expect(linesOf(await given(source, allOf('one')))).toEqual([interaction('i', at(0), { SUBJECT: 'one' })]);
    expect(linesOf(await given(source, allOf('two')))).toHaveLength(4);
    expect([await source.lastChange('one', 'Interaction'), await source.mediaTypes('one')]).toEqual([
      1,
      ['email'],
    ]);
    expect(await source.mediaTypes('two')).toEqual(['chat', 'ärger']);
  });
}
