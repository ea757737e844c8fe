import { randomBytes } from 'node:crypto';
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { interaction } from '../support/center.ts';
import { faultyBucket, type Through } from './faults.ts';
import { expectClean, expectWhole } from './expectations.ts';
import {
  deliver,
  drive,
  newHistory,
  newWorld,
  objectOf,
  passing,
  stopClock,
  turn,
  type History,
  type World,
} from './world.ts';

const { BUCKET } = env;
const MIB = 1024 * 1024;

/** 40 × 300 KB that compress badly: 12 MB sealed in pages of 5 MB, so that the second page fills a part of 8 MiB. */
const records = () =>
  Array.from({ length: 40 }, (_, index) =>
    interaction(`IXN${String(index).padStart(6, '0')}`, {
      STARTDATE: new Date(1_700_000_000_000 + index).toISOString(),
      // One call gives 64 KB at most; lengths that 3 divides leave no padding in between.
      TEXT: Array.from({ length: 5 }, () => randomBytes(45_000).toString('base64')).join(''),
    }),
  );

let history: History;

beforeAll(async () => {
  stopClock();
  history = await newHistory('parts', records());
});
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('a part that is uploaded again', () => {
  it('under its own number spoils the complete that names the first one (10025)', async () => {
    const upload = await BUCKET.createMultipartUpload('part-numbers/overwritten');
    const first = await upload.uploadPart(1, 'first');
    await upload.uploadPart(1, 'second');
    await expect(upload.complete([first])).rejects.toThrow('(10025)');
    await upload.abort();
  });

  it('under another number leaves it alone', async () => {
    const upload = await BUCKET.createMultipartUpload('part-numbers/apart');
    await upload.uploadPart(101, 'of a late writer');
    const part = await upload.uploadPart(102, 'of the one that counts');
    await upload.uploadPart(103, 'of another late writer');
    await upload.complete([part]);
    expect(await (await BUCKET.get('part-numbers/apart'))?.text()).toBe('of the one that counts');
  });
});

/**
 * A consumer uploads a part so slowly that its lease runs out and another one takes the slice over; its part arrives in
 * the very moment before the volume is completed.
 */
async function lateWriter(world: World, bucketOfHeir: R2Bucket): Promise<void> {
  await deliver(world, world.messages.shift()!, passing); // submitting the job sent the first message
  let arrived = () => {};
  const hanging = new Promise<void>((resolve) => (arrived = resolve));
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const slow: Through = async (point, call) => {
    if (point === 'R2 uploadPart') {
      arrived();
      await released;
    }
    return call();
  };
  const late = deliver(world, world.messages.shift()!, slow); // the first slice sent the second's message
  await hanging;
  await turn(world);
  let arrivals = 0;
  const heir: Through = async (point, call) => {
    if (point === 'R2 complete') {
      release();
      await late;
      arrivals += 1;
    }
    return call();
  };
  for (let message = world.messages.shift(); message; message = world.messages.shift())
    await deliver(world, message, heir, { bucket: faultyBucket(bucketOfHeir, heir) });
  expect(arrivals, 'the late part arrived before a complete').toBeGreaterThan(0);
}

const restartsOf = (world: World) =>
  runInDurableObject(objectOf(world), (_, { storage: { sql } }) =>
    sql.exec<{ restarts: number }>("SELECT data ->> '$.position.restarts' AS restarts FROM runs").one(),
  );

describe('a late writer of an older generation', () => {
  it("whose part arrives after its heir's does no harm", async () => {
    const world = await newWorld(history, passing, { volumeBytes: 64 * MIB });
    await lateWriter(world, BUCKET);
    await drive(world);
    expect(await restartsOf(world)).toEqual({ restarts: 0 });
    await expectWhole(world);
    await expectClean(world);
  });

  it('would spoil the volume if parts had one number: then the archive is begun anew', async () => {
    const world = await newWorld(history, passing, { volumeBytes: 64 * MIB });
    await lateWriter(world, oneNumberAPart(BUCKET));
    await drive(world);
    expect(await restartsOf(world)).toEqual({ restarts: 1 });
    await expectWhole(world);
    await expectClean(world);
  });
});

/** A bucket whose writers all use the number of the first attempt. */
const oneNumberAPart = (bucket: R2Bucket): R2Bucket =>
  new Proxy(bucket, {
    get(inner, name) {
      if (name === 'resumeMultipartUpload')
        return (key: string, id: string) => {
          const upload = inner.resumeMultipartUpload(key, id);
          return {
            key,
            uploadId: id,
            uploadPart: (number: number, body: Uint8Array) =>
              upload.uploadPart(100 * Math.floor(number / 100) + 1, body),
            complete: (parts: R2UploadedPart[]) => upload.complete(parts),
            abort: () => upload.abort(),
          };
        };
      const value: unknown = Reflect.get(inner, name, inner);
      return typeof value === 'function' ? (value.bind(inner) as unknown) : value;
    },
  });
