import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonical, chainedText, GENESIS, type ChainPoint } from '../src/model/audit/chain.ts';
import {
  endLink,
  entryLink,
  type EndLink,
  type EntryLink,
  type NewEnd,
  type NewEntry,
} from '../src/model/audit/entry.ts';
import type { ChainEnds } from '../src/model/audit/protocol.ts';
import { fold } from '../src/model/fold.ts';
import { formatInstant, parseInstant, type Instant } from '../src/model/instant.ts';

/**
 * `links` is the chain: no id is left out, and `text` is what was hashed. What stands beside it (outcome, ended, and the folded columns
 * that filters look at) is told by no answer. `tallies` counts the like of one minute until its end is chained. `chain` keeps
 * the anchor: the last link that retention removed.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS links (id INTEGER PRIMARY KEY, time INTEGER NOT NULL, entry INTEGER, text TEXT NOT NULL,
  hash TEXT NOT NULL, actor TEXT, action TEXT, outcome TEXT, objects TEXT, ended INTEGER);
CREATE TABLE IF NOT EXISTS tallies (key TEXT PRIMARY KEY, entry INTEGER NOT NULL UNIQUE, count INTEGER NOT NULL,
  until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chain (id INTEGER PRIMARY KEY CHECK (id = 1), anchor INTEGER NOT NULL, hash TEXT NOT NULL);
`;

/** Bytes that a log may have. The platform ends an object's storage at 10 GB; what is refused before tells why. */
const MAX_BYTES = 9_000_000_000;

/** Links of one answer, and their characters: the one that is more ends it. */
const LINKS_AN_ANSWER = 1_000;
const UNITS_AN_ANSWER = 500_000;

/** A link as it was hashed. */
export interface HashedLink {
  readonly text: string;
  readonly hash: string;
}

/** An end names its entry, and an entry who did what. */
const anyLink = z.union([endLink, entryLink]);

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Objects as filters look at them: one between each two line feeds, which none of them has. */
export const objectsColumn = (objects: readonly string[]): string => `\n${objects.join('\n')}\n`;

/** Is told of each link as it is chained, with its hash. */
export type Told = (link: EntryLink | EndLink, hash: string) => void;

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The links of one chain. Each method is one synchronous stretch: concurrent calls share the write that makes them last. */
export class AuditLinks {
  readonly #sql: SqlStorage;
  readonly #told: Told;
  #head: ChainPoint & { readonly time: Instant };

  constructor(sql: SqlStorage, told: Told = () => undefined) {
    this.#sql = sql;
    this.#told = told;
    sql.exec(TABLES);
    const [last] = sql
      .exec<{ id: number; hash: string; time: number }>(
        'SELECT id, hash, time FROM links ORDER BY id DESC LIMIT 1',
      )
      .toArray();
    this.#head = last ?? { ...this.anchor(), time: 0 };
  }

