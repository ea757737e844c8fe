import { describe, expect, it } from 'vitest';
import { allOf, attributeOf, contact, documentOf } from './records.ts';
import { importLines, interaction, readAll } from './records.ts';
import { source } from '../support/record-stores.ts';
import { countersAndRecount, lastChange, recordRows } from './stored.ts';

const MAY = '2024-05-01T00:00:00Z';
const JUNE = '2024-06-01T00:00:00Z';

async function rowOf(ccid: string, id: string) {
  const row = (await recordRows(ccid)).find((stored) => stored.id === id);
  if (!row) throw new Error(`no record ${id}`);
  return row;
}
const linesOf = async (ccid: string, from: string, to: string, media: string[] | null = null) => {
  const scope = allOf(ccid, { from: Date.parse(from), to: Date.parse(to), media });
  return (await readAll(source, scope)).map((read) => [read.totals.kind, read.totals.entity, read.lines]);
};

describe('documents and contact attributes', () => {
  it('stand by their owner when it came first', async () => {
    await importLines('after', 'interactions', [
      interaction('i', MAY, { ENTITYTYPEID: 2, MEDIATYPEID: 'Chat' }),
    ]);
    const report = await importLines('after', 'documents', [documentOf('d', 'i', { ENTITYTYPEID: 0 })]);
    expect(report).toMatchObject({ inserted: 1, waiting: 0 });
    expect(await rowOf('after', 'd')).toMatchObject({
      entity: 2,
      media: 'chat',
      date: Date.parse(MAY),
      change: 2,
    });
    expect(await linesOf('after', MAY, JUNE)).toEqual([
      ['interactions', 2, [(await rowOf('after', 'i')).text]],
      ['documents', 2, [documentOf('d', 'i', { ENTITYTYPEID: 0 })]],
    ]);
  });

  it('wait for an owner that comes later, and take a new change number then, once', async () => {
    const documents = [documentOf('d1', 'i'), documentOf('d2', 'i'), documentOf('d3', 'nobody')];
    expect(await importLines('before', 'documents', documents)).toMatchObject({ inserted: 3, waiting: 3 });
    expect(await importLines('before', 'documents', documents)).toMatchObject({ unchanged: 3, waiting: 3 });
    expect(await readAll(source, allOf('before'))).toEqual([]);
    expect(await lastChange('before')).toBe(3);

    expect(await importLines('before', 'interactions', [interaction('i', MAY)])).toMatchObject({
      inserted: 1,
      waiting: 0,
    });
    expect(await lastChange('before')).toBe(6);
    const changes = (await recordRows('before')).map((row) => [row.id, row.change]);
    expect(changes.filter(([id]) => id === 'd3')).toEqual([['d3', 3]]);
    const others = changes.filter(([id]) => id !== 'd3').map(([, change]) => change);
    expect(new Set(others)).toEqual(new Set([4, 5, 6]));
    expect(await rowOf('before', 'd1')).toMatchObject({ date: Date.parse(MAY), media: 'email', entity: 0 });

    await importLines('before', 'interactions', [interaction('i', MAY)]);
    expect(await lastChange('before')).toBe(6);
    expect(await importLines('before', 'documents', documents)).toMatchObject({ unchanged: 3, waiting: 1 });
  });

  it('move with their owner, without a new change number', async () => {
    await importLines('move', 'interactions', [interaction('i', MAY)]);
    await importLines('move', 'documents', [documentOf('d', 'i')]);
    const moved = interaction('i', JUNE, { ENTITYTYPEID: 3, MEDIATYPEID: 'voice' });
    expect(await importLines('move', 'interactions', [moved])).toMatchObject({ updated: 1 });
    expect(await rowOf('move', 'd')).toMatchObject({
      entity: 3,
      media: 'voice',
      date: Date.parse(JUNE),
      change: 2,
    });
    expect(await lastChange('move')).toBe(3);
    const { kept, recount } = await countersAndRecount('move');
    expect(kept).toEqual(recount);
    expect(await linesOf('move', MAY, JUNE)).toEqual([]);
    expect(await linesOf('move', JUNE, '2024-06-02T00:00:00Z', ['voice'])).toHaveLength(2);
    expect(await linesOf('move', JUNE, '2024-06-02T00:00:00Z', ['email'])).toEqual([]);
  });

  it('go to another owner, or back to waiting, with their own text', async () => {
    await importLines('change', 'contacts', [contact('c1', MAY), contact('c2', JUNE)]);
    await importLines('change', 'contact-attributes', [attributeOf('a', 'c1')]);
    expect(await rowOf('change', 'a')).toMatchObject({
      entity: 100,
      media: '',
      date: Date.parse(MAY),
      change: 3,
    });
    await importLines('change', 'contact-attributes', [attributeOf('a', 'c2')]);
    expect(await rowOf('change', 'a')).toMatchObject({ date: Date.parse(JUNE), owner: 'c2', change: 4 });
    const report = await importLines('change', 'contact-attributes', [attributeOf('a', 'c3')]);
    expect(report).toMatchObject({ updated: 1, waiting: 1 });
    expect(await rowOf('change', 'a')).toMatchObject({ entity: null, media: null, date: null, change: 5 });
    const { kept, recount } = await countersAndRecount('change');
    expect(kept).toEqual(recount);
    expect(kept).toHaveLength(2);
  });

  it('belong to a record of the right kind only', async () => {
    await importLines('kinds', 'interactions', [interaction('x', MAY)]);
    expect(await importLines('kinds', 'contact-attributes', [attributeOf('a', 'x')])).toMatchObject({
      waiting: 1,
    });
    await importLines('kinds', 'contacts', [contact('y', MAY)]);
    expect(await importLines('kinds', 'documents', [documentOf('d', 'y')])).toMatchObject({ waiting: 1 });
  });

  it('are ordered by the owner’s date, the owner’s id, their own id', async () => {
    await importLines('order', 'interactions', [
      interaction('b', MAY),
      interaction('a', MAY),
      interaction('z', '2024-04-01'),
    ]);
    const documents = [
      documentOf('1', 'b'),
      documentOf('3', 'a'),
      documentOf('2', 'a'),
      documentOf('9', 'z'),
    ];
    await importLines('order', 'documents', documents);
    const entries = await readAll(source, allOf('order'));
    const ids = entries.map((read) =>
      read.lines.map((line) => /"(?:IXNID|ID)":"(.)"/.exec(line)?.[1]).join(''),
    );
    expect(ids).toEqual(['zab', '9231']);
  });
});
