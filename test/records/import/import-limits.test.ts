import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failureText } from '../../../src/labels/failures/words.ts';
import { Batch, MAX_BATCH_BYTES, MAX_PAIRS, MAX_VALUE_BYTES } from '../../../src/records/import/batch.ts';
import {
  IMPORT_LIMITS,
  importRecords,
  type ImportLimits,
} from '../../../src/records/import/import-records.ts';
import { STATEMENTS_PER_BATCH } from '../../../src/records/import/upsert.ts';
import { countedDatabase } from '../../../src/platform/counted.ts';
import { Invocation, PLATFORM_ALLOWANCE } from '../../../src/platform/invocation.ts';
import { aroundStatements } from '../../../src/platform/statements.ts';
import { listSeenKeys } from '../../../src/store/seen-keys.ts';
import { bodyOf, contact, recordRows, stores, utf8 } from '../records.ts';

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

  it('says in words when hostile text needs more statements than D1 allows, and keeps what was written', async () => {
    const texts = Array.from(
      { length: 2_000 },
      (_, index) => `${contact('same', NOON, { MERGEID: `${index}` })}\n`,
    );
    const { stream, seen } = bodyOf(utf8(texts.join('')), 64);
    // For another batch there must be its own and two more.
    const few = new Invocation({ statements: 1 + 5 * STATEMENTS_PER_BATCH + 5, subrequests: 10_000 });
    const counted = { ...stores, db: countedDatabase(stores.db) };
    const request = { ccid: 'hostile', kind: 'contacts', body: stream, gzip: false } as const;
    const result = await few.run(() => importRecords(counted, request));
    expect(result).toMatchObject({ ok: false, failure: { code: 'import-statements' } });
    expect(result.ok ? '' : failureText(result.failure)).toContain('before line 7');
    expect(seen.cancelled).toBe(true);
    expect(await recordRows('hostile')).toMatchObject([{ text: texts[4]?.trimEnd() }]);
  });

  it('needs fewer than 1,000 statements for the largest body of distinct records', () => {
    // Two pairs in a row hold more than one value may, of text or of rows, and a record's line is longer than its row.
    const leastText = Math.min(MAX_BATCH_BYTES - IMPORT_LIMITS.inline, (MAX_PAIRS * MAX_VALUE_BYTES) / 2);
    const batches = Math.ceil(IMPORT_LIMITS.unpacked / leastText);
    // The change numbers' row, the limit of bytes and the media types, the keys, and what must be left for another batch.
    const beside = 3 + 11 + STATEMENTS_PER_BATCH + 3;
    expect(batches * STATEMENTS_PER_BATCH + beside).toBeLessThan(PLATFORM_ALLOWANCE.statements);
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
    expect(statements).toBeLessThanOrEqual(150 * STATEMENTS_PER_BATCH + 5);
  });

  it.each([
    ['small', 'c', 60],
    ['ids of the greatest length', '長'.repeat(240), 900],
    ['ids that JSON escapes', '\u0001'.repeat(240), 1_600],
    ['half a value and a bit', 'c', MAX_VALUE_BYTES / 2 + 1],
  ])('binds no value above D1’s 2,000,000 bytes: %s', (_, prefix, size) => {
    const batch = new Batch();
    let index = 0;
    let taken = 0;
    for (;;) {
      const id = `${prefix}${(index += 1)}`;
      const place = { entity: 100, media: '', date: 0 };
      if (batch.add({ id, owner: id, place, text: 'x'.repeat(size), size, large: null }) !== 'added') break;
      taken += 1;
    }
    const pairs = batch.pairs();
    expect(pairs).toHaveLength(MAX_PAIRS);
    expect(taken).toBeGreaterThanOrEqual(MAX_PAIRS);
    for (const { rows, texts } of pairs) {
      expect(utf8(rows).length).toBeLessThanOrEqual(MAX_VALUE_BYTES);
      expect(utf8(texts).length).toBeLessThanOrEqual(MAX_VALUE_BYTES);
    }
  });
});
