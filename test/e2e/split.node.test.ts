import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_PERIOD, historyLines } from '../../scripts/generate/history.ts';
import { decryptFile } from '../../scripts/udm/decrypt-file.ts';
import { downloadFile } from '../../scripts/udm/download-file.ts';
import { importLines } from '../../scripts/udm/import-file.ts';
import { listFiles } from '../../scripts/udm/run-export.ts';
import { startedService, type Running } from './service.ts';
import { has, run } from '../encoding/outside.ts';

const HISTORY = { ...DEFAULT_PERIOD, seed: 3, interactions: 2_000 };
const SPLIT_BYTES = 70_000;
const created = z.object({ id: z.number() });
const runs = z.object({ items: z.array(z.object({ id: z.number(), status: z.string() })) });

let running: Running;
beforeAll(async () => {
  running = await startedService();
});
afterAll(() => running.stop());

async function* importBytes(): AsyncGenerator<Uint8Array> {
  for (const line of historyLines('interactions', HISTORY)) yield Buffer.from(`${line}\n`);
}

/** Creates a job with a split size and waits for its run; answers the run's id. */
async function exported(): Promise<number> {
  const body = {
    source: 'UCS',
    type: 'UCS',
    title: 'In volumes',
    timeFrame: { all: true },
    schedulerParam: { immediately: true },
    jobParams: { type: 'Interaction', media: [], fileSplitSize: `${SPLIT_BYTES}` },
    suspended: false,
  };
  const headers = { 'content-type': 'application/json' };
  const answer = await running.session.send('/export/jobs', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  const { id } = created.parse(await answer.json());
  for (let waited = 0; waited < 300; waited++) {
    const item = (await running.session.get(`/export/history?jobId=${id}`, runs))?.items[0];
    if (item?.status === 'Finished') return item.id;
    if (item?.status === 'Failed') throw new Error('the run failed');
    await sleep(200);
  }
  throw new Error('the run did not finish');
}

it.skipIf(!has('openssl') || !has('7z') || !has('unzip'))(
  'a job with fileSplitSize gives sealed volumes that OpenSSL, 7-Zip and udm decrypt make the history of',
  async () => {
    const { session, folder, recipient } = running;
    const { inserted } = await importLines(session, 'interactions', importBytes());
    const runId = await exported();
    const files = await listFiles(session, { historyId: runId });
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const sealed = await downloadFile(session, file, folder);
      const decrypt = ['-decrypt', '-binary', '-inkey', recipient.keyFile, '-in', sealed];
      run(folder, 'openssl', 'smime', ...decrypt, '-out', sealed.replace(/\.smime$/, ''));
    }
    const zip = files.map(({ name }) => name).find((name) => name.endsWith('.zip.smime')) ?? '';
    const volumes = files.map(({ name }) => readFileSync(join(folder, name.replace(/\.smime$/, ''))).length);
    expect(Math.max(...volumes)).toBe(SPLIT_BYTES);
    expect(run(folder, '7z', 't', zip.replace(/\.smime$/, ''))).toContain('Everything is Ok');
    rmSync(join(folder, zip.replace(/\.smime$/, '')));

    const out = join(folder, 'joined.zip');
    const checked = await decryptFile({ file: join(folder, zip), key: recipient.keyFile, out });
    expect(checked.records).toBe(inserted);
    expect(run(folder, 'unzip', '-t', out)).toContain('No errors detected');
  },
);
