import { createHash } from 'node:crypto';
import { INTERACTION_ENTITIES, KINDS_OF, type DataType } from '../../../src/model/records.ts';
import { FIELDS, fieldsOf, type Lines } from './history.ts';

/** What one data entry of an archive has to be. `sha256` is of its bytes, in lower-case hexadecimal. */
export interface ExpectedEntry {
  readonly name: string;
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
}

interface Placed {
  readonly stem: string;
  /** Sorts as the records of an entry do: by date, then id. Every date has the same length, every id is ASCII. */
  readonly order: string;
  readonly line: string;
}

/** An archive whose entries are expected. */
interface Archive {
  readonly type: DataType;
  readonly jobId: number;
}

/** The data entries of an archive of `lines`, worked out from the imported lines alone. */
export function expectedEntries(lines: Lines, { type, jobId }: Archive): ExpectedEntry[] {
  const stems = Map.groupBy([...placed(lines, type)], ({ stem }) => stem);
  return [...stems].map(([stem, records]) => {
    const byDate = (a: Placed, b: Placed) => (a.order < b.order ? -1 : 1);
    const inOrder = records.toSorted(byDate);
    const bytes = Buffer.from(inOrder.map(({ line }) => `${line}\n`).join(''));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name: `${stem}-${jobId}.json`, records: records.length, bytes: bytes.length, sha256 };
  });
}

function* placed(lines: Lines, type: DataType): Generator<Placed> {
  // The types of the table: owners have a date, members an owner.
  const owners = KINDS_OF[type].owners as 'interactions' | 'contacts';
  const members = KINDS_OF[type].members as 'documents' | 'contact-attributes';
  const known = new Map<string, Placed>();
  for (const line of lines[owners]) {
    const record = fieldsOf(line);
    const id = String(record[FIELDS[owners].id]);
    const stem = type === 'Contact' ? 'Contact' : entityOf(record['ENTITYTYPEID']);
    const item = { stem, order: `${instant(record[FIELDS[owners].date])} ${id}`, line };
    known.set(id, item);
    yield item;
  }
  for (const line of lines[members]) {
    const record = fieldsOf(line);
    const owner = known.get(String(record[FIELDS[members].owner]));
    if (!owner) continue;
    const stem = type === 'Contact' ? 'ContactAttribute' : `${owner.stem}-Attachment`;
    yield { stem, order: `${owner.order} ${String(record[FIELDS[members].id])}`, line };
  }
}

function entityOf(code: unknown): string {
  const found = INTERACTION_ENTITIES.find((entity) => entity.code === code);
  if (!found) throw new Error(`no interaction has the entity type ${String(code)}`);
  return found.name;
}

const instant = (value: unknown): string => {
  const text = String(value);
  return new Date(/[Z+]/.test(text.slice(10)) ? text : `${text.replace(' ', 'T')}Z`).toISOString();
};
