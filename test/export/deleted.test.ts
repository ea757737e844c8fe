import { runInDurableObject, SELF } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { eraseContact } from '../../src/records/erasure/erase-contact.ts';
import { removeOlder } from '../../src/records/erasure/remove-older.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { createJob } from '../../src/jobs/create-job.ts';
import { runJob } from '../../src/jobs/add-run.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import {
  config,
  entriesOfRun,
  importAll,
  interaction,
  jobContext,
  jobRequest,
  newCenter,
} from '../support/center.ts';
import { stores } from '../support/record-stores.ts';
import { signToken } from '../http/harness.ts';
import { history } from '../jobs/clock.ts';
import { carryThrough } from './carry-through.ts';

const document = (ID: string, ENTITYID: string) => JSON.stringify({ ID, ENTITYID });
const chat = { MEDIATYPEID: 'chat', ENTITYTYPEID: 2 };

/** Makes a DataSync job, with its first run. */
async function follow(ccid: string, media: readonly string[] = [], listsDeleted = true) {
  const request: JobRequest = jobRequest({
    type: 'DataSync',
    schedulerParam: { runs: 'daily', immediately: true },
    jobParams: { type: 'Interaction', media },
  });
  const made = await createJob(jobContext(), ccid, request, { by: '', listsDeleted });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value.id;
}

/** Carries out the latest run of a job, a page a slice; answers its entries. */
async function archiveOf(ccid: string, jobId: number) {
  const runId = Number((await history(ccid, jobId)).at(-1)?.['id']);
  await carryThrough({ ccid, jobId, runId }, { config: { ...config, slicePages: 1 } });
  expect((await history(ccid, jobId)).at(-1)).toMatchObject({ status: 'Finished' });
  return entriesOfRun(ccid, runId);
}

/** The next run of a job; answers its lines, what it says was deleted, and its manifest. */
async function nextOf(ccid: string, jobId: number) {
  const added = await runJob(jobContext(), ccid, { id: jobId, by: '' });
  if (!added.ok) throw new Error(JSON.stringify(added));
  const entries = await archiveOf(ccid, jobId);
  const isData = (name: string) => /-\d+\.json$/.test(name);
  const lines = Object.entries(entries)
    .filter(([name]) => isData(name))
    .flatMap(([, text]) => text.split('\n').filter(Boolean));
  const deleted = (entries['deleted.json'] ?? '').split('\n').filter(Boolean);
  return {
    lines,
    deleted: deleted.map((line) => JSON.parse(line) as Record<string, unknown>),
    manifest: JSON.parse(entries['manifest.json'] ?? '') as Record<string, unknown>,
  };
}

