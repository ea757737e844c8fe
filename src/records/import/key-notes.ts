import type { Kind, SeenType } from '../../model/records.ts';
import { rememberKeys, type SeenKey } from '../../store/seen-keys.ts';
import { ATTRIBUTE_NAME, CONTACT_COLUMNS } from '../schemas/contact-columns.ts';
import { knownMembers } from './record.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Keys that one import tells of; the store keeps no more of a contact center either. */
const MAX_KEYS = 1_000;

/** The member of interactions whose keys filters may ask for as if they were the record's own. */
const ATTRIBUTES = 'ALLATTRIBUTES';

/** The keys of an import's records that their schema does not name, those in ALLATTRIBUTES and the names of contact attributes too, each told once: what `GET data/attributes` lists beside it. */
export class KeyNotes {
  readonly #kind: Kind;
  readonly #known: ReadonlySet<string>;
  readonly #seen = new Set<string>();
  /** Names of contact attributes: keys of contacts, as filters ask for them. */
  readonly #attributes = new Set<string>();
  #untold: SeenKey[] = [];

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#known = knownMembers(kind);
  }

  note(fields: Fields): void {
    this.#noteOwn(fields);
    // The schema of interactions alone has it, and import takes nothing but an object there.
    if (this.#known.has(ATTRIBUTES)) this.#noteOwn((fields[ATTRIBUTES] ?? {}) as Fields);
    if (this.#kind === 'contact-attributes') this.#noteAttribute(fields[ATTRIBUTE_NAME]);
  }

  #noteAttribute(name: unknown): void {
    if (typeof name !== 'string' || name === '' || CONTACT_COLUMNS.has(name)) return;
    if (this.#attributes.has(name) || this.#attributes.size >= MAX_KEYS) return;
    this.#attributes.add(name);
    this.#untold.push({ kind: 'contacts', name, type: 'string' });
  }

  #noteOwn(fields: Fields): void {
    for (const name of Object.keys(fields)) {
      if (this.#known.has(name) || this.#seen.has(name) || this.#seen.size >= MAX_KEYS) continue;
      this.#seen.add(name);
      this.#untold.push({ kind: this.#kind, name, type: typeOf(fields[name]) });
    }
  }

  /** Tells what is new, where it is `least` keys. Beside the records' transaction: a key too many in this list harms nobody. */
  async tell(db: D1Database, ccid: string, least: number): Promise<void> {
    const keys = this.#untold;
    if (keys.length < least) return;
    this.#untold = [];
    await rememberKeys(db, ccid, keys);
  }
}

function typeOf(value: unknown): SeenType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'object';
  }
}
