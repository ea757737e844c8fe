import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failureText } from '../../../src/labels/failures/words.ts';
import { removeOlder } from '../../../src/records/erasure/remove-older.ts';
import { importRecords } from '../../../src/records/import/import-records.ts';
import { allOf, attributeOf, bodyOf, contact, importLines, interaction, readAll, utf8 } from '../records.ts';
import { source, stores } from '../../support/record-stores.ts';
import { countersAndRecount, lastChange, recordRows } from '../stored.ts';

const NOON = '2024-02-29T12:00:00Z';
const many = (count: number, more: Readonly<Record<string, unknown>> = {}) =>
  Array.from({ length: count }, (_, index) => interaction(`i${index}`, NOON, more));

describe('import', () => {
  it('changes nothing the second time', async () => {
    const lines = many(50);
    expect(await importLines('twice', 'interactions', lines)).toEqual({
      kind: 'interactions',
      received: 50,
      inserted: 50,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      waiting: 0,
      errors: [],
    });
    const first = await recordRows('twice');
    expect(await importLines('twice', 'interactions', lines)).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: 50,
    });
    expect(await recordRows('twice')).toEqual(first);
    expect(await lastChange('twice')).toBe(50);
  });

  it('updates by id, and gives each change the next number', async () => {
    await importLines('update', 'interactions', many(3));
    const report = await importLines('update', 'interactions', [
      interaction('i0', NOON),
      interaction('i1', NOON, { SUBJECT: 'new' }),
      interaction('i3', NOON),
    ]);
    expect(report).toMatchObject({ received: 3, inserted: 1, updated: 1, unchanged: 1 });
    const changes = (await recordRows('update')).map((row) => row.change);
    expect(new Set(changes)).toEqual(new Set([1, 3, 4, 5]));
    expect(changes[0]).toBe(1);
    expect(changes[2]).toBe(3);
    expect(await lastChange('update')).toBe(5);
  });

  it('never gives a change number again, even when its record is gone', async () => {
    await importLines('gone', 'interactions', many(4));
    await removeOlder(stores, 'gone', Date.parse(NOON) + 1);
    expect((await countersAndRecount('gone')).kept).toEqual([]);
    await importLines('gone', 'interactions', many(2));
    expect(new Set((await recordRows('gone')).map((row) => row.change))).toEqual(new Set([5, 6]));
  });

  it('takes an id that comes again in one request as one line after the other', async () => {
    const report = await importLines('again', 'interactions', [
      interaction('i', NOON),
      interaction('i', NOON),
      interaction('i', NOON, { SUBJECT: 'b' }),
      interaction('i', NOON),
    ]);
    expect(report).toMatchObject({ received: 4, inserted: 1, updated: 2, unchanged: 1 });
    expect(await recordRows('again')).toMatchObject([{ text: interaction('i', NOON), change: 3 }]);
  });

  it('refuses bad lines by number and goes on', async () => {
    const report = await importLines('bad', 'contacts', [
      contact('a', NOON),
      '',
      'nonsense',
      contact('b', 'someday'),
      '\r',
      contact('c', NOON),
      `"${'x'.repeat(2_000_000)}`,
      contact('d', NOON),
    ]);
    expect(report).toMatchObject({ received: 6, inserted: 3, rejected: 3 });
    expect(report.errors.map((error) => error.line)).toEqual([3, 4, 7]);
    expect(report.errors.map(({ failure }) => failureText(failure))).toEqual([
      expect.stringContaining('not a JSON object'),
      expect.stringContaining('CREATEDDATE'),
      expect.stringContaining('not a JSON object'),
    ]);
    expect((await recordRows('bad')).map((row) => row.id)).toEqual(['a', 'c', 'd']);
  });

  it('tells the first hundred reasons', async () => {
    const report = await importLines(
      'errors',
      'contacts',
      Array.from({ length: 150 }, () => '{}'),
    );
    expect(report).toMatchObject({ received: 150, rejected: 150 });
    expect(report.errors).toHaveLength(100);
  });

  it('reads gzip, also of several members', async () => {
    const [first = '', second = ''] = many(2);
    const packed = new Uint8Array([...gzipSync(utf8(`${first}\n`)), ...gzipSync(utf8(second))]);
    const body = bodyOf(packed, 7).stream;
    const result = await importRecords(stores, { ccid: 'gzip', kind: 'interactions', body, gzip: true });
    expect(result).toMatchObject({ ok: true, value: { received: 2, inserted: 2 } });
  });

  it('keeps each text byte for byte', async () => {
    const base = interaction('x', NOON).slice(1, -1);
    const texts = [
      `{ "Z" : 1.0 ,\t"Y":1e400, "W":-0, ${base} }`,
      `  {${base},"A":"\\u0041\\ud83d\\ude00\\ud800 \\/ \\"q\\" \\\\"}\t `,
      `{${base},"B":"😀 \u2028\u2029 \ufeff \ufffe\uffff \u{10ffff} \u007f \u0085 e\u0301 日本語"}`,
      `{${base},"C":"'; -- ?1 %s \${x}","C":"twice","":{"":[]}}`,
      `{${base},"D":"${'長'.repeat(600_000)}"}`,
      `{${base},"E":"${'\\"'.repeat(900_000)}"}`,
      `{${base},"F":"\u0080\u07ff\u0800"}`,
    ].map((text, index) => text.replace('"IXNID":"x"', `"IXNID":"x${index}"`));
    expect(await importLines('bytes', 'interactions', texts)).toMatchObject({ inserted: 7, rejected: 0 });
    const [entry] = await readAll(source, allOf('bytes'));
    expect(entry?.lines).toEqual(texts);
    expect(entry?.totals.bytes).toBe(texts.reduce((sum, text) => sum + utf8(text).length + 1, 0));
    expect((await countersAndRecount('bytes')).kept).toEqual((await countersAndRecount('bytes')).recount);
  });

  it('keeps ids as they are', async () => {
    const ids = [
      '"',
      '\\',
      '\n',
      '\u0001',
      '日本',
      '😀',
      ' x ',
      'X',
      'x',
      "'",
      '\uffff',
      'é',
      'e\u0301',
      '%',
      '1',
      '01',
    ];
    const lines = ids.map((id) => contact(id, NOON));
    expect(await importLines('ids', 'contacts', lines)).toMatchObject({ inserted: ids.length });
    expect(await importLines('ids', 'contacts', lines)).toMatchObject({ unchanged: ids.length });
    expect((await recordRows('ids')).map((row) => row.id).sort()).toEqual([...ids].sort());
    expect(
      await importLines(
        'ids',
        'contact-attributes',
        ids.map((id) => attributeOf(id, id)),
      ),
    ).toMatchObject({
      inserted: ids.length,
      waiting: 0,
    });
  });

  it('keeps contact centers apart', async () => {
    await importLines('tenant-a', 'contacts', [contact('c', NOON)]);
    await importLines('tenant-b', 'contact-attributes', [attributeOf('a', 'c')]);
    expect(await importLines('tenant-b', 'contacts', [contact('c', NOON, { MERGEID: 'b' })])).toMatchObject({
      inserted: 1,
    });
    await importLines('tenant-a', 'contacts', [contact('c', NOON, { MERGEID: 'a' })]);
    expect(await lastChange('tenant-a')).toBe(2);
    expect(await lastChange('tenant-b')).toBe(3);
    const entries = await readAll(source, allOf('tenant-a', { type: 'Contact' }));
    expect(entries.map(({ lines }) => lines)).toEqual([[contact('c', NOON, { MERGEID: 'a' })]]);
  });

  it('names the media of the center’s own interactions', async () => {
    const media = ['email', 'Chat', 'CHAT', 'ÄRGER'].map((MEDIATYPEID, index) =>
      interaction(`m${index}`, NOON, { MEDIATYPEID }),
    );
    await importLines('media', 'interactions', media);
    await importLines('media', 'contacts', [contact('c', NOON)]);
    expect(await source.mediaTypes('media')).toEqual(['chat', 'email', 'ärger']);
    expect(await source.mediaTypes('media-of-nobody')).toEqual([]);
  });
});
