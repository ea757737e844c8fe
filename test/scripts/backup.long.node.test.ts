import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_LOGIN } from '../../scripts/dev/demo-center.ts';
import { uploadCertificate } from '../../scripts/udm/upload-certificate.ts';
import { openSession } from '../../src/client/session.ts';
import { startedService, type Running } from '../e2e/service.ts';
import { runScript } from './run-script.ts';

const PASSWORD = 'a long enough secret';

/** A contact center of one service comes back in another one, which has nothing of it. */
describe('npm run backup, npm run restore -- --from', () => {
  let running: Running;
  let backup: string;
  beforeAll(async () => {
    running = await startedService();
    backup = join(running.folder, 'acme.backup');
  });
  afterAll(() => running?.stop());

  const persisted = (folder: string) => ['--persist-to', join(running.folder, folder)];
  const script = (name: string, folder: string, ...args: string[]) =>
    runScript(name, [...args, ...persisted(folder)], { folder: running.folder });

  it('writes a sealed file that openssl opens, without a secret', async () => {
    const added = await runScript(
      'user',
      ['add', '--ccid', 'acme', '--name', 'anna', '--role=administrator', ...persisted('state')],
      { folder: running.folder, env: { UDM_PASSWORD: PASSWORD } },
    );
    expect([added.code, added.stderr]).toEqual([0, '']);
    const { certificateFile, keyFile } = running.recipient;
    const login = { ...DEMO_LOGIN, user: { name: 'anna', password: PASSWORD } };
    const acme = openSession({ url: running.service.url, ...login });
    await uploadCertificate(acme, certificateFile);
    const made = await acme.api.POST('/udm/v10/export/jobs', {
      body: {
        source: 'UCS',
        type: 'UCS',
        title: 'Nightly',
        timeFrame: { last: 'P1D' },
        schedulerParam: { runs: 'daily', immediately: true },
        jobParams: { type: 'Interaction', media: ['all'] },
        suspended: false,
      },
    });
    expect(made.response.status).toBe(202);
    const { code, stdout, stderr } = await script(
      'backup',
      'state',
      '--ccid=acme',
      `--certificate=${certificateFile}`,
      `--out=${backup}`,
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/users {15}1\n/);
    expect(stdout).toMatch(/jobs {16}1\n {2}runs {16}1\n/);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    const opened = execFileSync('openssl', [
      'smime',
      '-decrypt',
      '-binary',
      '-inkey',
      keyFile,
      '-in',
      backup,
    ]);
    const lines = opened
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string });
    expect([lines[0]?.kind, lines.at(-1)?.kind]).toEqual(['center', 'end']);
    expect(opened.toString()).not.toMatch(/scrypt\$|"secret_hash"|"password_hash"|PRIVATE KEY/);
  });

  it('brings it back elsewhere, twice, with an invitation for each user', async () => {
    mkdirSync(join(running.folder, 'other'));
    const back = () => script('restore', 'other', '--from', backup, '--key', running.recipient.keyFile);
    const first = await back();
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toContain('Contact center acme is back as it was at ');
    expect(first.stdout).toContain('npm run center -- resume --ccid acme');
    const invitations = readFileSync(`${backup}.invitations.txt`, 'utf8');
    expect(invitations).toMatch(/^anna {2}http\S+\/invitation#\S+\n$/);
    expect((await script('center', 'other', 'show', '--ccid', 'acme')).stdout).toMatch(
      /suspended since[^]*jobs +1 in its object/,
    );
    // It is there, and takes no other backup's place.
    expect(await back()).toMatchObject({ code: 1, stderr: expect.stringContaining('has something already') });
  });

  it('says what is wrong', async () => {
    const { keyFile, certificateFile } = running.recipient;
    const cut = join(running.folder, 'cut.backup');
    const lines = execFileSync('openssl', [
      'smime',
      '-decrypt',
      '-binary',
      '-inkey',
      keyFile,
      '-in',
      backup,
    ]).toString();
    const seal = (text: string) => {
      writeFileSync(`${cut}.txt`, text);
      execFileSync('openssl', [
        'smime',
        '-encrypt',
        '-binary',
        '-aes-256-cbc',
        '-in',
        `${cut}.txt`,
        '-out',
        cut,
        certificateFile,
      ]);
    };
    const from = async (file: string, ...args: string[]) => {
      const { code, stderr } = await script('restore', 'other', '--from', file, '--key', keyFile, ...args);
      return [code, stderr.trim()];
    };
    seal(lines.replace(/[^\n]+\n$/, ''));
    expect(await from(cut)).toEqual([1, expect.stringContaining('is cut off: it has no end')]);
    seal(lines.replace(/\n\{"kind":"run"[^\n]+/, ''));
    expect(await from(cut)).toEqual([
      1,
      expect.stringContaining('does not have the lines that its end counts'),
    ]);
    seal('something else\n');
    expect(await from(cut)).toEqual([1, expect.stringContaining('at line 1')]);
    expect(await from(backup, '--hold', '3')).toEqual([2, expect.stringContaining('exclude each other')]);
    expect(
      await script('backup', 'state', '--ccid', 'demo', '--certificate', keyFile, '--out', cut),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('(private-key)'),
    });
    const none = join(running.folder, 'none.backup');
    for (const again of [false, true]) {
      const ofNobody = ['--ccid', 'acmee', '--certificate', certificateFile, '--out', none];
      const { code, stderr } = await script('backup', 'state', ...ofNobody, ...(again ? ['--records'] : []));
      expect([code, stderr.trim()]).toEqual([1, expect.stringContaining('acmee has nothing')]);
      expect([existsSync(none), existsSync(`${none}.part`)]).toEqual([false, false]);
    }
  });
});
