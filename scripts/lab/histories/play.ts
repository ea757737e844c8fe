import { KINDS_OF, type DataType, type Kind } from '../../../src/model/records.ts';
import { collect } from '../../../durable/record-store/collect.ts';
import { pin, unpin } from '../../../durable/record-store/pins.ts';
import { eraseContactRecord, eraseInteractionsOf } from '../../../durable/record-store/erase.ts';
import { repack } from '../../../durable/record-store/repack.ts';
import { removeBefore } from '../../../durable/record-store/retention.ts';
import { take } from '../../../durable/record-store/take.ts';
import { randomOf, type Random } from '../../generate/random.ts';
import { differences, everythingIn, snapshot } from './compare.ts';
import { parsed, type D1Model } from './d1-model.ts';
import { settled } from './settled.ts';
import { DATES, drawContact, drawSpecs, lineOf } from './specs.ts';
import { compactDisturbed } from './compact-disturbed.ts';
import { StoreUnderTest } from './store.ts';

const STEPS = 10;
/** Statements of a step that is killed: before one of so many. */
const STATEMENTS = 40;
const MANY = 1_000;

/** One history of one data type: what happened, and what was wrong at its end. */
export interface PlayedHistory {
  readonly trace: readonly string[];
  readonly wrong: readonly string[];
}

/** Plays one history on a record store and on D1's tables, and compares them after each step. */
export async function playHistory(seed: number, model: D1Model): Promise<PlayedHistory> {
  const type = seed % 3 === 0 ? 'Contact' : 'Interaction';
  await model.begin(`h${seed}`);
  const history = new History(seed, type, model);
  try {
    return await history.play();
  } catch (error) {
    return { trace: history.trace, wrong: [`it threw ${String(error)}`] };
  } finally {
    history.close();
  }
}

class History {
  readonly #random: Random;
  readonly #type: DataType;
  readonly #model: D1Model;
  readonly #store: StoreUnderTest;
  readonly trace: string[] = [];
  readonly #wrong: string[] = [];
  /** What runs have pinned: the version, and all that was there. */
  readonly #pins = new Map<string, { readonly version: number; readonly held: string }>();
  /** Owners that may not come again, or whose members may not. */
  readonly #erased = new Set<string>();
  /** The last change number after each step. */
  readonly #numbers: number[] = [0];
  #batches = 0;

  constructor(seed: number, type: DataType, model: D1Model) {
    this.#random = randomOf(seed, 'history');
    this.#type = type;
    this.#model = model;
    this.#store = new StoreUnderTest(type);
  }

  close(): void {
    this.#store.close();
  }

