import { DurableObject } from 'cloudflare:workers';
import { z } from 'zod';
import type { ChainPoint } from '../src/model/audit/chain.ts';
import { newEnd, newEntry, type NewEnd, type NewEntry } from '../src/model/audit/entry.ts';
import { auditFilter, auditScan, type AuditProtocol, type Tallied } from '../src/model/audit/protocol.ts';
import { DAY_MS, type Instant } from '../src/model/instant.ts';
import { log } from '../src/platform/log.ts';
import { AuditLinks, type HashedLink, type Told } from './audit-links.ts';
import { AuditReader } from './audit-scan.ts';
import { AuditTallies } from './audit-tallies.ts';
import { settingsOf } from './settings.ts';

const id = z.int().positive();
const tallies = z.array(z.object({ entry: newEntry, count: id }));

/** Links that retention removes in one event; the alarm goes on with the rest. */
const AT_A_TIME = 10_000;
const SOON_MS = 100;
/** Requests that are remembered, so that one which asks again is answered the same. */
const REMEMBERED = 1_000;

/** The chain with what counts and reads it; makes the tables where there are none. */
function partsOf(sql: SqlStorage, told: Told | undefined) {
  const links = new AuditLinks(sql, told);
  return { links, tallies: new AuditTallies(sql, links), reader: new AuditReader(sql, links) };
}

/** A link as a line of the service's own log, which a deployment may send elsewhere. Long lists of objects are cut off: the log itself has all of them. */
function tellLine(chain: string, link: Parameters<Told>[0], hash: string): void {
  const { id: linkId, time, outcome, objects } = link;
  const place = { chain, link: linkId, time, outcome, objects: objects.join(' '), hash };
  if ('entry' in link) return log('audit-ended', { ...place, entry: link.entry, count: link.count });
  const { actor, action, address, userAgent, requestId } = link;
  const who = { actor: actor.name, actorType: actor.type, ccid: actor.ccid, client: actor.client };
  log('audit-entered', { ...place, ...who, action, address, userAgent, request: requestId });
}

/**
 * The audit log of one contact center, or the platform's own: it orders entries, chains and holds them. Nobody can change or remove
 * one; the alarm removes those that are older than AUDIT_DAYS, and all go with a contact center that is removed, where its operator says so. A thin shell over links, tallies and the reader.
 */
export class AuditLog extends DurableObject implements AuditProtocol {
  readonly #auditDays: number;
  readonly #told: Told | undefined;
  #parts: ReturnType<typeof partsOf>;
  /** Ids by request. An object that was evicted in between enters a request once more, which says too much but nothing wrong. */
  readonly #entered = new Map<string, number>();
  #alarmAt: Instant | null = null;

  constructor(ctx: DurableObjectState, env: object) {
    super(ctx, env as never);
    const { auditDays, auditLog } = settingsOf(env);
    this.#auditDays = auditDays;
    this.#told = auditLog ? (link, hash) => tellLine(ctx.id.name ?? '', link, hash) : undefined;
    this.#parts = partsOf(ctx.storage.sql, this.#told);
  }

  async append(input: NewEntry): Promise<number> {
    const entry = newEntry.parse(input);
    const known = this.#entered.get(entry.requestId);
    if (known !== undefined) return known;
    const made = this.#parts.links.append(entry, Date.now());
    this.#remember(entry.requestId, made);
    await this.#arm();
    return made;
  }

  async end(entry: number, end: NewEnd): Promise<void> {
    this.#parts.links.end(id.parse(entry), newEnd.parse(end), { now: Date.now() });
  }

  async tally(input: readonly Tallied[]): Promise<void> {
    const now = Date.now();
    for (const tallied of tallies.parse(input)) this.#parts.tallies.count(tallied, now);
    await this.#arm();
  }

  async scan(input: unknown) {
    return this.#parts.reader.scan(auditScan.parse(input));
  }

  async count(filter: unknown, after: number) {
    return this.#parts.reader.count(auditFilter.parse(filter), z.int().nonnegative().parse(after));
  }

  async ends() {
    return this.#parts.links.ends();
  }

  /** Links behind `after` up to `upTo` as they were hashed, a bounded stretch. */
  async hashed(after: number, upTo: number) {
    return this.#parts.links.hashed(z.int().nonnegative().parse(after), z.int().nonnegative().parse(upTo));
  }

  /** Puts links of a backup back; false where the log has others in their places, or one does not follow from the one before it. */
  async putBack(anchor: ChainPoint, links: readonly HashedLink[]): Promise<boolean> {
    const whole = this.ctx.storage.transactionSync(() => this.#parts.links.putBack(anchor, links));
    await this.#arm();
    return whole;
  }

  /** Forgets the whole chain, whose contact center is being removed; answers how many entries that were. */
  async forget(): Promise<number> {
    const { anchor, head } = this.#parts.links.ends();
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#alarmAt = null;
    this.#entered.clear();
    this.#parts = partsOf(this.ctx.storage.sql, this.#told);
    return head.id - anchor.id;
  }

  #remember(request: string, entry: number): void {
    this.#entered.set(request, entry);
    const [oldest] = this.#entered.keys();
    if (this.#entered.size > REMEMBERED && oldest !== undefined) this.#entered.delete(oldest);
  }

  /** Never throws: a throwing alarm is dropped after a few tries. What fails here is tried again by the next one. */
  override async alarm(): Promise<void> {
    this.#alarmAt = null;
    let more = false;
    try {
      const now = Date.now();
      this.#parts.tallies.close(now);
      more = this.#forget(now);
    } catch (error) {
      log('alarm-failed', { object: this.ctx.id.name ?? this.ctx.id.toString(), error });
    }
    await this.#arm(more ? SOON_MS : DAY_MS);
  }

  /** Removes what is old enough, in one transaction. */
  #forget(now: Instant): boolean {
    const horizon = now - this.#auditDays * DAY_MS;
    return this.ctx.storage.transactionSync(() => this.#parts.links.removeBefore(horizon, AT_A_TIME));
  }

  /** Arms the alarm for the next minute that is over, or for retention. */
  async #arm(retentionIn: Instant = DAY_MS): Promise<void> {
    const now = Date.now();
    const at = Math.max(
      now + 1,
      Math.min(this.#parts.tallies.next() ?? Number.POSITIVE_INFINITY, now + retentionIn),
    );
    this.#alarmAt ??= await this.ctx.storage.getAlarm();
    if (this.#alarmAt !== null && this.#alarmAt <= at && this.#alarmAt > now) return;
    this.#alarmAt = at;
    await this.ctx.storage.setAlarm(at);
  }
}
