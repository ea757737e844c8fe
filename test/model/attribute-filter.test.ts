import { describe, expect, it } from 'vitest';
import { sieveOf } from '../../src/model/attribute-filter.ts';
import type { RecordFilter } from '../../src/model/api/job-request.ts';
import type { RecordMembers } from '../../src/model/filter.ts';

const COLUMNS = new Set(['CONTACTID', 'STRATTRIBUTE1']);

/** Whether a contact meets a filter, whose attributes of that name have these values. */
function meets(
  filter: RecordFilter,
  { record = {}, values = [] }: { record?: RecordMembers; values?: readonly unknown[] },
): boolean {
  const open = sieveOf([filter], COLUMNS)(record);
  if (!open) return false;
  for (const one of open) for (const value of values) one.tell(value);
  return open.every(({ isMet }) => isMet);
}

describe('a filter of an attribute', () => {
  it.each<[string, RecordFilter['value'], readonly unknown[], boolean]>([
    ['eq', 'gold', ['Gold'], true],
    ['eq', 'gold', ['Silver', 'Gold'], true],
    ['eq', 'gold', ['Gold', 'Silver'], true],
    ['eq', 'gold', ['Silver'], false],
    ['eq', 'gold', [], false],
    ['eq', 'null', [null], false],
    ['in', ['a', 'b'], ['c', 'B'], true],
    ['contains', 'ol', ['x', 'Gold'], true],
    ['startsWith', 'ol', ['Gold'], false],
    ['gt', 7, ['6', '8'], true],
    ['gt', 7, ['6'], false],
    ['lte', '2024-05-01', ['2024-05-02', '2024-04-30 10:00:00'], true],
    ['ne', 'gold', ['Silver', 'Bronze'], true],
    ['ne', 'gold', ['Silver', 'Gold'], false],
    ['ne', 'gold', ['Gold', 'Silver'], false],
    ['ne', 'gold', [], true],
    ['ne', 'gold', [null], true],
    ['exists', true, ['', null], true],
    ['exists', true, [null], false],
    ['exists', false, [], true],
    ['exists', false, [null], true],
    ['exists', false, [null, ''], false],
  ])('%s %j, of attributes that are %j: %s', (operator, value, values, expected) => {
    expect(meets({ name: 'Tier', operator, value }, { values })).toBe(expected);
  });

  it('is one of the contact where that is a column, or where the very contact has such a member', () => {
    const gold = (name: string): RecordFilter => ({ name, operator: 'eq', value: 'gold' });
    const values = ['Gold'];
    expect(meets(gold('STRATTRIBUTE1'), { values })).toBe(false);
    expect(meets(gold('STRATTRIBUTE1'), { record: { STRATTRIBUTE1: 'gold' } })).toBe(true);
    expect(meets(gold('Tier'), { record: { Tier: 'Silver' }, values })).toBe(false);
    expect(meets(gold('Tier'), { record: { Tier: null }, values })).toBe(false);
    expect(meets(gold('Tier'), { record: { ALLATTRIBUTES: { Tier: 'Silver' } }, values })).toBe(false);
    expect(meets(gold('toString'), { values })).toBe(true);
    // Of what has no attributes nothing is left open.
    expect(sieveOf([gold('Tier')], null)({})).toBeNull();
  });
});
