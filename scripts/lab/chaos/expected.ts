import { createHash } from 'node:crypto';
import { INTERACTION_ENTITIES, KINDS_OF, type DataType, type Kind } from '../../../src/model/records.ts';
import { historyStreams, type HistoryChoice } from './history.ts';
import { linesOf } from './lines.ts';

/** What one entry must hold: each record's place in the order and the digest of its line, by id. */
export type ExpectedEntry = Map<string, { readonly order: string; readonly digest: string }>;

/** What an archive of a data type must hold, by the stem of the entry's name ("EmailIn", "Contact-…"). */
export type Expected = ReadonlyMap<string, ExpectedEntry>;

const FIELDS = {
  Interaction: { id: 'IXNID', date: 'STARTDATE', link: 'ENTITYID' },
  Contact: { id: 'CONTACTID', date: 'CREATEDDATE', link: 'CONTACTID' },
} as const;

type Parsed = Readonly<Record<string, unknown>>;

/**
 * What an archive of everything must hold, worked out from the imported lines alone. Memory: about 200 bytes a record, the
 * records' texts are not kept.
 */
export async function expectedOf(choice: HistoryChoice, type: DataType): Promise<Expected> {
  const { owners, members } = KINDS_OF[type];
  const { id, date, link } = FIELDS[type];
  const entries = new Map<string, ExpectedEntry>();
  const known = new Map<string, { readonly order: string; readonly stem: string }>();
  const put = (stem: string, key: string, item: { order: string; digest: string }) => {
    const entry = entries.get(stem) ?? new Map();
    entries.set(stem, entry);
    if (entry.has(key)) throw new Error(`the history has two records ${key}`);
    entry.set(key, item);
  };
  for await (const { record, digest } of records(choice, owners)) {
    const key = String(record[id]);
    const order = `${instant(record[date])} ${key}`;
    const stem = type === 'Contact' ? 'Contact' : interactionStem(record['ENTITYTYPEID']);
    known.set(key, { order, stem });
    put(stem, key, { order, digest });
  }
  for await (const { record, digest } of records(choice, members)) {
    const owner = known.get(String(record[link]));
    // Without an owner a record is in no run.
    if (!owner) continue;
    const stem = type === 'Contact' ? 'ContactAttribute' : `${owner.stem}-Attachment`;
    const key = String(record['ID']);
    put(stem, key, { order: `${owner.order} ${key}`, digest });
  }
  return entries;
}

/** The id by which a record of an entry is known. */
export function idOfLine(stem: string, line: Buffer): string {
  const record = parse(line);
  if (stem === 'Contact') return String(record[FIELDS.Contact.id]);
  const member = stem === 'ContactAttribute' || stem.endsWith('-Attachment');
  return String(record[member ? 'ID' : FIELDS.Interaction.id]);
}

export const digestOf = (line: Buffer): string => createHash('sha1').update(line).digest('base64');

async function* records(choice: HistoryChoice, kind: Kind) {
  for (const stream of historyStreams(choice, kind))
    for await (const line of linesOf(stream)) yield { record: parse(line), digest: digestOf(line) };
}

// The service took every one of these lines: each is a JSON object.
const parse = (line: Buffer): Parsed => JSON.parse(line.toString('utf8')) as Parsed;

function interactionStem(code: unknown): string {
  const found = INTERACTION_ENTITIES.find((entity) => entity.code === code);
  if (!found) throw new Error(`no interaction has the entity type ${String(code)}`);
  return found.name;
}

/** ISO 8601 with milliseconds: instants of these centuries compare as their texts do. */
function instant(value: unknown): string {
  const text = String(value);
  return new Date(/[Z+]/.test(text.slice(10)) ? text : `${text.replace(' ', 'T')}Z`).toISOString();
}
