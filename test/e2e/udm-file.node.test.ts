import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../../scripts/demo/unzip.ts';
import { PROJECT } from '../../scripts/dev/wrangler.ts';
import { DEFAULT_PERIOD, historyBytes } from '../../scripts/generate/history.ts';
import { KINDS } from '../../src/model/records.ts';
import { has, run } from '../encoding/outside.ts';
import { startedService, type Running } from './service.ts';

const HISTORY = { ...DEFAULT_PERIOD, seed: 20, interactions: 120 };

/** The machine's own Node, as old as the service allows, where there is one beside the project's. */
const PLAIN_NODE =
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .find((file) => existsSync(file)) ?? process.execPath;

let running: Running;
/** An empty folder, in which nothing of the project lies but what the service serves. */
let folder: string;
let jobId = '';
let runId = '';

beforeAll(async () => {
  running = await startedService();
  folder = mkdtempSync(join(tmpdir(), 'udm-alone-'));
  const answer = await fetch(`${running.service.url}/udm/cli/udm.mjs`);
  if (answer.status !== 200) throw new Error(`udm.mjs is answered with ${answer.status}`);
  writeFileSync(join(folder, 'udm.mjs'), await answer.text());
});
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the one file on plain Node, with nothing of this process's environment but the path. */
async function udm(args: readonly string[], input = '') {
  const env = { PATH: process.env['PATH'], HOME: folder, UDM_CONFIG_DIR: join(folder, 'config') };
  const child = spawn(PLAIN_NODE, ['udm.mjs', ...args], { cwd: folder, env });
  child.stdin.end(input);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, stdout: stdout.trim(), stderr };
}

/** The same, where it has to succeed; answers what it printed. */
async function done(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await udm(args);
  expect(code, stderr).toBe(0);
  return stdout;
}

const json = async (...args: readonly string[]): Promise<unknown> =>
  JSON.parse(await done(...args, '--json'));

