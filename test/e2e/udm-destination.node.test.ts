import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_PERIOD, historyBytes } from '../../scripts/generate/history.ts';
import { downloadFile } from '../../scripts/udm/download-file.ts';
import { importLines } from '../../scripts/udm/import-file.ts';
import { listFiles, runExport } from '../../scripts/udm/run-export.ts';
import { startUdm } from '../scripts/udm/started-udm.ts';
import { startS3, type LoopbackS3 } from '../support/s3.ts';
import { S3_BUCKET, S3_KEY } from '../support/s3-key.ts';
import { startedService, type Running } from './service.ts';

const HISTORY = { ...DEFAULT_PERIOD, seed: 5, interactions: 50 };
const delivery = z.object({
  delivery: z.object({ state: z.string(), prefix: z.string(), filesDelivered: z.number() }),
});

let running: Running;
let s3: LoopbackS3;
let [job, run] = ['', ''];

beforeAll(async () => {
  [running, s3] = await Promise.all([startedService(), startS3()]);
  const { session, folder } = running;
  writeFileSync(join(folder, 'secret'), `${S3_KEY.secretAccessKey}\n`);
  await importLines(session, 'interactions', chunks());
  const request = { type: 'Interaction', title: 'To a bucket', media: [], attachments: true } as const;
  const [file] = await runExport(session, request);
  run = String(file?.historyId ?? '');
  job = String((await session.get(`/export/history/${run}`, z.object({ parentId: z.number() })))?.parentId);
});
afterAll(() => Promise.all([running.stop(), s3.stop()]));

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield* historyBytes('interactions', HISTORY);
}

/** Runs `udm destination …`; answers how it ended. */
async function udm(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const { service, folder } = running;
  return startUdm(['destination', ...args], { url: service.url, folder, variables }).ended;
}
async function done(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await udm(args);
  expect(code, stderr).toBe(0);
  return stdout;
}
const place = () => ['--endpoint', s3.endpoint, '--bucket', S3_BUCKET, '--region', 'auto'];

/** Waits until the run is delivered; answers what its objects' names begin with. */
async function delivered(): Promise<string> {
  for (let tries = 0; tries < 150; tries += 1) {
    const shown = await running.session.get(`/export/history/${run}`, delivery);
    if (shown?.delivery.state === 'delivered') return shown.delivery.prefix;
    await sleep(200);
  }
  throw new Error('it is not delivered');
}

describe('udm destination', () => {
  it('says what is missing before a job has one', async () => {
    expect(await done('show', job)).toBe(`Job ${job} has no destination.\n`);
    expect(await udm(['set', job, '--bucket', S3_BUCKET])).toMatchObject({
      code: 1,
      stderr: 'A destination needs --endpoint, --bucket and --access-key-id: endpoint is missing.\n',
    });
    const unsecret = await udm(['set', job, ...place(), '--access-key-id', S3_KEY.accessKeyId]);
    expect(unsecret).toMatchObject({ code: 1, stderr: expect.stringContaining('UDM_BUCKET_SECRET') });
    expect(await udm(['deliver', run])).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('has no destination'),
    });
    expect(await udm(['set', 'nine'])).toMatchObject({ code: 2 });
    expect((await udm(['show', '999999'])).code).toBe(4);
  });

  it('tests a bucket that a job does not have yet, and says why it does not work', async () => {
    const asked = ['test', job, ...place(), '--access-key-id', S3_KEY.accessKeyId];
    const good = await udm(asked, { UDM_BUCKET_SECRET: S3_KEY.secretAccessKey });
    expect(good).toMatchObject({ code: 0, stdout: expect.stringMatching(/^It works: demo\/.*\.txt was/) });
    const bad = await udm([...asked, '--json'], { UDM_BUCKET_SECRET: 'another' });
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({ works: false, code: 'delivery-key' });
    expect(await done('show', job, '--json')).toBe('null\n');
  });

  it('sets one with the secret of a file, which it never shows, and keeps it where the prefix changes', async () => {
    const secret = ['--secret-file', join(running.folder, 'secret')];
    const set = ['set', job, ...place(), '--access-key-id', S3_KEY.accessKeyId, ...secret];
    expect(await done(...set)).toContain(`udm destination test ${job}`);
    await done('set', job, '--prefix', 'mine/{run}/');
    const shown = await done('show', job, '--json');
    expect(JSON.parse(shown)).toEqual({
      endpoint: s3.endpoint,
      bucket: S3_BUCKET,
      region: 'auto',
      prefix: 'mine/{run}/',
      accessKeyId: S3_KEY.accessKeyId,
    });
    expect(await done('show', job)).toContain(S3_KEY.accessKeyId);
    expect(await done('test', job)).toMatch(/^It works: mine\/0\//);
  });

  it('delivers a run that was Finished before, as its file is', async () => {
    expect(await done('deliver', run)).toContain(`Run ${run}: `);
    const prefix = await delivered();
    expect(prefix).toBe(`mine/${run}/`);
    const { session, folder } = running;
    const [file] = await listFiles(session, { historyId: Number(run) });
    if (!file) throw new Error('no file');
    const own = readFileSync(await downloadFile(session, file, folder));
    const client = new AwsClient({ ...S3_KEY, service: 's3', region: 'auto' });
    const there = await client.fetch(`${s3.endpoint}/${S3_BUCKET}/${prefix}${file.name}`);
    expect(Buffer.compare(Buffer.from(await there.arrayBuffer()), own)).toBe(0);
  });

  it('removes it once it was asked, and delivers nowhere then', async () => {
    expect(await udm(['remove', job])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('add --yes'),
    });
    expect(await done('remove', job, '--yes')).toBe(`Job ${job} has no destination any more.\n`);
    expect((await udm(['deliver', run])).code).toBe(4);
    expect(await done('show', job, '-q')).toBe(`Job ${job} has no destination.\n`);
  });
});
