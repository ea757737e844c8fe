import { DurableObject } from 'cloudflare:workers';
import { z } from 'zod';
import { freeBytes } from '../src/encoding/free-bytes.ts';
import { DATA_TYPES, KINDS, type Kind } from '../src/model/records.ts';
import { log } from '../src/platform/log.ts';
import { setStorageBack } from '../src/platform/set-back.ts';
import {
  askedRecords,
  departedQuery,
  erasedOwners,
  incomingBatch,
  lineCounting,
  lineQuery,
  pagePlace,
  runBeginning,
  type AskedRecords,
  type ErasedOwners,
  type IncomingBatch,
  type PackedPage,
  type PackedProtocol,
} from '../src/records/packed/protocol.ts';
import { changedQuery, keysPlace, ownersPlace } from '../src/records/packed/changes-protocol.ts';
import { compacted, type Compacted } from '../src/records/packed/compaction-protocol.ts';
import { retryingBucket, type RunBucket } from '../src/platform/bucket.ts';
import { changedOwners, keysOf } from './record-store/changed-owners.ts';
import { classify } from './record-store/classify.ts';
import { beginReading } from './record-store/begin.ts';
import { departedOf } from './record-store/departed.ts';
import { beginCompaction, commitCompaction, openInput } from './record-store/compacting.ts';
import { eraseAgain, eraseContactRecord, erasedBehind, eraseInteractionsOf } from './record-store/erase.ts';
import { withPacks } from './record-store/packs.ts';
import { pageOf } from './record-store/page.ts';
import { keepPin, unpin } from './record-store/pins.ts';
import { RecordTables } from './record-store/record-tables.ts';
import { removeBefore } from './record-store/retention.ts';
import { take } from './record-store/take.ts';
import { totalsOf } from './record-store/totals.ts';
import { COLLECT_MS, SETTLE_MS, SOON_MS, StoreUpkeep, type StoreBindings } from './record-store/upkeep.ts';

const text = z.string().min(1);
const [contactId, run] = [text, text];
const instant = z.int();
const retention = z.object({ type: z.enum(DATA_TYPES), before: instant, most: z.int().positive() });

/** One contact center's records of one data type. A thin shell over its tables: each call parses, and does its work in one stretch. */
export class RecordStore extends DurableObject<StoreBindings> implements PackedProtocol {
  #tables: RecordTables;
  /** The bodies of the page that was answered last. */
  #sent: PackedPage['pieces'] = [];
  #upkeep: StoreUpkeep;
  readonly #bucket: RunBucket;

  constructor(ctx: DurableObjectState, env: StoreBindings) {
    super(ctx, env);
    this.#bucket = retryingBucket(env.BUCKET);
    this.#tables = new RecordTables(ctx.storage);
    this.#upkeep = new StoreUpkeep(this.#tables, env);
  }

