import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { countedObjects } from '../../../src/platform/counted.ts';
import { Invocation } from '../../../src/platform/invocation.ts';
import { eraseContact } from '../../../src/records/erasure/erase-contact.ts';
import { removeOlder } from '../../../src/records/erasure/remove-older.ts';
import { storesIn } from '../../../src/records/stores.ts';
import type { Kind } from '../../../src/model/records.ts';
import { importAll, interaction, newCenter } from '../../support/center.ts';
import { stores } from '../../support/record-stores.ts';
import { clearUp, countersAndRecount, recordRows } from '../stored.ts';

const contact = (CONTACTID: string, CREATEDDATE = '2024-01-01') => JSON.stringify({ CONTACTID, CREATEDDATE });
const attribute = (ID: string, CONTACTID: string) => JSON.stringify({ ID, CONTACTID });
const document = (ID: string, ENTITYID: string) => JSON.stringify({ ID, ENTITYID });

const idsOf = async (ccid: string): Promise<string[]> =>
  (await recordRows(ccid)).map(({ id }) => id).toSorted();
/** Whether the counters are those of a recount. */
async function countersAgree(ccid: string): Promise<boolean> {
  const { kept, recount } = await countersAndRecount(ccid);
  return JSON.stringify(kept) === JSON.stringify(recount);
}

async function fill(ccid: string): Promise<void> {
  const all: readonly [Kind, readonly string[]][] = [
    ['contacts', [contact('K1'), contact('K2')]],
    ['contact-attributes', [attribute('T1', 'K1'), attribute('T2', 'K2')]],
    [
      'interactions',
      [
        interaction('I1', { CONTACTID: 'K1' }),
        interaction('I2', { CONTACTID: 'K2', STARTDATE: '2020-01-01' }),
        interaction('I3', { CONTACTID: 'K1', TEXT: 'x'.repeat(1_200_000) }),
        interaction('I4', { TEXT: '"CONTACTID":"K1"' }),
      ],
    ],
    ['documents', [document('D1', 'I1'), document('D2', 'I2'), document('D3', 'I3')]],
  ];
  for (const [kind, texts] of all) await importAll(ccid, kind, texts);
}

describe('erasing a contact', () => {
  it('removes it with its attributes, interactions, documents and their texts in R2, and nothing else', async () => {
    const [ccid, other] = [await newCenter('erase'), await newCenter('erase')];
    await fill(ccid);
    await fill(other);
    const texts = () => env.BUCKET.list({ prefix: `history/${ccid}/` });
    expect((await texts()).objects).toHaveLength(1);
    expect(await eraseContact(stores, ccid, 'K1')).toEqual({
      contacts: 1,
      contactAttributes: 1,
      interactions: 2,
      documents: 2,
    });
    expect(await idsOf(ccid)).toEqual(['D2', 'I2', 'I4', 'K2', 'T2']);
    await clearUp(ccid);
    expect((await texts()).objects).toEqual([]);
    expect(await countersAgree(ccid)).toBe(true);
    expect(await idsOf(other)).toHaveLength(11);
    expect(await eraseContact(stores, ccid, 'K1')).toEqual({
      contacts: 0,
      contactAttributes: 0,
      interactions: 0,
      documents: 0,
    });
  });
});

describe('which interactions are a contact’s', () => {
  const erased = async (ccid: string) => (await eraseContact(stores, ccid, 'K1')).interactions;

  it('is told by what the text says when it is parsed: of equal names the last one, however they are written', async () => {
    const ccid = await newCenter('parsed');
    const lines = (
      [
        ['last', '"CONTACTID":"K2","CONTACTID":"K1"'],
        ['first', '"CONTACTID":"K1","CONTACTID":"K2"'],
        ['escaped', String.raw`"CONTACTID":"K\u0031"`],
        ['escaped-name', String.raw`"\u0043ONTACTID":"K1"`],
        ['escaped-last', String.raw`"CONTACTID":"K1","CONTACT\u0049D":"K2"`],
        ['inside', '"OTHER":{"CONTACTID":"K1"}'],
      ] as const
    ).map(([id, members]) => interaction(id).replace('{', `{${members},`));
    await importAll(ccid, 'interactions', lines);
    const named = lines.filter((line) => (JSON.parse(line) as Record<string, unknown>)['CONTACTID'] === 'K1');
    expect(named).toHaveLength(3);
    expect(await erased(ccid)).toBe(3);
    expect(await idsOf(ccid)).toEqual(['escaped-last', 'first', 'inside']);
  });

  it('is known of a large text without reading it, also where that is gone', async () => {
    const ccid = await newCenter('gone');
    const large = (id: string) => interaction(id, { TEXT: 'x'.repeat(1_200_000), CONTACTID: 'K1' });
    await importAll(ccid, 'interactions', [large('A'), interaction('B', { CONTACTID: 'K1' })]);
    for (const { key } of (await env.BUCKET.list({ prefix: `history/${ccid}/` })).objects)
      await env.BUCKET.delete(key);
    expect(await erased(ccid)).toBe(2);
    expect(await idsOf(ccid)).toEqual([]);
  });
});

describe('the retention of the history', () => {
  it('removes what is older by its own or its owner’s date, with its counters, page by page', async () => {
    const ccid = await newCenter('older');
    await fill(ccid);
    const before = Date.UTC(2023, 0, 1);
    expect(await removeOlder(stores, ccid, before)).toEqual({ removed: 2, all: true });
    expect(await idsOf(ccid)).toEqual(['D1', 'D3', 'I1', 'I3', 'I4', 'K1', 'K2', 'T1', 'T2']);
    const old = (from: number) =>
      Array.from({ length: 20 }, (_, index) => contact(`old${from + index}`, '2001-01-01'));
    for (let from = 0; from < 1_200; from += 20) await importAll(ccid, 'contacts', old(from));
    // A call takes records out of fifty pieces, and ten calls have to be left for another one.
    const counted = { storeOf: storesIn(countedObjects(env.RECORDS)) };
    const few = new Invocation({ statements: 10, subrequests: 10 });
    expect(await few.run(() => removeOlder(counted, ccid, before))).toEqual({ removed: 0, all: false });
    const more = new Invocation({ statements: 10, subrequests: 11 });
    expect(await more.run(() => removeOlder(counted, ccid, before))).toEqual({ removed: 1_000, all: false });
    expect(await removeOlder(stores, ccid, before)).toEqual({ removed: 200, all: true });
    expect(await countersAgree(ccid)).toBe(true);
    expect(await idsOf(ccid)).toHaveLength(9);
  });
});
