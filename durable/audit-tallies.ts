import { canonical } from '../src/model/audit/chain.ts';
import type { NewEntry } from '../src/model/audit/entry.ts';
import type { Tallied } from '../src/model/audit/protocol.ts';
import type { Instant } from '../src/model/instant.ts';
import { hashOf, type AuditLinks } from './audit-links.ts';

const MINUTE_MS = 60_000;
/** Entries of one minute that are told apart; what comes beyond is counted as of one address. */
const MOST = 1_000;
const OTHERS = 'others';

/** Counts the like of one address and minute: the first is entered at once, how many there were when the minute is over. */
export class AuditTallies {
  readonly #sql: SqlStorage;
  readonly #links: AuditLinks;

  constructor(sql: SqlStorage, links: AuditLinks) {
    this.#sql = sql;
    this.#links = links;
  }

  count({ entry, count }: Tallied, now: Instant): void {
    this.close(now);
    const known = this.#known(entry);
    if (known !== null) return this.#add(known, count);
    const [row] = this.#sql.exec<{ n: number }>('SELECT count(*) AS n FROM tallies').toArray();
    const told = (row?.n ?? 0) < MOST ? entry : { ...entry, address: OTHERS, userAgent: '', objects: [] };
    const others = this.#known(told);
    if (others !== null) return this.#add(others, count);
    const until = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS;
    this.#sql.exec(
      'INSERT INTO tallies (key, entry, count, until) VALUES (?, ?, ?, ?)',
      keyOf(told),
      this.#links.append(told, now),
      count,
      until,
    );
  }

  /** Chains how many there were of each whose minute is over. */
  close(now: Instant): void {
    const over = this.#sql
      .exec<{ entry: number; count: number }>('SELECT entry, count FROM tallies WHERE until <= ?', now)
      .toArray();
    for (const { entry, count } of over) {
      if (count > 1) this.#links.end(entry, { outcome: null, objects: [] }, { now, count });
      this.#sql.exec('DELETE FROM tallies WHERE entry = ?', entry);
    }
  }

  /** When the next minute is over that counts something. */
  next(): Instant | null {
    return (
      this.#sql.exec<{ until: number | null }>('SELECT min(until) AS until FROM tallies').toArray()[0]
        ?.until ?? null
    );
  }

  #known(entry: NewEntry): string | null {
    const key = keyOf(entry);
    const rows = this.#sql.exec<{ key: string }>('SELECT key FROM tallies WHERE key = ?', key).toArray();
    return rows[0]?.key ?? null;
  }

  #add(key: string, count: number): void {
    this.#sql.exec('UPDATE tallies SET count = count + ? WHERE key = ?', count, key);
  }
}

/** What makes two entries like each other. Not what was meant: whoever is refused can name as many objects as they like; the first one's stand. */
const keyOf = ({ actor, action, outcome, address }: NewEntry): string =>
  hashOf(canonical({ actor, action, outcome, address }));
