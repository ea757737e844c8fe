import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { d1Source } from '../../src/records/source/d1-source.ts';
import { PAGE_BYTES } from '../../src/records/source/page.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import {
  archiveOf,
  carryOut,
  historyItem,
  importAll,
  interaction,
  newCenter,
  sliceContext,
  firstMessage,
  submit,
  config,
} from '../support/center.ts';
import { runSlice } from '../../src/export/slice.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';

const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    interaction(`IXN${String(index).padStart(6, '0')}`, {
      STARTDATE: new Date(1_700_000_000_000 + index).toISOString(),
      TEXT: `record ${index} ${'x'.repeat(index % 50)}`,
    }),
  );

/** The embedded source, cut into pages of a few records. */
function smallPages(size: number): RecordSource {
  const whole = d1Source({ db: env.DB, bucket: env.BUCKET });
  return {
    ...whole,
    page: (scope, entry, after) =>
      whole.page(scope, { ...entry, bytes: entry.records * (PAGE_BYTES / size) }, after),
  };
}

beforeEach(() => {
  // Faults that the tests plant are reported there.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('a run', () => {
  it('exports a window without records as an archive with a manifest', async () => {
    const ccid = await newCenter('empty');
    const job = await submit(ccid, { timeFrame: { dateFrom: '2020-01-01', dateTo: '2020-01-02' } });
    await carryOut(ccid, job);
    const entries = await archiveOf(ccid, job);
    expect(Object.keys(entries)).toEqual(['manifest.json']);
    expect(JSON.parse(entries['manifest.json'] ?? '')).toMatchObject({
      format: 1,
      jobId: job.id,
      historyId: job.id + 1,
      contactCenter: ccid,
      window: { from: '2020-01-01T00:00:00.000Z', to: '2020-01-02T00:00:00.000Z' },
      watermark: null,
      entries: [],
    });
    expect(await historyItem(ccid, job)).toMatchObject({
      status: 'Finished',
      progress: 100,
      parentId: job.id,
    });
  });

  it('exports one record, byte for byte, with its schema', async () => {
    const ccid = await newCenter('one');
    const text = `{ "IXNID":"A", "STARTDATE":"2024-01-01 00:00:00", "MEDIATYPEID":"email","ENTITYTYPEID":1, "TEXT":"\\u00e9é \\/", "N":1.0 }`;
    await importAll(ccid, 'interactions', [text]);
    const job = await submit(ccid, { title: '顧客の履歴' });
    await carryOut(ccid, job);
    const entries = await archiveOf(ccid, job);
    expect(entries[`EmailOut-${job.id}.json`]).toBe(`${text}\n`);
    expect(Object.keys(entries)).toEqual([
      `EmailOut-${job.id}.json`,
      'schema/interaction.json',
      'manifest.json',
    ]);
    expect(JSON.parse(entries['manifest.json'] ?? '')).toMatchObject({
      title: '顧客の履歴',
      entries: [
        { name: `EmailOut-${job.id}.json`, records: 1, bytes: new TextEncoder().encode(text).length + 1 },
      ],
    });
  });

  it('orders records of one date by id, and keeps to the very millisecond of its window', async () => {
    const ccid = await newCenter('edges');
    const same = ['c', 'a', 'j', 'b', 'e', 'd', 'i', 'f', 'h', 'g'];
    const at = (id: string, STARTDATE: string) => interaction(id, { STARTDATE });
    await importAll(ccid, 'interactions', [
      ...same.map((id) => at(id, '2024-05-01T10:00:00.000Z')),
      at('before', '2024-05-01T09:59:59.999Z'),
      at('last', '2024-05-01T10:00:00.999Z'),
      at('after', '2024-05-01T10:00:01.000Z'),
    ]);
    const timeFrame = { dateFrom: '2024-05-01T10:00:00.000Z', dateTo: '2024-05-01T10:00:01.000Z' };
    const job = await submit(ccid, { timeFrame });
    await carryOut(ccid, job, { config: { ...config, slicePages: 1 }, source: smallPages(2) });
    const entry = (await archiveOf(ccid, job))[`EmailIn-${job.id}.json`] ?? '';
    const ids = entry
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { IXNID: string }).IXNID);
    expect(ids).toEqual([...same.toSorted(), 'last']);
  });

  it('exports attachments with their interactions, and leaves them out on demand', async () => {
    const ccid = await newCenter('attachments');
    const document = (ID: string, ENTITYID: string) => JSON.stringify({ ID, ENTITYID, CONTENT: 'QQ==' });
    await importAll(ccid, 'documents', [
      document('d3', 'B'),
      document('d1', 'A'),
      document('none', 'nobody'),
    ]);
    await importAll(ccid, 'interactions', [
      interaction('A', { STARTDATE: '2024-05-02' }),
      interaction('B', { STARTDATE: '2024-05-01' }),
      interaction('C', { ENTITYTYPEID: 2, MEDIATYPEID: 'chat' }),
    ]);
    await importAll(ccid, 'documents', [document('d2', 'A'), document('d4', 'C')]);
    const job = await submit(ccid, { jobParams: { type: 'Interaction', media: ['EMAIL'] } });
    await carryOut(ccid, job);
    const entries = await archiveOf(ccid, job);
    expect(Object.keys(entries)).toEqual([
      `EmailIn-${job.id}.json`,
      `EmailIn-Attachment-${job.id}.json`,
      'schema/interaction.json',
      'schema/document.json',
      'manifest.json',
    ]);
    expect(entries[`EmailIn-Attachment-${job.id}.json`]).toBe(
      lines([document('d3', 'B'), document('d1', 'A'), document('d2', 'A')]),
    );
    const bare = await submit(ccid, {
      jobParams: { type: 'Interaction', media: [], exportAttachments: false },
    });
    await carryOut(ccid, bare);
    expect(Object.keys(await archiveOf(ccid, bare))).toEqual([
      `EmailIn-${bare.id}.json`,
      `Chat-${bare.id}.json`,
      'schema/interaction.json',
      'manifest.json',
    ]);
  });

  it('exports contacts with their attributes, whatever exportAttachments says', async () => {
    const ccid = await newCenter('contacts');
    const contact = JSON.stringify({ CONTACTID: 'K', CREATEDDATE: '2024-01-01T00:00:00Z' });
    const attribute = JSON.stringify({ ID: 'T', CONTACTID: 'K', STRVALUE: 'v' });
    await importAll(ccid, 'contacts', [contact]);
    await importAll(ccid, 'contact-attributes', [attribute]);
    const job = await submit(ccid, { jobParams: { type: 'Contact', media: [], exportAttachments: false } });
    await carryOut(ccid, job);
    const entries = await archiveOf(ccid, job);
    expect(entries[`Contact-${job.id}.json`]).toBe(`${contact}\n`);
    expect(entries[`ContactAttribute-${job.id}.json`]).toBe(`${attribute}\n`);
  });
});

