import { webcrypto } from 'node:crypto';
import { randomOf, type Random } from '../../../generate/random.ts';
import type { Scheduler } from './scheduler.ts';
import { currentTask } from './tasks.ts';

/** What the platform gives to every task by global names: time, chance, the console. The world's own while there is one. */
interface Setting {
  readonly scheduler: Scheduler;
  readonly chance: Random;
  readonly told: (line: string) => void;
}
let setting: Setting | null = null;

/** Sets time, chance and console for all that follows; null gives Node its own back. */
export function playIn(scheduler: Scheduler | null, seed: number, told: (line: string) => void): void {
  setting = scheduler && { scheduler, chance: randomOf(seed, 'chance'), told };
}

const RealDate = Date;
const realSetTimeout = globalThis.setTimeout;
const realClearTimeout = globalThis.clearTimeout;
const realRandom = Math.random;

class WorldDate extends RealDate {
  constructor(...values: unknown[]) {
    // Either what Date itself takes, or the world's time.
    super(...((values.length === 0 && setting ? [setting.scheduler.now] : values) as [number]));
  }
  static override now(): number {
    return setting ? setting.scheduler.now : RealDate.now();
  }
}

const inTask = (): Setting | null => (currentTask() === null ? null : setting);

/** Operations of Web Crypto under way: they end on other threads. One after the other, so that their order is always the same. */
let encrypting: Promise<unknown> = Promise.resolve();
const underWay = { count: 0 };

function inTurn(name: 'encrypt' | 'decrypt' | 'importKey' | 'verify' | 'sign' | 'digest'): void {
  const { subtle } = webcrypto;
  const real = subtle[name].bind(subtle) as (...args: unknown[]) => Promise<unknown>;
  Object.defineProperty(subtle, name, {
    value: (...args: unknown[]) => {
      underWay.count += 1;
      const result = encrypting.then(() => real(...args));
      encrypting = result.then(
        () => (underWay.count -= 1),
        () => (underWay.count -= 1),
      );
      return result;
    },
  });
}

/** Resolves when nobody computes any more: all that is left waits for the scheduler. */
export async function quiet(): Promise<void> {
  const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  await turn();
  // What ended on another thread may have begun something else here.
  for (; underWay.count > 0;) await turn();
}

function randomBytes(array: Uint8Array): Uint8Array {
  const { chance } = setting!; // asked of a task, which has one
  for (let at = 0; at < array.length; at += 1) array[at] = Math.floor(chance.next() * 256);
  return array;
}

function uuid(): string {
  const hex = Buffer.from(randomBytes(new Uint8Array(16))).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Takes the global names over, once a process. */
export function takeGlobals(): void {
  const [realUuid, realValues] = [crypto.randomUUID.bind(crypto), crypto.getRandomValues.bind(crypto)];
  for (const name of ['encrypt', 'decrypt', 'importKey', 'verify', 'sign', 'digest'] as const) inTurn(name);
  const define = (target: object, values: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(values))
      Object.defineProperty(target, name, { value, writable: true, configurable: true });
  };
  define(crypto, {
    randomUUID: () => (inTask() ? uuid() : realUuid()),
    getRandomValues: (array: Uint8Array) => (inTask() ? randomBytes(array) : realValues(array)),
  });
  define(Math, { random: () => inTask()?.chance.next() ?? realRandom() });
  define(globalThis, {
    Date: WorldDate,
    setTimeout: (work: () => void, ms = 0) => inTask()?.scheduler.after(ms, work) ?? realSetTimeout(work, ms),
    clearTimeout: (timer: never) => (setting ? setting.scheduler.forget(timer) : realClearTimeout(timer)),
    scheduler: { wait: breather },
  });
  for (const level of ['info', 'warn', 'error'] as const) {
    const real = console[level].bind(console);
    define(console, { [level]: (line: unknown) => (inTask() ? setting?.told(String(line)) : real(line)) });
  }
  readingAtLeast();
}

function breather(ms: number): Promise<void> {
  const { scheduler } = setting!; // the service's own call, in a task
  return new Promise((resolve) =>
    ms > 0 ? scheduler.after(ms, resolve) : scheduler.wait('breathes', () => resolve()),
  );
}

/** Workerd's own method of readers, by the one that Node has: Node's `min` fails at the end of a stream. */
function readingAtLeast(): void {
  const reader = ReadableStreamBYOBReader.prototype as unknown as Record<string, unknown>;
  reader['readAtLeast'] = async function readAtLeast(this: ViewReader, min: number, view: Uint8Array) {
    let [{ buffer }, filled] = [view, 0];
    while (filled < Math.min(min, view.length)) {
      const { value, done } = await this.read(
        new Uint8Array(buffer, view.byteOffset + filled, view.length - filled),
      );
      buffer = value?.buffer ?? buffer;
      filled += value?.length ?? 0;
      // What is left at the end comes first, then that it is the end.
      if (done) return { value: new Uint8Array(buffer, view.byteOffset, filled), done: filled === 0 };
    }
    return { value: new Uint8Array(buffer, view.byteOffset, filled), done: false };
  };
}

interface ViewReader {
  read(view: Uint8Array): Promise<{ value?: Uint8Array; done: boolean }>;
}
