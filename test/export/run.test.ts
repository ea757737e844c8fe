import { describe, expect, it } from 'vitest';
import { archiveOf, carryOut, config, importAll, interaction, newCenter, submit } from '../support/center.ts';
import { endedItem } from '../support/waiting.ts';
import { lines, smallPages } from './small-pages.ts';

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
    expect(await endedItem(ccid, job, 'Finished')).toMatchObject({
      progress: 100,
      parentId: job.id,
      certificates: [
        {
          subject: 'CN=Exports, O=Example',
          fingerprint: 'f'.repeat(64),
          notAfter: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
        },
      ],
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
    // The history item says what the manifest says.
    const { entries: told } = JSON.parse(entries['manifest.json'] ?? '') as {
      entries: readonly { name: string; records: number; bytes: number }[];
    };
    expect(told).toHaveLength(2);
    expect(await endedItem(ccid, job, 'Finished')).toMatchObject({
      entities: told.map(({ name, records, bytes }) => ({
        name: name.replace(`-${job.id}.json`, ''),
        records,
        bytes,
      })),
    });
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
