import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { importAll, interaction } from '../../support/center.ts';
import { callerOf, makeApp, newCenter, START } from '../harness.ts';

const { app } = makeApp();
const DAY = 86_400_000;

const addFile = (ccid: string, name: string, expiresAt: number) =>
  env.DB.prepare(
    `INSERT INTO artifacts (name, ccid, key, job_id, history_id, job_title, job_title_folded, type, source, volume, size,
       sha256, uploaded_at, expires_at) VALUES (?1 || ?2, ?2, ?1 || ?2, 1, 2, 't', 't', 'Interaction', 'UCS', 1, 1, '', 0, ?3)`,
  )
    .bind(name, ccid, expiresAt)
    .run();
const addRun = (ccid: string, id: number, status: string) =>
  env.DB.prepare(
    `INSERT INTO runs (id, ccid, job_id, version, type, source, title, title_folded, status, file_name, file_name_folded,
       file_size, progress, created_at, view) VALUES (?, ?, 1, 1, 'Interaction', 'UCS', 't', 't', ?, '', '', 0, 0, 0, '{}')`,
  )
    .bind(id, ccid, status)
    .run();

it('an erasure says what it does not reach: files and runs that came before it, and the platform’s backups', async () => {
  const [ccid, other] = [newCenter(), newCenter()];
  await importAll(ccid, 'interactions', [interaction('I1', { CONTACTID: 'K1' }), interaction('I2', {})]);
  await addFile(ccid, 'near', START + DAY);
  await addFile(ccid, 'far', START + 20 * DAY);
  await addFile(ccid, 'expired', START - DAY);
  await addFile(other, 'foreign', START + 30 * DAY);
  await addRun(ccid, 7001, 'IN_PROGRESS');
  await addRun(ccid, 7002, 'QUEUED');
  await addRun(other, 7003, 'IN_PROGRESS');
  const call = await callerOf(app, ccid);
  const answer = await call('/udm/v10/contacts/K1', { method: 'DELETE' });
  expect([answer.status, await answer.json()]).toEqual([
    200,
    {
      contactId: 'K1',
      contacts: 0,
      contactAttributes: 0,
      interactions: 1,
      documents: 0,
      notReached: {
        files: 2,
        filesUntil: '2026-12-10T12:00:00.000Z',
        runs: 1,
        backupsUntil: '2026-12-20T12:00:00.000Z',
      },
    },
  ]);
});

it('has no end of files where there is none', async () => {
  const ccid = newCenter();
  await importAll(ccid, 'interactions', [interaction('I1', { CONTACTID: 'K1' })]);
  const answer = await (await callerOf(app, ccid))('/udm/v10/contacts/K1', { method: 'DELETE' });
  expect(await answer.json()).toMatchObject({ notReached: { files: 0, filesUntil: '', runs: 0 } });
});
