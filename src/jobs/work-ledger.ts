import type { Instant } from '../model/instant.ts';
import { formatInstant } from '../model/instant.ts';
import { WORK_ITEMS, type Work, type WorkItem, type WorkKind } from '../model/work.ts';
import type { Invocation } from '../platform/invocation.ts';
import { log } from '../platform/log.ts';
import { addWork, type DoneWork } from '../store/work.ts';

/** Requests are noted together, to write a row for many: after so many, or with the next after so long. */
const TOGETHER = 50;
const LONGEST_MS = 60_000;
/** What is written down as soon as it was done. */
const AT_ONCE: readonly WorkKind[] = ['runs', 'imports', 'compaction'];

/** What was done for contact centers, until it is written. An isolate that ends takes a few requests with it, and never a run's work. */
export class WorkLedger {
  readonly #db: D1Database;
  #kept = new Map<string, DoneWork>();
  #count = 0;
  #since: Instant | null = null;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** Notes what an invocation did, for whomever it was; resolves when it is written, if it is to be. Never throws. */
  async note(
    { account, used }: Invocation,
    { began, now }: { readonly began: Instant; readonly now: Instant },
  ) {
    if (account === null) return;
    const { ccid, kind } = account;
    const month = formatInstant(now).slice(0, 7);
    const key = `${ccid} ${month} ${kind}`;
    const work = { ...used, invocations: 1, milliseconds: Math.max(0, now - began) };
    this.#kept.set(key, { ccid, month, kind, ...sum(work, this.#kept.get(key)) });
    this.#count += 1;
    this.#since ??= now;
    const due = AT_ONCE.includes(kind) || this.#count >= TOGETHER || now - this.#since > LONGEST_MS;
    if (due) await this.#write();
  }

  async #write(): Promise<void> {
    const done = [...this.#kept.values()];
    [this.#kept, this.#count, this.#since] = [new Map(), 0, null];
    await addWork(this.#db, done).catch((error: unknown) => log('work-uncounted', { error }));
  }
}

const sum = (work: Work, before: Work | undefined): Work =>
  // fromEntries forgets that the keys are all the items.
  Object.fromEntries(WORK_ITEMS.map((item) => [item, work[item] + (before?.[item] ?? 0)])) as Record<
    WorkItem,
    number
  >;
