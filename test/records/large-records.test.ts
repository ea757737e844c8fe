import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { failureText } from '../../src/labels/failures/words.ts';
import { hashOfText } from '../../src/records/packed/text-hash.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { RecordUnreadable } from '../../src/records/source/record-unreadable.ts';
import type { RecordPage } from '../../src/records/source/source.ts';
import { plainChunk } from './plain-chunk.ts';
import {
  allOf,
  begun,
  bodyOf,
  documentOf,
  importLines,
  interaction,
  readAll,
  readEntry,
  utf8,
} from './records.ts';
import { source, stores, storeWith } from '../support/record-stores.ts';
import { clearUp, countersAndRecount, lastChange, objectsAndNamed, recordRows } from './stored.ts';
import { noise } from '../limits/noise.ts';

const NOON = '2024-02-29T12:00:00Z';
/** An interaction of about `bytes` bytes, not all of them ASCII. */
const large = (id: string, bytes: number, date = NOON) =>
  interaction(id, date, { TEXT: 'Größe "x" \\ \u2028 😀'.repeat(Math.ceil(bytes / 25)) });
const objectOf = async (ccid: string, id: string) =>
  (await recordRows(ccid)).find((row) => row.id === id)?.object ?? null;

async function expectTidy(ccid: string) {
  const { objects, named } = await objectsAndNamed(ccid);
  expect(objects).toEqual(named);
  const { kept, recount } = await countersAndRecount(ccid);
  expect(kept).toEqual(recount);
}

describe('large records', () => {
  it('of 3 MB and 9 MB come back byte for byte, in their place among the others', async () => {
    const lines = [
      interaction('a', NOON),
      large('b', 3_000_000),
      interaction('c', NOON),
      large('d', 9_000_000),
      interaction('e', '2024-02-29T12:00:01Z'),
    ];
    expect(await importLines('big', 'interactions', lines)).toMatchObject({ inserted: 5, rejected: 0 });
    const [read] = await readAll(source, allOf('big'));
    expect(read?.lines).toEqual(lines);
    expect(read?.totals.bytes).toBe(lines.reduce((sum, line) => sum + utf8(line).length + 1, 0));
    const row = (await recordRows('big'))[3];
    expect(row).toMatchObject({ id: 'd', size: utf8(lines[3] ?? '').length });
    expect(row?.object).toMatch(/^history\/big\/interactions\/[0-9a-f-]{36}$/);
    expect(row?.hash).toBe(hashOfText(utf8(lines[3] ?? '')));
    await expectTidy('big');
  });

  it('keep their object when they come again, in a request of their own or in the same', async () => {
    const line = large('a', 1_500_000);
    await importLines('again', 'interactions', [line]);
    const object = await objectOf('again', 'a');
    expect(await importLines('again', 'interactions', [line, line])).toMatchObject({ unchanged: 2 });
    expect(await objectOf('again', 'a')).toBe(object);
    expect(await lastChange('again')).toBe(1);
    await expectTidy('again');
  });

  it('change their object, shrink into their row and grow out of it', async () => {
    const texts = [
      large('a', 1_500_000),
      large('a', 1_600_000),
      interaction('a', NOON),
      large('a', 1_200_000),
    ];
    for (const [index, text] of texts.entries()) {
      await importLines('sizes', 'interactions', [text]);
      expect(await recordRows('sizes')).toMatchObject([{ text, change: index + 1, size: utf8(text).length }]);
      await expectTidy('sizes');
    }
    expect(await importLines('sizes', 'interactions', texts)).toMatchObject({ updated: 4 });
    await expectTidy('sizes');
  });

  it('wait for their owner and move with it', async () => {
    const text = documentOf('d', 'i', { CONTENT: 'QUJD'.repeat(400_000) });
    expect(await importLines('member', 'documents', [text])).toMatchObject({ waiting: 1 });
    await importLines('member', 'interactions', [interaction('i', NOON)]);
    expect((await readAll(source, allOf('member'))).map(({ lines }) => lines)).toEqual([
      [interaction('i', NOON)],
      [text],
    ]);
    await expectTidy('member');
  });

  it('are each the last of their page', async () => {
    const lines = Array.from({ length: 600 }, (_, index) => {
      const date = new Date(Date.UTC(2024, 0, 1) + index * 1_000).toISOString();
      const id = `i${String(index).padStart(3, '0')}`;
      return index % 50 === 7
        ? large(id, 1_100_000, date)
        : interaction(id, date, { SUBJECT: 's'.repeat(900) });
    });
    await importLines('pages', 'interactions', lines);
    for (const scope of [
      allOf('pages'),
      allOf('pages', { changes: { from: 0, to: 600 } }),
      allOf('pages', { media: ['email'] }),
    ]) {
      const [entry] = await source.totals(scope);
      const read = await readEntry(source, scope, entry!); // 600 records are there
      expect(new Set(read.lines)).toEqual(new Set(lines));
      expect(read.pages).toBe(13);
    }
    const other = await readAll(source, allOf('pages', { media: ['chat'] }));
    expect(other).toEqual([]);
  });

  it('that are all there is make a page each', async () => {
    const lines = ['a', 'b', 'c'].map((id) => large(id, 1_100_000));
    await importLines('only', 'interactions', lines);
    const [read] = await readAll(source, allOf('only'));
    expect(read).toMatchObject({ lines, pages: 3 });
  });
});

