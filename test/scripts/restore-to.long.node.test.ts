import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { makeRecipient, type Recipient } from '../../scripts/demo/recipient.ts';
import { Refusal } from '../../scripts/drill/cloudflare/route.ts';
import { inEmptyAccount, type Drilled } from '../../scripts/drill/drilled.ts';
import { Deploying, type Ended } from '../../scripts/drill/run-deploy.ts';
import { decryptFile } from '../../scripts/udm/decrypt-file.ts';
import { downloadFile } from '../../scripts/udm/download-file.ts';
import { importLines } from '../../scripts/udm/import-file.ts';
import { runExport } from '../../scripts/udm/run-export.ts';
import { addRemoteClient } from '../../scripts/user/remote.ts';
import { uploadCertificate } from '../../scripts/udm/upload-certificate.ts';
import { createdJob } from '../../src/client/created-job.ts';
import { openSession, type Session } from '../../src/client/session.ts';
import { formatInstant } from '../../src/model/instant.ts';
import type { Kind } from '../../src/model/records.ts';

const LARGE = 'x'.repeat(1_500_000);
/** What nobody reads: whoever asked has been killed. */
const GONE = new Refusal(500, 1_101, 'cut off');

const interaction = (IXNID: string, more: object = {}) => ({
  IXNID,
  STARTDATE: '2024-05-01T10:00:00.000Z',
  MEDIATYPEID: 'email',
  ENTITYTYPEID: 0,
  ...more,
});

async function bring(session: Session, kind: Kind, records: readonly object[]): Promise<void> {
  const body = async function* () {
    yield Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  };
  expect((await importLines(session, kind, body())).rejected).toBe(0);
}

/** A session of a program that may do everything in the first contact center of a deployment to the double. */
async function signedIn({ fake, folder }: Drilled): Promise<Session> {
  const kept = (name: string) => readFileSync(join(folder, 'deploy', `production.${name}`), 'utf8');
  process.env['DRILL_SERVICE'] = fake.url;
  // No module of the project's: it changes how this process asks.
  await import(new URL('../../scripts/drill/as-deployed.ts', import.meta.url).href);
  const url = /https:\/\/[\w.-]+\w/.exec(kept('first-sign-in.txt'))?.[0] ?? '';
  const operator = {
    url,
    operatorKey: kept('operator-key').trim(),
    profile: undefined,
    signal: new AbortController().signal,
  };
  const account = { ccid: 'acme', name: 'drill', roles: ['administrator'] } as const;
  const { id = '', secret = '' } = await addRemoteClient(operator, account);
  return openSession({ url, clientId: id, clientSecret: secret, user: null });
}

/** The data entries of an export of all interactions with their documents, by their names without ids. */
async function exported(session: Session, folder: string, { keyFile }: Recipient) {
  const request = { type: 'Interaction', title: 'All', media: [], attachments: true } as const;
  const [file] = await runExport(session, request);
  if (!file) throw new Error('no file');
  const sealed = await downloadFile(session, file, mkdtempSync(join(folder, 'files-')));
  await decryptFile({ file: sealed, key: keyFile, out: `${sealed}.zip` });
  const entries = Object.entries(unzipSync(readFileSync(`${sealed}.zip`)));
  return {
    file,
    entries: Object.fromEntries(
      entries
        .filter(([name]) => !name.startsWith('manifest'))
        .map(([name, bytes]) => [name.replace(/-\d+/, ''), Buffer.from(bytes).toString()]),
    ),
  };
}

/** Where large records and packs lie in R2. */
const texts = async ({ fake }: Drilled): Promise<readonly string[]> =>
  (await fake.platform.objects('BUCKET')).filter((key) => key.startsWith('history/acme/'));

const titles = async (session: Session): Promise<readonly string[]> =>
  ((await session.api.GET('/udm/v10/export/jobs', {})).data?.items ?? [])
    .map(({ title }) => title)
    .toSorted();

