import { describe, expect, it } from 'vitest';
import { contactOf, matcher, operatorsOf, OPERATORS, parseFilters } from '../../src/model/filter.ts';
import type { RecordFilter } from '../../src/model/api/job-request.ts';

const RECORD = {
  IXNID: 'Ab',
  CONTACTID: 'C1',
  SUBJECT: 'Eine Straße in KÖLN',
  STARTDATE: '2024-05-01 10:00:00',
  DURATION: 42,
  FLAG: true,
  NOTHING: null,
  LIST: ['a'],
  ALLATTRIBUTES: { Tier: 'Gold', Score: '7.5', SUBJECT: 'hidden' },
};
const takes = (name: string, operator: string, value?: RecordFilter['value']) =>
  matcher([value === undefined ? { name, operator } : { name, operator, value }])(RECORD);

describe('a filter', () => {
  it.each<[string, string, RecordFilter['value'], boolean]>([
    ['SUBJECT', 'eq', 'eine straße in köln', true],
    ['SUBJECT', 'eq', 'hidden', false],
    ['SUBJECT', 'ne', 'hidden', true],
    ['SUBJECT', 'contains', 'STRASSE', false],
    ['SUBJECT', 'contains', 'ko\u0308ln', true],
    ['SUBJECT', 'startsWith', 'EINE', true],
    ['SUBJECT', 'startsWith', 'Straße', false],
    ['IXNID', 'eq', 'ab', false],
    ['IXNID', 'in', ['x', 'Ab'], true],
    ['CONTACTID', 'ne', 'c1', true],
    ['Tier', 'eq', 'gold', true],
    ['Tier', 'in', ['silver', 'gold'], true],
    ['Score', 'gt', 7, true],
    ['Score', 'gt', 7.5, false],
    ['Score', 'gte', 7.5, true],
    ['DURATION', 'lt', 43, true],
    ['DURATION', 'lte', 41, false],
    ['DURATION', 'eq', 42, true],
    ['DURATION', 'eq', '42', true],
    ['STARTDATE', 'gte', '2024-05-01T12:00:00+02:00', true],
    ['STARTDATE', 'lt', '2024-05-01', false],
    ['SUBJECT', 'gt', '2024-05-01', false],
    ['SUBJECT', 'gt', 1, false],
    ['FLAG', 'eq', true, true],
    ['FLAG', 'ne', false, true],
    ['NOTHING', 'exists', undefined, false],
    ['NOTHING', 'exists', false, true],
    ['LIST', 'exists', true, true],
    ['LIST', 'contains', 'a', false],
    ['MISSING', 'ne', 'x', true],
    ['MISSING', 'eq', 'undefined', false],
    ['MISSING', 'lt', 1, false],
    ['toString', 'exists', undefined, false],
    ['__proto__', 'exists', undefined, false],
  ])('%s %s %j: %s', (name, operator, value, expected) => {
    expect(takes(name, operator, value)).toBe(expected);
  });

  it('is joined with others by and; none asks for nothing', () => {
    const tier = { name: 'Tier', operator: 'eq', value: 'gold' };
    expect(matcher([tier, { name: 'DURATION', operator: 'gt', value: 40 }])(RECORD)).toBe(true);
    expect(matcher([tier, { name: 'DURATION', operator: 'gt', value: 50 }])(RECORD)).toBe(false);
    expect(matcher([])(RECORD)).toBe(true);
  });

  it.each<[RecordFilter, string]>([
    [{ name: '', operator: 'eq', value: 'x' }, 'jobParams.filters.0.name'],
    [{ name: 'n'.repeat(256), operator: 'eq', value: 'x' }, 'jobParams.filters.0.name'],
    [{ name: 'A', operator: 'like', value: 'x' }, 'jobParams.filters.0.operator'],
    [{ name: 'A', operator: 'eq' }, 'jobParams.filters.0.value'],
    [{ name: 'A', operator: 'eq', value: ['x'] }, 'jobParams.filters.0.value'],
    [{ name: 'A', operator: 'in', value: 'x' }, 'jobParams.filters.0.value'],
    [{ name: 'A', operator: 'in', value: [] }, 'jobParams.filters.0.value'],
    [{ name: 'A', operator: 'in', value: Array.from({ length: 101 }, String) }, 'jobParams.filters.0.value'],
    [{ name: 'A', operator: 'contains', value: 1 }, 'jobParams.filters.0.value'],
    [{ name: 'A', operator: 'startsWith', value: '' }, 'jobParams.filters.0.value'],
    [{ name: 'A', operator: 'gt', value: 'soon' }, 'jobParams.filters.0.value'],
    [{ name: 'A', operator: 'lte', value: true }, 'jobParams.filters.0.value'],
    [{ name: 'A', operator: 'exists', value: 'yes' }, 'jobParams.filters.0.value'],
  ])('%j is refused', (filter, field) => {
    expect(parseFilters([filter])).toMatchObject({ ok: false, failure: { field } });
  });

  it('is one of twenty at most', () => {
    const filter = { name: 'A', operator: 'exists' };
    expect(parseFilters(Array.from({ length: 20 }, () => filter)).ok).toBe(true);
    expect(parseFilters(Array.from({ length: 21 }, () => filter))).toMatchObject({
      failure: { code: 'too-many-filters' },
    });
    expect(parseFilters(undefined)).toEqual({ ok: true, value: [] });
  });

  it('tells the contact that alone can match', () => {
    expect(contactOf([{ name: 'CONTACTID', operator: 'eq', value: 'c' }])).toBe('c');
    expect(contactOf([{ name: 'CONTACTID', operator: 'ne', value: 'c' }])).toBeNull();
    expect(contactOf([{ name: 'SUBJECT', operator: 'eq', value: 'c' }])).toBeNull();
  });
});

it('members have the operators of their types', () => {
  expect(operatorsOf('string')).toEqual(OPERATORS);
  expect(operatorsOf('integer')).toEqual(['eq', 'ne', 'in', 'gt', 'gte', 'lt', 'lte', 'exists']);
  expect(operatorsOf('boolean')).toEqual(['eq', 'ne', 'in', 'exists']);
  expect(operatorsOf('object')).toEqual(['exists']);
});
