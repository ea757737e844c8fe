import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { Kind } from '../../../src/model/records.ts';
import { listSeenKeys } from '../../../src/store/seen-keys.ts';
import { importAll, interaction, newCenter } from '../../support/center.ts';

it('remembers the keys of records that their schema does not name, with their types', async () => {
  const ccid = await newCenter('keys');
  await importAll(ccid, 'interactions', [
    interaction('A', { Loyalty: 'gold', Score: 1.5, SUBJECT: 'known' }),
    interaction('B', { Loyalty: 3, Visits: 7, Tags: [], Nested: {}, Vip: true, Nothing: null }),
  ]);
  await importAll(ccid, 'interactions', [interaction('C', { Loyalty: 'silver', Later: '' })]);
  const keys = await listSeenKeys(env.DB, ccid, ['interactions']);
  expect(Object.fromEntries(keys.map(({ name, type }) => [name, type]))).toEqual({
    Later: 'string',
    Loyalty: 'string',
    Nested: 'object',
    Nothing: 'null',
    Score: 'number',
    Tags: 'array',
    Vip: 'boolean',
    Visits: 'integer',
  });
  expect(await listSeenKeys(env.DB, await newCenter('keys'), ['interactions'])).toEqual([]);
});

it('remembers the keys of ALLATTRIBUTES of interactions, which filters may ask for, and no others of what is nested', async () => {
  const ccid = await newCenter('nested-keys');
  await importAll(ccid, 'interactions', [
    interaction('A', { ALLATTRIBUTES: { Tier: 'Gold', Score: 1.5, SUBJECT: 'known', Deep: { Inner: 1 } } }),
    interaction('B', { ALLATTRIBUTES: { Tier: 7, Later: true }, Own: { Inner: 1 } }),
    interaction('C', { ALLATTRIBUTES: {}, Later: 'x' }),
  ]);
  const contact = { CONTACTID: 'C', CREATEDDATE: '2024-01-01', ALLATTRIBUTES: { Tier: 'Gold' } };
  await importAll(ccid, 'contacts', [JSON.stringify(contact)]);
  const seen = async (kind: Kind) =>
    (await listSeenKeys(env.DB, ccid, [kind])).map(({ name, type }) => [name, type]);
  expect(await seen('interactions')).toEqual([
    ['Deep', 'object'],
    ['Later', 'boolean'],
    ['Own', 'object'],
    ['Score', 'number'],
    ['Tier', 'string'],
  ]);
  expect(await seen('contacts')).toEqual([['ALLATTRIBUTES', 'object']]);
});

it('remembers the names of contact attributes as keys of contacts, but for those that contacts have themselves', async () => {
  const ccid = await newCenter('attribute-keys');
  const attribute = (ID: string, more: object) => JSON.stringify({ ID, CONTACTID: 'C', ...more });
  await importAll(ccid, 'contact-attributes', [
    attribute('1', { ATTRIBUTENAME: 'LastName', STRVALUE: 'Doe' }),
    attribute('2', { ATTRIBUTENAME: 'LastName', Extra: 1 }),
    attribute('3', { ATTRIBUTENAME: 'Extra', DATEVALUE: '2024-05-01' }),
    attribute('4', { ATTRIBUTENAME: 'STRATTRIBUTE1' }),
    attribute('5', { ATTRIBUTENAME: '' }),
    attribute('6', {}),
  ]);
  const keys = await listSeenKeys(env.DB, ccid, ['contacts', 'contact-attributes']);
  expect(keys.map(({ kind, name, type }) => [kind, name, type])).toEqual([
    ['contact-attributes', 'Extra', 'integer'],
    ['contacts', 'Extra', 'string'],
    ['contacts', 'LastName', 'string'],
  ]);
});

it('remembers a thousand at most', async () => {
  const ccid = await newCenter('many-keys');
  const wide = (from: number) =>
    Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`K${from + index}`, 1]));
  await importAll(ccid, 'interactions', [interaction('A', wide(0))]);
  await importAll(ccid, 'interactions', [interaction('B', wide(700))]);
  expect(await listSeenKeys(env.DB, ccid, ['interactions'])).toHaveLength(1_000);
});

it('remembers the keys of records too large to be held, in bounds', async () => {
  const ccid = await newCenter('large-keys');
  const TEXT = 'x'.repeat(1_200_000);
  const own = { Before: 'gold', SUBJECT: 'known', TEXT, ['k'.repeat(256)]: 1, '"\u00df\n': true };
  await importAll(ccid, 'interactions', [
    interaction('A', {
      ...own,
      Number: 1.5,
      Whole: 7,
      Nested: { Inner: 1 },
      Tags: [{ Inner: 2 }],
      Nothing: null,
    }),
  ]);
  const keys = await listSeenKeys(env.DB, ccid, ['interactions']);
  expect(Object.fromEntries(keys.map(({ name, type }) => [name, type]))).toEqual({
    '"\u00df\n': 'boolean',
    Before: 'string',
    Nested: 'object',
    Nothing: 'null',
    Number: 'number',
    Tags: 'array',
    Whole: 'integer',
  });
});

it('remembers a thousand at most of a large record', async () => {
  const ccid = await newCenter('many-large-keys');
  const wide = Object.fromEntries(
    Array.from({ length: 1_500 }, (_, index) => [`K${index}`, 'x'.repeat(1_000)]),
  );
  await importAll(ccid, 'interactions', [interaction('A', wide)]);
  expect(await listSeenKeys(env.DB, ccid, ['interactions'])).toHaveLength(1_000);
});
