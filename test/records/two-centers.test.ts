import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { recordStoreName } from '../../src/model/object-names.ts';
import { countedBucket, countedDatabase, countedObjects } from '../../src/platform/counted.ts';
import { Invocation } from '../../src/platform/invocation.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { packedSource } from '../../src/records/packed/packed-source.ts';
import { storesIn, type RecordStores } from '../../src/records/stores.ts';
import { interaction, newCenter } from '../support/center.ts';
import { recordStoreNames } from '../support/record-stores.ts';

const real = storesIn(countedObjects(env.RECORDS));
const stores: RecordStores = {
  db: countedDatabase(env.DB),
  bucket: countedBucket(env.BUCKET),
  storeOf: (ccid, type) => {
    recordStoreNames.add(recordStoreName(ccid, type));
    return real(ccid, type);
  },
};
const source = packedSource(stores);
const LINES = 20;

const scope = (ccid: string) =>
  ({ ccid, type: 'Interaction', from: null, to: null, media: null, attachments: true }) as const;

async function bring(ccid: string, from: number, count: number): Promise<void> {
  const texts = Array.from(
    { length: count },
    (_, at) => `${interaction(`I${String(from + at).padStart(8, '0')}`, { TEXT: 'x'.repeat(500) })}\n`,
  );
  const body = new Response(texts.join('')).body!; // a Response of a text has a body
  await importRecords(stores, { ccid, kind: 'interactions', body, gzip: false });
}

/** Reads all that is there, as a run does; answers the pages. */
async function exported(ccid: string, reader: string): Promise<number> {
  let begun = null;
  // Each time it is put into order a little more.
  for (let tries = 0; begun === null && tries < 50; tries += 1)
    begun = await source.begin(scope(ccid), { reader, since: null });
  if (!begun) throw new Error('the records are not in order');
  const [entry] = begun.entries;
  let pages = 0;
  for (let cursor = null, more = entry !== undefined; more; pages += 1) {
    const snapshot = { reader, version: begun.version };
    const page = await source.page({ ...scope(ccid), changes: begun.changes, snapshot }, entry!, cursor);
    for await (const chunk of page.chunks()) void chunk;
    [cursor, more] = [page.next as never, page.next !== null];
  }
  await source.release(ccid, 'Interaction', reader);
  return pages;
}

/** What a little import and an export of a small center cost: rows of D1, calls of objects and R2, rows in its own object. */
async function costOf(ccid: string, round: number) {
  const rows = () =>
    runInDurableObject(
      env.RECORDS.getByName(recordStoreName(ccid, 'Interaction')),
      (_, ctx) => ctx.storage.sql.databaseSize,
    );
  const invocation = new Invocation();
  await invocation.run(async () => {
    await bring(ccid, round * LINES, LINES);
    await exported(ccid, `run-${round}`);
  });
  return { used: invocation.used, grown: (await rows()) > 0 };
}

describe('a contact center beside one that imports and exports without pause', () => {
  it('costs what it costs alone, and has its turns', async () => {
    const [small, large] = [await newCenter('small'), await newCenter('large')];
    await costOf(small, 0);
    const alone = await costOf(small, 1);
    const over = new AbortController();
    let rounds = 0;
    const { promise: underWay, resolve: begun } = Promise.withResolvers<void>();
    const busy = (async () => {
      for (; !over.signal.aborted && rounds < 200; rounds += 1) {
        await bring(large, rounds * 1_000, 1_000);
        await exported(large, `run-${rounds}`);
        if (rounds === 1) begun();
      }
    })();
    // The other has begun, and has a history that is a hundred times as large.
    await Promise.race([busy, underWay]);
    const before = rounds;
    const beside = await costOf(small, 2).finally(() => over.abort());
    // It had its turns between those of the other, and did not wait until that had ended one thing after another.
    expect(rounds - before).toBeLessThanOrEqual(2);
    await busy;
    expect(rounds).toBeGreaterThan(before);
    expect(beside).toEqual(alone);
  });
});