describe('slices', () => {
  it('of one page each give the entries of a run in one slice', async () => {
    const ccid = await newCenter('slices');
    const texts = many(500);
    await importAll(ccid, 'interactions', texts);
    const whole = await submit(ccid);
    expect(await carryOut(ccid, whole)).toBe(1);
    const cut = await submit(ccid);
    const slices = await carryOut(ccid, cut, {
      config: { ...config, slicePages: 1 },
      source: smallPages(20),
    });
    expect(slices).toBeGreaterThan(20);
    const expected = lines(texts);
    expect((await archiveOf(ccid, whole))[`EmailIn-${whole.id}.json`]).toBe(expected);
    expect((await archiveOf(ccid, cut))[`EmailIn-${cut.id}.json`]).toBe(expected);
  });

  it('delivered twice, at once or one after the other, are carried out once', async () => {
    const ccid = await newCenter('twice');
    const texts = many(200);
    await importAll(ccid, 'interactions', texts);
    const job = await submit(ccid);
    const sent: SliceMessage[] = [firstMessage(ccid, job)];
    const context = {
      ...sliceContext(ccid, job, sent),
      config: { ...config, slicePages: 1 },
      source: smallPages(20),
    };
    for (let message = sent.shift(); message; message = sent.shift()) {
      await Promise.all([runSlice(context, message), runSlice(context, message)]);
      await runSlice(context, message);
    }
    expect((await archiveOf(ccid, job))[`EmailIn-${job.id}.json`]).toBe(lines(texts));
  });

  it('that a consumer leaves half-way with a fault are begun again from their checkpoint', async () => {
    const ccid = await newCenter('faults');
    const texts = many(200);
    await importAll(ccid, 'interactions', texts);
    const job = await submit(ccid);
    const healthy = smallPages(20);
    let pages = 0;
    const faulty: RecordSource = {
      ...healthy,
      page: async (...query) => {
        pages += 1;
        if (pages % 4 === 0) throw new Error('the network is down');
        return healthy.page(...query);
      },
    };
    const sent: SliceMessage[] = [firstMessage(ccid, job)];
    const context = {
      ...sliceContext(ccid, job, sent),
      config: { ...config, slicePages: 3 },
      source: faulty,
    };
    let last = sent[0]!; // just put there
    for (
      let round = 0;
      round < 200 && (await historyItem(ccid, job))?.['status'] !== 'Finished';
      round += 1
    ) {
      last = sent.shift() ?? last;
      await runSlice(context, last);
    }
    expect(pages).toBeGreaterThan(12);
    expect((await archiveOf(ccid, job))[`EmailIn-${job.id}.json`]).toBe(lines(texts));
  });

  it('that always fail fail the run with the fault, and leave nothing in R2', async () => {
    const ccid = await newCenter('failing');
    await importAll(ccid, 'interactions', many(100));
    const job = await submit(ccid);
    const source: RecordSource = {
      ...smallPages(20),
      page: async (scope, entry, after) => {
        if (after !== null) throw new Error('get: internal error at "John Doe" (10001)');
        return smallPages(20).page(scope, entry, after);
      },
    };
    const context = { ...sliceContext(ccid, job, []), source };
    for (let round = 0; round < 6; round += 1) await runSlice(context, firstMessage(ccid, job));
    await runDurableObjectAlarm(jobObject(env.EXPORT_JOB, ccid, job.id));
    expect((await env.BUCKET.list({ prefix: `artifacts/${ccid}/` })).objects).toEqual([]);
    expect(await historyItem(ccid, job)).toMatchObject({
      status: 'Failed',
      fileName: '',
      description: 'The export met the same fault again and again: R2 did not answer (r2-unavailable).',
    });
    const names = await env.DB.prepare('SELECT name FROM artifacts WHERE ccid = ?').bind(ccid).all();
    expect(names.results).toEqual([]);
  });
});

