import type { RecordFilter } from './api/job-request.ts';
import { hasMember, judgeOf, memberOf, type RecordMembers } from './filter.ts';

/**
 * A filter that an owner does not answer by itself: the values of its attributes of that name are told one after the other, and none is
 * held. One that meets it is enough; `ne` has to hold for all of them, and `exists: false` for want of any.
 */
export class OpenFilter {
  readonly name: string;
  readonly #judge: (found: unknown) => boolean;
  readonly #ofAll: boolean;
  #met: boolean | null = null;

  constructor(filter: RecordFilter, judge: (found: unknown) => boolean) {
    this.name = filter.name;
    this.#judge = judge;
    this.#ofAll = filter.operator === 'ne';
  }

  /** Null is no value, as in records. */
  tell(value: unknown): void {
    if (value === undefined || value === null) return;
    const meets = this.#judge(value);
    if (this.#met === null) this.#met = meets;
    else this.#met = this.#ofAll ? this.#met && meets : this.#met || meets;
  }

  /** Of all that was told. */
  get isMet(): boolean {
    return this.#met ?? this.#judge(undefined);
  }
}

/** Looks at what an owner says itself: null where it cannot meet the filters, else what its attributes have to say. */
export type Sieve = (record: RecordMembers) => readonly OpenFilter[] | null;

/**
 * Filters of owners whose attributes count: a name that is no column, nor a member of the very record, is that of an attribute. Where there
 * are no columns (`null`) attributes do not count.
 */
export function sieveOf(filters: readonly RecordFilter[], columns: ReadonlySet<string> | null): Sieve {
  const tests = filters.map((filter) => ({ filter, judge: judgeOf(filter) }));
  return (record) => {
    const open: OpenFilter[] = [];
    for (const { filter, judge } of tests) {
      const { name } = filter;
      if (columns && !columns.has(name) && !hasMember(record, name)) open.push(new OpenFilter(filter, judge));
      else if (!judge(memberOf(record, name))) return null;
    }
    return open;
  };
}
