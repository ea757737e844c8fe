import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../durable/record-store/classify.ts';
import { RecordTables } from '../../../durable/record-store/record-tables.ts';
import { take } from '../../../durable/record-store/take.ts';
import { recordStoreName } from '../../../src/model/object-names.ts';
import type { DataType, Kind } from '../../../src/model/records.ts';
import { parseRecord } from '../../../src/records/import/record.ts';
import { LargeTextUpload } from '../../../src/records/packed/large-upload.ts';
import { asked, makeBatch, type ComingRecord } from '../../../src/records/packed/make-batch.ts';
import { hashOfText } from '../../../src/records/packed/text-hash.ts';
import { newPartBuffer } from '../../../src/store/large-texts.ts';
import type { Scope } from '../../../src/records/source/source.ts';
import { allOf, begun, documentOf, interaction, readAll, readEntry, utf8 } from '../records.ts';
import { sourceContract } from '../source-contract.ts';
import { compactStore, source, stores } from '../../support/record-stores.ts';

const stubOf = (ccid: string, type: DataType) =>
  env.RECORDS.get(env.RECORDS.idFromName(recordStoreName(ccid, type)));

const { storeOf } = stores;

/** Records of a batch at most, so that the contract's records come in several. */
const BATCH = 25;

async function importLines(
  ccid: string,
  kind: Kind,
  lines: readonly string[],
  batchSize = BATCH,
): Promise<void> {
  const type = kind === 'interactions' || kind === 'documents' ? 'Interaction' : 'Contact';
  for (let at = 0; at < lines.length; at += batchSize) {
    const records = await Promise.all(
      lines.slice(at, at + batchSize).map((line) => comingOf(kind, line, ccid)),
    );
    const question = asked(kind, records);
    const { fates, stamp } = await storeOf(ccid, type).classify(question);
    const batch = makeBatch(question, records, { fates, stamp, id: crypto.randomUUID(), at: 0 });
    const taken = await storeOf(ccid, type).take(batch);
    if (!taken) throw new Error('nobody came between');
  }
}

/** Texts of more bytes go to R2, as import will have it. */
const INLINE = 1_000_000;

async function comingOf(kind: Kind, line: string, ccid = ''): Promise<ComingRecord> {
  const record = parseRecord(kind, line);
  if (!record.ok) throw new Error(record.failure.code);
  const text = utf8(line);
  const contact = /"CONTACTID":"([^"]*)"/.exec(line)?.[1] ?? null;
  if (text.length <= INLINE) return { ...record.value, text, hash: hashOfText(text), contact };
  const upload = new LargeTextUpload(env.BUCKET, `history/${ccid}/${crypto.randomUUID()}`, newPartBuffer());
  for (let at = 0; at < text.length; at += 65_536) await upload.write(text.subarray(at, at + 65_536));
  const { large, hash } = await upload.complete(contact);
  expect(hash).toBe(hashOfText(text));
  return { ...record.value, text: large, hash, contact };
}

sourceContract('Packed records', {
  source,
  importLines: (ccid, kind, lines) => importLines(ccid, kind, lines),
});