async function makeJob(session: Session, title: string): Promise<number> {
  const { id } = await createdJob(session, {
    source: 'UCS',
    type: 'UCS',
    title,
    timeFrame: { all: true },
    schedulerParam: { runs: 'daily' },
    jobParams: { type: 'Interaction', media: [] },
    suspended: true,
  });
  return id;
}

/** `npm run restore -- --to`, of the whole deployment; killed at a request, where `at` says so. */
function restore({ fake, folder }: Drilled, to: number, at?: (what: string) => boolean): Promise<Ended> {
  const args = ['--to', formatInstant(to), '--env', 'production', '--yes'];
  const restoring = new Deploying(fake, folder, { command: 'restore', args });
  let killed = false;
  fake.intervention = at
    ? {
        before: () => (killed ? GONE : undefined),
        after: (_, what) => {
          if (killed || !at(what)) return;
          killed = true;
          restoring.kill();
        },
      }
    : {};
  return restoring.ended;
}

it('sets a deployment back to a time, cut off and gone on with, and says what does not come back', async () => {
  await inEmptyAccount(async (drilled) => {
    const { fake, folder, deploy } = drilled;
    const first = await deploy(['--ccid', 'acme', '--admin', 'anna']);
    expect([first.code, fake.unknown], first.output).toEqual([0, []]);
    const acme = await signedIn(drilled);
    const recipient = await makeRecipient(folder, Date.now());
    await uploadCertificate(acme, recipient.certificateFile);
    const large = interaction('large', { TEXT: LARGE });
    await bring(acme, 'interactions', [interaction('a'), interaction('b'), large]);
    const [text] = await texts(drilled);
    await bring(acme, 'documents', [{ ID: 'd', ENTITYID: 'b' }]);
    const before = await exported(acme, folder, recipient);
    expect(before.entries['EmailIn.json']).toContain('"large"');
    const deleted = await makeJob(acme, 'Deleted since');
    const thenTitles = await titles(acme);

    const then = await fake.platform.keepMoment();
    await sleep(50);
    await bring(acme, 'interactions', [
      interaction('b', { SUBJECT: 'changed since' }),
      interaction('c'),
      interaction('large', { TEXT: 'small now' }),
    ]);
    await acme.api.DELETE('/udm/v10/export/jobs/{id}', { params: { path: { id: deleted } } });
    await acme.api.DELETE('/udm/v10/files/{filename}', { params: { path: { filename: before.file.name } } });
    await makeJob(acme, 'Made since');
    const since = await exported(acme, folder, recipient);
    expect(since.entries['EmailIn.json']).toContain('"small now"');
    // The large text goes with an alarm of the store.
    const isThere = async () => (await texts(drilled)).includes(text ?? '');
    for (let waited = 0; (await isThere()) && waited < 90; waited += 1) await sleep(1_000);
    expect(await isThere()).toBe(false);

    // Killed with the first step, and once D1 was set back; then to its end, twice.
    const steps = [/set-back\/step$/, /time_travel\/restore$/];
    for (const step of steps)
      expect((await restore(drilled, then, (what) => step.test(what))).code).not.toBe(0);
    for (const again of [false, true]) {
      const { code, output } = await restore(drilled, then);
      expect([code, fake.unknown], `${again} ${output}`).toEqual([0, []]);
      expect(output).toContain('D1 was set back');
      expect(output).toContain('No sweep deletes from R2 for 30 days');
      expect(output).toMatch(/not back: 1 files of history item \d+ of acme/);
      expect(output).toMatch(/not back: the texts of 1 records of acme/);
    }

    expect(await titles(acme)).toEqual(thenTitles);
    const { data: files } = await acme.api.GET('/udm/v10/file-metadatas', {});
    expect(files?.items.map(({ name }) => name)).not.toContain(since.file.name);
    // The record whose text is gone is named; imported again, all is what it was.
    await expect(exported(acme, folder, recipient)).rejects.toThrow('large');
    await bring(acme, 'interactions', [interaction('large', { TEXT: 'x' }), large]);
    expect((await exported(acme, folder, recipient)).entries).toEqual(before.entries);
  });
});
