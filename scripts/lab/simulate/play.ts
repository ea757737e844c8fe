import handler, { AuditLog, Center, ExportJob, RecordStore, Registry } from '../../../src/index.ts';
import { EVERY_MINUTE, HOURLY } from '../../../src/jobs/crons.ts';
import { isRecurring } from '../../../src/model/schedule.ts';
import { randomOf, type Random } from '../../generate/random.ts';
import { SimulatedClient } from './client/client.ts';
import { Ledger } from './client/ledger.ts';
import { PART_BYTES_HERE } from './hooks.ts';
import { judge } from './judge/final.ts';
import { keptJobs } from './judge/objects.ts';
import { RecordModel } from './records/model.ts';
import { readFrom } from './records/model-source.ts';
import { Scenario } from './scenario.ts';
import { CENTERS, START, type Setup } from './setup.ts';
import { bindTo } from './world/bindings.ts';
import { Agenda, type Planned } from './world/agenda.ts';
import { NO_TROUBLE } from './world/faults.ts';
import { playIn, quiet } from './world/globals.ts';
import { World, type Service } from './world/world.ts';

const MINUTE_MS = 60_000;
/** A history that takes more steps than this has no end. */
const MAX_STEPS = 150_000;
/** Minutes until all has to have ended once the trouble is over. */
const CALM_MINUTES = 5 * 60;

const SERVICE = {
  handler,
  classes: {
    EXPORT_JOB: ExportJob,
    CENTER: Center,
    AUDIT: AuditLog,
    REGISTRY: Registry,
    RECORDS: RecordStore,
  },
} as unknown as Service; // The default export and the classes, called as the platform does.

/** What a history came to. */
export interface Played {
  readonly wrong: readonly string[];
  readonly steps: number;
  readonly trace: readonly string[];
  readonly runs: Readonly<Record<string, number>>;
}

/** Plays the history of a seed and judges it; keeps all of its trace where asked to. */
export async function play(seed: number, setup: Setup, keepsAll = false): Promise<Played> {
  const history = new History(seed, setup, keepsAll);
  try {
    return await history.play();
  } finally {
    history.close();
  }
}

class History {
  readonly #setup: Setup;
  readonly #random: Random;
  readonly #world: World;
  readonly #ledger = new Ledger();
  readonly #client: SimulatedClient;
  readonly #models: ReadonlyMap<string, RecordModel>;
  readonly #acts: Promise<void>[] = [];
  readonly #agenda = new Agenda();
  #wasSetBack = false;
  #minute = START;
  /** How many of the crons' minutes are not left out. */
  #cronChance = 0.9;
  #done = false;

  constructor(seed: number, setup: Setup, keepsAll: boolean) {
    this.#setup = setup;
    this.#random = randomOf(seed, 'history');
    this.#world = new World({
      seed,
      start: START,
      service: SERVICE,
      image: setup.image,
      leastPart: PART_BYTES_HERE,
      env: setup.env,
    });
    const world = this.#world;
    world.scheduler.keepsAll = keepsAll;
    this.#client = new SimulatedClient(world, this.#ledger, { setup, random: randomOf(seed, 'client') });
    this.#models = new Map(CENTERS.map((ccid) => [ccid, new RecordModel(ccid)]));
    bindTo(world);
    readFrom({ passage: world.passage, of: (ccid) => this.#models.get(ccid)! });
    playIn(world.scheduler, seed, (line) => this.#told(line));
    for (const model of this.#models.values()) model.add(this.#random, this.#random.integer(0, 25), START);
    const scenario = new Scenario(world, this.#agenda, this.#random, {
      models: this.#models,
      act: () => this.#acts.push(this.#client.act()),
      setBack: () => {
        this.#wasSetBack = true;
        this.#ledger.setBack = true;
      },
      settle: () => this.#settle(),
    });
    scenario.plan();
    if (scenario.isLong) this.#cronChance = 0.35;
    world.beside.push(
      () => this.#agenda.planned,
      () => this.#crons(),
    );
  }

  async play(): Promise<Played> {
    const { scheduler } = this.#world;
    while (!this.#done) {
      await quiet();
      if (this.#done) break;
      if (scheduler.steps > MAX_STEPS) {
        this.#ledger.accuse(`no end after ${MAX_STEPS} steps`);
        break;
      }
      if (!this.#world.step()) {
        this.#ledger.accuse('nothing is left that could happen');
        break;
      }
    }
    const kept = keptJobs(this.#world);
    const runs: Record<string, number> = {};
    for (const { outcome } of kept.flatMap((job) => job.runs))
      runs[outcome.status] = (runs[outcome.status] ?? 0) + 1;
    return { wrong: this.#ledger.wrong, steps: scheduler.steps, trace: scheduler.trace, runs };
  }

  close(): void {
    playIn(null, 0, () => undefined);
    readFrom(null);
    bindTo(null);
    this.#world.close();
  }

  /** The crons' next minute. */
  #crons(): readonly Planned[] {
    const at = this.#minute + MINUTE_MS;
    const happen = (): void => {
      this.#minute = at;
      const isSweep = new Date(at).getUTCMinutes() === 17;
      if (this.#random.next() < this.#cronChance) this.#world.cron(EVERY_MINUTE);
      if (isSweep) this.#world.cron(HOURLY);
    };
    return [{ at, label: 'a minute begins', happen }];
  }

  #settle(): void {
    this.#world.trouble = NO_TROUBLE;
    this.#cronChance = 0.06;
    this.#settled().then(
      () => (this.#done = true),
      (error: unknown) => {
        this.#ledger.accuse(error instanceof Error ? `${error.message} ${error.stack}` : String(error));
        this.#done = true;
      },
    );
  }

  async #settled(): Promise<void> {
    await Promise.all(this.#acts);
    if (this.#wasSetBack) await this.#untilTrue('a restore', () => this.#client.restore());
    // Also those that were made though nobody was told so.
    for (const { job } of keptJobs(this.#world))
      if (isRecurring(job.definition.schedule) && !job.deleted)
        await this.#untilTrue('suspending', () => this.#client.suspend(job));
    await this.#untilCalm();
    this.#ledger.setBack = false;
    // What is younger than an hour is left to the sweep after next.
    await this.#minutes(125);
    await this.#untilCalm();
    for (const ccid of CENTERS) await this.#client.list(ccid);
    await judge({ world: this.#world, ledger: this.#ledger, models: this.#models, pem: this.#setup.pem });
  }

  async #untilTrue(what: string, act: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 20; tries += 1) {
      if (await act()) return;
      await this.#minutes(1);
    }
    this.#ledger.accuse(`${what} does not succeed`);
  }

  async #untilCalm(): Promise<void> {
    for (let minutes = 0; minutes < CALM_MINUTES; minutes += 1) {
      if (!keptJobs(this.#world).some(({ left, job }) => left.length > 0 || job.deleted)) return;
      await this.#minutes(1);
    }
  }

  #minutes(minutes: number): Promise<void> {
    const at = this.#world.scheduler.now + minutes * MINUTE_MS;
    return new Promise((resolve) => this.#agenda.at(at, 'some minutes later', resolve));
  }

  /** What the service logs: a defect is one, whatever came of it. */
  #told(line: string): void {
    this.#world.scheduler.note(`log ${line.slice(0, 400)}`);
    if (/"code":"(defect|shape|d1-sql)"/.test(line))
      this.#ledger.accuse(`the log tells of ${line.slice(0, 1500)}`);
  }
}
