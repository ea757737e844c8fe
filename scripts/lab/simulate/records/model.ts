import type { Random } from '../../../generate/random.ts';
import { CONTACT_ENTITY, KINDS_OF, type Kind } from '../../../../src/model/records.ts';
import type { Scope } from '../../../../src/records/source/source.ts';

/** One text that a record had: from its change number on, until the next one. */
export interface RecordVersion {
  readonly kind: Kind;
  readonly id: string;
  readonly owner: string;
  readonly entity: number;
  readonly media: string;
  readonly date: number;
  readonly text: string;
  readonly change: number;
  /** When it came. */
  readonly at: number;
}

const DAY_MS = 86_400_000;
export const FIRST_DAY = Date.parse('2024-05-01T00:00:00.000Z');
export const DAYS = 4;
/** Entity types that occur, with their media. */
const SORTS = [
  { entity: 0, media: 'email' },
  { entity: 2, media: 'chat' },
  { entity: 3, media: 'voice' },
] as const;

/** The contact history of one contact center, with all that it ever was. */
export class RecordModel {
  readonly ccid: string;
  /** All versions of each record, the newest last. */
  readonly records = new Map<string, RecordVersion[]>();
  lastChange = 0;
  /** What was there when runs began, by the version that they were told. */
  readonly #kept: (readonly RecordVersion[])[] = [];

  constructor(ccid: string) {
    this.ccid = ccid;
  }

  /** An import of new records: owners, some of them with members. */
  add(random: Random, owners: number, now: number): void {
    for (let n = 0; n < owners; n += 1) {
      const isContact = random.next() < 0.25;
      const sort = isContact ? { entity: CONTACT_ENTITY, media: '' } : random.pick(SORTS);
      const { owners: kind, members } = KINDS_OF[isContact ? 'Contact' : 'Interaction'];
      const date = FIRST_DAY + random.integer(0, DAYS * DAY_MS - 1);
      const id = `${isContact ? 'C' : 'I'}${random.integer(0, 10 ** 9)}`;
      this.#put({ ...sort, kind, id, owner: '', date }, random, now);
      for (let member = random.integer(0, 2); member > 0; member -= 1)
        this.#put({ ...sort, kind: members, id: `${id}-${member}`, owner: id, date }, random, now);
    }
  }

  /** An import that changes texts of records that are there. */
  rewrite(random: Random, count: number, now: number): void {
    const all = [...this.records.values()];
    for (let n = 0; n < count && all.length > 0; n += 1) {
      const last = random.pick(all).at(-1);
      if (last) this.#put(last, random, now);
    }
  }

  /** Keeps what is there now; answers the version to ask for. */
  keep(): number {
    return this.#kept.push(this.#now()) - 1;
  }

  /** What a scope asks for, as it is now, or as it was kept. */
  present(scope: Scope, version: number | null = null): RecordVersion[] {
    const all = version === null ? this.#now() : this.#kept[version];
    if (!all) throw new Error(`nobody was told of the version ${version}`);
    return all.filter((record) => isIn(scope, record));
  }

  #now(): RecordVersion[] {
    return [...this.records.values()].flatMap((versions) => versions.at(-1) ?? []);
  }

  #put(record: Omit<RecordVersion, 'text' | 'change' | 'at'>, random: Random, now: number): void {
    this.lastChange += 1;
    const { kind, id, owner, entity, media, date } = record;
    const text = JSON.stringify({ id, owner, change: this.lastChange, of: this.ccid, text: noise(random) });
    const version = { kind, id, owner, entity, media, date, text, change: this.lastChange, at: now };
    const key = `${kind} ${id}`;
    const versions = this.records.get(key);
    if (versions) versions.push(version);
    else this.records.set(key, [version]);
  }
}

/** Text that does not deflate well. */
function noise(random: Random): string {
  let text = '';
  const length = random.next() < 0.1 ? random.integer(2_000, 9_000) : random.integer(20, 900);
  while (text.length < length) text += Math.floor(random.next() * 2 ** 32).toString(36);
  return text;
}

/** Whether a version is of what a scope asks for. */
export function isIn(scope: Scope, { kind, media, date, change }: RecordVersion): boolean {
  const { owners, members } = KINDS_OF[scope.type];
  if (kind !== owners && !(kind === members && (scope.attachments || scope.type === 'Contact'))) return false;
  if (scope.media !== null && !scope.media.includes(media)) return false;
  if (scope.from !== null && date < scope.from) return false;
  if (scope.to !== null && date >= scope.to) return false;
  return !scope.changes || (change > scope.changes.from && change <= scope.changes.to);
}