describe('at rest', () => {
  it('nothing of a record is in R2 in the clear, and nothing of a key or a record in the object', async () => {
    const ccid = await newCenter('rest');
    const needle = 'needle-in-the-haystack';
    await importAll(
      ccid,
      'interactions',
      many(100).map((text) => text.replace('record', needle)),
    );
    const job = await submit(ccid);
    const sent: SliceMessage[] = [];
    const context = {
      ...sliceContext(ccid, job, sent),
      config: { ...config, slicePages: 1 },
      source: smallPages(20),
    };
    await runSlice(context, firstMessage(ccid, job));
    expect(sent).toHaveLength(1);
    const { objects } = await env.BUCKET.list({ prefix: `tail/${ccid}/` });
    expect(objects).toHaveLength(1);
    const tail = await env.BUCKET.get(objects[0]?.key ?? '');
    const text = (await tail?.text()) ?? '';
    expect(text).toContain('smime-type=enveloped-data');
    expect(text).toMatch(/\n\n[A-Za-z0-9+/=\n]+$/);
    const object = jobObject(env.EXPORT_JOB, ccid, job.id);
    const kept = await runInDurableObject(object, (_, { storage }) =>
      JSON.stringify(storage.sql.exec('SELECT data FROM runs').toArray()),
    );
    expect(kept).toContain('secret');
    expect(kept).not.toContain(needle);
    for (let message = sent.shift(); message; message = sent.shift()) await runSlice(context, message);
    await runDurableObjectAlarm(object);
    expect(await historyItem(ccid, job)).toMatchObject({ status: 'Finished' });
    expect((await env.BUCKET.list({ prefix: `tail/${ccid}/` })).objects).toEqual([]);
  });
});