describe('packed records', () => {
  it('write one row for an owner and its piece, whatever is in it', async () => {
    const lines = Array.from({ length: 2_000 }, (_, index) =>
      interaction(`i${index}`, new Date(index * 60_000).toISOString(), { SUBJECT: 'x'.repeat(900) }),
    );
    const records = await Promise.all(lines.map((line) => comingOf('interactions', line)));
    const question = asked('interactions', records);
    const written = await runInDurableObject(stubOf('cost', 'Interaction'), (_, { storage }) => {
      const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
      const exec = (query: string, ...values: SqlStorageValue[]) => {
        const cursor = storage.sql.exec(query, ...values);
        cursors.push(cursor);
        return cursor;
      };
      const tables = new RecordTables({
        sql: { exec } as SqlStorage,
        transactionSync: (work) => storage.transactionSync(work),
      });
      const { fates, stamp } = classify(tables, question);
      cursors.length = 0;
      take(tables, makeBatch(question, records, { fates, stamp, id: 'b', at: 0 }));
      return cursors.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0);
    });
    expect(written).toBeGreaterThan(2_000);
    expect(written / 2_000).toBeLessThan(1.1);
    const [entry] = await source.totals(allOf('cost'));
    expect((await readEntry(source, allOf('cost'), entry!)).lines).toEqual(lines);
  });

  it('are erased with all that was theirs, and what is let go leaves R2 by itself', async () => {
    const text = (id: string, bytes: number) =>
      interaction(id, '2024-02-28T00:00:00Z', { CONTACTID: 'K1', TEXT: 'x'.repeat(bytes) });
    const other = interaction('other', '2024-02-28T00:00:00Z', { CONTACTID: 'K2' });
    const lines = [text('a', 10), text('b', 1_200_000), other];
    await importLines('erased', 'interactions', lines);
    await importLines('erased', 'documents', [documentOf('d', 'a'), documentOf('e', 'other')]);
    const store = storeOf('erased', 'Interaction');
    expect(await store.eraseInteractionsOf('K1')).toEqual({ owners: 2, members: 1 });
    const read = await readAll(source, allOf('erased'));
    expect(read.map((entry) => entry.lines)).toEqual([[other], [documentOf('e', 'other')]]);
    await runDurableObjectAlarm(stubOf('erased', 'Interaction'));
    expect((await env.BUCKET.list({ prefix: 'history/erased/' })).objects).toEqual([]);
    const question = asked('documents', [await comingOf('documents', documentOf('f', 'a'))]);
    expect((await store.classify(question)).fates).toEqual([{ fate: 'refused', place: null }]);
  });

  const minutes = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      interaction(`i${String(index).padStart(3, '0')}`, new Date(index * 60_000).toISOString()),
    );
  const piecesIn = (ccid: string) =>
    runInDurableObject(stubOf(ccid, 'Interaction'), (_, { storage }) =>
      storage.sql.exec('SELECT records FROM pieces WHERE retired IS NULL ORDER BY first_date').toArray(),
    );

  it('are read through many small pieces, which compaction makes few', async () => {
    const lines = minutes(120);
    await importLines('small', 'interactions', lines, 1);
    expect(await piecesIn('small')).toHaveLength(120);
    const [read] = await readAll(source, allOf('small'));
    expect(read).toMatchObject({ lines, pages: 1 });
    await compactStore('small', 'Interaction');
    expect(await piecesIn('small')).toEqual([{ records: 120 }]);
    expect((await readAll(source, allOf('small')))[0]?.lines).toEqual(lines);
  });

  it('that came in no order are merged before they are read, no more at a time than may be held', async () => {
    const lines = minutes(400);
    // Each batch has the first and the last hour.
    const mixed = lines.map((_, index) => lines[((index * 16) % 400) + Math.floor(index / 25)] ?? '');
    await importLines('mixed', 'interactions', mixed);
    expect(await piecesIn('mixed')).toHaveLength(16);
    const [read] = await readAll(source, allOf('mixed'));
    expect(read).toMatchObject({ lines, records: 400, pages: 1 });
    expect(await piecesIn('mixed')).toEqual([{ records: 400 }]);
  });

  it('are copied as they lie where all of a piece is asked for, and cut where not', async () => {
    const lines = minutes(2_000);
    await importLines('copied', 'interactions', lines, 2_000);
    const scope = allOf('copied');
    const [entry] = await source.totals(scope);
    const formsOf = async (wanted: Scope) => {
      const forms = [];
      const page = await source.page(await begun(source, wanted), entry!, null); // there are records
      for await (const chunk of page.chunks()) forms.push(chunk instanceof Uint8Array ? 'cut' : 'copied');
      return forms;
    };
    expect(await formsOf(scope)).toEqual(['copied']);
    expect((await readAll(source, scope))[0]?.lines).toEqual(lines);
    const later = { ...scope, from: 60_000 };
    expect(await formsOf(later)).toEqual(['cut']);
    expect((await readAll(source, later))[0]?.lines).toEqual(lines.slice(1));
    await importLines('copied', 'interactions', [lines[7]!.replace('email', 'chat')]); // there are 2,000
    expect((await formsOf(scope))[0]).toBe('cut');
    expect((await readAll(source, scope))[0]?.lines).toHaveLength(2_000);
  });

  it('are told by their numbers alone where the page is bare, cuts as they are', async () => {
    const lines = minutes(3_000);
    await importLines('bare', 'interactions', lines, 1_000);
    const scope = await begun(source, { ...allOf('bare'), from: 60_000 });
    const [entry] = await source.totals(scope);
    const chunksOf = async (bare: boolean) => {
      const page = await source.page(scope, entry!, null, bare); // there are records
      const chunks = [];
      for await (const chunk of page.chunks())
        if (chunk instanceof Uint8Array) chunks.push({ cut: hashOfText(chunk) });
        else {
          const { deflated, ...numbers } = chunk;
          expect(deflated).toHaveLength(bare ? 0 : numbers.length);
          chunks.push(numbers);
        }
      return { chunks, records: page.records, next: page.next };
    };
    const whole = await chunksOf(false);
    expect(whole.chunks.map((chunk) => 'cut' in chunk)).toEqual([true, false, false]);
    expect(await chunksOf(true)).toEqual(whole);
  });

  it('keep a page small where a few records are far larger than the rest', async () => {
    const START = Date.UTC(2024, 1, 28);
    const small = Array.from({ length: 3_000 }, (_, index) =>
      interaction(`s${index}`, new Date(START + index * 1_000).toISOString()),
    );
    const large = Array.from({ length: 12 }, (_, index) =>
      interaction(`l${index}`, new Date(START + 1_000_500 + index).toISOString(), {
        SUBJECT: 'é'.repeat(900_000),
      }),
    );
    await importLines('skew', 'interactions', [...small, ...large], 1_000);
    // Totals of a history that has grown since: an average far below these records.
    const entry = { kind: 'interactions', entity: 0, records: 1_000_000, bytes: 100_000_000 } as const;
    const read = await readEntry(source, allOf('skew'), entry);
    expect(read.records).toBe(3_012);
    expect(read.lines.slice(1_001, 1_013)).toEqual(large);
    expect(read.largestPage).toBeLessThan(7_000_000);
    expect(new Set(read.lines)).toEqual(new Set([...small, ...large]));
  });

  it('wait for their owners no longer than records are kept', async () => {
    await importLines('aged', 'documents', [documentOf('d', 'nobody')]);
    const store = storeOf('aged', 'Interaction');
    const ask = { type: 'Interaction', most: 10 } as const;
    expect(await store.removeBefore({ ...ask, before: 0 })).toEqual({ removed: 0, all: true });
    expect(await store.removeBefore({ ...ask, before: 1 })).toEqual({ removed: 1, all: true });
    const question = asked('documents', [await comingOf('documents', documentOf('d', 'nobody'))]);
    expect((await store.classify(question)).fates).toEqual([{ fate: 'new', place: null }]);
  });
});
