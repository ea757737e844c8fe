import { randomOf, type Random } from '../../../generate/random.ts';
import { BucketDouble } from '../doubles/bucket.ts';
import { DatabaseDouble } from '../doubles/database.ts';
import { QueueDouble, type QueuedMessage } from '../doubles/queue.ts';
import type { Passage } from '../doubles/through.ts';
import { fateOf, faultAt, NO_TROUBLE, type Trouble } from './faults.ts';
import { ObjectSlot, type ObjectClass } from './objects.ts';
import { Scheduler, type Happening } from './scheduler.ts';
import { begin, currentTask, Life } from './tasks.ts';

/** The Worker as the platform calls it: the default export of src/index.ts, and its objects' classes. */
export interface Service {
  readonly handler: {
    readonly fetch: (request: Request, env: never, ctx: never) => Promise<Response>;
    readonly queue: (batch: never, env: never, ctx: never) => Promise<void>;
    readonly scheduled: (controller: never, env: never, ctx: never) => Promise<void>;
  };
  readonly classes: Readonly<Record<'EXPORT_JOB' | 'CENTER' | 'REGISTRY' | 'AUDIT' | 'RECORDS', ObjectClass>>;
}
export type ObjectKind = keyof Service['classes'];

/** An answer, as the client has it; null where the connection was lost. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface WorldOptions {
  readonly seed: number;
  readonly start: number;
  readonly service: Service;
  /** D1 as the migrations make it, with what every history begins with. */
  readonly image: Uint8Array;
  readonly leastPart: number;
  readonly env: unknown;
}

/** How often an answer comes later than what was asked for happens, and a message twice. */
const LAGS = 0.25;
const DOUBLED = 0.04;
const D1_STATEMENTS = 1_000;

/** The whole platform: storage, objects, queues and the Worker, in one world with one clock. */
export class World {
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly database: DatabaseDouble;
  readonly bucket: BucketDouble;
  readonly queues: readonly QueueDouble[];
  readonly objects = new Map<string, ObjectSlot>();
  trouble: Trouble = NO_TROUBLE;
  /** What can happen beside storage and queues: clients, crons, accidents. */
  readonly beside: (() => readonly (Happening & { readonly at: number })[])[] = [];
  readonly #service: Service;
  readonly #env: unknown;
  #worker = new Life('worker');

  constructor({ seed, start, service, image, leastPart, env }: WorldOptions) {
    this.random = randomOf(seed, 'world');
    this.scheduler = new Scheduler(this.random, start);
    this.#service = service;
    this.#env = env;
    const now = (): number => this.scheduler.now;
    const { passage } = this;
    this.database = new DatabaseDouble(passage);
    this.database.setTo(image);
    this.bucket = new BucketDouble({ passage, now, leastPart });
    const queue = (
      name: string,
      maxRetries: number,
      retryMs: number,
      deadLetters: QueueDouble | null,
    ): QueueDouble => new QueueDouble({ name, maxRetries, retryMs, deadLetters }, { passage, now });
    const dead = queue('export-slices-dead', 10, 30_000, null);
    const working = ['export-slices', 'export-starts', 'export-deliveries', 'record-compactions'];
    this.queues = [...working.map((name) => queue(name, 5, 2_000, dead)), dead];
  }