// The tasks of the administrator's guide, in its order.
describe('udm.mjs alone on plain Node', () => {
  it('signs in from a pipe, by an address that has /udm/v10 behind it', async () => {
    const login = ['login', '--url', `${running.service.url}/udm/v10/`];
    const refused = await udm(login, 'demo\ndemo\ndemo\nwrong\n');
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.stderr).toBe('Signing in was refused: The user name or password is wrong.\n');
    expect(await udm(login, 'demo\ndemo\ndemo\ndemo\n')).toMatchObject({ code: 0 });
    const file = join(folder, 'config/profiles.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await done('profiles')).toContain(running.service.url);
  });

  it('imports the sample of a folder', async () => {
    for (const kind of KINDS)
      writeFileSync(join(folder, `${kind}.jsonl`), Buffer.concat([...historyBytes(kind, HISTORY)]));
    expect(await done('import', '.')).toContain('interactions.jsonl: 120 received, 120 inserted');
  });

  it.skipIf(!has('openssl'))('imports a certificate and shows it', async () => {
    const files = ['-keyout', 'key.pem', '-out', 'mine.pem'];
    run(folder, 'openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, '-subj', '/CN=Mine');
    await done('certificate', 'upload', 'mine.pem');
    expect(await done('certificate', 'show')).toContain('mine.pem');
  });

  it('lists what jobs can be made of', async () => {
    expect(await done('data', 'sources')).toContain('UCS');
    expect(await done('data', 'types', '-q')).toBe('Interaction\nContact\nPerson');
    expect(await done('data', 'media')).toContain('email');
    expect(await done('data', 'statuses')).toContain('In Progress');
    expect(await done('data', 'attributes', '--entities', 'contact')).toContain('CONTACTID');
  });

  it('adds a job with every field, and shows it in the list', async () => {
    const fields = ['--title', 'Every field', '--description', 'What for', '--type', 'interaction'];
    fields.push('--media', 'email,chat', '--no-attachments', '--split-size', '100MB', '--last', 'P7D');
    fields.push('--runs', 'weekly', '--start-date', '2099-01-05T03:00:00Z', '--source', 'UCS');
    jobId = await done('jobs', 'create', ...fields, '--export-type', 'UCS', '--suspended', '-q');
    expect(await json('jobs', 'show', jobId)).toMatchObject({
      title: 'Every field',
      description: 'What for',
      timeFrame: { last: 'P7D' },
      schedulerParam: { runs: 'weekly', startDate: '2099-01-05T03:00:00Z' },
      jobParams: {
        type: 'Interaction',
        media: ['email', 'chat'],
        exportAttachments: false,
        fileSplitSize: '100MB',
      },
      suspended: true,
    });
    expect(await done('jobs', 'list', '--title', 'every')).toContain('Every field');
  });

  it('clones it, with another title and time', async () => {
    const id = await done('jobs', 'clone', jobId, '--title', 'Another', '--from', '2025-01-01', '-q');
    expect(await json('jobs', 'show', id)).toMatchObject({
      title: 'Another',
      timeFrame: { dateFrom: '2025-01-01' },
      scheduleType: 'weekly',
      jobParams: { media: ['email', 'chat'] },
    });
  });

  it('resumes, edits and suspends it', async () => {
    await done('jobs', 'resume', jobId);
    expect(await json('jobs', 'edit', jobId, '--cron', '30 4 * * *', '--media', 'all')).toMatchObject({
      scheduleType: 'cron',
      jobParams: { media: ['all'], fileSplitSize: '100MB' },
      description: 'What for',
    });
    await done('jobs', 'suspend', jobId);
    expect(await done('jobs', 'list', '--suspended', '-q')).toContain(jobId);
  });

  it('runs an export of small volumes now, and watches it', async () => {
    const id = await done('jobs', 'create', '--title', 'Now', '--now', '--split-size', '64KB', '-q');
    const names = (await done('watch', id)).split('\n');
    expect(names.length).toBeGreaterThan(1);
    expect(names).toEqual([...names].toSorted());
    const history: unknown = await json('history', 'list', '--job', id);
    expect(history).toMatchObject([{ status: 'Finished', parentId: Number(id) }]);
    runId = await done('history', 'list', '--job', id, '-q');
    expect(await done('history', 'show', runId)).toContain(names.at(-1) ?? 'none');
    expect(await done('files', 'list', '--run', runId, '-q')).toBe(names.join('\n'));
  });

  it('downloads every file of the run, opens them and checks them', async () => {
    const paths = (await done('download', '--run', runId, '--out', 'files')).split('\n');
    const key = has('openssl') ? 'key.pem' : running.recipient.keyFile;
    expect(await done('verify', 'files', '--key', key)).toContain('as in manifest.json');
    await done('decrypt', paths[0] ?? '', '--key', key, '--out', 'all.zip');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const { entries } = unpack(join(folder, 'all.zip'), join(folder, 'unpacked'));
    expect(entries.length).toBeGreaterThan(0);
  });

  it('does the main job in one line, for contacts', async () => {
    const path = await done('export', '--type', 'Contact', '--out', 'files');
    expect(readFileSync(join(folder, path)).length).toBeGreaterThan(0);
  });

  it('deletes files, runs and jobs, and asks before where it can', async () => {
    const [name = ''] = (await done('files', 'list', '--run', runId, '-q')).split('\n');
    expect(await udm(['files', 'delete', name])).toMatchObject({ code: 1 });
    await done('files', 'delete', name, '--yes');
    expect((await udm(['download', name])).code).toBe(4);
    await done('history', 'delete', runId, '--yes');
    await done('jobs', 'delete', jobId, '--yes');
    expect((await udm(['jobs', 'show', jobId])).code).toBe(4);
    expect((await udm(['jobs', 'cancel', '1'])).code).not.toBe(0);
  });

  it('erases a contact', async () => {
    const [line = ''] = readFileSync(join(folder, 'contacts.jsonl'), 'utf8').split('\n');
    // A generated contact has an id.
    const { CONTACTID } = JSON.parse(line) as { CONTACTID: string };
    expect(await done('erase', CONTACTID, '--yes')).toContain('Erased 1 contact, ');
    expect((await udm(['erase', CONTACTID, '--yes'])).code).toBe(4);
  });

  it('adds, changes and removes a user, a client and an API key', async () => {
    expect(await done('roles')).toContain('Sees jobs, history, the list of files');
    expect(await done('users', 'add', 'anna', '--role', 'exporter,auditor', '-q')).toContain('/invitation#');
    await done('users', 'roles', 'anna', '--role', 'exporter');
    await done('users', 'disable', 'anna');
    expect(await json('users', 'show', 'anna')).toMatchObject({ roles: ['exporter'], disabled: true });
    expect((await udm(['users', 'invite', 'nobody'])).stderr).toBe(
      'There is no user "nobody"; "udm users list" shows them.\n',
    );
    await done('users', 'remove', 'anna', '--yes');
    expect(await done('users', 'list', '-q')).toBe('demo');
    expect(await done('clients', 'add', 'Nightly', '--role', 'exporter')).toContain('shown this once');
    const [client = ''] = (await done('clients', 'list', '-q')).split('\n');
    await done('clients', 'remove', client, '--yes');
    expect(await done('keys', 'add', 'Gateway')).toContain('udm_');
    await done('keys', 'remove', await done('keys', 'list', '-q'), '--yes');
    expect(await done('keys', 'list')).toBe('No key matches.');
  });

  it('decides what the center demands, and shows who did what', async () => {
    await done('settings', 'set', '--certificate-by-administrators', 'on');
    expect(await json('settings', 'show')).toMatchObject({ cipherByAdministratorsOnly: true });
    expect(await json('me')).toMatchObject({ kind: 'user', name: 'demo', ccid: 'demo' });
    expect(await done('audit', 'list', '--action', 'user.add')).toContain('user:anna');
    await done('audit', 'export', 'audit.jsonl');
    expect(await done('audit', 'verify')).toContain('entries are whole');
    writeFileSync(
      join(folder, 'audit.jsonl'),
      readFileSync(join(folder, 'audit.jsonl'), 'utf8').replace('user:anna', 'user:otto'),
    );
    const changed = await udm(['audit', 'verify', 'audit.jsonl']);
    expect(changed).toMatchObject({ code: 1, stderr: expect.stringMatching(/link \d+ was changed/) });
  });

  it('has a mail address told what happens, and streams the audit log', async () => {
    const mail = await done('webhooks', 'add', 'team@acme.example', '-q');
    expect(await done('webhooks', 'list')).toContain('mailto:team@acme.example');
    expect(await done('webhooks', 'test', mail, '-q')).toBe('true');
    expect(readFileSync(join(running.folder, 'service.log'), 'utf8')).toContain('To: team@acme.example');
    const add = ['audit', 'streams', 'add', 'http://127.0.0.1:9/siem', '-q'];
    expect(await done(...add)).toMatch(/^whsec_/);
    const stream = await done('audit', 'streams', 'list', '-q');
    expect((await udm(['audit', 'streams', 'test', stream])).code).toBe(1);
    await done('audit', 'streams', 'remove', stream, '--yes');
    await done('webhooks', 'remove', mail, '--yes');
  });

  it('signs out', async () => {
    await done('logout');
    const { code, stderr } = await udm(['jobs', 'list']);
    expect({ code, stderr }).toEqual({ code: 3, stderr: 'You are not signed in: "udm login" does it.\n' });
  });
});

it('lies beside the page on what a record must contain', async () => {
  const page = await (await fetch(`${running.service.url}/udm/docs/records.md`)).text();
  for (const kind of KINDS) expect(page).toContain(`\`${kind}\``);
});

it('is what the package offers as its command', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ bin: { udm: '.web/udm/cli/udm.mjs' } });
});
