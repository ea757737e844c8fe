import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../durable/record-store/classify.ts';
import { pageOf } from '../../../durable/record-store/page.ts';
import { RecordTables } from '../../../durable/record-store/record-tables.ts';
import { take } from '../../../durable/record-store/take.ts';
import { totalsOf } from '../../../durable/record-store/totals.ts';
import type { DataType, Kind } from '../../../src/model/records.ts';
import { parseRecord } from '../../../src/records/import/record.ts';
import { LargeTextUpload } from '../../../src/records/packed/large-upload.ts';
import { asked, makeBatch, type ComingRecord } from '../../../src/records/packed/make-batch.ts';
import { packedSource, type PackedReading } from '../../../src/records/packed/packed-source.ts';
import { askedRecords, incomingBatch } from '../../../src/records/packed/protocol.ts';
import { hashOfText } from '../../../src/records/packed/text-hash.ts';
import { newPartBuffer } from '../../../src/store/large-texts.ts';
import { allOf, interaction, readEntry, utf8 } from '../records.ts';
import { sourceContract } from '../source-contract.ts';

/** The tables on the storage of an object that is otherwise not used: nothing of the product makes them yet. */
const inStore = <T>(ccid: string, type: DataType, work: (tables: RecordTables) => T): Promise<T> =>
  runInDurableObject(env.REGISTRY.get(env.REGISTRY.idFromName(`${ccid}/${type}`)), (_, ctx) =>
    work(new RecordTables(ctx.storage)),
  );

const storeOf = (ccid: string, type: DataType): PackedReading => ({
  page: (selection, at) => inStore(ccid, type, (tables) => pageOf(tables, selection, at)),
  totals: (counting) => inStore(ccid, type, (tables) => totalsOf(tables, counting)),
  state: () => inStore(ccid, type, (tables) => tables.state),
  mediaTypes: () =>
    inStore(ccid, type, ({ sql }) =>
      sql
        .exec<{ media: string }>('SELECT DISTINCT media FROM counters WHERE kind = 0 ORDER BY media')
        .toArray()
        .map(({ media }) => media),
    ),
});

/** Records of a batch at most, so that the contract's records come in several. */
const BATCH = 25;

async function importLines(ccid: string, kind: Kind, lines: readonly string[]): Promise<void> {
  const type = kind === 'interactions' || kind === 'documents' ? 'Interaction' : 'Contact';
  for (let at = 0; at < lines.length; at += BATCH) {
    const records = await Promise.all(lines.slice(at, at + BATCH).map((line) => comingOf(kind, line)));
    const question = askedRecords.parse(asked(kind, records));
    const said = await inStore(ccid, type, (tables) => classify(tables, question));
    const { fates, stamp } = said;
    const batch = makeBatch(question, records, { fates, stamp, id: crypto.randomUUID(), at: 0 });
    const taken = await inStore(ccid, type, (tables) => take(tables, incomingBatch.parse(batch)));
    if (!taken) throw new Error('nobody came between');
  }
}

/** Texts of more bytes go to R2, as import will have it. */
const INLINE = 1_000_000;

async function comingOf(kind: Kind, line: string): Promise<ComingRecord> {
  const record = parseRecord(kind, line);
  if (!record.ok) throw new Error(record.failure.code);
  const text = utf8(line);
  if (text.length <= INLINE) return { ...record.value, text, hash: hashOfText(text), contact: null };
  const upload = new LargeTextUpload(env.BUCKET, `history/${crypto.randomUUID()}`, newPartBuffer());
  for (let at = 0; at < text.length; at += 65_536) await upload.write(text.subarray(at, at + 65_536));
  const { large, hash } = await upload.complete(null);
  expect(hash).toBe(hashOfText(text));
  return { ...record.value, text: large, hash, contact: null };
}

const source = packedSource({ storeOf, bucket: env.BUCKET });

sourceContract('Packed records', { source, importLines });

describe('packed records', () => {
  it('write one row for an owner and its piece, whatever is in it', async () => {
    const lines = Array.from({ length: 2_000 }, (_, index) =>
      interaction(`i${index}`, new Date(index * 60_000).toISOString(), { SUBJECT: 'x'.repeat(900) }),
    );
    const records = await Promise.all(lines.map((line) => comingOf('interactions', line)));
    const question = asked('interactions', records);
    const written = await runInDurableObject(
      env.REGISTRY.get(env.REGISTRY.idFromName('cost/Interaction')),
      (_, { storage }) => {
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
      },
    );
    expect(written).toBeGreaterThan(2_000);
    expect(written / 2_000).toBeLessThan(1.1);
    const [entry] = await source.totals(allOf('cost'));
    expect((await readEntry(source, allOf('cost'), entry!)).lines).toEqual(lines);
  });
});
