import { expect, it } from 'vitest';
import type { RecordFilter } from '../../src/model/api/job-request.ts';
import { importAll, newCenter } from '../support/center.ts';
import { source } from '../support/record-stores.ts';
import { exported, paged } from './filtered-archive.ts';

const sorted = (texts: Iterable<string>) => [...texts].toSorted((a, b) => a.localeCompare(b));

it('filters ask contacts for their attributes where they name no column, however many there are of a name', async () => {
  const ccid = await newCenter('filters-attributes');
  const idOf = (index: number) => `c${String(index).padStart(4, '0')}`;
  const contacts = Array.from({ length: 600 }, (_, index) =>
    JSON.stringify({
      CONTACTID: idOf(index),
      CREATEDDATE: `2024-01-0${1 + (index % 7)}`,
      STRATTRIBUTE1: index % 2 === 0 ? 'even' : 'odd',
      ...(index === 5 ? { Tier: 'its own' } : {}),
    }),
  );
  const attribute = (ID: string, index: number, name: string, STRVALUE: unknown) =>
    JSON.stringify({ ID, CONTACTID: idOf(index), ATTRIBUTENAME: name, STRVALUE });
  const attributes = contacts.flatMap((_, index) => [
    ...(index % 200 < 6 ? [attribute(`t${idOf(index)}`, index, 'Tier', 'Gold')] : []),
    attribute(`s${idOf(index)}`, index, 'STRATTRIBUTE1', 'even'),
  ]);
  attributes.push(
    attribute('x1', 3, 'Tier', 'Silver'),
    attribute('x2', 7, 'Tier', 'Silver'),
    attribute('x3', 8, 'Tier', `Gold${'.'.repeat(1_200_000)}`),
    JSON.stringify({
      ID: 'x4',
      CONTACTID: idOf(9),
      ATTRIBUTENAME: 'Since',
      DATEVALUE: '2024-05-01 10:00:00',
    }),
  );
  await importAll(ccid, 'contacts', contacts);
  await importAll(ccid, 'contact-attributes', attributes);
  const found = async (filters: readonly RecordFilter[], from = source) => {
    const { Contact, ContactAttribute } = await exported(ccid, filters, { type: 'Contact', from });
    const read = (text: string | undefined, member: string) =>
      (text ?? '')
        .split('\n')
        .filter(Boolean)
        .map((line) => String((JSON.parse(line) as Record<string, unknown>)[member]));
    const ids = sorted(read(Contact, 'CONTACTID'));
    expect(sorted(new Set(read(ContactAttribute, 'CONTACTID')))).toEqual(ids);
    return ids.map((id) => Number(id.slice(1)));
  };
  const golden = [0, 1, 2, 3, 4, 200, 201, 202, 203, 204, 205, 400, 401, 402, 403, 404, 405];
  const gold = { name: 'Tier', operator: 'eq', value: 'gold' };
  expect(await found([gold])).toEqual(golden);
  const even = { name: 'STRATTRIBUTE1', operator: 'eq', value: 'even' };
  expect(await found([gold, even], paged(100))).toEqual(golden.filter((index) => index % 2 === 0));
  expect(await found([{ name: 'Tier', operator: 'eq', value: 'its own' }])).toEqual([5]);
  expect(await found([gold, { ...gold, operator: 'ne', value: 'silver' }])).toEqual(
    golden.filter((n) => n !== 3),
  );
  expect(await found([{ name: 'Tier', operator: 'startsWith', value: 'gold.' }])).toEqual([8]);
  expect(await found([{ name: 'Since', operator: 'gt', value: '2024-05-01' }])).toEqual([9]);
  const missing = { name: 'Tier', operator: 'exists', value: false };
  expect(await found([missing])).toHaveLength(600 - golden.length - 3);
  expect(await found([gold, { name: 'CONTACTID', operator: 'eq', value: idOf(400) }])).toEqual([400]);
});
