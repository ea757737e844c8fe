import { describe, expect, it } from 'vitest';
import { MAX_FILTERS, OPERATORS } from '../../src/model/filter.ts';
import {
  asksForDate,
  CHOICES,
  choicesOf,
  filtersOf,
  newRow,
  rowsOf,
  type FilterRow,
  type SentFilter,
} from '../../src/web/pages/job/filters/filter-form.ts';
import { formFaults } from '../../src/web/pages/job/form-faults.ts';
import { fieldOf, formOf, jobOf, NEW_JOB } from '../../src/web/pages/job/job-form.ts';
import { choiceKey, filterText } from '../../src/web/words/filter-text.ts';
import { allWords } from './states/state.ts';

const NOW = Date.parse('2026-11-25T15:47:00Z');
const row = (change: Partial<FilterRow>): FilterRow => ({ ...newRow([]), name: 'SUBJECT', ...change });
const faults = (...filters: readonly FilterRow[]) =>
  formFaults({ ...NEW_JOB, title: 'Some', filters }, [], NOW).map(({ field }) => field);

describe("the editor's filters", () => {
  it.each<[Partial<FilterRow>, Omit<SentFilter, 'name'>]>([
    [{ value: 'order' }, { operator: 'eq', value: 'order' }],
    [{ value: '5' }, { operator: 'eq', value: '5' }],
    [
      { choice: 'in', values: ['a', 'b, c'] },
      { operator: 'in', value: ['a', 'b, c'] },
    ],
    [
      { choice: 'gte', value: '1.5' },
      { operator: 'gte', value: 1.5 },
    ],
    [
      { choice: 'lt', value: '2024-05-01T10:00' },
      { operator: 'lt', value: '2024-05-01T10:00Z' },
    ],
    [
      { choice: 'lt', value: '2024-05-01 10:00' },
      { operator: 'lt', value: '2024-05-01 10:00' },
    ],
    [{ choice: 'exists', value: 'left over' }, { operator: 'exists' }],
    [{ choice: 'missing' }, { operator: 'exists', value: false }],
  ])('send %j as %j', (change, sent) => {
    expect(filtersOf([row(change)])).toEqual([{ name: 'SUBJECT', ...sent }]);
    expect(faults(row(change))).toEqual([]);
  });

  it('come back as they were sent, by whomever: numbers, flags, dates and lists', () => {
    const sent: SentFilter[] = [
      { name: 'STATUS', operator: 'eq', value: 3 },
      { name: 'VIP', operator: 'ne', value: true },
      { name: 'STATUS', operator: 'in', value: [1, 'two', false] },
      { name: 'STARTDATE', operator: 'gt', value: '2024-05-01' },
      { name: 'STARTDATE', operator: 'lte', value: '2024-05-01T10:00:00.001Z' },
      { name: 'SUBJECT', operator: 'exists', value: true },
      { name: 'SUBJECT', operator: 'exists', value: false },
      { name: 'SUBJECT', operator: 'exists' },
    ];
    expect(filtersOf(rowsOf(sent))).toEqual(sent);
    const job = jobOf({ ...NEW_JOB, title: 'Some', filters: rowsOf(sent) });
    expect(jobOf(formOf({ ...job, exportType: 'UCS' })).jobParams.filters).toEqual(sent);
    expect(rowsOf(sent).map(({ choice, value }) => [choice, value])).toEqual([
      ['eq', '3'],
      ['ne', 'true'],
      ['in', ''],
      ['gt', '2024-05-01T00:00'],
      ['lte', '2024-05-01T10:00:00.001Z'],
      ['exists', ''],
      ['missing', ''],
      ['exists', ''],
    ]);
  });

  it('offer what the member takes, and a date where its name says that it is one', () => {
    expect(choicesOf(undefined)).toEqual(CHOICES);
    expect(choicesOf(['eq', 'ne', 'in', 'exists'])).toEqual(['eq', 'ne', 'in', 'exists', 'missing']);
    const after = (name: string, value = '') => row({ name, value, choice: 'gt' });
    expect(asksForDate(after('STARTDATE'), 'string')).toBe(true);
    expect(asksForDate(after('STARTDATE', '2024-05-01T10:00'), 'string')).toBe(true);
    expect(asksForDate(after('STARTDATE', '7'), 'string')).toBe(false);
    expect(asksForDate(after('TIMESHIFT'), 'integer')).toBe(false);
    expect(asksForDate(after('SUBJECT'), 'string')).toBe(false);
    expect(asksForDate(row({ name: 'STARTDATE' }), 'string')).toBe(false);
  });

  it('are refused row by row, each at its part', () => {
    const wrong = [
      row({ value: 'x' }),
      row({ name: ' ', choice: 'exists' }),
      row({ choice: 'contains' }),
      row({ choice: 'in' }),
      row({ choice: 'gt', value: 'soon' }),
    ];
    expect(faults(...wrong)).toEqual([
      'filters.1.name',
      'filters.2.value',
      'filters.3.value',
      'filters.4.value',
    ]);
    expect(faults(...Array.from({ length: MAX_FILTERS + 1 }, () => row({ choice: 'exists' })))).toEqual([
      'filters',
    ]);
    expect(fieldOf('jobParams.filters.12.operator')).toBe('filters.12.operator');
    expect(fieldOf('jobParams.filters')).toBe('filters');
    expect(fieldOf('jobParams.filters.1.else')).toBeNull();
  });
});

describe.each([
  ['en', '“a”, “b, c” or “d”', 'is after', 'is there', 'is missing'],
  ['de', '„a“, „b, c“ oder „d“', 'liegt nach', 'ist vorhanden', 'fehlt'],
] as const)('filters in words of %s', (language, list, after, there, missing) => {
  it('say every comparison', async () => {
    const words = await allWords(language);
    for (const choice of CHOICES)
      for (const dated of [false, true]) {
        const key = choiceKey(choice, dated);
        expect(words(key), key).not.toBe(key);
      }
    const said = (filter: Omit<SentFilter, 'name'>) => filterText({ name: 'X', ...filter }, words);
    expect(said({ operator: 'in', value: ['a', 'b, c', 'd'] })).toContain(list);
    expect(said({ operator: 'gt', value: '2024-05-01' })).toBe(`X ${after} 2024-05-01`);
    expect(said({ operator: 'exists' })).toBe(`X ${there}`);
    expect(said({ operator: 'exists', value: false })).toBe(`X ${missing}`);
    expect(OPERATORS.map((operator) => said({ operator, value: 1 })).every(Boolean)).toBe(true);
  });
});
