import { sieveOf, type OpenFilter, type Sieve } from '../../model/attribute-filter.ts';
import type { RecordFilter } from '../../model/api/job-request.ts';
import type { RecordMembers } from '../../model/filter.ts';
import { parseInstant } from '../../model/instant.ts';
import { KINDS_OF } from '../../model/records.ts';
import { KIND_RULES, ownerRuleOf } from '../kinds.ts';
import { ATTRIBUTE_NAME, ATTRIBUTE_VALUES, CONTACT_COLUMNS } from '../schemas/contact-columns.ts';
import type { PinnedScope } from '../source/source.ts';
import { keepLines, keepsLarge } from './kept-lines.ts';
import { PackedPages, type PackedStores } from './packed-pages.ts';
import type { PageCursor } from './protocol.ts';

/** Owners whose attributes are asked for at a time, and plain bytes of their pieces: all are inflated. */
const OWNERS_AT_A_TIME = 500;
const JUDGED_BYTES = 4 * 1_048_576;

/** What is asked of the owners of one entity type. */
interface Sifted {
  readonly scope: PinnedScope;
  readonly entity: number;
  readonly filters: readonly RecordFilter[];
}

/** An owner that meets the filters as far as it says itself. */
interface Passed {
  readonly date: number;
  readonly id: string;
  readonly open: readonly OpenFilter[];
}

/**
 * Judges the owners of a page, first by what they say themselves, then those that are left by their attributes, where filters name such.
 * Holds the keys of those that passed, and the attributes of 500 of them while these are told.
 */
export class OwnerSieve {
  readonly #stores: PackedStores;
  readonly #sifted: Sifted;
  readonly #sieve: Sieve;
  readonly #passed: Passed[] = [];

  constructor(stores: PackedStores, sifted: Sifted) {
    this.#stores = stores;
    this.#sifted = sifted;
    const { scope, filters } = sifted;
    // Which contacts an attribute that changed was of nobody knows: of changes contacts alone are judged.
    const byAttributes = scope.type === 'Contact' && !scope.changes;
    this.#sieve = sieveOf(filters, byAttributes ? CONTACT_COLUMNS : null);
  }

  /** The members of records that are looked at. */
  get names(): ReadonlySet<string> {
    const { id, date } = ownerRuleOf(this.#sifted.scope.type);
    return new Set([...this.#sifted.filters.map(({ name }) => name), id, date]);
  }

  /** Whether an owner may meet the filters. */
  readonly passes = (record: RecordMembers): boolean => {
    const open = this.#sieve(record);
    if (!open) return false;
    const { id, date } = ownerRuleOf(this.#sifted.scope.type);
    this.#passed.push({ date: parseInstant(String(record[date])) ?? 0, id: String(record[id]), open });
    return true;
  };

  /** Those that passed, in the order in which they came, and whether each meets the filters. */
  async judged(): Promise<readonly (Omit<Passed, 'open'> & { readonly met: boolean })[]> {
    const asking = this.#passed.filter(({ open }) => open.length > 0);
    for (let at = 0; at < asking.length; at += OWNERS_AT_A_TIME)
      await this.#hear(asking.slice(at, at + OWNERS_AT_A_TIME));
    return this.#passed.map(({ date, id, open }) => ({ date, id, met: open.every(({ isMet }) => isMet) }));
  }

  /** Lets owners hear what their attributes say. */
  async #hear(owners: readonly Passed[]): Promise<void> {
    const { scope, entity } = this.#sifted;
    const kind = KINDS_OF[scope.type].members;
    const rule = KIND_RULES[kind];
    if (rule.role !== 'member') throw new Error(`${kind} are no members`);
    const byId = new Map(owners.map(({ id, open }) => [id, open]));
    const tell = (record: RecordMembers): false => {
      const named = byId
        .get(String(record[rule.owner]))
        ?.filter(({ name }) => name === record[ATTRIBUTE_NAME]);
      if (named?.length) {
        const value = ATTRIBUTE_VALUES.map((name) => record[name]).find(
          (one) => one !== undefined && one !== null,
        );
        for (const filter of named) filter.tell(value);
      }
      return false;
    };
    const names = new Set([rule.owner, ATTRIBUTE_NAME, ...ATTRIBUTE_VALUES]);
    // Members have their owner's date, and owners come in the order of dates: no other piece has to be looked at.
    const [first, last] = [owners[0]?.date ?? null, owners.at(-1)?.date ?? null];
    const dates = { from: first, to: last === null ? null : last + 1 };
    // Of what size they are is not known here: as many as a page may have.
    const entry = { kind, entity, records: 1, bytes: 1 };
    const pages = new PackedPages(this.#stores, { ...scope, ...dates }, entry);
    const asked = owners.map(({ date, id }) => [date, id] as const);
    for (let after: PageCursor | null = null, more = true; more; more = after !== null) {
      const page = await pages.ask(after, { owners: asked, wholeBytes: JUDGED_BYTES });
      keepLines(await pages.withBodies(page), tell);
      const large = pages.large(page);
      if (large) await keepsLarge(large, { judge: tell, names });
      after = page.next;
    }
  }
}
