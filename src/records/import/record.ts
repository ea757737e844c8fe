import { MAX_DEPTH, type Scanned } from '../../encoding/json/object-scanner.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { parseInstant, type Instant } from '../../model/instant.ts';
import { CONTACT_ENTITY, foldMedia, INTERACTION_ENTITIES, type Kind } from '../../model/records.ts';
import { KIND_RULES, type OwnerRule } from '../kinds.ts';
import { SCHEMA_OF } from '../schemas/of-kind.ts';
import type { PropertyType } from '../schemas/schema.ts';

/** What import needs to know of one record; the record itself stays the text that came. */
export interface ParsedRecord {
  readonly id: string;
  /** The owner's id; "" for interactions and contacts. */
  readonly owner: string;
  /** Where the record stands among the others; null for documents and contact attributes, which stand by their owner. */
  readonly place: Place | null;
  /** The contact that an interaction names; null where it names none. */
  readonly contact: string | null;
}

/** Entity type (a code of INTERACTION_ENTITIES, or CONTACT_ENTITY), folded media ("" for contacts), date. */
export interface Place {
  readonly entity: number;
  readonly media: string;
  readonly date: Instant;
}

/** Longest id or media name, in UTF-16 units. */
const MAX_NAME = 255;

const ENTITY_CODES: ReadonlySet<unknown> = new Set(INTERACTION_ENTITIES.map((entity) => entity.code));

type Fields = Readonly<Record<string, unknown>>;

const NOT_AN_OBJECT = fail('record-not-an-object', '');
const TOO_DEEP = fail('record-too-deep', '', { max: MAX_DEPTH });

/**
 * Reads one line as a record of `kind`, as `readRecord` says; any JSON text is the right size for it. `note` is shown the
 * members of a line that is one.
 */
export function parseRecord(
  kind: Kind,
  line: string,
  note: (fields: Fields) => void = () => undefined,
): Result<ParsedRecord> {
  const fields = parseObject(line);
  if (!fields) return NOT_AN_OBJECT;
  if (isDeeper(fields, MAX_DEPTH)) return TOO_DEEP;
  const record = readRecord(kind, fields);
  if (record.ok) note(fields);
  return record;
}

/** The same of a line that was scanned, with the members that `knownMembers` names. */
export function scannedRecord(kind: Kind, scanned: Scanned): Result<ParsedRecord> {
  if ('members' in scanned) return readRecord(kind, Object.fromEntries(scanned.members));
  return scanned.problem === 'too-deep' ? TOO_DEEP : NOT_AN_OBJECT;
}

/** The members of a record that its schema types, its keys among them: all that decides whether import takes it. */
export const knownMembers = (kind: Kind): ReadonlySet<string> => new Set(TYPES[kind].keys());

/**
 * An object of the schema's types with the keys that KIND_RULES names. Unknown keys pass. The
 * failure names the key and never repeats the record.
 */
function readRecord(kind: Kind, fields: Fields): Result<ParsedRecord> {
  const mistyped = findMistyped(kind, fields);
  if (mistyped) return mistyped;

  const rule = KIND_RULES[kind];
  const id = readName(fields, rule.id);
  if (!id.ok) return id;
  if (rule.role === 'member') {
    const owner = readName(fields, rule.owner);
    return owner.ok ? ok({ id: id.value, owner: owner.value, place: null, contact: null }) : owner;
  }
  const place = readPlace(kind, rule, fields);
  if (!place.ok) return place;
  const contact = kind === 'interactions' ? fields['CONTACTID'] : null;
  return ok({
    id: id.value,
    owner: '',
    place: place.value,
    // No contact's key is longer.
    contact: typeof contact === 'string' && contact.length <= MAX_NAME ? contact : null,
  });
}

/** JSON's white space, then a brace (RFC 8259, sections 2 and 4). */
const BEGINS_AS_OBJECT = /^[ \t\r\n]*\{/;

function parseObject(line: string): Fields | null {
  // Junk is refused at a glance: an exception for each line would cost ten times as much.
  if (!BEGINS_AS_OBJECT.test(line)) return null;
  try {
    const value: unknown = JSON.parse(line);
    // The cast holds: what JSON.parse makes of an object has string keys and nothing inherited that counts.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

/** Whether objects and arrays are nested in more than `levels`, the outermost counted; goes no deeper itself. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

const TYPE_CHECKS: Readonly<Record<PropertyType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  // JSON Schema's integer, a number without a fraction, as doubles show it: 1.0 and 2^53 + 1 are, 1e400 (infinite) is not.
  integer: (value) => Number.isInteger(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

const TYPES: Readonly<Record<Kind, ReadonlyMap<string, PropertyType>>> = {
  interactions: typesOf('interactions'),
  documents: typesOf('documents'),
  contacts: typesOf('contacts'),
  'contact-attributes': typesOf('contact-attributes'),
};

function typesOf(kind: Kind): ReadonlyMap<string, PropertyType> {
  const properties = Object.entries(SCHEMA_OF[kind].schema.properties);
  return new Map(properties.map(([name, property]) => [name, property.type]));
}

function findMistyped(kind: Kind, fields: Fields) {
  const types = TYPES[kind];
  for (const key of Object.keys(fields)) {
    const type = types.get(key);
    if (type === undefined || TYPE_CHECKS[type](fields[key])) continue;
    return fail('wrong-type', key, { expected: type });
  }
  return null;
}

/** A key of the tables: U+0000 and lone surrogates do not survive SQLite's text, and an order needs every character. */
function readName(fields: Fields, key: string): Result<string> {
  const value = fields[key];
  if (value === undefined) return fail('missing', key);
  if (typeof value !== 'string' || value === '' || value.length > MAX_NAME)
    return fail('not-a-name', key, { max: MAX_NAME });
  if (value.includes('\u0000') || !value.isWellFormed()) return fail('unstorable-text', key);
  return ok(value);
}

function readPlace(kind: Kind, rule: OwnerRule, fields: Fields): Result<Place> {
  const text = fields[rule.date];
  if (text === undefined) return fail('missing', rule.date);
  const date = typeof text === 'string' ? parseInstant(text) : null;
  if (date === null) return fail('not-a-date', rule.date);
  if (kind === 'contacts') return ok({ entity: CONTACT_ENTITY, media: '', date });

  const media = readName(fields, 'MEDIATYPEID');
  if (!media.ok) return media;
  const entity = fields.ENTITYTYPEID;
  if (typeof entity !== 'number' || !ENTITY_CODES.has(entity))
    return fail('not-one-of', 'ENTITYTYPEID', { choices: [...ENTITY_CODES].join(', ') });
  return ok({ entity, media: foldMedia(media.value), date });
}
