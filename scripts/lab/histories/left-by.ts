import type { RecordFilter } from '../../../src/model/api/job-request.ts';
import { matcher, type RecordMembers } from '../../../src/model/filter.ts';
import type { DataType, Kind } from '../../../src/model/records.ts';
import { parsed } from './d1-model.ts';

const FILTERS: readonly (readonly RecordFilter[])[] = [
  [{ name: 'NOTE', operator: 'startsWith', value: 'Ü' }],
  [{ name: 'CONTACTID', operator: 'eq', value: 'plumless' }],
  [{ name: 'CONTACTID', operator: 'in', value: ['a', 'c'] }],
];

/** What contacts do not say themselves: every attribute here is called MARK. */
const OF_ATTRIBUTES: readonly (readonly RecordFilter[])[] = [
  [{ name: 'MARK', operator: 'startsWith', value: 'Ü' }],
  [
    { name: 'MARK', operator: 'ne', value: '' },
    { name: 'NOTE', operator: 'ne', value: '' },
  ],
];

/** What records of a data type are asked for. */
export const askedOf = (type: DataType): readonly (readonly RecordFilter[])[] =>
  type === 'Contact' ? [...FILTERS, ...OF_ATTRIBUTES] : FILTERS;

/** Whether a contact meets filters, one of which may be of its attributes. */
const metBy = (filters: readonly RecordFilter[], line: string, marks: readonly unknown[]): boolean =>
  filters.every((filter) => {
    const meets = matcher([filter]);
    if (filter.name !== 'MARK' || marks.length === 0) return meets(JSON.parse(line) as RecordMembers);
    const met = marks.map((MARK) => meets({ MARK }));
    return filter.operator === 'ne' ? !met.includes(false) : met.includes(true);
  });

/** What filters leave of entries as `read` gives them: owners that match, and their members. */
export function leftBy(filters: readonly RecordFilter[], text: string): string {
  // As `read` made it.
  const entries = JSON.parse(text) as readonly { kind: Kind; entity: number; lines: readonly string[] }[];
  const marks = entries
    .filter(({ kind }) => kind === 'contact-attributes')
    .flatMap(({ lines }) => lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>));
  const marksOf = (id: string) =>
    marks.flatMap(({ CONTACTID, STRVALUE }) => (CONTACTID === id ? STRVALUE : []));
  const owners = new Set<string>();
  const left = entries.map(({ kind, entity, lines }) => {
    const isOwner = kind === 'interactions' || kind === 'contacts';
    const kept = lines.filter((line) => {
      const { id, owner } = parsed(kind, line);
      if (!isOwner) return filters.length === 0 || owners.has(owner);
      const isKept = metBy(filters, line, marksOf(id));
      if (isKept) owners.add(id);
      return isKept;
    });
    return { kind, entity, lines: kept };
  });
  return JSON.stringify(left.filter(({ lines }) => lines.length > 0));
}
