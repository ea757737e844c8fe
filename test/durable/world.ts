import { Buffer } from 'node:buffer';
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import type { ObjectBindings } from '../../durable/export-job.ts';
import { runSlice } from '../../src/export/slice.ts';
import type { SliceContext } from '../../src/export/slice-context.ts';
import { packedSource } from '../../src/records/packed/packed-source.ts';
import { PAGE_BYTES } from '../../src/records/source/page-size.ts';
import { retryingSource } from '../../src/records/source/retrying-source.ts';
import type { PackedReading } from '../../src/records/packed/protocol.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';
import type { DataType } from '../../src/model/records.ts';
import { retryingBucket } from '../../src/platform/bucket.ts';
import { retrying } from '../../src/platform/retry.ts';
import { stores } from '../support/record-stores.ts';
import { config, historyItem, importAll, interaction, newCenter, submit } from '../support/center.ts';
import {
  faultyBucket,
  faultyDatabase,
  faultyJob,
  faultyStore,
  PlantedFault,
  type Through,
} from './faults.ts';

// The objects' bindings are replaced below, and with them what `env` answers: these are the real ones.
const { DB, BUCKET, EXPORT_JOB, RECORDS } = env;

/** Longer than a lease (15 s), a retry of the object (5 s) and the pause after a first unanswered message. */
const TURN_MS = 16_000;
const HOUR_MS = 3_600_000;

/** Every call succeeds. */
export const passing: Through = (_, call) => call();
let objectThrough: Through = passing;
let objectMessages: SliceMessage[] = [];

/** The objects' own calls: D1, R2, queue and stores of records of every object of this file go through `objectThrough` from here on. */
async function takeOverBindings(stub: ReturnType<typeof jobObject>): Promise<void> {
  await runInDurableObject(stub, (instance) => {
    // `env` is protected, and one object for all instances of the class: what is replaced here is replaced for all.
    const { env: bindings } = instance as unknown as {
      env: { -readonly [K in keyof ObjectBindings]: unknown };
    };
    const through: Through = (point, call) => objectThrough(point, call);
    bindings.DB = faultyDatabase(DB, through, 'object ');
    bindings.BUCKET = faultyBucket(BUCKET, through, 'object ');
    bindings.QUEUE = {
      send: (message: SliceMessage) =>
        through('object queue.send', async () => {
          objectMessages.push(message);
        }),
    };
    bindings.RECORDS = {
      idFromName: (name: string) => RECORDS.idFromName(name),
      get: (id: DurableObjectId) => faultyStore(RECORDS.get(id) as unknown as PackedReading, through), // as storesIn says
    };
  });
}

/** The records of one contact center, and the entry that they come out as. */
export interface History {
  readonly ccid: string;
  readonly expected: string;
}

/** A run in a world where calls fail, messages get lost and time is moved by hand. */
export interface World extends History {
  /** What the object's calls go through. */
  readonly through: Through;
  readonly job: JobView;
  /** Messages that were sent and not delivered yet, the consumers' and the object's. */
  readonly messages: SliceMessage[];
  readonly volumeBytes: number;
  /** Whether its volumes are written by many. */
  readonly byMany: boolean;
  /** Uploads that were begun, by id, with their keys. */
  readonly uploads: Map<string, string>;
}

/** Texts that do not compress, 40 × 3 KB: two volumes of 64 KB, in slices of one page. */
const texts = Array.from({ length: 40 }, (_, index) =>
  interaction(`IXN${String(index).padStart(6, '0')}`, {
    STARTDATE: new Date(1_700_000_000_000 + index).toISOString(),
    TEXT: Buffer.from(crypto.getRandomValues(new Uint8Array(2_200))).toString('base64'),
  }),
);

/** Moves the clock an hour on, so that no alarm fires by itself: the world's turns are the only time there is. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR_MS });
}

/** A contact center with records that compress badly, 40 × 3 KB: two volumes of 64 KB. Jobs of one file may share it. */
export async function newHistory(name: string, records: readonly string[] = texts): Promise<History> {
  const ccid = await newCenter(name);
  await takeOverBindings(jobObject(EXPORT_JOB, ccid, 0));
  await importAll(ccid, 'interactions', records);
  return { ccid, expected: records.map((text) => `${text}\n`).join('') };
}

/** A job of this history that was just submitted; `through` sees its object's calls from the first on. */
export async function newWorld(
  history: History,
  through: Through = passing,
  { volumeBytes = 65_536, byMany = false } = {},
): Promise<World> {
  objectMessages = [];
  // The use case's own reads go through the same bindings: they are nobody's write points.
  objectThrough = (point, call) =>
    ['object D1 batch', 'object queue.send'].includes(point) ? through(point, call) : call();
  const job = await submit(history.ccid);
  objectThrough = passing;
  return { ...history, job, through, messages: objectMessages, uploads: new Map(), volumeBytes, byMany };
}

