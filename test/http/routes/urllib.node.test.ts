import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startedService, type Running } from '../../e2e/service.ts';
import { has } from '../../encoding/outside.ts';

const possible = has('python3');

let running: Running | undefined;
beforeAll(async () => {
  if (possible) running = await startedService();
});
afterAll(() => running?.stop());

it.skipIf(!possible).each([
  ['a client made of Python’s urllib works against v10, and against v4 with v3', '/udm'],
  ['one of the predecessor works where it looks for v4 and v3', '/data-download'],
])('%s', async (_title, root) => {
  if (!running) throw new Error('the service is not there');
  const { session, folder, recipient } = running;
  const lines = Array.from({ length: 20 }, (_, n) =>
    JSON.stringify({ IXNID: `i${n}`, STARTDATE: '2026-01-01', MEDIATYPEID: 'email', ENTITYTYPEID: 0 }),
  );
  const body = `${lines.join('\n')}\n`;
  const headers = { 'content-type': 'application/x-ndjson' };
  expect((await session.send('/import/interactions', { method: 'POST', headers, body })).status).toBe(200);
  const script = fileURLToPath(new URL('./urllib_client.py', import.meta.url));
  const state = join(folder, `last-history-id${root.slice(1)}`);
  const done = spawnSync('python3', [script, session.url, recipient.certificateFile, state, root], {
    encoding: 'utf8',
    timeout: 240_000,
  });
  expect(done.stderr).toBe('');
  expect(done.stdout).toBe('done\n');
});
