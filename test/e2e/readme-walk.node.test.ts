import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/dev/wrangler.ts';
import { has } from '../encoding/outside.ts';
import { startedService, type Running } from './service.ts';

const WALK =
  /```sh\n(npm run generate[\s\S]*?)```/.exec(readFileSync(join(PROJECT, 'README.md'), 'utf8'))?.[1] ?? '';

let running: Running;
/** Stands for the project's folder, so that nothing is written into that. */
let folder: string;

beforeAll(async () => {
  running = await startedService();
  folder = mkdtempSync(join(tmpdir(), 'udm-walk-'));
  for (const name of ['package.json', '.npmrc', 'scripts', 'src', 'node_modules'])
    symlinkSync(join(PROJECT, name), join(folder, name));
});
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Pastes text into bash, line by line. */
async function paste(text: string): Promise<{ stdout: string; stderr: string }> {
  const child = spawn('bash', ['--norc'], {
    cwd: folder,
    env: { ...process.env, URL: running.service.url },
  });
  child.stdin.end(text);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  await once(child, 'close');
  return { stdout: stdout.trim(), stderr };
}

it.skipIf(!has('openssl') || !has('unzip') || !has('curl'))(
  "README's walk ends with a record, also the second time, and keeps the key",
  async () => {
    expect(WALK).toContain('openssl smime -decrypt');
    const key = () => statSync(join(folder, '.dev/walk/key.pem')).mtimeMs;
    const first = await paste(WALK);
    const madeAt = key();
    const second = await paste(WALK);
    for (const { stdout, stderr } of [first, second]) {
      const last = stdout.split('\n').at(-1) ?? '';
      expect(last, stderr).toMatch(/^\{"IXNID":/);
      expect(JSON.parse(last)).toMatchObject({ ENTITYTYPEID: 0 });
    }
    expect(key()).toBe(madeAt);
  },
);