  async play(): Promise<PlayedHistory> {
    for (let step = 0; step < STEPS && this.#wrong.length === 0; step += 1) {
      await this.#step();
      const drawn = { random: this.#random, numbers: this.#numbers };
      this.#wrong.push(...(await differences(this.#model, this.#store, drawn)), ...this.#pinned());
      this.#numbers.push(this.#store.tables.state.change);
    }
    if (this.#wrong.length === 0) this.#wrong.push(...(await settled(this.#store, this.#pins.keys())));
    return { trace: this.trace, wrong: this.#wrong };
  }

  async #step(): Promise<void> {
    const drawn = this.#random.next();
    if (drawn < 0.5) return this.#import();
    if (drawn < 0.53) return this.#erase();
    if (drawn < 0.6) return this.#eraseOfPacks();
    if (drawn < 0.67) return this.#retain();
    if (drawn < 0.73) return this.#repack();
    if (drawn < 0.88) return this.#compact();
    if (drawn < 0.93) return this.#pin();
    return this.#collect();
  }

  async #import(): Promise<void> {
    const [kind, lines] = this.#draw();
    const id = `b${(this.#batches += 1)}`;
    this.#told(`import ${id} of ${kind}:\n  ${lines.join('\n  ')}`);
    const batch = await this.#store.prepare(kind, lines, id);
    const between = this.#random.next() < 0.15 ? await this.#overtake() : false;
    let taken = await this.#do(() => take(this.#store.tables, batch));
    if (!taken && !between) this.#wrong.push('a batch was refused that nobody overtook');
    const fresh = taken ? null : await this.#store.prepare(kind, lines, id);
    if (fresh) taken = await this.#store.withPacks(() => take(this.#store.tables, fresh));
    const other = this.#random.next() < 0.5 ? batch : await this.#store.prepare(kind, [], id);
    const again = take(this.#store.tables, other);
    if (JSON.stringify(again) !== JSON.stringify(taken))
      this.#wrong.push('a batch that came again was answered differently');
    this.#store.dropSuperfluous();
    const { refused = 0, ...counts } = taken ?? {};
    const expected = await this.#importIntoModel(kind, lines);
    if (JSON.stringify(counts) !== JSON.stringify(expected.counts) || refused !== expected.refused)
      this.#wrong.push(`import answered ${JSON.stringify(taken)} and D1 ${JSON.stringify(expected)}`);
  }

  #draw(): [Kind, readonly string[]] {
    const { owners, members } = KINDS_OF[this.#type];
    const kind = this.#random.next() < 0.5 ? owners : members;
    return [kind, drawSpecs(this.#random).map((spec) => lineOf(kind, spec))];
  }

  /** Another import comes between what the store said of a batch and the batch. */
  async #overtake(): Promise<boolean> {
    const [kind, lines] = this.#draw();
    this.#told(`  overtaken by ${kind}:\n  ${lines.join('\n  ')}`);
    const batch = await this.#store.prepare(kind, lines, `b${(this.#batches += 1)}`);
    await this.#store.withPacks(() => take(this.#store.tables, batch));
    await this.#importIntoModel(kind, lines);
    return true;
  }

  /** D1 does not know what was erased: what has to be refused is kept from it. */
  async #importIntoModel(kind: Kind, lines: readonly string[]) {
    const there = new Set(this.#model.rows(this.#type).map((row) => `${row.kind} ${row.id}`));
    const owning = this.#type === 'Contact' ? 2 : 0;
    const welcome = lines.filter((line) => {
      const { id, owner } = parsed(kind, line);
      if (kind === 'contacts') return true;
      if (kind === 'interactions') return !this.#erased.has(id);
      return there.has(`${owning} ${owner}`) || !this.#erased.has(owner);
    });
    if (kind === 'contacts') for (const line of lines) this.#erased.delete(parsed(kind, line).id);
    const nothing = { inserted: 0, updated: 0, unchanged: 0, waiting: 0 };
    const counts = welcome.length === 0 ? nothing : await this.#model.import(this.#type, kind, welcome);
    return { counts, refused: lines.length - welcome.length };
  }

  /** Erases of what lies in packs, and of what lay in others before. */
  async #eraseOfPacks(): Promise<void> {
    await this.#compact();
    await this.#import();
    await this.#compact();
    await this.#erase();
  }

  async #erase(): Promise<void> {
    const contact = drawContact(this.#random);
    this.#told(`erase ${contact}`);
    const act = this.#type === 'Contact' ? eraseContactRecord : eraseInteractionsOf;
    const before = this.#model.rows(this.#type);
    const given = await this.#do(() => act(this.#store.tables, contact, 1));
    const expected = await this.#model.erase(this.#type, contact);
    if (JSON.stringify(given) !== JSON.stringify(expected))
      this.#wrong.push(`erasing answered ${JSON.stringify(given)} and D1 ${JSON.stringify(expected)}`);
    const left = new Set(this.#model.rows(this.#type).map(({ kind, id }) => `${kind} ${id}`));
    const gone = before.filter(({ kind, id }) => !left.has(`${kind} ${id}`));
    for (const { kind, id } of gone) if (kind % 2 === 0) this.#erased.add(id);
    if (this.#type === 'Contact') this.#erased.add(contact);
    if (this.#pins.size > 0) return;
    // What was erased is kept for no store that is set back.
    collect(this.#store.tables, this.#store.now, { most: MANY, keptMs: Number.MAX_SAFE_INTEGER });
    await this.#store.sweep();
    this.#store.compactor.sweepOrphans();
    const everything = `${everythingIn(this.#store)}\n${this.#store.compactor.leftInPacks()}`.split('\n');
    for (const { text } of gone)
      if (everything.includes(text)) this.#wrong.push(`what was erased is still there: ${text}`);
    const naming = this.#type === 'Contact' ? [] : everything.filter((line) => names(line, contact));
    if (naming.length > 0) this.#wrong.push(`what names ${contact} is still there: ${naming.join(', ')}`);
  }

  async #retain(): Promise<void> {
    const before = Date.parse(this.#random.pick(DATES)) + this.#random.integer(0, 1);
    this.#told(`retain from ${before} on`);
    const most = this.#random.pick([1, 2, MANY]);
    // Waiting records are of the time 1, and go by age: a test of their own has them.
    const ask = { type: this.#type, before, most };
    const waiting = before > 1 ? this.#waitingIn() : 0;
    if (waiting > 0) return this.#told('  but some wait');
    let removed = 0;
    for (let all = false; !all;) {
      const some = await this.#do(() => removeBefore(this.#store.tables, ask, 1));
      removed += some.removed;
      all = some.all;
    }
    const expected = this.#model.removeBefore(this.#type, before);
    if (removed !== expected) this.#wrong.push(`${removed} records were removed and not ${expected}`);
  }

  #waitingIn(): number {
    return this.#store.look('SELECT id FROM waiting').length;
  }

  /** Some pieces of one entry are made anew, as compaction does. */
  async #repack(): Promise<void> {
    const all = this.#store.look('SELECT n, kind, entity FROM pieces WHERE retired IS NULL ORDER BY n');
    if (all.length === 0) return;
    const one = this.#random.pick(all);
    const some = all.filter(
      ({ kind, entity, n }) =>
        n === one['n'] || (kind === one['kind'] && entity === one['entity'] && this.#random.next() < 0.6),
    );
    this.#told(`repack ${some.map(({ n }) => String(n)).join(', ')}`);
    const pieces = some.map(({ n }) => this.#store.tables.pieces.find(Number(n)));
    const work = () => this.#store.tables.transaction(() => repack(this.#store.tables, pieces));
    await this.#do(work);
    // Whoever did not hear of it does it again.
    if (this.#random.next() < 0.3) work();
  }

  /** Pieces are put into packs, by somebody who may be gone at each call, or whom something else comes before. */
  async #compact(): Promise<void> {
    const wrong = await compactDisturbed({
      random: this.#random,
      store: this.#store,
      told: (what) => this.#told(what),
      act: (work) => this.#do(work),
      meddle: () => this.#meddle(),
    });
    this.#wrong.push(...wrong);
  }

  /** What comes while somebody compacts. */
  async #meddle(): Promise<void> {
    const drawn = this.#random.next();
    if (drawn < 0.4) return this.#import();
    if (drawn < 0.6) return this.#erase();
    if (drawn < 0.7) return this.#retain();
    if (drawn < 0.8) return this.#repack();
    if (drawn < 0.9) return this.#pin();
    return this.#collect();
  }

  async #pin(): Promise<void> {
    const [held] = this.#pins.keys();
    if (held !== undefined && this.#random.next() < 0.5) {
      this.#told(`unpin ${held}`);
      this.#pins.delete(held);
      return unpin(this.#store.tables, held);
    }
    const run = `r${(this.#batches += 1)}`;
    const version = pin(this.#store.tables, run, this.#store.now);
    this.#told(`pin ${run} at ${version}`);
    this.#pins.set(run, { version, held: snapshot(this.#store, null) });
  }

  async #collect(): Promise<void> {
    this.#told('collect');
    const limits = { most: this.#random.pick([1, MANY]), keptMs: this.#random.pick([0, 1_000_000_000]) };
    await this.#do(() => collect(this.#store.tables, this.#store.now, limits));
    if (this.#random.next() < 0.3) this.#store.compactor.sweepOrphans();
    if (this.#random.next() < 0.7) this.#store.compactor.commitLate();
    await this.#store.sweep();
  }

  /** Does a piece of work; some are killed before one of their statements: then nothing has happened, and it is done again. */
  async #do<T>(work: () => T): Promise<T> {
    if (this.#random.next() < 0.6) return this.#store.withPacks(work);
    const at = this.#random.integer(0, STATEMENTS);
    const done = await this.#store.withPacks(() => {
      const before = this.#store.image();
      const tried = this.#store.killed(at, work);
      if (!tried && this.#store.image() !== before)
        this.#wrong.push('something of what was killed has happened');
      return tried;
    });
    if (done) return done.answer;
    this.#told(`  (killed before statement ${at})`);
    return this.#store.withPacks(work);
  }

  /** What a run pinned is what it reads, whatever came since. */
  #pinned(): string[] {
    return [...this.#pins].flatMap(([run, { version, held }]) => {
      const now = snapshot(this.#store, version);
      return now === held ? [] : [`the run ${run} at ${version} read ${held} and now reads ${now}`];
    });
  }

  #told(what: string): void {
    this.trace.push(what);
  }
}

const names = (line: string, contact: string): boolean =>
  line.includes(`"CONTACTID":${JSON.stringify(contact)},`);