  /** The way of every call of storage and queues. */
  readonly passage: Passage = (point, act) =>
    new Promise((resolve, reject) => {
      const task = currentTask();
      this.scheduler.send(point, () => {
        const fate = this.#fate(point);
        if (fate === 'fails before') return this.#answer(point, () => reject(faultAt(point)), task?.life);
        if (task && point.startsWith('D1') && (task.statements += 1) > D1_STATEMENTS)
          return reject(new Error('D1_ERROR: Too many API requests by single worker invocation.'));
        const result = outcomeOf(act);
        this.#answer(
          point,
          () => {
            if (fate === 'fails after') reject(faultAt(point));
            else if ('error' in result) reject(result.error);
            else resolve(result.value);
          },
          task?.life,
        );
      });
    });

  slot(kind: ObjectKind, name: string): ObjectSlot {
    const key = `${kind} ${name}`;
    const known = this.objects.get(key);
    if (known) return known;
    const slot = new ObjectSlot(key, { of: this.#service.classes[kind], env: this.#env }, this.scheduler);
    this.objects.set(key, slot);
    return slot;
  }

  /** A call of an object by whoever goes on here. */
  call(slot: ObjectSlot, method: string, args: readonly unknown[]): Promise<unknown> {
    const point = `object ${method}`;
    const life = currentTask()?.life;
    const sent = structuredClone(args);
    return new Promise((resolve, reject) => {
      const answer = (give: () => void): void => this.scheduler.wait(`answer of ${method}`, give, life);
      this.scheduler.send(`${point} of ${slot.name}`, () => {
        const fate = this.#fate(point);
        const lost = (): void => answer(() => reject(faultAt(point)));
        if (fate === 'fails before') return lost();
        const reset = (): void =>
          answer(() => reject(new Error('Durable Object reset because its code was updated.')));
        slot.event(method, sent, reset).then(
          (result) => (fate === 'fails after' ? lost() : answer(() => resolve(result))),
          (error: unknown) => answer(() => reject(error)),
        );
      });
    });
  }

  /** A request from outside; null where its answer never came. */
  async request(request: Request): Promise<Answered | null> {
    const { handler } = this.#service;
    return this.#invoke(async () => {
      // Only a Worker that cannot begin at all throws here, which ends the simulation.
      const answer = await handler.fetch(request, this.#env as never, CONTEXT);
      // An answer may break off in the middle.
      const bytes = await answer.arrayBuffer().catch(() => null);
      return bytes && { status: answer.status, headers: answer.headers, body: Buffer.from(bytes) };
    });
  }

  cron(cron: string): void {
    const { handler } = this.#service;
    const failed = (error: unknown): void => this.scheduler.note(`the cron fails: ${String(error)}`);
    this.#invoke(() => handler.scheduled({ cron } as never, this.#env as never, CONTEXT)).catch(failed);
  }

  /** Ends the Worker's isolate with all that goes on in it. */
  killWorker(): void {
    const life = this.#worker;
    this.#worker = new Life('worker');
    life.end();
  }

  /** Another version is deployed: every object is made anew. */
  deploy(): void {
    this.killWorker();
    for (const slot of this.objects.values()) slot.reset();
  }

  /** Lets the next thing happen; false when nothing will. */
  step(): boolean {
    const due: Happening[] = [];
    const times: number[] = [];
    const { now } = this.scheduler;
    for (const queue of this.queues) {
      for (const message of queue.due())
        if (!this.#delivering.has(message.body)) due.push(this.#delivery(queue, message));
      const next = queue.next();
      if (next !== null && next > now) times.push(next);
    }
    for (const slot of this.objects.values()) {
      due.push(...slot.alarms());
      const { nextAlarm } = slot;
      if (nextAlarm !== null && nextAlarm > now) times.push(nextAlarm);
    }
    for (const beside of this.beside)
      for (const item of beside())
        if (item.at <= now) due.push(item);
        else times.push(item.at);
    return this.scheduler.step(due, times.length === 0 ? null : Math.min(...times));
  }

  close(): void {
    this.deploy();
    this.database.close();
    for (const { storage } of this.objects.values()) storage.close();
  }

  readonly #delivering = new Set<unknown>();

  #delivery(queue: QueueDouble, message: QueuedMessage): Happening {
    const { name } = queue.settings;
    const happen = (): void => {
      this.#delivering.add(message.body);
      let again: number | undefined;
      const retry = ({ delaySeconds }: { delaySeconds: number }): void => {
        again = delaySeconds * 1_000;
      };
      const batch = {
        queue: name,
        messages: [{ body: structuredClone(message.body), ack: () => undefined, retry }],
      };
      const over = (good: boolean): void => {
        this.#delivering.delete(message.body);
        const kept = this.random.next() >= (this.trouble === NO_TROUBLE ? 0 : DOUBLED);
        if (good && again === undefined && kept) queue.done(message);
        else queue.failed(message, again);
      };
      const { handler } = this.#service;
      this.#invoke(() => handler.queue(batch as never, this.#env as never, CONTEXT).then(() => true)).then(
        (done) => over(done === true),
        () => over(false),
      );
    };
    return { label: `message ${JSON.stringify(message.body)} of ${name}`, happen };
  }

  /** Does something in the Worker; null where its isolate ended before. */
  #invoke<T>(work: () => Promise<T>): Promise<T | null> {
    const life = this.#worker;
    return new Promise((resolve, reject) => {
      const done = begin(life, work);
      life.outlived(done, () => resolve(null));
      done.then(resolve, (error: unknown) => reject(error as Error));
    });
  }

  #answer(point: string, give: () => void, life: Life | undefined): void {
    if (life?.ended) return;
    if (this.random.next() < LAGS) this.scheduler.wait(`answer of ${point}`, give, life);
    else give();
  }

  #fate(point: string) {
    const fate = fateOf(point, this.trouble, { now: this.scheduler.now, random: this.random });
    if (fate !== 'passes') this.scheduler.note(`… ${fate}`);
    return fate;
  }
}

function outcomeOf<T>(act: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: act() };
  } catch (error) {
    return { error };
  }
}

const CONTEXT = { waitUntil: () => undefined, passThroughOnException: () => undefined } as never;
