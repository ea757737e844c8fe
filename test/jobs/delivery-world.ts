import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { AwsClient } from 'aws4fetch';
import { inject, vi } from 'vitest';
import { destinationContext, deliverSlice, type DeliveryContext } from '../../src/jobs/delivery/deliver.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { wrap } from '../../src/config/wrap.ts';
import type { BucketDeliveryView } from '../../src/model/api/delivery.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { DeliveryMessage } from '../../src/model/delivery-protocol.ts';
import type { Destination } from '../../src/model/destination.ts';
import { outsideFetch, type OutsideCall } from '../../src/platform/outside-fetch.ts';
import {
  carryOut,
  config,
  firstRun,
  historyItem,
  importAll,
  interaction,
  newCenter,
  submit,
} from '../support/center.ts';
import { S3_BUCKET, S3_KEY } from '../support/s3-key.ts';
import { endedItem, eventually } from '../support/waiting.ts';

/** Parts as small as R2 takes them, and a file of two. */
export const PART_BYTES = 5 * 1024 * 1024;
const FILE_BYTES = PART_BYTES + 1_000;
/** Longer than a lease. */
export const LEASE_OVER_MS = 95_000;

/** The S3 server's endpoint. */
export const endpoint = async (): Promise<string> => (await fetch(inject('s3'))).text();

const client = new AwsClient({ ...S3_KEY, service: 's3', region: 'auto', retries: 0 });

/** What a plain client reads of the customer's bucket; null where there is nothing. */
export async function readObject(key: string): Promise<Uint8Array | null> {
  const answer = await client.fetch(`${await endpoint()}/${S3_BUCKET}/${key}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return answer.ok ? bytes : null;
}

/** Names in the customer's bucket that begin so. */
export async function objectsBelow(prefix: string): Promise<readonly string[]> {
  const answer = await client.fetch(
    `${await endpoint()}/${S3_BUCKET}?list-type=2&prefix=${encodeURIComponent(prefix)}`,
  );
  return [...(await answer.text()).matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
}

/** Whether an upload still takes parts. */
export async function isOpen(key: string, uploadId: string): Promise<boolean> {
  const url = `${await endpoint()}/${S3_BUCKET}/${key}?partNumber=99&uploadId=${encodeURIComponent(uploadId)}`;
  const answer = await client.fetch(url, { method: 'PUT', body: 'x' });
  await answer.arrayBuffer();
  return answer.ok;
}

/** The way to the S3 server, which notes the uploads that were begun. */
export const local: OutsideCall = outsideFetch({ local: true });
export const noting =
  (uploads: Map<string, string>): OutsideCall =>
  async (address, init, patience) => {
    const answer = await local(address, init, patience);
    const url = new URL(address);
    if (init?.method !== 'POST' || !url.searchParams.has('uploads')) return answer;
    const text = await answer.text();
    const id = /<UploadId>([^<]*)</.exec(text)?.[1];
    if (id) uploads.set(id, url.pathname.split(`/${S3_BUCKET}/`)[1] ?? '');
    return new Response(text, answer);
  };

/** A destination at the S3 server, its secret wrapped. */
export async function destinationOf(
  ccid: string,
  change: Partial<Destination> & { readonly secretAccessKey?: string } = {},
): Promise<Destination> {
  const { secretAccessKey = S3_KEY.secretAccessKey, ...rest } = change;
  const id = `d-${crypto.randomUUID()}`;
  const secret = await wrap(
    config.wrapKeys,
    destinationContext(ccid, { id }),
    Uint8Array.from(new TextEncoder().encode(secretAccessKey)),
  );
  return {
    id,
    endpoint: await endpoint(),
    bucket: S3_BUCKET,
    region: 'auto',
    prefix: '{ccid}/{job}/{run}/',
    accessKeyId: S3_KEY.accessKeyId,
    secret,
    ...rest,
  };
}

/** A run with files, and where it is to be copied to. */
export interface Delivered {
  readonly ccid: string;
  readonly job: JobView;
  readonly run: number;
}

/** A Finished run of a job with a destination, as they come; nothing is delivered yet. */
export async function finishedRun(
  destination: (ccid: string) => Promise<Destination | null> = destinationOf,
): Promise<Delivered> {
  const ccid = await newCenter('bucket');
  await importAll(ccid, 'interactions', [interaction('A')]);
  const job = await submit(ccid, {}, await destination(ccid));
  await carryOut(ccid, job);
  await endedItem(ccid, job, 'Finished');
  return { ccid, job, run: firstRun(job) };
}

export const objectOf = ({ ccid, job }: Delivered) => jobObject(env.EXPORT_JOB, ccid, job.id);

let large: Promise<{ key: string; sha256: string; bytes: Uint8Array }> | null = null;
/** A file of two parts, the same for all tests. */
const largeFile = () =>
  (large ??= (async () => {
    const bytes = new Uint8Array(FILE_BYTES);
    for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return { key: 'large/file', bytes, sha256: Buffer.from(digest).toString('hex') };
  })());

/** Puts a file of two parts in the place of the run's own; answers its bytes. */
export async function withLargeFile(delivered: Delivered): Promise<Uint8Array> {
  const { key, sha256, bytes } = await largeFile();
  // Each file of tests begins with an empty bucket, and knows of files before it.
  await env.BUCKET.put(key, bytes);
  await runInDurableObject(objectOf(delivered), async (_, state) => {
    state.storage.sql.exec('UPDATE volumes SET key = ?, size = ?, sha256 = ?', key, bytes.length, sha256);
    state.storage.sql.exec(`UPDATE deliveries SET data = json_set(data, '$.bytes', ?)`, bytes.length);
  });
  return bytes;
}

/** What a consumer works with. */
export const consumerOf = (
  delivered: Delivered,
  change: Partial<DeliveryContext> = {},
): DeliveryContext & { readonly sent: DeliveryMessage[] } => {
  const sent: DeliveryMessage[] = [];
  return {
    sent,
    bucket: env.BUCKET,
    wrapKeys: config.wrapKeys,
    ask: local,
    job: objectOf(delivered),
    send: async (message) => {
      sent.push(message);
    },
    now: Date.now,
    sliceMs: 60_000,
    partBytes: PART_BYTES,
    ...change,
  };
};

export const messageOf = ({ ccid, job, run }: Delivered, runId = run): DeliveryMessage => ({
  format: 1,
  kind: 'delivery',
  ccid,
  jobId: job.id,
  runId,
});

/** Carries out one slice. */
export const slice = (delivered: Delivered, change: Partial<DeliveryContext> = {}): Promise<void> =>
  deliverSlice(consumerOf(delivered, change), messageOf(delivered));

/** Time goes on, and the object's alarm fires. */
export async function later(delivered: Delivered, ms = LEASE_OVER_MS): Promise<void> {
  vi.setSystemTime(Date.now() + ms);
  await runDurableObjectAlarm(objectOf(delivered));
}

/** The delivery as the history shows it. */
export const deliveryOf = async ({ ccid, job }: Delivered): Promise<BucketDeliveryView> =>
  // Written by the projection.
  (await historyItem(ccid, job))?.['delivery'] as BucketDeliveryView;

/** Waits until the history shows it so. */
export const expectShown = (
  delivered: Delivered,
  state: Partial<BucketDeliveryView>,
): Promise<BucketDeliveryView> =>
  eventually(async () => {
    const shown = await deliveryOf(delivered);
    for (const [name, value] of Object.entries(state))
      if (shown[name as keyof BucketDeliveryView] !== value)
        throw new Error(`${name} is ${shown[name as keyof BucketDeliveryView]}, not ${value}`);
    return shown;
  });
