import { GENESIS, type ChainPoint } from '../src/model/audit/chain.ts';
import { endLink, entryLink, itemOf, type AuditItem } from '../src/model/audit/entry.ts';
import type { AuditFilter, AuditFound, AuditScan } from '../src/model/audit/protocol.ts';
import type { AuditLinks } from './audit-links.ts';

/** Links that one call looks through at most, however few of them match. */
const LINKS_A_CALL = 20_000;
/** Characters of links that one call answers as a rule; the one that is more ends it. */
const UNITS_A_CALL = 1_000_000;

/** An entry's row with those that belong to it; the columns' types are those of the tables. */
interface Row extends Record<string, SqlStorageValue> {
  readonly id: number;
  readonly text: string;
  readonly hash: string;
  readonly previous: string | null;
  readonly ended: number | null;
  readonly endText: string | null;
  readonly endHash: string | null;
  readonly counted: number | null;
}

/** Ids to look through, both ends included. */
interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** Entries in order, each read with its end. What one call costs is bounded, whatever the filter and the log's size. */
export class AuditReader {
  readonly #sql: SqlStorage;
  readonly #links: AuditLinks;

  constructor(sql: SqlStorage, links: AuditLinks) {
    this.#sql = sql;
    this.#links = links;
  }

  scan(scan: AuditScan): AuditFound {
    const { whole, stretch, rest } = this.#stretch(scan);
    if (whole.low > whole.high) return { items: [], skipped: 0, next: null };
    let { skip } = scan;
    if (skip > 0) {
      const matching = this.#counted(scan.filter, stretch);
      if (matching <= skip) return { items: [], skipped: matching, next: rest };
    }
    const items: AuditItem[] = [];
    let units = 0;
    const anchor = this.#links.anchor();
    for (const row of this.#rows(scan, stretch)) {
      if (skip > 0) skip -= 1;
      else {
        if (items.length === scan.limit || units > UNITS_A_CALL)
          return { items, skipped: scan.skip, next: items.at(-1)?.id ?? scan.after };
        items.push(itemOfRow(row, { upTo: scan.upTo, anchor }));
        units += row.text.length + (row.endText ?? '').length;
      }
    }
    return { items, skipped: scan.skip, next: rest };
  }

  count(filter: AuditFilter, after: number): { count: number; next: number | null } {
    const { whole, stretch, rest } = this.#stretch({ filter, after, descending: false, upTo: null });
    if (whole.low > whole.high) return { count: 0, next: null };
    return { count: this.#counted(filter, stretch), next: rest };
  }

  /** What is to be looked through, what of it now, and behind which id to go on. */
  #stretch({ filter, after, descending, upTo }: Pick<AuditScan, 'filter' | 'after' | 'descending' | 'upTo'>) {
    const { anchor, head } = this.#links.ends();
    let low = anchor.id + 1;
    let high = upTo === null ? head.id : Math.min(upTo, head.id);
    if (filter.from !== undefined) low = Math.max(low, this.#links.firstSince(filter.from));
    if (filter.to !== undefined) high = Math.min(high, this.#links.firstSince(filter.to) - 1);
    if (after !== null && descending) high = Math.min(high, after - 1);
    if (after !== null && !descending) low = Math.max(low, after + 1);
    const whole: Stretch = { low, high };
    const stretch: Stretch = descending
      ? { low: Math.max(low, high - LINKS_A_CALL + 1), high }
      : { low, high: Math.min(high, low + LINKS_A_CALL - 1) };
    const more = descending ? stretch.low > low : stretch.high < high;
    return { whole, stretch, rest: more ? (descending ? stretch.low : stretch.high) : null };
  }

  #counted(filter: AuditFilter, stretch: Stretch): number {
    const { where, values } = conditions(filter, stretch);
    return this.#sql.exec<{ n: number }>(`SELECT count(*) AS n FROM links l WHERE ${where}`, ...values).one()
      .n;
  }

  #rows({ filter, descending }: AuditScan, stretch: Stretch): Iterable<Row> {
    const { where, values } = conditions(filter, stretch);
    return this.#sql.exec<Row>(
      `SELECT l.id, l.text, l.hash, p.hash AS previous, l.ended, e.text AS endText, e.hash AS endHash, t.count AS counted
       FROM links l LEFT JOIN links p ON p.id = l.id - 1 LEFT JOIN links e ON e.id = l.ended
         LEFT JOIN tallies t ON t.entry = l.id
       WHERE ${where} ORDER BY l.id ${descending ? 'DESC' : 'ASC'}`,
      ...values,
    );
  }
}

/** The item of a row: as it is, or as it was when `upTo` was the last link. */
function itemOfRow(
  row: Row,
  { upTo, anchor }: { readonly upTo: number | null; readonly anchor: ChainPoint },
): AuditItem {
  const link = entryLink.parse(JSON.parse(row.text));
  const { ended, endText, endHash } = row;
  const shows = endText !== null && endHash !== null && ended !== null && (upTo === null || ended <= upTo);
  const end = shows ? { link: endLink.parse(JSON.parse(endText)), hash: endHash } : null;
  const before = link.id - 1 === anchor.id ? anchor.hash : GENESIS.hash;
  const previous = row.previous ?? before;
  return itemOf({ link, hash: row.hash }, end, { previous, counted: row.counted ?? 1 });
}

/** SQL of a filter over a stretch, and its values. */
function conditions(
  filter: AuditFilter,
  { low, high }: Stretch,
): { where: string; values: SqlStorageValue[] } {
  const parts = ['l.id BETWEEN ? AND ?', 'l.entry IS NULL'];
  const values: SqlStorageValue[] = [low, high];
  for (const column of ['actor', 'action', 'outcome'] as const) {
    const text = filter[column];
    if (text === undefined) continue;
    parts.push(`instr(l.${column}, ?) > 0`);
    values.push(text);
  }
  if (filter.objects) {
    parts.push(`(${filter.objects.map(() => 'instr(l.objects, ?) > 0').join(' OR ')})`);
    values.push(...filter.objects.map((object) => `\n${object}\n`));
  }
  return { where: parts.join(' AND '), values };
}
