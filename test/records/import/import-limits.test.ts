import { env } from 'cloudflare:workers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failureText } from '../../../src/labels/failures/words.ts';
import { Batch, BATCH_BYTES, BATCH_RECORDS } from '../../../src/records/import/batch.ts';
import {
  IMPORT_LIMITS,
  importRecords,
  type ImportLimits,
} from '../../../src/records/import/import-records.ts';
import { CALLS_PER_BATCH } from '../../../src/records/import/write-batch.ts';
import { storesIn } from '../../../src/records/stores.ts';
import { countedObjects } from '../../../src/platform/counted.ts';
import { Invocation, PLATFORM_ALLOWANCE } from '../../../src/platform/invocation.ts';
import { aroundStatements } from '../../../src/platform/statements.ts';
import { listSeenKeys } from '../../../src/store/seen-keys.ts';
import { bodyOf, contact, utf8 } from '../records.ts';
import { recordRows } from '../stored.ts';
import { stores } from '../../support/record-stores.ts';

const NOON = '2024-02-29T12:00:00Z';
const lines = (count: number) =>
  utf8(
    Array.from(
      { length: count },
      (_, index) => `${contact(`c${index}`, NOON, { MERGEID: 'm'.repeat(900) })}\n`,
    ).join(''),
  );
const send = (
  ccid: string,
  body: ReadableStream<Uint8Array>,
  gzip: boolean,
  limits: Partial<ImportLimits> = {},
) => importRecords(stores, { ccid, kind: 'contacts', body, gzip, limits });

