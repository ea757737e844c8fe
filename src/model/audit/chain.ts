import { auditLinksOf, itemOf, type AuditItem } from './entry.ts';

/** SHA-256 of a text's UTF-8, in hex: at once in an object, later in a browser. */
export type Sha256 = (text: string) => string | Promise<string>;

/** A place of the chain: a link and its hash. */
export interface ChainPoint {
  readonly id: number;
  readonly hash: string;
}

/** Before the first link of every chain. */
export const GENESIS: ChainPoint = { id: 0, hash: '0'.repeat(64) };

/**
 * JSON in the one form that is hashed: members sorted by name, no white space. For what links consist of (strings, whole numbers,
 * null, arrays and objects with names in ASCII) it is RFC 8785's.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

/** What the hash of a link is taken of: the hash before it, a line feed, and the link's canonical JSON. */
export const chainedText = (previous: string, link: string): string => `${previous}\n${link}`;

/** What is wrong with a chain, and at which link. */
export interface ChainProblem {
  readonly kind: 'missing' | 'changed' | 'order' | 'cut' | 'other-head';
  readonly id: number;
}

/** An end that was read with its entry and whose turn in the chain is still to come. */
interface Waiting {
  readonly link: string;
  readonly hash: string;
}

/** What of an item comes from its end. */
const shownOfEnd = ({ objects, outcome, count }: AuditItem): string => canonical([objects, outcome, count]);

/**
 * Checks a chain, entry by entry in the order of their ids. Of the links only those are held that end an entry behind one that
 * was not read yet. With a head the chain has to reach it; what lies behind is not looked at, since it may be half read.
 */
export class ChainCheck {
  readonly #sha256: Sha256;
  readonly #head: ChainPoint | null;
  readonly #waiting = new Map<number, Waiting>();
  #at: ChainPoint | null;
  entries = 0;

  /** `anchor` is the link before the first one; null takes the first entry's own word for it. */
  constructor(sha256: Sha256, anchor: ChainPoint | null, head: ChainPoint | null) {
    this.#sha256 = sha256;
    this.#at = anchor;
    this.#head = head;
  }

  /** The last link that was found as it must be. */
  get at(): ChainPoint {
    return this.#at ?? GENESIS;
  }

  /** The next entry; answers what is wrong up to it. */
  async take(item: AuditItem): Promise<ChainProblem | null> {
    if (this.#head && item.id > this.#head.id) return null;
    this.#at ??= { id: item.id - 1, hash: item.previous };
    const ended = await this.#takeEnds();
    if (ended) return ended;
    if (item.id <= this.at.id) return { kind: 'order', id: item.id };
    if (item.id > this.at.id + 1) return { kind: 'missing', id: this.at.id + 1 };
    const { entry, end } = auditLinksOf(item);
    // What an item shows of its end stands in the end, too, and that alone is hashed.
    const told = itemOf(entry, end, { previous: item.previous, counted: item.count });
    if (shownOfEnd(told) !== shownOfEnd(item)) return { kind: 'changed', id: item.id };
    if (item.previous !== this.at.hash) return { kind: 'changed', id: item.id };
    const wrong = await this.#take(item.id, { link: canonical(entry.link), hash: entry.hash });
    if (wrong) return wrong;
    this.entries += 1;
    if (!end) return null;
    if (end.link.id <= item.id || this.#waiting.has(end.link.id)) return { kind: 'changed', id: item.id };
    this.#waiting.set(end.link.id, { link: canonical(end.link), hash: end.hash });
    return null;
  }

  /** There is no further entry; answers what is wrong with the end. */
  async close(): Promise<ChainProblem | null> {
    const ended = await this.#takeEnds();
    if (ended) return ended;
    const beyond = [...this.#waiting.keys()].filter((id) => !this.#head || id <= this.#head.id);
    if (beyond.length > 0) return { kind: 'missing', id: this.at.id + 1 };
    return this.#head && this.at.id < this.#head.id ? { kind: 'cut', id: this.at.id + 1 } : null;
  }

  /** The ends whose turn it is. */
  async #takeEnds(): Promise<ChainProblem | null> {
    for (;;) {
      const id = this.at.id + 1;
      const end = this.#waiting.get(id);
      if (!end || (this.#head && id > this.#head.id)) return null;
      this.#waiting.delete(id);
      const wrong = await this.#take(id, end);
      if (wrong) return wrong;
    }
  }

  async #take(id: number, { link, hash }: Waiting): Promise<ChainProblem | null> {
    if ((await this.#sha256(chainedText(this.at.hash, link))) !== hash) return { kind: 'changed', id };
    if (this.#head?.id === id && this.#head.hash !== hash) return { kind: 'other-head', id };
    this.#at = { id, hash };
    return null;
  }
}