/** Pages of twenty records; what is asked of their stores goes through `through`. */
function smallPages(bucket: R2Bucket, through: Through): RecordSource {
  const storeOf = (ccid: string, type: DataType) => faultyStore(stores.storeOf(ccid, type), through);
  const whole = packedSource({ storeOf, bucket, pageBytes: 5_000_000, wholeBytes: 1 });
  return {
    ...whole,
    page: (scope, entry, after) =>
      whole.page(scope, { ...entry, bytes: entry.records * (PAGE_BYTES / 20) }, after),
  };
}

/** What a consumer of this world works with. All its calls go through `through`; its messages join the others. */
export function consumerOf(world: World, through: Through): SliceContext {
  const db = faultyDatabase(DB, through);
  const bucket = faultyBucket(watchingUploads(BUCKET, world.uploads), through);
  return {
    config: {
      ...config,
      slicePages: 1,
      maxVolumeBytes: world.volumeBytes,
      leastLaidBytes: world.byMany ? 1 : config.leastLaidBytes,
    },
    db,
    bucket,
    source: smallPages(bucket, through),
    job: faultyJob(jobObject(EXPORT_JOB, world.ccid, world.job.id), through),
    send: (message) =>
      through('queue.send', async () => {
        world.messages.push(message);
      }),
    now: Date.now,
  };
}

/** The same with the retries that the Worker's composition root puts around storage. */
export function retryingConsumer(world: World, through: Through): SliceContext {
  const { bucket, source, ...others } = consumerOf(world, through);
  // What consumerOf made is a whole bucket; the context's type names what a run uses of it.
  return { ...others, bucket: retryingBucket(bucket as R2Bucket), source: retryingSource(source, retrying) };
}

/** The consumer's process is gone: nothing that it still wanted to do happens. */
class Killed extends Error {}

/** Makes a consumer die of its first fault, without a word to anybody. */
export function mortal(through: Through): Through {
  let dead = false;
  return async (point, call) => {
    if (dead) throw new Killed(point);
    try {
      return await through(point, call);
    } catch (error) {
      if (!(error instanceof PlantedFault)) throw error;
      dead = true;
      throw new Killed(point);
    }
  };
}

/** Delivers one message. What the consumer could not even tell is delivered again; a dead process takes it along. */
export async function deliver(
  world: World,
  message: SliceMessage,
  through: Through,
  change: Partial<SliceContext> = {},
): Promise<void> {
  await within(world, async () => {
    try {
      await runSlice({ ...consumerOf(world, through), ...change }, message);
    } catch (error) {
      if (!(error instanceof Killed)) world.messages.push(message);
    }
  });
}

/** Lets time pass, `ms` of it, and the object's alarm fire if it is armed. */
export async function turn(world: World, ms = TURN_MS): Promise<void> {
  vi.setSystemTime(Date.now() + ms);
  await within(world, () => runDurableObjectAlarm(objectOf(world)));
}

let inside = 0;

/** Does something of the world's during which the object's calls go through its faults. */
export async function within(world: World, work: () => Promise<unknown>): Promise<void> {
  inside += 1;
  objectThrough = world.through;
  try {
    await work();
  } finally {
    inside -= 1;
    if (inside === 0) objectThrough = passing;
  }
}

export const objectOf = (world: World) => jobObject(EXPORT_JOB, world.ccid, world.job.id);

/** What D1 shows of the run. */
export async function statusOf(world: World): Promise<unknown> {
  return (await historyItem(world.ccid, world.job))?.['status'];
}

export const isUnderWay = (status: unknown): boolean =>
  ['Queued', 'In Progress', undefined].includes(status as string);

/** Delivers message after message, and lets time pass when there is none, until the run has ended in D1 too. */
export async function drive(world: World, throughOf: () => Through = () => passing): Promise<void> {
  for (let round = 0; round < 1_000; round += 1) {
    const message = world.messages.shift();
    if (message) await deliver(world, message, throughOf());
    else if (isUnderWay(await statusOf(world))) await turn(world);
    else return;
  }
  throw new Error(`the run did not end: ${String(await statusOf(world))}`);
}

/** The bucket, whose begun uploads are written down. */
const watchingUploads = (bucket: R2Bucket, uploads: Map<string, string>): R2Bucket =>
  new Proxy(bucket, {
    get(inner, name) {
      if (name === 'createMultipartUpload')
        return async (key: string, options?: R2MultipartOptions) => {
          const upload = await inner.createMultipartUpload(key, options);
          uploads.set(upload.uploadId, key);
          return upload;
        };
      const value: unknown = Reflect.get(inner, name, inner);
      return typeof value === 'function' ? (value.bind(inner) as unknown) : value;
    },
  });
