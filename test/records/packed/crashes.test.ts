import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { orphanedTexts } from '../../../src/records/erasure/orphaned-texts.ts';
import { importRecords } from '../../../src/records/import/import-records.ts';
import type { PackedProtocol } from '../../../src/records/packed/protocol.ts';
import type { RecordStores } from '../../../src/records/stores.ts';
import { source, stores, storeWith } from '../../support/record-stores.ts';
import { allOf, bodyOf, importLines, interaction, readAll, utf8 } from '../records.ts';
import { countersAndRecount, lastChange, objectsAndNamed, recordRows } from '../stored.ts';

const NOON = '2024-02-29T12:00:00Z';
const lines = (note: string) =>
  ['a', 'b', 'c'].map((id) => interaction(id, NOON, { SUBJECT: `${note} ${id}` }));

/** The stores, with other calls of the one that is asked for. */
const disturbed = (calls: (store: PackedProtocol) => Partial<PackedProtocol>): RecordStores => ({
  ...stores,
  storeOf: (ccid, type) => {
    const store = stores.storeOf(ccid, type);
    return storeWith(store, calls(store));
  },
});

const importThrough = (through: RecordStores, ccid: string, texts: readonly string[]) => {
  const body = bodyOf(utf8(texts.map((text) => `${text}\n`).join(''))).stream;
  return importRecords(through, { ccid, kind: 'interactions', body, gzip: false });
};

async function expectOnce(ccid: string, texts: readonly string[]) {
  expect((await readAll(source, allOf(ccid)))[0]?.lines).toEqual(texts);
  expect(await recordRows(ccid)).toHaveLength(texts.length);
  const { kept, recount } = await countersAndRecount(ccid);
  expect(kept).toEqual(recount);
}

describe('an import that is cut off', () => {
  it('put without take: nothing is there, the sweep finds the text, and sending it again takes all', async () => {
    const large = interaction('large', NOON, { TEXT: 'x'.repeat(1_200_000) });
    const dead = disturbed(() => ({ take: () => Promise.reject(new Error('the isolate is gone')) }));
    await expect(importThrough(dead, 'put', [large])).rejects.toThrow('gone');
    expect(await recordRows('put')).toEqual([]);
    const { objects, named } = await objectsAndNamed('put');
    expect([objects.length, named]).toEqual([1, []]);
    expect(await orphanedTexts(stores, objects)).toEqual(objects);
    expect(await importThrough(stores, 'put', [large])).toMatchObject({ value: { inserted: 1 } });
    const again = await objectsAndNamed('put');
    expect(await orphanedTexts(stores, again.objects)).toEqual(objects);
    await expectOnce('put', [large]);
  });

  it('take answered, answer lost: asked again it is answered the same, and nothing is taken twice', async () => {
    let lost = 0;
    const lossy = disturbed((store) => ({
      take: async (batch) => {
        const taken = await store.take(batch);
        if (lost++ === 0) throw new Error('Network connection lost.');
        return taken;
      },
    }));
    expect(await importThrough(lossy, 'lost', lines('first'))).toMatchObject({
      value: { inserted: 3, updated: 0, unchanged: 0 },
    });
    expect(lost).toBe(2);
    expect(await lastChange('lost')).toBe(3);
    await expectOnce('lost', lines('first'));
  });

  it('two imports of the same ids between classify and take: the later one is made anew, and each counts what it did', async () => {
    let overtaken = 0;
    const slow = disturbed((store) => ({
      classify: async (question) => {
        const fates = await store.classify(question);
        if (overtaken++ === 0) await importLines('both', 'interactions', lines('other'));
        return fates;
      },
    }));
    expect(await importThrough(slow, 'both', lines('own'))).toMatchObject({
      value: { inserted: 0, updated: 3, unchanged: 0 },
    });
    expect(overtaken).toBe(2);
    expect(await lastChange('both')).toBe(6);
    await expectOnce('both', lines('own'));
  });

  it('overtaken again and again is asked to come again, and has taken nothing', async () => {
    let times = 0;
    const never = disturbed((store) => ({
      classify: async (question) => {
        const fates = await store.classify(question);
        // Now the same as what comes, and now another text: what was said of it is never true.
        times += 1;
        await importLines('busy', 'interactions', lines(times % 2 === 1 ? 'own' : `${times}`));
        return fates;
      },
    }));
    expect(await importThrough(never, 'busy', lines('own'))).toMatchObject({
      ok: false,
      failure: { code: 'imports-busy' },
    });
    await expectOnce('busy', lines(`${times}`));
  });

  it('erased with its contact, a record is refused by its line when it comes again', async () => {
    const named = (id: string) => interaction(id, NOON, { CONTACTID: 'K' });
    await importThrough(stores, 'erased', [named('a')]);
    await stores.storeOf('erased', 'Interaction').eraseInteractionsOf('K');
    const report = await importThrough(stores, 'erased', ['no JSON', named('a'), named('b'), 'neither']);
    expect(report).toMatchObject({ value: { received: 4, inserted: 1, rejected: 3 } });
    expect(report.ok && report.value.errors.map(({ line, failure }) => [line, failure.code])).toEqual([
      [1, 'record-not-an-object'],
      [2, 'record-erased'],
      [4, 'record-not-an-object'],
    ]);
    expect((await env.BUCKET.list({ prefix: 'history/erased/' })).objects).toEqual([]);
  });
});