describe('a large text that is gone', () => {
  const firstPage = async (ccid: string) => {
    await importLines(ccid, 'interactions', [large('the-one', 1_100_000)]);
    const [entry] = await source.totals(allOf(ccid));
    if (!entry) throw new Error('no totals');
    return source.page(await begun(source, allOf(ccid)), entry, null);
  };
  const drain = async (page: RecordPage) => {
    for await (const chunk of page.chunks())
      expect(plainChunk(chunk).length).toBeLessThanOrEqual(2 * 1024 * 1024);
  };

  it('is told with the record’s id', async () => {
    const page = await firstPage('missing');
    await env.BUCKET.delete((await objectOf('missing', 'the-one')) ?? '');
    const failure = await drain(page).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RecordUnreadable);
    expect(failure).toMatchObject({ id: 'the-one', message: expect.stringContaining('"the-one"') as string });
  });

  it('is not, where its record was changed, as long as somebody reads', async () => {
    const page = await firstPage('replaced');
    await importLines('replaced', 'interactions', [large('the-one', 1_200_000)]);
    await clearUp('replaced');
    await expect(drain(page)).resolves.toBeUndefined();
  });
});

describe('a large line that is no record', () => {
  const padding = 'x'.repeat(1_200_000);
  it.each([
    ['not whole', `{"IXNID":"${padding}`, 'JSON object'],
    ['an array', `["${padding}"]`, 'JSON object'],
    ['without an id', `{"TEXT":"${padding}"}`, 'IXNID'],
    ['of a wrong type', interaction('a', NOON, { TEXT: padding, STATUS: 'x' }), 'STATUS'],
    ['with U+0000 in its id', interaction('a\u0000', NOON, { TEXT: padding }), 'IXNID'],
    ['nested too deep', `{"A":${'['.repeat(1_200_000)}`, 'nested'],
    ['too long', large('a', 9_000_000), 'longer than 8500000 bytes'],
    [
      'not UTF-8',
      Uint8Array.from([...utf8(interaction('a', NOON, { TEXT: padding }).slice(0, -2)), 0xc3, 0x22, 0x7d]),
      'UTF-8',
    ],
    [
      'not UTF-8 at its end',
      Uint8Array.from([...utf8(interaction('a', NOON, { TEXT: padding })), 0xc3]),
      'UTF-8',
    ],
  ])('is refused by number, and nothing of it stays: %s', async (what, line, words) => {
    const ccid = `bad-${what}`;
    const before = utf8(`${interaction('first', NOON)}\n`);
    const bytes = typeof line === 'string' ? utf8(line) : line;
    const body = new Blob([
      before,
      bytes,
      utf8(`\r\n${' '.repeat(1_100_000)}\r\n${interaction('last', NOON)}`),
    ]).stream();
    const result = await importRecords(stores, {
      ccid,
      kind: 'interactions',
      body,
      gzip: false,
      limits: { record: 8_500_000 },
    });
    expect(result).toMatchObject({ ok: true, value: { received: 3, inserted: 2, rejected: 1 } });
    const errors = result.ok ? result.value.errors : [];
    expect(errors.map(({ line: number, failure }) => [number, failureText(failure)])).toEqual([
      [2, expect.stringContaining(words)],
    ]);
    expect(await objectsAndNamed(ccid)).toEqual({ objects: [], named: [] });
  });
});

describe('an import of large records that breaks off', () => {
  const watched = () => {
    const uploads = { begun: 0, aborted: 0 };
    const bucket = new Proxy(env.BUCKET, {
      get(target, property) {
        if (property === 'createMultipartUpload') uploads.begun += 1;
        if (property === 'resumeMultipartUpload') uploads.aborted += 1;
        const value: unknown = Reflect.get(target, property);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    return { uploads, bucket };
  };
  const cutAfter = (bytes: Uint8Array, count: number) => {
    const { stream } = bodyOf(bytes.slice(0, count), 100_000);
    const reader = stream.getReader();
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.error(new Error('connection lost'));
        else controller.enqueue(value);
      },
    });
  };

  it('leaves nothing of what no row names: not what was complete, not what was half-way', async () => {
    const bytes = utf8(`${large('a', 1_200_000)}\n${interaction('b', NOON, { TEXT: noise(20_000_000) })}\n`);
    const { uploads, bucket } = watched();
    const body = cutAfter(bytes, 15_000_000);
    await expect(
      importRecords({ ...stores, bucket }, { ccid: 'lost', kind: 'interactions', body, gzip: false }),
    ).rejects.toThrow('connection lost');
    expect(uploads).toEqual({ begun: 1, aborted: 1 });
    expect(await objectsAndNamed('lost')).toEqual({ objects: [], named: [] });
  });

  it('leaves to the sweep what a store may have taken', async () => {
    const storeOf: typeof stores.storeOf = (ccid, type) => {
      const store = stores.storeOf(ccid, type);
      const take = () => Promise.reject(new Error('no answer'));
      return storeWith(store, { take });
    };
    const body = bodyOf(utf8(large('a', 1_200_000))).stream;
    const request = { ccid: 'unsure', kind: 'interactions', body, gzip: false } as const;
    await expect(importRecords({ ...stores, storeOf }, request)).rejects.toThrow('no answer');
    expect((await objectsAndNamed('unsure')).objects).toHaveLength(1);
  });
});
