import { fc } from '../support/property.ts';
import { KINDS_OF, type DataType, type Kind } from '../../src/model/records.ts';

const OWNERS = 6;
const MEMBERS = 6;
/** Few dates, so that many are equal; the first is later than the others, which are then imported late. */
const DATES = ['2024-05-01T10:00:00.000Z', '2024-04-01 10:00:00', '2001-01-01T00:00:00.000Z'] as const;

/** What an import says of one record. */
interface Change {
  readonly record: number;
  /** The current text once more, one that is new, or the record's first. */
  readonly text: 'same' | 'new' | 'first';
  readonly date: string;
  readonly modified: string | null;
  readonly entity: number;
  /** The owner of a member; the last one never comes. */
  readonly owner: number;
}
/** One file: records of one kind, none of them twice. */
export interface Import {
  readonly owners: boolean;
  readonly changes: readonly Change[];
}

const file = (owners: boolean): fc.Arbitrary<Import> =>
  fc.record({
    owners: fc.constant(owners),
    changes: fc.uniqueArray(
      fc.record<Change>({
        record: fc.nat((owners ? OWNERS : MEMBERS) - 1),
        text: fc.constantFrom('same', 'new', 'new', 'first'),
        date: fc.constantFrom(...DATES),
        modified: fc.constantFrom(null, ...DATES),
        entity: fc.constantFrom(0, 2),
        owner: fc.nat(OWNERS),
      }),
      { selector: ({ record }) => record, minLength: 1, maxLength: 5 },
    ),
  });

/** Up to three files after each other. */
export const imports: fc.Arbitrary<readonly Import[]> = fc.array(fc.boolean().chain(file), {
  maxLength: 3,
});

/** A record's text from one import that changed it to the next. Texts name their record, so that no two records share one. */
interface Version {
  readonly text: string;
  readonly number: number;
  /** The owner's id; null for an owner. */
  readonly owner: string | null;
}

/** What a contact center holds, and what the archives of one DataSync job have shown of it. */
export class SyncModel {
  readonly #type: DataType;
  readonly #records = new Map<string, Version>();
  readonly #first = new Map<string, Omit<Version, 'number'>>();
  readonly #came: string[] = [];
  readonly #exported: string[] = [];
  readonly #wrong: string[] = [];
  /** Texts by version number, of versions that stayed current from the planning of a finished run to its end. */
  readonly #stayed = new Map<number, string>();
  #numbers = 0;

  constructor(type: DataType) {
    this.#type = type;
  }

  kindOf({ owners }: Import): Kind {
    return KINDS_OF[this.#type][owners ? 'owners' : 'members'];
  }

  /** Takes a file; answers its lines. */
  import({ owners, changes }: Import): readonly string[] {
    return changes.map((change) => {
      const id = `${owners ? 'o' : 'm'}${change.record}`;
      const current = this.#records.get(id);
      const old = { same: current, first: this.#first.get(id), new: undefined }[change.text];
      const next = old ?? this.#newVersion(id, owners, change);
      if (next.text === current?.text) return next.text;
      this.#numbers += 1;
      this.#came.push(next.text);
      if (!this.#first.has(id)) this.#first.set(id, next);
      this.#records.set(id, { ...next, number: this.#numbers });
      return next.text;
    });
  }

  /** The versions that a run would export now, by record: those that wait for an owner are none of them. */
  current(): ReadonlyMap<string, Version> {
    const has = (owner: string | null) => owner === null || this.#records.has(owner);
    return new Map([...this.#records].filter(([, { owner }]) => has(owner)));
  }

  /** A run has ended well: it was planned when `planned` was current, and `lines` are in its archive. */
  finished(planned: ReadonlyMap<string, Version>, lines: readonly string[]): void {
    const texts = new Set([...planned.values()].map(({ text }) => text));
    // No more than was there when it was planned: what came while it read is left to the next.
    for (const line of lines)
      if (!texts.has(line)) this.#wrong.push(`not there when it was planned: ${line}`);
    this.#exported.push(...lines);
    const now = this.current();
    for (const [id, { number, text }] of planned)
      if (now.get(id)?.number === number) this.#stayed.set(number, text);
  }

  /** What is wrong after a last run that nothing disturbed: what the union of the archives lacks, and what is in it too often. */
  wrong(): readonly string[] {
    const exported = counted(this.#exported);
    const came = counted(this.#came);
    const stayed = counted(this.#stayed.values());
    const wrong = [...this.#wrong];
    for (const { text } of this.current().values())
      if (!exported.has(text)) wrong.push(`last version missing: ${text}`);
    // A text that came back is another version: it may be there as often as it came.
    for (const [text, times] of came) {
      const found = exported.get(text) ?? 0;
      if (found < (stayed.get(text) ?? 0)) wrong.push(`version that stayed missing: ${text}`);
      if (found > times) wrong.push(`too often: ${text}`);
    }
    return wrong;
  }

  #newVersion(id: string, owners: boolean, change: Change): Omit<Version, 'number'> {
    const owner = owners ? null : `o${change.owner}`;
    const modified = change.modified === null ? {} : { MODIFIEDDATE: change.modified };
    const body = { ...this.#fields(id, owner, change), ...modified, VERSION: this.#numbers };
    return { text: JSON.stringify(body), owner };
  }

  #fields(id: string, owner: string | null, { date, entity }: Change): Readonly<Record<string, unknown>> {
    if (this.#type === 'Contact')
      return owner === null ? { CONTACTID: id, CREATEDDATE: date } : { ID: id, CONTACTID: owner };
    if (owner !== null) return { ID: id, ENTITYID: owner };
    return {
      IXNID: id,
      STARTDATE: date,
      MEDIATYPEID: entity === 0 ? 'email' : 'chat',
      ENTITYTYPEID: entity,
    };
  }
}

function counted(items: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
