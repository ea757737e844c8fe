import { AwsClient } from 'aws4fetch';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { tryDestination } from '../../src/jobs/delivery/try-destination.ts';
import type { Destination } from '../../src/model/destination.ts';
import { config } from '../support/center.ts';
import { S3_BUCKET } from '../support/s3-key.ts';
import {
  destinationOf,
  expectShown,
  finishedRun,
  later,
  local,
  slice,
  withLargeFile,
} from './delivery-world.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

/** The one key that the server knows. */
const KEY = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const endpoint = async (): Promise<string> => (await fetch(inject('s3rver'))).text();
const client = new AwsClient({ ...KEY, service: 's3', region: 'us-east-1', retries: 0 });

/** A destination at another S3 server than Cloudflare's own, one of npm's. */
const there = async (
  ccid: string,
  change: Partial<Destination> & { readonly secretAccessKey?: string } = {},
): Promise<Destination> =>
  destinationOf(ccid, { endpoint: await endpoint(), region: 'us-east-1', ...KEY, ...change });

async function objectAt(key: string): Promise<Uint8Array | null> {
  const answer = await client.fetch(`${await endpoint()}/${S3_BUCKET}/${key}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return answer.ok ? bytes : null;
}
async function keysBelow(prefix: string): Promise<readonly string[]> {
  const answer = await client.fetch(`${await endpoint()}/${S3_BUCKET}?prefix=${encodeURIComponent(prefix)}`);
  return [...(await answer.text()).matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
}

describe('an S3 server of other people', () => {
  it('takes a file of one part, which a test has tried before', async () => {
    const delivered = await finishedRun(there);
    const { ccid, job, run } = delivered;
    const tried = await tryDestination({ wrapKeys: config.wrapKeys, ask: local }, await there(ccid), {
      ccid,
      job: job.id,
      now: Date.now(),
    });
    expect(tried).toMatchObject({ works: true, code: '', removed: true });
    expect(await objectAt(tried.object)).toBeNull();
    await slice(delivered);
    await expectShown(delivered, { state: 'delivered', filesDelivered: 1 });
    expect(await keysBelow(`${ccid}/${job.id}/${run}/`)).toHaveLength(1);
  });

  it('takes parts over several slices, also where an answer was lost, and has the same bytes in the end', async () => {
    const delivered = await finishedRun(there);
    const { ccid, job, run } = delivered;
    const bytes = await withLargeFile(delivered);
    // A part is there, and its answer is lost.
    let puts = 0;
    await slice(delivered, {
      ask: async (...asked) => {
        const answer = await local(...asked);
        if (asked[1]?.method === 'PUT' && (puts += 1) === 1) throw new Error('cut off');
        return answer;
      },
    });
    await expectShown(delivered, { state: 'waiting', code: 'delivery-interrupted' });
    for (let slices = 0; slices < 4; slices += 1) {
      await later(delivered);
      let steps = 0;
      const now = () => (steps++ > 2 ? Number.MAX_SAFE_INTEGER : 0);
      await slice(delivered, { now, sliceMs: 1 });
    }
    await expectShown(delivered, { state: 'delivered', bytesDelivered: bytes.length });
    const [key = '', ...others] = await keysBelow(`${ccid}/${job.id}/${run}/`);
    expect(others).toEqual([]);
    expect(Buffer.compare((await objectAt(key)) ?? new Uint8Array(), bytes)).toBe(0);
  });

  it.each([
    ['delivery-key', { secretAccessKey: 'another' }],
    ['delivery-key', { accessKeyId: 'AKIDNOBODY' }],
    ['delivery-no-bucket', { bucket: 'nowhere' }],
  ] as const)('says why it takes nothing, in words that are known: %s', async (code, change) => {
    const delivered = await finishedRun((ccid) => there(ccid, change));
    await slice(delivered);
    const shown = await expectShown(delivered, { state: 'waiting', code } as never);
    expect(shown.filesDelivered).toBe(0);
  });
});
