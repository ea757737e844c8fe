import { createHash } from 'node:crypto';
import { canonical, chainedText, GENESIS, type ChainPoint } from '../src/model/audit/chain.ts';
import type { EndLink, EntryLink, NewEnd, NewEntry } from '../src/model/audit/entry.ts';
import type { ChainEnds } from '../src/model/audit/protocol.ts';
import { fold } from '../src/model/fold.ts';
import { formatInstant, type Instant } from '../src/model/instant.ts';

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

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Objects as filters look at them: one between each two line feeds, which none of them has. */
export const objectsColumn = (objects: readonly string[]): string => `\n${objects.join('\n')}\n`;

/** Is told of each link as it is chained, with its hash. */
export type Told = (link: EntryLink | EndLink, hash: string) => void;

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
    const { outcome, objects } = entry;
    return this.#add(now, (place) => ({ ...entry, ...place }), {
      entry: null,
      actor: fold(entry.actor.name),
      action: fold(entry.action),
      outcome: fold(outcome ?? 'unknown'),
      objects: objectsColumn(objects),
    });
  }

  /** Ends an entry that was not ended yet. */
  end(
    entry: number,
    { outcome, objects }: NewEnd,
    { now, count = 1 }: { now: Instant; count?: number },
  ): void {
    const [found] = this.#sql
      .exec<{ ended: number | null; outcome: string; objects: string }>(
        'SELECT ended, outcome, objects FROM links WHERE id = ? AND entry IS NULL',
        entry,
      )
      .toArray();
    if (!found || found.ended !== null) return;
    const id = this.#add(now, (place) => ({ outcome, objects, entry, count, ...place }), { entry });
    this.#sql.exec(
      'UPDATE links SET ended = ?, outcome = ?, objects = ? WHERE id = ?',
      id,
      outcome === null ? found.outcome : fold(outcome),
      objects.length === 0 ? found.objects : found.objects + objectsColumn(objects).slice(1),
      entry,
    );
  }

  #add(
    now: Instant,
    linkAt: (place: { readonly id: number; readonly time: string }) => EntryLink | EndLink,
    columns: { entry: number | null; actor?: string; action?: string; outcome?: string; objects?: string },
  ): number {
    // Times never go back in a chain, whatever the clock does: entries are found by time as by id.
    const time = Math.max(now, this.#head.time);
    const id = this.#head.id + 1;
    const link = linkAt({ id, time: formatInstant(time) });
    const text = canonical(link);
    const hash = hashOf(chainedText(this.#head.hash, text));
    const { entry, actor = null, action = null, outcome = null, objects = null } = columns;
    this.#sql.exec(
      `INSERT INTO links (id, time, entry, text, hash, actor, action, outcome, objects) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      time,
      entry,
      text,
      hash,
      actor,
      action,
      outcome,
      objects,
    );
    this.#head = { id, hash, time };
    this.#told(link, hash);
    return id;
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
    this.#sql.exec('INSERT OR REPLACE INTO chain (id, anchor, hash) VALUES (1, ?, ?)', cut, last.hash);
    this.#sql.exec('DELETE FROM links WHERE id <= ?', cut);
    return cut < old;
  }
}