  /** Enters something; answers its id. Throws where the log is full: what cannot be entered must not be done. */
  append(entry: NewEntry, now: Instant): number {
    if (this.#sql.databaseSize > MAX_BYTES) throw new Error('the audit log is full');
    return this.#add(now, (place) => ({ ...entry, ...place }));
  }

  /** Ends an entry that was not ended yet. */
  end(
    entry: number,
    { outcome, objects }: NewEnd,
    { now, count = 1 }: { now: Instant; count?: number },
  ): void {
    const [found] = this.#sql
      .exec<{ ended: number | null }>('SELECT ended FROM links WHERE id = ? AND entry IS NULL', entry)
      .toArray();
    if (!found || found.ended !== null) return;
    this.#add(now, (place) => ({ outcome, objects, entry, count, ...place }));
  }

  #add(
    now: Instant,
    linkAt: (place: { readonly id: number; readonly time: string }) => EntryLink | EndLink,
  ): number {
    // Times never go back in a chain, whatever the clock does: entries are found by time as by id.
    const time = Math.max(now, this.#head.time);
    const id = this.#head.id + 1;
    const link = linkAt({ id, time: formatInstant(time) });
    const text = canonical(link);
    const hash = hashOf(chainedText(this.#head.hash, text));
    this.#put(link, { text, hash, time });
    this.#told(link, hash);
    return id;
  }

  /** Writes a link behind the head, and what filters look at: of an entry in its own row, of an end in that of its entry. */
  #put(link: EntryLink | EndLink, { text, hash, time }: HashedLink & { readonly time: Instant }): void {
    const ends = 'entry' in link;
    this.#sql.exec(
      `INSERT INTO links (id, time, entry, text, hash, actor, action, outcome, objects) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      link.id,
      time,
      ends ? link.entry : null,
      text,
      hash,
      ends ? null : fold(link.actor.name),
      ends ? null : fold(link.action),
      ends ? null : fold(link.outcome ?? 'unknown'),
      ends ? null : objectsColumn(link.objects),
    );
    if (ends)
      this.#sql.exec(
        'UPDATE links SET ended = ?1, outcome = coalesce(?2, outcome), objects = objects || ?3 WHERE id = ?4',
        link.id,
        link.outcome === null ? null : fold(link.outcome),
        link.objects.length === 0 ? '' : objectsColumn(link.objects).slice(1),
        link.entry,
      );
    this.#head = { id: link.id, hash, time };
  }

  hashed(after: number, upTo: number): readonly HashedLink[] {
    const links: HashedLink[] = [];
    let units = 0;
    for (const link of this.#sql.exec<{ text: string; hash: string }>(
      'SELECT text, hash FROM links WHERE id > ? AND id <= ? ORDER BY id LIMIT ?',
      after,
      upTo,
      LINKS_AN_ANSWER,
    )) {
      links.push(link);
      units += link.text.length;
      if (units > UNITS_AN_ANSWER) break;
    }
    return links;
  }

  /**
   * Puts links of a backup behind the head; those that are there have to be the same. An empty log begins behind `anchor`. False from the
   * first one on that is another, or does not follow from the one before it.
   */
  putBack(anchor: ChainPoint, links: readonly HashedLink[]): boolean {
    if (this.#head.id === 0 && anchor.id > 0) {
      this.#keepAnchor(anchor);
      this.#head = { ...anchor, time: 0 };
    }
    return links.every(({ text, hash }) => {
      const parsed = anyLink.safeParse(asJson(text));
      if (!parsed.success) return false;
      const link = parsed.data;
      if (link.id <= this.#head.id) return this.#hashAt(link.id) === hash;
      if (link.id !== this.#head.id + 1 || hashOf(chainedText(this.#head.hash, text)) !== hash) return false;
      this.#put(link, { text, hash, time: parseInstant(link.time) ?? this.#head.time });
      return true;
    });
  }

  #hashAt(id: number): string | null {
    const [row] = this.#sql.exec<{ hash: string }>('SELECT hash FROM links WHERE id = ?', id).toArray();
    return row?.hash ?? null;
  }

  #keepAnchor({ id, hash }: ChainPoint): void {
    this.#sql.exec('INSERT OR REPLACE INTO chain (id, anchor, hash) VALUES (1, ?, ?)', id, hash);
  }

  head(): ChainPoint {
    return { id: this.#head.id, hash: this.#head.hash };
  }

  anchor(): ChainPoint {
    const [row] = this.#sql
      .exec<{ anchor: number; hash: string }>('SELECT anchor, hash FROM chain')
      .toArray();
    return row ? { id: row.anchor, hash: row.hash } : GENESIS;
  }

  ends(): ChainEnds {
    return { anchor: this.anchor(), head: this.head() };
  }

  /** The first id whose link is of this moment or later; one behind the head where none is. Ids have no gaps, so it is halved. */
  firstSince(at: Instant): number {
    let [low, high] = [this.anchor().id + 1, this.#head.id + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [row] = this.#sql.exec<{ time: number }>('SELECT time FROM links WHERE id = ?', middle).toArray();
      // A gap that somebody made is looked for by who verifies, not here.
      if (row && row.time >= at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /**
   * Removes links before `horizon`, `most` at a time, and keeps the hash of the last one, on which the rest stands. An entry whose end
   * stays, stays too. Answers whether more are to go.
   */
  removeBefore(horizon: Instant, most: number): boolean {
    const anchor = this.anchor();
    const old = this.firstSince(horizon) - 1;
    let cut = Math.min(old, anchor.id + most);
    for (let whole = false; !whole;) {
      const [row] = this.#sql
        .exec<{ id: number | null }>(
          'SELECT min(id) AS id FROM links WHERE id > ? AND id <= ? AND ended > ?',
          anchor.id,
          cut,
          cut,
        )
        .toArray();
      whole = row?.id === null || row === undefined;
      if (row?.id) cut = row.id - 1;
    }
    if (cut <= anchor.id) return false;
    const [last] = this.#sql.exec<{ hash: string }>('SELECT hash FROM links WHERE id = ?', cut).toArray();
    if (!last) return false;
    this.#keepAnchor({ id: cut, hash: last.hash });
    this.#sql.exec('DELETE FROM links WHERE id <= ?', cut);
    return cut < old;
  }
}
