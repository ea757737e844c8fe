import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../../scripts/demo/unzip.ts';
import { makeRecipient } from '../../scripts/demo/recipient.ts';
import { freePort } from '../../scripts/dev/port.ts';
import { PROJECT } from '../../scripts/dev/wrangler.ts';
import { DEFAULT_PERIOD, historyBytes, historyLines } from '../../scripts/generate/history.ts';
import { runScript } from './run-script.ts';

const HISTORY = { ...DEFAULT_PERIOD, seed: 3, interactions: 80 };

let folder: string;
let state: string;
let port: number;
let service: ChildProcess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'udm-dev-'));
  state = join(folder, 'state');
  port = await freePort();
  service = await start();
});

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts `scripts/dev.ts` as the leader of a process group of its own and waits for its ready line. */
async function start(): Promise<ChildProcess> {
  const args = [join(PROJECT, 'scripts/dev.ts'), '--port', String(port), '--persist-to', state];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ready: ')) resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${output}`)));
  });
  await ready;
  return child;
}

/** SIGTERM to the first process alone; resolves to its exit code when it has ended. */
async function stop(): Promise<number | null> {
  if (service.exitCode !== null) return service.exitCode;
  const ended = once(service, 'exit');
  service.kill('SIGTERM');
  await ended;
  return service.exitCode;
}

const script = (name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runScript(name, args, { folder, env });

async function signIn(user: string, password: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/auth/v3/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('demo:demo').toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'password', username: user, password }),
  });
}

const running = (group: number): boolean => {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the everyday commands', () => {
  it('serve with the demo contact center on a new folder, whose secrets only their owner reads', async () => {
    const version = await fetch(`http://127.0.0.1:${port}/udm/v10/version`);
    expect(version.status).toBe(200);
    expect((await signIn('demo', 'demo')).status).toBe(200);
    expect((await signIn('demo', 'wrong')).status).not.toBe(200);
    expect(statSync(join(state, 'secrets.env')).mode & 0o777).toBe(0o600);
  });

  it('add a user while the service runs, once', async () => {
    const args = [
      'add',
      '--ccid',
      'acme',
      '--name',
      "o'hara; --",
      '--role',
      'importer',
      '--persist-to',
      state,
    ];
    const env = { UDM_PASSWORD: 'p"w of twelve' };
    expect(await script('user', args, env)).toMatchObject({ code: 0 });
    const answer = await signIn("acme\\o'hara; --", env.UDM_PASSWORD);
    expect(answer.status).toBe(200);
    const again = await script('user', args, env);
    expect(again).toMatchObject({ code: 1 });
    expect(again.stderr).toContain('exists already');
    const king = ['add', '--ccid', 'acme', '--name', 'x', '--role', 'king'];
    expect((await script('user', king, env)).code).toBe(2);
  });

  it('import, export, download and decrypt from the command line', async () => {
    const env = {
      UDM_URL: `http://127.0.0.1:${port}`,
      UDM_CLIENT_ID: 'demo',
      UDM_CLIENT_SECRET: 'demo',
      UDM_USER: 'demo',
      UDM_PASSWORD: 'demo',
    };
    writeFileSync(join(folder, 'bad.jsonl'), 'no json\n');
    const bad = await script('udm', ['import', 'interactions', 'bad.jsonl'], env);
    expect(bad).toMatchObject({ code: 1 });
    expect(bad.stdout).toContain('bad.jsonl:1: ');
    for (const kind of ['interactions', 'documents'] as const) {
      writeFileSync(join(folder, kind), Buffer.concat([...historyBytes(kind, HISTORY)]));
      expect(await script('udm', ['import', kind, kind], env)).toMatchObject({ code: 0 });
    }
    const { keyFile, certificateFile } = await makeRecipient(folder, Date.now());
    expect(await script('udm', ['certificate', 'upload', certificateFile], env)).toMatchObject({ code: 0 });
    const exported = await script('udm', ['export', '--type', 'Interaction'], env);
    expect(exported).toMatchObject({ code: 0 });
    const name = exported.stdout.trim();
    expect(await script('udm', ['download', name, '--out', 'files'], env)).toMatchObject({ code: 0 });
    const sealed = join(folder, 'files', name);
    expect(await script('udm', ['decrypt', sealed, '--key', keyFile])).toMatchObject({ code: 0 });
    const { entries } = unpack(sealed.replace(/\.smime$/, ''), join(folder, 'unpacked'));
    const lines = entries.flatMap((entry) =>
      readFileSync(join(folder, 'unpacked', entry.name), 'utf8')
        .trimEnd()
        .split('\n'),
    );
    const wanted = [...historyLines('interactions', HISTORY), ...historyLines('documents', HISTORY)];
    expect(lines.toSorted()).toEqual(wanted.toSorted());
  });

  it('say what is wrong with a port that is taken, and with an option that there is none of', async () => {
    const taken = await script('dev', ['--port', String(port), '--persist-to', join(folder, 'other')]);
    expect(taken).toMatchObject({ code: 1 });
    expect(taken.stderr).toContain('is in use');
    expect((await script('dev', ['--prot', '1'])).code).toBe(2);
    expect((await script('dev', ['--port', '99999'])).code).toBe(2);
  });

  it('say at once what a setting is wrong in, and which service has a folder', async () => {
    const begun = performance.now();
    const wrong = await script('dev', ['--persist-to', join(folder, 'other'), '--var', 'RETENTION_DAYS:abc']);
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.stderr).toContain('RETENTION_DAYS');
    expect(performance.now() - begun, 'no wrangler was started').toBeLessThan(20_000);
    const misspelt = await script('dev', ['--persist-to', join(folder, 'other'), '--var', 'RETENTION_DAY:5']);
    expect(misspelt).toMatchObject({ code: 2 });
    expect(misspelt.stderr).toContain('There is no setting RETENTION_DAY; the nearest is RETENTION_DAYS');
    const secrets = join(folder, 'other', 'secrets.env');
    writeFileSync(secrets, readFileSync(secrets, 'utf8').replace(/^LINK_KEY=.*$/m, "LINK_KEY='no base64 !'"));
    const damaged = await script('dev', ['--persist-to', join(folder, 'other')]);
    expect(damaged).toMatchObject({ code: 1 });
    expect(damaged.stderr).toMatch(/^The environment is incomplete or wrong in: LINK_KEY \([^)]+\)/);
    expect(damaged.stderr).toContain(secrets);
    const taken = await script('dev', ['--port', String(await freePort()), '--persist-to', state]);
    expect(taken).toMatchObject({ code: 1 });
    expect(taken.stderr).toContain(`is served already, at http://127.0.0.1:${port}`);
  });

  it('end with SIGTERM, every process of them, and go on with the same secrets', async () => {
    const token = (await (await signIn('demo', 'demo')).json()) as { access_token: string };
    const secrets = readFileSync(join(state, 'secrets.env'), 'utf8');
    const group = service.pid ?? 0;
    expect(await stop()).toBe(0);
    // Children of a process that has ended are reaped a moment later.
    for (let tries = 0; running(group) && tries < 50; tries += 1) await sleep(100);
    expect(running(group)).toBe(false);
    service = await start();
    expect(readFileSync(join(state, 'secrets.env'), 'utf8')).toBe(secrets);
    const jobs = await fetch(`http://127.0.0.1:${port}/udm/v10/export/jobs`, {
      headers: { authorization: `Bearer ${token.access_token}` },
    });
    expect(jobs.status).toBe(200);
  });
});
