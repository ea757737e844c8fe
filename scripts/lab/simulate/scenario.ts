import type { Random } from '../../generate/random.ts';
import type { RecordModel } from './records/model.ts';
import { CENTERS, START } from './setup.ts';
import type { Agenda } from './world/agenda.ts';
import type { Outage } from './world/faults.ts';
import type { World } from './world/world.ts';

const MINUTE_MS = 60_000;

/** What a history is made of, beside the world. */
interface Parts {
  readonly models: ReadonlyMap<string, RecordModel>;
  /** A client does something. */
  readonly act: () => void;
  /** D1 was set back. */
  readonly setBack: () => void;
  /** The trouble is over. */
  readonly settle: () => void;
}

/** Draws by lot what happens in a history. */
export class Scenario {
  /** Whether it goes on for hours. */
  isLong = false;
  readonly #world: World;
  readonly #agenda: Agenda;
  readonly #random: Random;
  readonly #parts: Parts;
  #isOver = false;

  constructor(world: World, agenda: Agenda, random: Random, parts: Parts) {
    this.#world = world;
    this.#agenda = agenda;
    this.#random = random;
    this.#parts = parts;
  }

  /** What will happen and when: what clients ask, imports, accidents, and the end of all trouble. */
  plan(): void {
    const random = this.#random;
    const span = random.next() < 0.15 ? random.integer(60, 150) : random.integer(3, 25);
    this.isLong = span > 30;
    const end = START + span * MINUTE_MS;
    const some = (least: number, most: number, label: string, act: () => void): void => {
      for (let n = random.integer(least, most); n > 0; n -= 1)
        this.#agenda.at(random.integer(START, end), label, act);
    };
    some(3, 9, 'a client', () => this.#parts.act());
    some(0, 5, 'an import', () => this.#import());
    this.#world.trouble = {
      faults: random.pick([0, 0.005, 0.02, 0.06]),
      outages: Array.from({ length: random.pick([0, 0, 0, 1, 2]) }, () => this.#outage(end)),
    };
    if (random.next() < 0.6) {
      some(0, 3, 'a deployment', () => this.#world.deploy());
      some(0, 4, 'the Worker dies', () => this.#world.killWorker());
      some(0, 8, 'an object dies', () => this.#killObject());
    }
    if (random.next() < 0.3) this.#planSetBack(end);
    if (random.next() < 0.3) this.#limit();
    this.#agenda.at(end, 'the trouble is over', () => {
      this.#isOver = true;
      this.#parts.settle();
    });
  }

  #planSetBack(end: number): void {
    const backup = this.#random.integer(START, end - MINUTE_MS);
    const setBack = this.#random.integer(backup + 1, end);
    this.#agenda.at(backup, 'a backup of D1', () => {
      const image = this.#world.database.image();
      this.#agenda.at(setBack, 'D1 is set back', () => this.#setBackTo(image));
    });
  }

  #setBackTo(image: Uint8Array): void {
    // Nobody restores any more once the trouble is over.
    if (this.#isOver) return;
    this.#world.database.setTo(image);
    this.#parts.setBack();
  }

  #limit(): void {
    const runs = this.#random.integer(1, 3);
    for (const ccid of CENTERS)
      this.#world.database.look('INSERT INTO limits (ccid, runs) VALUES (?, ?)', ccid, runs);
  }

  #outage(end: number): Outage {
    const service = this.#random.pick(['D1', 'R2', 'queue', 'object']);
    const from = this.#random.integer(START, end);
    return { service, from, to: from + this.#random.integer(1_000, 10 * MINUTE_MS) };
  }

  #killObject(): void {
    const inMemory = [...this.#world.objects.values()].filter((slot) => slot.inMemory);
    if (inMemory.length > 0) this.#random.pick(inMemory).reset();
  }

  #import(): void {
    const model = this.#parts.models.get(this.#random.pick(CENTERS))!;
    const { now } = this.#world.scheduler;
    const lot = this.#random.next();
    if (lot < 0.45) model.add(this.#random, this.#random.integer(1, 12), now);
    else model.rewrite(this.#random, this.#random.integer(1, 12), now);
  }
}