  async classify(input: AskedRecords) {
    const { fates, stamp } = classify(this.#tables, askedRecords.parse(input));
    return { fates, stamp };
  }

  async take(input: IncomingBatch) {
    const batch = incomingBatch.parse(input);
    const taken = await this.#withPacks(() => take(this.#tables, batch));
    this.#upkeep.came(Date.now());
    await this.#arm(SETTLE_MS);
    return taken;
  }

  async begin(input: unknown) {
    const begun = beginReading(this.#tables, runBeginning.parse(input), Date.now());
    if (!begun) this.#upkeep.wanted();
    await this.#arm(begun ? COLLECT_MS : SOON_MS);
    return begun;
  }

  async page(query: unknown, at: unknown) {
    const [lines, place] = [lineQuery.parse(query), pagePlace.parse(at)];
    // The page before was sent before this call came.
    for (const { data } of this.#sent) freeBytes(data);
    this.#sent = [];
    if (!keepPin(this.#tables, place.reader, lines.asOf, Date.now())) return null;
    const page = pageOf(this.#tables, lines, place);
    this.#sent = page.pieces;
    return page;
  }

  async changedOwners(query: unknown, at: unknown) {
    const [asked, { reader, ...place }] = [changedQuery.parse(query), ownersPlace.parse(at)];
    if (!keepPin(this.#tables, reader, asked.asOf, Date.now())) return null;
    return changedOwners(this.#tables, asked, place);
  }

  async keys(query: unknown, at: unknown) {
    const [lines, { reader, ...place }] = [lineQuery.parse(query), keysPlace.parse(at)];
    if (!keepPin(this.#tables, reader, lines.asOf, Date.now())) return null;
    return keysOf(this.#tables, lines, place);
  }

  async departed(query: unknown) {
    return departedOf(this.#tables, departedQuery.parse(query));
  }

  async totals(counting: unknown) {
    return totalsOf(this.#tables, lineCounting.parse(counting));
  }

  async state() {
    return this.#tables.state;
  }

  async mediaTypes() {
    return this.#tables.mediaTypes();
  }

  async eraseInteractionsOf(contact: string) {
    const id = contactId.parse(contact);
    const erased = await this.#withPacks(() => eraseInteractionsOf(this.#tables, id, Date.now()));
    await this.#arm(SOON_MS);
    return erased;
  }

  async eraseContact(contact: string) {
    const id = contactId.parse(contact);
    const erased = await this.#withPacks(() => eraseContactRecord(this.#tables, id, Date.now()));
    await this.#arm(SOON_MS);
    return erased;
  }

  async waitingBehind(after: string, bytes: number) {
    return this.#tables.waiting.behind(z.string().parse(after), z.number().positive().parse(bytes));
  }

  async erasedBehind(kind: Kind, after: string, most: number) {
    const behind = { after: z.string().parse(after), most: z.int().positive().parse(most) };
    return erasedBehind(this.#tables, z.enum(KINDS).parse(kind), behind);
  }

  async eraseAgain(input: ErasedOwners) {
    const { kind, ids } = erasedOwners.parse(input);
    const erased = await this.#withPacks(() => eraseAgain(this.#tables, kind, { ids, now: Date.now() }));
    await this.#arm(SOON_MS);
    return erased;
  }

  async rememberMedia(names: readonly string[]) {
    this.#tables.rememberMedia(z.array(text).parse(names));
  }

  async removeBefore(input: unknown) {
    const removed = removeBefore(this.#tables, retention.parse(input), Date.now());
    await this.#arm(COLLECT_MS);
    return removed;
  }

  async unpin(by: string) {
    unpin(this.#tables, run.parse(by));
    await this.#arm(COLLECT_MS);
  }

  async beginCompaction() {
    return beginCompaction(this.#tables, { id: crypto.randomUUID(), now: Date.now() });
  }

  async openInput(task: string, n: number) {
    return openInput(this.#tables, { task: text.parse(task), n: z.int().parse(n), now: Date.now() });
  }

  async commitCompaction(done: Compacted) {
    const isDone = commitCompaction(this.#tables, compacted.parse(done), Date.now());
    await this.#arm(SOON_MS);
    return isDone;
  }

  async room() {
    return { bytes: this.#tables.bytes, stored: this.ctx.storage.sql.databaseSize };
  }

  async atRest() {
    return { inBucket: this.#tables.bytesInBucket, stored: this.ctx.storage.sql.databaseSize };
  }

  async isNamed(objects: unknown) {
    return z
      .array(z.string())
      .parse(objects)
      .filter((object) => this.#tables.garbage.isNamed(object));
  }

  /** How many records there are, `most` at most. */
  async count(most: number): Promise<number> {
    const counted = 'SELECT count(*) AS n FROM (SELECT 1 FROM keys LIMIT ?)';
    return this.ctx.storage.sql.exec<{ n: number }>(counted, z.int().parse(most)).one().n;
  }

  /** Forgets every record, since the contact center is being removed; answers how many there were. Texts in R2 are whoever asks's. */
  async forget(): Promise<number> {
    const count = await this.count(Number.MAX_SAFE_INTEGER);
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#tables = new RecordTables(this.ctx.storage);
    this.#upkeep = new StoreUpkeep(this.#tables, this.env);
    return count;
  }

  /** Becomes what it was at a time; the call is cut off. */
  setBack(to: number): Promise<void> {
    return setStorageBack(this.ctx, instant.parse(to));
  }

  /** Objects in R2 that hold texts of records, behind one, in order. */
  async texts(after: string, most: number): Promise<readonly string[]> {
    return this.#tables.garbage.named(z.string().parse(after), z.int().positive().parse(most));
  }

  /** Never throws: a throwing alarm is dropped after a few tries. What fails here is tried again by the next one. */
  override async alarm(): Promise<void> {
    let wait: number | null = COLLECT_MS;
    try {
      wait = await this.#upkeep.keepUp(Date.now());
    } catch (error) {
      log('alarm-failed', { object: this.ctx.id.name ?? this.ctx.id.toString(), error });
    }
    if (wait !== null) await this.#arm(wait);
  }

  async #arm(wait: number): Promise<void> {
    if (this.ctx.id.name !== undefined) this.#tables.setName(this.ctx.id.name);
    const at = Date.now() + wait;
    const armed = await this.ctx.storage.getAlarm();
    if (armed === null || armed > at) await this.ctx.storage.setAlarm(at);
  }

  #withPacks<T>(work: () => T): Promise<T> {
    return withPacks(work, { packs: this.#tables.packs, bucket: this.#bucket, now: Date.now });
  }
}
