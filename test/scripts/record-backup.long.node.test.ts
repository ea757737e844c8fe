import { createReadStream, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_LOGIN } from '../../scripts/dev/demo-center.ts';
import { freePort } from '../../scripts/dev/port.ts';
import { startService } from '../../scripts/dev/service.ts';
import { DEFAULT_PERIOD, historyLines } from '../../scripts/generate/history.ts';
import { decryptFile } from '../../scripts/udm/decrypt-file.ts';
import { downloadFile } from '../../scripts/udm/download-file.ts';
import { importLines } from '../../scripts/udm/import-file.ts';
import { runExport } from '../../scripts/udm/run-export.ts';
import { uploadCertificate } from '../../scripts/udm/upload-certificate.ts';
import { openSession, type Session } from '../../src/client/session.ts';
import { KINDS, type Kind } from '../../src/model/records.ts';
import { startedService, type Running } from '../e2e/service.ts';
import { runScript } from './run-script.ts';

const UDM_PASSWORD = 'a long enough secret';
const HISTORY = { ...DEFAULT_PERIOD, seed: 18, interactions: 4_000 };
const LARGE = 'ä,\u2028"'.repeat(500_000);

/** Made-up records of a kind, and one of 3 MB among the interactions and documents. */
function* linesOf(kind: Kind): Generator<string> {
  yield* historyLines(kind, HISTORY);
  const at = { STARTDATE: '2024-05-01T10:00:00.000Z', MEDIATYPEID: 'email', ENTITYTYPEID: 0 };
  if (kind === 'interactions') yield JSON.stringify({ IXNID: 'large', ...at, TEXT: LARGE });
  if (kind === 'documents') yield JSON.stringify({ ID: 'large-d', ENTITYID: 'large', CONTENT: LARGE });
  if (kind === 'documents') yield JSON.stringify({ ID: 'waits', ENTITYID: 'nobody' });
}

async function* bytesOf(kind: Kind): AsyncGenerator<Uint8Array> {
  for (const line of linesOf(kind)) yield Buffer.from(`${line}\n`);
}

const erased = JSON.parse([...historyLines('contacts', HISTORY)][5] ?? '') as { CONTACTID: string };

/** The data entries of exports of all there is, by their names without ids. */
async function exported(
  session: Session,
  { folder, recipient }: Running,
): Promise<ReadonlyMap<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  for (const type of ['Interaction', 'Contact'] as const) {
    const request = { type, title: type, media: [], attachments: type === 'Interaction' };
    const [file] = await runExport(session, request);
    if (!file) throw new Error('no file');
    const sealed = await downloadFile(session, file, mkdtempSync(join(folder, 'files-')));
    await decryptFile({ file: sealed, key: recipient.keyFile, out: `${sealed}.zip` });
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(`${sealed}.zip`))))
      if (!name.startsWith('manifest')) entries.set(name.replace(/-\d+/, ''), Buffer.from(bytes));
  }
  return entries;
}

const signedIn = (url: string) =>
  openSession({ url, ...DEMO_LOGIN, user: { name: 'anna', password: UDM_PASSWORD } });

describe('npm run backup -- --records', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startedService();
  });
  afterAll(() => running?.stop());

  const script = (name: string, state: string, ...args: string[]) =>
    runScript(name, [...args, '--persist-to', join(running.folder, state)], {
      folder: running.folder,
      env: { UDM_PASSWORD },
    });
  const addAnna = (state: string) =>
    script('user', state, 'add', '--ccid=acme', '--name=anna', '--role=administrator');

  it('has records that an empty service exports byte for byte, and none that was erased', async () => {
    const { certificateFile, keyFile } = running.recipient;
    await addAnna('state');
    const acme = signedIn(running.service.url);
    await uploadCertificate(acme, certificateFile);
    for (const kind of KINDS) {
      const { received, inserted } = await importLines(acme, kind, bytesOf(kind));
      expect(inserted).toBe(received);
    }
    await acme.api.DELETE('/udm/v10/contacts/{contactId}', {
      params: { path: { contactId: erased.CONTACTID } },
    });
    const before = await exported(acme, running);
    expect(before.size).toBeGreaterThan(6);

    const backup = join(running.folder, 'acme.backup');
    const taken = await script(
      'backup',
      'state',
      '--ccid=acme',
      `--certificate=${certificateFile}`,
      `--out=${backup}`,
      '--records',
    );
    expect([taken.code, taken.stderr]).toEqual([0, '']);
    expect(taken.stdout).toMatch(/ {2}documents +\d+\n[^]* {2}erased +\d+\n/);

    mkdirSync(join(running.folder, 'other'));
    const back = () => script('restore', 'other', '--from', backup, '--key', keyFile);
    const restored = await back();
    expect(restored.code, restored.stderr).toBe(0);
    expect(restored.stdout).not.toContain('It has no records');
    await script('center', 'other', 'resume', '--ccid=acme');
    const invited = readFileSync(`${backup}.invitations.txt`, 'utf8');
    const other = await startService(
      {
        port: await freePort(),
        persistTo: join(running.folder, 'other'),
        output: openSync(join(running.folder, 'other.log'), 'a'),
      },
      new AbortController().signal,
    );
    try {
      const token = /#(\S+)/.exec(invited)?.[1];
      const chosen = await fetch(`${other.url}/auth/v3/invitation`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token, password: UDM_PASSWORD }),
      });
      expect(chosen.status).toBeLessThan(300);
      const there = signedIn(other.url);
      const after = await exported(there, running);
      expect([...after.keys()]).toEqual([...before.keys()]);
      for (const [name, bytes] of before) expect(after.get(name)?.equals(bytes), name).toBe(true);
      // What was erased is refused, and what waited finds its owner.
      const again = [
        ...historyLines('interactions', HISTORY),
        JSON.stringify({ IXNID: 'nobody', STARTDATE: '2024-05-01', MEDIATYPEID: 'email', ENTITYTYPEID: 0 }),
      ].filter((line) => line.includes(`"${erased.CONTACTID}"`) || line.includes('"nobody"'));
      expect(again.length).toBeGreaterThan(1);
      const file = join(running.folder, 'again.jsonl');
      writeFileSync(file, again.map((line) => `${line}\n`).join(''));
      const answer = await importLines(there, 'interactions', createReadStream(file));
      expect(answer).toMatchObject({ inserted: 1, rejected: again.length - 1 });
      const late = (await exported(there, running)).get('EmailIn-Attachment.json');
      expect(late?.includes('"waits"')).toBe(true);
    } finally {
      await other.stop();
    }
  });
});
