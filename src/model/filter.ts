import type { RecordFilter } from './api/job-request.ts';
import { fail, ok, type Result } from './failures.ts';
import { fold } from './fold.ts';
import { parseInstant } from './instant.ts';

/** What a filter may ask of a value. */
export const OPERATORS = [
  'eq',
  'ne',
  'in',
  'contains',
  'startsWith',
  'gt',
  'gte',
  'lt',
  'lte',
  'exists',
] as const;
type Operator = (typeof OPERATORS)[number];

/** JSON types of members, and what may be asked of each. Texts are compared as dates by gt, gte, lt and lte; what was null when it was first seen may be anything. */
export const operatorsOf = (type: string): readonly Operator[] => {
  if (type === 'string' || type === 'null') return OPERATORS;
  if (type === 'integer' || type === 'number') return OPERATORS.filter((name) => !IN_TEXT.has(name));
  return type === 'boolean' ? ['eq', 'ne', 'in', 'exists'] : ['exists'];
};

const IN_TEXT: ReadonlySet<string> = new Set(['contains', 'startsWith']);
const ORDER = {
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
} as const;
/** Keys, which are told apart by case. */
const KEYS: ReadonlySet<string> = new Set(['IXNID', 'CONTACTID']);

/** The most filters of a job, values of an `in`, and characters of a name. */
export const MAX_FILTERS = 20;
export const MAX_VALUES = 100;
export const MAX_NAME = 255;

/** Decides whether filters make sense. A member of any name may be asked for: which ones records have nobody knows before. */
export function parseFilters(filters: readonly RecordFilter[] | undefined): Result<readonly RecordFilter[]> {
  const all = filters ?? [];
  if (all.length > MAX_FILTERS) return fail('too-many-filters', 'jobParams.filters', { max: MAX_FILTERS });
  for (const [index, { name, operator, value }] of all.entries()) {
    const field = `jobParams.filters.${index}`;
    if (name.length === 0 || name.length > MAX_NAME)
      return fail('name-length', `${field}.name`, { max: MAX_NAME });
    const known = OPERATORS.find((one) => one === operator);
    if (!known) return fail('not-one-of', `${field}.operator`, { choices: OPERATORS.join(', ') });
    if (!takes(known, value)) return fail('filter-value', `${field}.value`, { operator: known });
  }
  return ok(all);
}

function takes(operator: Operator, value: RecordFilter['value']): boolean {
  if (operator === 'exists') return value === undefined || typeof value === 'boolean';
  if (value === undefined) return false;
  if (operator === 'in') return Array.isArray(value) && value.length > 0 && value.length <= MAX_VALUES;
  if (Array.isArray(value)) return false;
  if (IN_TEXT.has(operator)) return typeof value === 'string' && value !== '';
  if (!(operator in ORDER)) return true;
  return typeof value === 'number' || (typeof value === 'string' && parseInstant(value) !== null);
}

/** A record as JSON.parse gives it. */
export type RecordMembers = Readonly<Record<string, unknown>>;

/** Tells whether a record has what all filters ask for. */
export function matcher(filters: readonly RecordFilter[]): (record: RecordMembers) => boolean {
  const tests = filters.map(testOf);
  return (record) => tests.every((test) => test(record));
}

function testOf(filter: RecordFilter): (record: RecordMembers) => boolean {
  const judge = judgeOf(filter);
  return (record) => judge(memberOf(record, filter.name));
}

/** A member of the record, else the key of that name in its ALLATTRIBUTES; undefined where it is null, too. */
export const memberOf = (record: RecordMembers, name: string): unknown =>
  holderOf(record, name)?.[name] ?? undefined;

/** Whether a record has a member of that name, or a key in its ALLATTRIBUTES, be it null. */
export const hasMember = (record: RecordMembers, name: string): boolean => holderOf(record, name) !== null;

function holderOf(record: RecordMembers, name: string): RecordMembers | null {
  if (Object.hasOwn(record, name)) return record;
  const attributes = record['ALLATTRIBUTES'];
  if (typeof attributes !== 'object' || attributes === null || !Object.hasOwn(attributes, name)) return null;
  // Whatever has own properties can be asked for them by name.
  return attributes as RecordMembers;
}

/** Tells whether a value is what a filter asks for; undefined stands for none. */
export function judgeOf({ name, operator, value }: RecordFilter): (found: unknown) => boolean {
  if (operator === 'exists') return (found) => (found !== undefined) === (value ?? true);
  if (operator in ORDER) {
    const compare = comparing(value);
    const holds = ORDER[operator as keyof typeof ORDER]; // asked just now
    return (found) => {
      const order = compare(found);
      return order !== null && holds(order);
    };
  }
  const shown = KEYS.has(name) ? String : (one: unknown) => fold(String(one));
  const wanted = (Array.isArray(value) ? value : [value]).map(shown);
  const [only = ''] = wanted;
  if (operator === 'contains') return (found) => isScalar(found) && shown(found).includes(only);
  if (operator === 'startsWith') return (found) => isScalar(found) && shown(found).startsWith(only);
  const among = new Set(wanted);
  const isAmong = (found: unknown): boolean => isScalar(found) && among.has(shown(found));
  return operator === 'ne' ? (found) => !isAmong(found) : isAmong;
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** How a value stands to one that was given, as numbers or as moments; null where it is none. */
function comparing(value: RecordFilter['value']): (found: unknown) => number | null {
  if (typeof value === 'number')
    return (found) => {
      const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
      return typeof number === 'number' && !Number.isNaN(number) ? number - value : null;
    };
  const moment = parseInstant(String(value)) ?? 0;
  return (found) => {
    const at = typeof found === 'string' ? parseInstant(found) : null;
    return at === null ? null : at - moment;
  };
}

/** The contact whose records alone can match, where a filter says so: there is an index by it. */
export function contactOf(filters: readonly RecordFilter[]): string | null {
  const found = filters.find(
    ({ name, operator, value }) => name === 'CONTACTID' && operator === 'eq' && typeof value === 'string',
  );
  return found ? String(found.value) : null;
}