describe('deleted.json', () => {
  it('is listed by jobs that are created through v10, and by no others, whoever edits them', async () => {
    const ccid = await newCenter('deleted-versions');
    const seconds = Math.floor(Date.now() / 1000);
    const token = await signToken(ccid, { claims: { iat: seconds, exp: seconds + 3_600 } });
    const listsOf = async (method: string, path: string) => {
      const request = jobRequest({ type: 'DataSync', schedulerParam: { runs: 'daily' } });
      const suspended = path.startsWith('v4') ? 'false' : false;
      const body = JSON.stringify({ ...request, suspended });
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const answer = await SELF.fetch(`http://udm.example/udm/${path}`, { method, headers, body });
      if (!answer.ok) throw new Error(await answer.text());
      const id = Number((await answer.json<{ id: number | string }>()).id);
      const kept = await runInDurableObject(jobObject(env.EXPORT_JOB, ccid, id), (_, { storage }) =>
        storage.sql.exec<{ data: string }>('SELECT data FROM job').one(),
      );
      const { listsDeleted } = JSON.parse(kept.data) as { listsDeleted: boolean };
      return { id, listsDeleted };
    };
    const [current, older] = [
      await listsOf('POST', 'v10/export/jobs'),
      await listsOf('POST', 'v4/export/jobs'),
    ];
    expect([current.listsDeleted, older.listsDeleted]).toEqual([true, false]);
    expect(await listsOf('PUT', `v10/export/jobs/${older.id}`)).toMatchObject({ listsDeleted: false });
    expect(await listsOf('PUT', `v4/export/jobs/${current.id}`)).toMatchObject({ listsDeleted: true });
  });

  it('is in every archive of a DataSync job of v10, behind the schemas, also when it is empty', async () => {
    const ccid = await newCenter('deleted-empty');
    await importAll(ccid, 'interactions', [interaction('A')]);
    const job = await follow(ccid);
    const entries = await archiveOf(ccid, job);
    expect(Object.keys(entries)).toEqual([
      `EmailIn-${job}.json`,
      'schema/interaction.json',
      'deleted.json',
      'manifest.json',
    ]);
    expect(entries['deleted.json']).toBe('');
    const manifest = JSON.parse(entries['manifest.json'] ?? '') as { entries: unknown[] };
    expect(manifest).toMatchObject({
      since: 0,
      watermark: 1,
      deleted: { records: 0, bytes: 0, crc32: '00000000' },
    });
    expect(manifest.entries).toHaveLength(1);
  });

  it('is in no archive of another job', async () => {
    const ccid = await newCenter('deleted-older');
    await importAll(ccid, 'interactions', [interaction('A')]);
    const entries = await archiveOf(ccid, await follow(ccid, [], false));
    expect(Object.keys(entries)).not.toContain('deleted.json');
    const manifest = JSON.parse(entries['manifest.json'] ?? '') as object;
    expect(manifest).not.toHaveProperty('deleted');
    expect(manifest).not.toHaveProperty('since');
  });

  it('names what was erased, expired, or moved to a medium that is not exported, once, and what came brings its documents', async () => {
    const ccid = await newCenter('deleted-why');
    await importAll(ccid, 'contacts', [
      JSON.stringify({ CONTACTID: 'c', CREATEDDATE: '2024-05-01T00:00:00Z' }),
    ]);
    const later = interaction('comes', chat);
    await importAll(ccid, 'interactions', [
      interaction('erased', { CONTACTID: 'c' }),
      interaction('expired', { STARTDATE: '2001-01-01' }),
      interaction('moves'),
      interaction('stays'),
      later,
    ]);
    await importAll(ccid, 'documents', [
      document('d', 'moves'),
      document('e', 'erased'),
      document('f', 'comes'),
    ]);
    const [all, mails] = [await follow(ccid), await follow(ccid, ['email'])];
    await archiveOf(ccid, all);
    await archiveOf(ccid, mails);

    await eraseContact(stores, ccid, 'c');
    await removeOlder(stores, ccid, Date.parse('2002-01-01'));
    const moved = interaction('moves', chat);
    const came = interaction('comes');
    await importAll(ccid, 'interactions', [moved, came]);

    const ofMails = await nextOf(ccid, mails);
    expect(ofMails.deleted.map(({ kind, id, why }) => [kind, id, why])).toEqual([
      ['interactions', 'erased', 'erased'],
      ['documents', 'e', 'erased'],
      ['interactions', 'expired', 'expired'],
      ['interactions', 'moves', 'moved'],
      ['documents', 'd', 'moved'],
    ]);
    expect(ofMails.deleted[0]).toEqual({
      kind: 'interactions',
      id: 'erased',
      change: 9,
      when: expect.stringMatching(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/) as string,
      why: 'erased',
    });
    expect(ofMails.lines).toEqual([came, document('f', 'comes')]);
    expect(ofMails.manifest).toMatchObject({ since: 8, deleted: { records: 5 } });
    const ofAll = await nextOf(ccid, all);
    expect(ofAll.deleted.map(({ id }) => id)).toEqual(['erased', 'e', 'expired']);
    expect(ofAll.lines.toSorted()).toEqual(
      [moved, came, document('d', 'moves'), document('f', 'comes')].toSorted(),
    );
    // Told once.
    expect(await nextOf(ccid, mails)).toMatchObject({ deleted: [], lines: [] });
  });

  it('is written over several slices, and counts what is in it', async () => {
    const ccid = await newCenter('deleted-many');
    const ids = Array.from({ length: 4_500 }, (_, index) => `i${String(index).padStart(5, '0')}`);
    await importAll(
      ccid,
      'interactions',
      ids.map((id) => interaction(id)),
    );
    const job = await follow(ccid, ['email']);
    await archiveOf(ccid, job);
    await removeOlder(stores, ccid, Date.parse('2025-01-01'));
    const { deleted, manifest } = await nextOf(ccid, job);
    expect(deleted.map(({ id }) => id)).toEqual(ids);
    expect(manifest).toMatchObject({ deleted: { records: 4_500 }, entries: [] });
  });
});
