import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importRecords, type ImportLimits } from '../../../src/records/import/import-records.ts';
import { bodyOf, contact, utf8 } from '../records.ts';
import { objectsAndNamed, recordRows } from '../stored.ts';
import { stores } from '../../support/record-stores.ts';

const MB = 1_000_000;
const NOON = '2024-02-29T12:00:00Z';
/** The service's limits, a fiftieth of them. */
const LIMITS: ImportLimits = {
  sent: 2 * MB,
  unpacked: 8 * MB,
  record: 2 * MB,
  rejected: 1_000_000,
  inline: 20_000,
  slack: 400_000,
};

function send(ccid: string, bytes: Uint8Array, gzip = true) {
  const { stream, seen } = bodyOf(bytes);
  return {
    seen,
    result: importRecords(stores, { ccid, kind: 'contacts', body: stream, gzip, limits: LIMITS }),
  };
}
const repeated = (text: string, bytes: number) => utf8(text.repeat(Math.ceil(bytes / utf8(text).length)));
const line = (id: string, more: Readonly<Record<string, unknown>> = {}) => `${contact(id, NOON, more)}\n`;

describe('hostile bodies', () => {
  it.each([
    ['zeros', '\0'],
    ['open brackets', '['],
    ['objects that never end', '{"a":'],
    ['a string that never ends', `{"CONTACTID":"`],
    ['one number', '{"X":1'],
    ['a BOM again and again', '\ufeff'],
    ['CR without LF', '\r'],
  ])('a line without end is refused by its number, and the next is read: %s', async (what, text) => {
    const ccid = `endless-${what}`;
    const endless = new Uint8Array([
      ...utf8(line('first')),
      ...utf8(text),
      ...repeated(text.slice(-1), 4 * MB),
    ]);
    const tail = utf8(`\n${line('last')}`);
    const { result } = send(ccid, new Uint8Array([...gzipSync(endless), ...gzipSync(tail)]));
    expect(await result).toMatchObject({
      ok: true,
      value: { received: 3, inserted: 2, rejected: 1, errors: [{ line: 2 }] },
    });
    expect(await objectsAndNamed(ccid)).toEqual({ objects: [], named: [] });
  });

  it('lines that are all refused let others work meanwhile', async () => {
    const { result } = send('refused', gzipSync(repeated('{}\n', 300_000)));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    await result;
    clearInterval(timer);
    expect(await result).toMatchObject({ ok: true, value: { received: 100_000, rejected: 100_000 } });
    expect(turns).toBeGreaterThan(15);
  });

  it.each([
    ['no JSON', 'x\n'],
    ['JSON, but no records', '{}\n'],
  ])('an import stops after so many lines that are refused: %s', async (what, junk) => {
    const before = utf8(line('first') + junk.repeat(9_998) + line('second') + junk);
    const packed = [gzipSync(before), gzipSync(repeated(junk, MB), { level: 0 })];
    const { stream, seen } = bodyOf(new Uint8Array(packed.flatMap((bytes) => [...bytes])), 1_000);
    const ccid = `stopped-${what}`;
    const result = await importRecords(stores, { ccid, kind: 'contacts', body: stream, gzip: true });
    expect(result).toMatchObject({
      ok: true,
      value: { received: 10_002, inserted: 2, rejected: 10_000, stoppedAtLine: 10_002 },
    });
    expect(seen.cancelled).toBe(true);
  });

  it.each([
    ['blank lines', '\n'],
    ['white space', ' '],
    ['zeros', '\0'],
    ['small records', line('same')],
    ['large records', line('same', { MERGEID: 'm'.repeat(40_000) })],
  ])('a gzip bomb is read to its limit and not beyond: %s', async (what, text) => {
    const { result } = send(`bomb-${what}`, gzipSync(repeated(text, 12 * MB)));
    expect(await result).toMatchObject({
      ok: false,
      failure: { code: 'import-unpacks-too-large', field: 'body' },
    });
    const { objects, named } = await objectsAndNamed(`bomb-${what}`);
    expect(objects).toEqual(named);
  });

  it('gzip that is cut off within a large record leaves what was whole before it, and nothing else', async () => {
    const noise = Array.from(crypto.getRandomValues(new Uint8Array(12_000)), (byte) =>
      byte.toString(16),
    ).join('');
    const text = line('a', { MERGEID: noise.repeat(3) }) + line('b', { MERGEID: noise.repeat(80) });
    const packed = gzipSync(utf8(text), { level: 0 });
    const { result } = send('cut', packed.subarray(0, packed.length - 20_000));
    expect(await result).toMatchObject({ ok: false, failure: { code: 'gzip-broken', field: 'body' } });
    expect(await recordRows('cut')).toEqual([]);
    expect(await objectsAndNamed('cut')).toEqual({ objects: [], named: [] });
  });

  it('hundreds of large records need no more statements than D1 allows', async () => {
    const lines = Array.from({ length: 350 }, (_, index) =>
      line(`c${index}`, { MERGEID: 'm'.repeat(20_000) }),
    );
    const { result } = send('hundreds', gzipSync(utf8(lines.join(''))));
    expect(await result).toMatchObject({ ok: true, value: { inserted: 350 } });
    const again = send('hundreds', gzipSync(utf8(lines.join(''))));
    expect(await again.result).toMatchObject({ ok: true, value: { unchanged: 350 } });
    const { objects, named } = await objectsAndNamed('hundreds');
    expect(objects).toHaveLength(350);
    expect(objects).toEqual(named);
  });

  it('one id with another large text on each line leaves the last one', async () => {
    const lines = Array.from({ length: 20 }, (_, index) =>
      line('same', { MERGEID: 'm'.repeat(20_000 + index) }),
    );
    const { result } = send('rewritten', utf8(lines.join('')), false);
    expect(await result).toMatchObject({ ok: true, value: { inserted: 1, updated: 19 } });
    expect((await recordRows('rewritten')).map(({ text }) => `${text}\n`)).toEqual(lines.slice(-1));
    const { objects, named } = await objectsAndNamed('rewritten');
    expect(objects).toEqual(named);
  });
});
