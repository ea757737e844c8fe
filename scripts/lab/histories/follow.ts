import { collect } from '../../../durable/record-store/collect.ts';
import { eraseContactRecord, eraseInteractionsOf } from '../../../durable/record-store/erase.ts';
import { removeBefore } from '../../../durable/record-store/retention.ts';
import { take } from '../../../durable/record-store/take.ts';
import { DAY_MS } from '../../../src/model/instant.ts';
import { KINDS_OF, type DataType } from '../../../src/model/records.ts';
import { randomOf, type Random } from '../../generate/random.ts';
import { Follower } from './follower.ts';
import { DATES, drawContact, drawSpecs, lineOf } from './specs.ts';
import type { PlayedHistory } from './play.ts';
import { EAGER } from './compactor.ts';
import { StoreUnderTest } from './store.ts';

const STEPS = 40;
const MANY = 1_000;
/** What jobs follow: everything, and one or two media; documents too, or not; what filters leave of it. */
const WISHES = [
  { media: null, attachments: true, filters: [] },
  { media: ['email'], attachments: true, filters: [] },
  { media: ['email', 'chat'], attachments: false, filters: [] },
  { media: null, attachments: true, filters: [{ name: 'NOTE', operator: 'startsWith', value: 'Ü' }] },
  { media: ['email', 'chat'], attachments: true, filters: [{ name: 'NOTE', operator: 'eq', value: '' }] },
  {
    media: ['chat'],
    attachments: false,
    filters: [{ name: 'CONTACTID', operator: 'in', value: ['c', 'plumless'] }],
  },
] as const;

/** Plays one history of DataSync jobs on a record store: whoever applies the archives of a job in order has to have what it was to export. */
export async function playFollowers(seed: number): Promise<PlayedHistory> {
  const history = new FollowedHistory(seed);
  try {
    return await history.play();
  } catch (error) {
    return {
      trace: history.trace,
      wrong: [`it threw ${error instanceof Error ? error.stack : String(error)}`],
    };
  } finally {
    history.close();
  }
}

class FollowedHistory {
  readonly #random: Random;
  readonly #type: DataType;
  readonly #store: StoreUnderTest;
  readonly #followers: readonly Follower[];
  readonly trace: string[] = [];
  readonly #wrong: string[] = [];
  #batches = 0;

  constructor(seed: number) {
    this.#random = randomOf(seed, 'followed');
    this.#type = seed % 3 === 0 ? 'Contact' : 'Interaction';
    this.#store = new StoreUnderTest(this.#type);
    // Contacts have no media.
    const wishes = this.#type === 'Contact' ? WISHES.filter(({ media }) => media === null) : WISHES;
    this.#followers = wishes.map((wish, index) => new Follower(this.#store, { ...wish, job: index + 1 }));
  }

  close(): void {
    this.#store.close();
  }

  async play(): Promise<PlayedHistory> {
    for (let step = 0; step < STEPS && this.#wrong.length === 0; step += 1) await this.#step();
    for (const follower of this.#followers) {
      if (this.#wrong.length > 0) break;
      follower.breakOff();
      await this.#begin(follower);
      if (!(await this.#finish(follower))) this.#wrong.push('a run that has just begun finds nothing of it');
    }
    return { trace: this.trace, wrong: this.#wrong };
  }

  async #step(): Promise<void> {
    const drawn = this.#random.next();
    if (drawn < 0.4) return this.#import();
    if (drawn < 0.5) return this.#erase();
    if (drawn < 0.56) return this.#retain();
    if (drawn < 0.62) return this.#compact();
    if (drawn < 0.67) return this.#pass();
    return this.#run(this.#random.pick(this.#followers));
  }

  async #import(): Promise<void> {
    const { owners, members } = KINDS_OF[this.#type];
    const kind = this.#random.next() < 0.5 ? owners : members;
    const lines = drawSpecs(this.#random).map((spec) => lineOf(kind, spec));
    this.#told(`import of ${kind}:\n  ${lines.join('\n  ')}`);
    const batch = await this.#store.prepare(kind, lines, `b${(this.#batches += 1)}`);
    await this.#store.withPacks(() => take(this.#store.tables, { ...batch, at: this.#store.now }));
    this.#store.dropSuperfluous();
  }

  async #erase(): Promise<void> {
    const contact = drawContact(this.#random);
    this.#told(`erase ${contact}`);
    const act = this.#type === 'Contact' ? eraseContactRecord : eraseInteractionsOf;
    await this.#store.withPacks(() => act(this.#store.tables, contact, this.#store.now));
  }

  #retain(): void {
    const before = Date.parse(this.#random.pick(DATES)) + this.#random.integer(0, 1);
    this.#told(`retain from ${before} on`);
    const ask = { type: this.#type, before, most: this.#random.pick([1, MANY]) };
    while (!removeBefore(this.#store.tables, ask, this.#store.now).all);
  }

  async #compact(): Promise<void> {
    this.#told('compact');
    for (let left = MANY; (await this.#store.compactor.compact(EAGER)) !== 'nothing'; left -= 1)
      if (left === 0) throw new Error('compaction never comes to an end');
    this.#collect();
  }

  #collect(): boolean {
    const limits = { most: this.#random.pick([1, MANY]), keptMs: this.#random.pick([0, 30 * DAY_MS]) };
    return collect(this.#store.tables, this.#store.now, limits);
  }

  /** Time passes: runs that read for long lose what they had pinned, and jobs that were away for long what they would be told. */
  async #pass(): Promise<void> {
    const days = this.#random.pick([1, 60, 200]);
    this.#told(`${days} days pass`);
    this.#store.now += days * DAY_MS;
    while (this.#collect());
    await this.#store.sweep();
  }

  /** Something happens to a job: a run of it begins, or the one that reads ends in one way or another. */
  async #run(follower: Follower): Promise<void> {
    if (!follower.isReading) return this.#begin(follower);
    if (this.#random.next() < 0.7) return void (await this.#finish(follower));
    this.#told(`the run of job ${follower.job} breaks off`);
    follower.breakOff();
  }

  async #begin(follower: Follower): Promise<void> {
    this.#told(`job ${follower.job} begins ${JSON.stringify(await follower.begin())}`);
  }

  /** Answers whether what the run had pinned was there. */
  async #finish(follower: Follower): Promise<boolean> {
    this.#told(`job ${follower.job} reads`);
    const finished = await follower.finish();
    this.#told(finished ? `  ${finished.told}` : '  but nothing is kept of it');
    this.#wrong.push(...(finished?.wrong ?? []));
    return finished !== null;
  }

  #told(what: string): void {
    this.trace.push(what);
  }
}
