import type { components } from '../../../../client/api.d.ts';
import type { RecordFilter } from '../../../../model/api/job-request.ts';
import { OPERATORS } from '../../../../model/filter.ts';
import { parseInstant } from '../../../../model/instant.ts';
import { asksForOrder, typedValue } from '../../../../model/typed-filter.ts';

/** A filter as the API takes it. */
export type SentFilter = components['schemas']['RecordFilter'];

/** What can be chosen: the operators, and that a member is missing, which is `exists` with false. */
export const CHOICES = [...OPERATORS, 'missing'] as const;
export type FilterChoice = (typeof CHOICES)[number];

/** A filter as the editor's row holds it, as typed. A date is `YYYY-MM-DDTHH:mm` in UTC. */
export interface FilterRow {
  readonly id: number;
  readonly name: string;
  readonly choice: FilterChoice;
  readonly value: string;
  /** Of "is one of". */
  readonly values: readonly string[];
  /** As it came from the service, as long as nobody changes it: a number may have come as one. */
  readonly given?: SentFilter['value'];
}

/** A row that nothing was typed in yet, beside those that are there. */
export const newRow = (rows: readonly FilterRow[]): FilterRow => ({
  id: Math.max(-1, ...rows.map(({ id }) => id)) + 1,
  name: '',
  choice: 'eq',
  value: '',
  values: [],
});

/** Whether the choice asks for a value; for several it does in its own list. */
export const takesValue = (choice: FilterChoice): boolean => choice !== 'exists' && choice !== 'missing';

/** Which choices there are for a member; of one that nobody knows, all. */
export const choicesOf = (operators: readonly string[] = OPERATORS): readonly FilterChoice[] =>
  CHOICES.filter((choice) => operators.includes(choice === 'missing' ? 'exists' : choice));

const FIELD_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** Whether a row asks for a date: by what its member is called, since no schema says which texts are dates. */
export const asksForDate = ({ name, choice, value }: FilterRow, type: string | undefined): boolean =>
  asksForOrder(choice) &&
  type !== 'integer' &&
  type !== 'number' &&
  /date|time/i.test(name) &&
  (value === '' || FIELD_DATE.test(value));

/** The filters that rows stand for. */
export const filtersOf = (rows: readonly FilterRow[]): readonly SentFilter[] => rows.map(filterOf);

function filterOf({ name, choice, value, values, given }: FilterRow): SentFilter {
  const operator = choice === 'missing' ? 'exists' : choice;
  const asked = given ?? valueOf(choice, value, values);
  return { name: name.trim(), operator, ...(asked === undefined ? {} : { value: asked }) };
}

function valueOf(choice: FilterChoice, value: string, values: readonly string[]): SentFilter['value'] {
  if (choice === 'missing') return false;
  if (choice === 'exists') return undefined;
  if (choice === 'in') return [...values];
  if (asksForOrder(choice) && FIELD_DATE.test(value)) return `${value}Z`;
  return typedValue(choice, value);
}

/** The rows of filters that the service took: each operator is one that there is. */
export const rowsOf = (filters: readonly RecordFilter[] = []): readonly FilterRow[] =>
  filters.map(({ name, operator, value }, id) => {
    const missing = operator === 'exists' && value === false;
    return {
      id,
      name,
      choice: missing ? 'missing' : (operator as FilterChoice),
      value: takesValue(operator as FilterChoice) && !Array.isArray(value) ? shownValue(operator, value) : '',
      values: Array.isArray(value) ? value.map(String) : [],
      ...(value === undefined ? {} : { given: value as NonNullable<SentFilter['value']> }),
    };
  });

/** A date of whole minutes as a field holds it; anything else as it is. */
function shownValue(operator: string, value: RecordFilter['value']): string {
  const text = String(value ?? '');
  const at = typeof value === 'string' && asksForOrder(operator) ? parseInstant(text) : null;
  return at === null || at % 60_000 !== 0 ? text : new Date(at).toISOString().slice(0, 16);
}
