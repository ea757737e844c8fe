import { createHmac, hkdfSync } from 'node:crypto';
import type { Config } from '../config.ts';
import { currentKey } from '../config/rings.ts';
import { auditObjectName, type AuditChain } from '../model/object-names.ts';
import type { NewEnd, NewEntry } from '../model/audit/entry.ts';
import type {
  AuditFilter,
  AuditFound,
  AuditProtocol,
  AuditScan,
  AuditWriter,
  ChainEnds,
  Tallied,
} from '../model/audit/protocol.ts';
import { canonical } from '../model/audit/chain.ts';
import { inRequest } from '../platform/database.ts';
import { log } from '../platform/log.ts';

/** The objects of the chains, by what is asked of their namespace; this room does not know their class. */
interface AuditObjects {
  idFromName(name: string): DurableObjectId;
  get(id: DurableObjectId): unknown;
}

/** What the audit trail stands on. */
interface AuditContext {
  readonly config: Pick<Config, 'wrapKeys'>;
  readonly objects: AuditObjects;
  /** Lets work go on behind the answer. */
  readonly later: (work: Promise<unknown>) => void;
}

/** Of its like an entry that is not known by then is sent with those of other addresses. */
const MOST_WAITING = 1_000;
/** A sender that was not heard of for so long is gone with its request, milliseconds. */
const SENDER_MS = 10_000;
/** Bytes of a mark: enough that no two names have the same. */
const MARK_BYTES = 16;

/** Writes and reads the audit logs: a contact center's, and the platform's own. */
export class AuditTrail implements AuditWriter {
  readonly #context: AuditContext;
  /** Refusals that wait to be counted, by chain and by what makes them alike. */
  readonly #waiting = new Map<string, { readonly chain: AuditChain; entry: NewEntry; count: number }>();
  #sendingSince = 0;

  constructor(context: AuditContext) {
    this.#context = context;
  }

  async begin(chain: AuditChain, entry: NewEntry): Promise<number | null> {
    try {
      return await inRequest(() => this.#log(chain).append(entry));
    } catch (error) {
      log('audit-away', { ccid: chain, action: entry.action, request: entry.requestId, error });
      return null;
    }
  }

  /** What cannot be told stays as begun: that it may have been done is known. */
  async end(chain: AuditChain, id: number, end: NewEnd): Promise<void> {
    try {
      await inRequest(() => this.#log(chain).end(id, end));
    } catch (error) {
      log('audit-unfinished', { ccid: chain, entry: id, error });
    }
  }

  async refused(chain: AuditChain, entry: NewEntry): Promise<void> {
    try {
      await inRequest(() => this.#log(chain).tally([{ entry, count: 1 }]));
    } catch (error) {
      log('audit-away', { ccid: chain, action: entry.action, request: entry.requestId, error });
    }
  }

  /** Sent behind the answer, one call at a time of an isolate, which takes along all that came meanwhile: a flood makes few calls. */
  tally(chain: AuditChain, entry: NewEntry): void {
    const { actor, action, outcome } = entry;
    const known = (address: string) => canonical([chain, actor, action, outcome, address]);
    const crowded = this.#waiting.size >= MOST_WAITING && !this.#waiting.has(known(entry.address));
    const told = crowded ? { ...entry, address: 'others', userAgent: '' } : entry;
    const waiting = this.#waiting.get(known(told.address));
    if (waiting) waiting.count += 1;
    else this.#waiting.set(known(told.address), { chain, entry: told, count: 1 });
    if (Date.now() - this.#sendingSince > SENDER_MS) this.#context.later(this.#send());
  }

  async #send(): Promise<void> {
    while (this.#waiting.size > 0) {
      this.#sendingSince = Date.now();
      const byChain = new Map<AuditChain, Tallied[]>();
      for (const { chain, entry, count } of this.#waiting.values())
        byChain.set(chain, [...(byChain.get(chain) ?? []), { entry, count }]);
      this.#waiting.clear();
      for (const [chain, tallied] of byChain) {
        try {
          await inRequest(() => this.#log(chain).tally(tallied));
        } catch (error) {
          log('audit-uncounted', { ccid: chain, entries: tallied.length, error });
        }
      }
    }
    this.#sendingSince = 0;
  }

  scan(ccid: string, scan: AuditScan): Promise<AuditFound> {
    return inRequest(() => this.#log(ccid).scan(scan));
  }

  count(ccid: string, filter: AuditFilter, after: number) {
    return inRequest(() => this.#log(ccid).count(filter, after));
  }

  ends(ccid: string): Promise<ChainEnds> {
    return inRequest(() => this.#log(ccid).ends());
  }

  /**
   * What stands for a name that nobody may read, a contact's id: `<id of the key>.<keyed hash>`, the same for the same name in the same
   * center as long as the key is the ring's current one. The key is derived of WRAP_KEYS (RFC 5869). Where the ring changes a name has
   * another mark from then on; `marks` knows it by each key that is still in the ring, and a key that was taken out leaves marks that
   * nobody can tell of any name.
   */
  mark(ccid: string, name: string): string {
    return this.marks(ccid, name)[0] ?? '';
  }

  /** A name's marks by every key of the ring, the current one's first. */
  marks(ccid: string, name: string): string[] {
    const { wrapKeys } = this.#context.config;
    const current = currentKey(wrapKeys, Date.now());
    return [current, ...wrapKeys.filter((key) => key !== current)].map(({ id, key }) => {
      const derived = hkdfSync('sha256', key.reveal(), '', `udm audit ${ccid}`, 32);
      const hash = createHmac('sha256', Buffer.from(derived)).update(name).digest();
      return `${id}.${hash.subarray(0, MARK_BYTES).toString('hex')}`;
    });
  }

  #log(chain: AuditChain): AuditProtocol {
    const { objects } = this.#context;
    // AuditLog implements the protocol, and calls of a stub answer promises as its do.
    return objects.get(objects.idFromName(auditObjectName(chain))) as AuditProtocol;
  }
}