describe('limits of an import', () => {
  it('stops reading past the bytes sent', async () => {
    const { stream, seen } = bodyOf(lines(1_000), 1_000);
    const result = await send('sent', stream, false, { sent: 50_000 });
    expect(result).toMatchObject({ ok: false, failure: { code: 'import-too-large', field: 'body' } });
    // In chunks of 64 KiB.
    expect(seen).toEqual({ read: 66_000, cancelled: true });
  });

  it('takes exactly the limit', async () => {
    const bytes = lines(20);
    const result = await send('exact', bodyOf(bytes).stream, false, { sent: bytes.length });
    expect(result).toMatchObject({ ok: true, value: { inserted: 20 } });
  });

  it('stops unpacking past the bytes unpacked', async () => {
    const packed = gzipSync(new Uint8Array(50_000_000).fill(0x0a), { level: 1 });
    const { stream, seen } = bodyOf(packed, 1_000);
    const result = await send('unpacked', stream, true, { unpacked: 1_000_000 });
    expect(result).toMatchObject({ ok: false, failure: { code: 'import-unpacks-too-large' } });
    expect(seen.cancelled).toBe(true);
    expect(seen.read).toBeLessThan(packed.length);
  });

  it('reads gzip no faster than it imports', async () => {
    // What a compressor cannot shrink much: the bytes asked for tell how far unpacking has run ahead.
    const noise = crypto.getRandomValues(new Uint8Array(60_000));
    const packed = gzipSync(
      new Uint8Array(3_000_000).map((_, index) => noise[(index * 7_919) % 60_000] ?? 0),
      { level: 0 },
    );
    const { stream, seen } = bodyOf(packed, 4_096);
    const { readBody } = await import('../../../src/records/import/body.ts');
    const chunks = readBody(stream, { gzip: true, sent: 1e9, unpacked: 1e9 });
    await chunks.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.read).toBeLessThan(1_000_000);
    await chunks.return(undefined);
    expect(seen.cancelled).toBe(true);
  });

  it.each([
    ['cut off', (packed: Uint8Array) => packed.slice(0, packed.length - 20)],
    ['changed', (packed: Uint8Array) => packed.map((byte, index) => (index === 40 ? byte ^ 0x55 : byte))],
    ['not gzip', () => lines(3)],
  ])('says that a gzip stream is broken: %s', async (_, spoil) => {
    const result = await send('broken', bodyOf(spoil(gzipSync(lines(100)))).stream, true);
    expect(result).toMatchObject({ ok: false, failure: { code: 'gzip-broken', field: 'body' } });
    expect(result.ok ? '' : failureText(result.failure)).toContain('gzip');
  });

  it('throws what the body itself threw: a client that went away is no bad gzip', async () => {
    const gone = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.error(new Error('connection lost'));
        },
      });
    await expect(send('lost', gone(), true)).rejects.toThrow('connection lost');
    await expect(send('lost', gone(), false)).rejects.toThrow('connection lost');
  });

  it('holds what comes byte by byte in chunks as large as any', async () => {
    const { readBody } = await import('../../../src/records/import/body.ts');
    const { stream } = bodyOf(lines(100), 1);
    const sizes: number[] = [];
    for await (const chunk of readBody(stream, { gzip: false, sent: 1e9, unpacked: 1e9 }))
      sizes.push(chunk.length);
    expect(sizes).toEqual([65_536, lines(100).length - 65_536]);
  });

  it('says that a header is missing where the body is gzip', async () => {
    const result = await send('untold', bodyOf(gzipSync(lines(3)), 1).stream, false);
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'gzip-untold', field: 'Content-Encoding' },
    });
  });

  it('says in words when hostile text needs more calls than a request has, and keeps what was written', async () => {
    const texts = Array.from(
      { length: 2_000 },
      (_, index) => `${contact('same', NOON, { MERGEID: `${index}` })}\n`,
    );
    const { stream, seen } = bodyOf(utf8(texts.join('')), 64);
    // What has to be left for another batch, five batches, and the look at the limit before them.
    const few = new Invocation({ statements: 1_000, subrequests: 100 + 8 + 5 * CALLS_PER_BATCH });
    const counted = { ...stores, storeOf: storesIn(countedObjects(env.RECORDS)) };
    const request = { ccid: 'hostile', kind: 'contacts', body: stream, gzip: false } as const;
    const result = await few.run(() => importRecords(counted, request));
    expect(result).toMatchObject({ ok: false, failure: { code: 'import-statements' } });
    expect(result.ok ? '' : failureText(result.failure)).toContain('before line 7');
    expect(seen.cancelled).toBe(true);
    expect(await recordRows('hostile')).toMatchObject([{ text: texts[4]?.trimEnd() }]);
  });

  it('needs a part of its calls for the largest body of distinct records', () => {
    const batches = Math.ceil(IMPORT_LIMITS.unpacked / (BATCH_BYTES - IMPORT_LIMITS.inline));
    expect(batches * CALLS_PER_BATCH).toBeLessThan(PLATFORM_ALLOWANCE.subrequests / 10);
    // The least records: one that is any has 35 bytes and more.
    const small = Math.ceil(IMPORT_LIMITS.unpacked / 35 / BATCH_RECORDS);
    expect(small * CALLS_PER_BATCH).toBeLessThan(PLATFORM_ALLOWANCE.subrequests / 2);
  });

  it('tells of many keys in few statements', async () => {
    let statements = 0;
    const db = aroundStatements(stores.db, (queries, call) => {
      statements += queries.length;
      return call();
    });
    // Each line has two keys of its own, and each of them begins a batch.
    const texts = Array.from(
      { length: 150 },
      (_, index) => `${contact('same', NOON, { [`K${index}`]: index, [`L${index}`]: index })}\n`,
    );
    const body = bodyOf(utf8(texts.join(''))).stream;
    const result = await importRecords(
      { ...stores, db },
      { ccid: 'keys', kind: 'contacts', body, gzip: false },
    );
    expect(result).toMatchObject({ ok: true, value: { inserted: 1, updated: 149 } });
    expect(await listSeenKeys(stores.db, 'keys', ['contacts'])).toHaveLength(300);
    expect(statements).toBeLessThanOrEqual(7);
  });

  it('holds no more of a batch than it may, and copies of it alone', () => {
    const batch = new Batch();
    const row = (id: string, text: Uint8Array) =>
      ({
        id,
        owner: '',
        place: { entity: 100, media: '', date: 0 },
        contact: null,
        line: 1,
        text,
        hash: id,
      }) as const;
    const text = new Uint8Array(1_000_000).fill(0x20);
    for (let at = 0; at < 6; at += 1) expect(batch.add(row(`c${at}`, text))).toBe('added');
    expect(batch.add(row('more', text.subarray(0, 1)))).toBe('full');
    text.fill(0);
    expect(batch.records.every((each) => each.text instanceof Uint8Array && each.text[0] === 0x20)).toBe(
      true,
    );
    batch.empty();
    for (let at = 0; at < BATCH_RECORDS; at += 1)
      expect(batch.add(row(`c${at}`, text.subarray(0, 1)))).toBe('added');
    expect(batch.add(row('more', text.subarray(0, 1)))).toBe('full');
    expect([batch.add(row('c1', text)), batch.add({ ...row('c1', text), hash: 'other' })]).toEqual([
      'same',
      'conflict',
    ]);
    batch.empty();
  });
});
