import { env } from 'cloudflare:workers';
import { SELF } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { eraseContact } from '../../src/records/erasure/erase-contact.ts';
import type { JobParams, JobRequest } from '../../src/model/api/job-request.ts';
import type { RecordSource } from '../../src/records/source/source.ts';
import { signToken } from '../http/harness.ts';
import { inStores } from '../records/stored.ts';
import {
  archiveOf,
  carryOut,
  config,
  historyItem,
  importAll,
  interaction,
  newCenter,
  submit,
} from '../support/center.ts';
import { cuttingSource, source, stores } from '../support/record-stores.ts';

const document = (ID: string, ENTITYID: string) => JSON.stringify({ ID, ENTITYID });
const contact = (CONTACTID: string, CREATEDDATE = '2020-01-01') => JSON.stringify({ CONTACTID, CREATEDDATE });
const attribute = (ID: string, CONTACTID: string) => JSON.stringify({ ID, CONTACTID });
const lines = (...texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');

// CRC-32 of both is 4DDB0C25: only the texts tell them apart.
const [PERSON, OTHER] = ['plumless', 'buckeroo'];
const own = (id: string, change: Record<string, unknown> = {}) =>
  interaction(id, { CONTACTID: PERSON, ...change });
const RECORDS = {
  old: own('1', { STARTDATE: '2022-03-01T00:00:00Z' }),
  email: own('2'),
  chat: own('3', { ENTITYTYPEID: 2, MEDIATYPEID: 'chat' }),
  large: own('4', { TEXT: 'x'.repeat(1_200_000) }),
  others: [interaction('5', { CONTACTID: OTHER }), interaction('6'), interaction('7', { CONTACTID: 'z' })],
};

async function fill(ccid: string): Promise<void> {
  const { old, email, chat, large, others } = RECORDS;
  await importAll(ccid, 'interactions', [old, email, chat, large, ...others]);
  await importAll(ccid, 'documents', [document('a', '2'), document('b', '3'), document('c', '5')]);
  await importAll(ccid, 'contacts', [contact(PERSON), contact(OTHER), contact('z')]);
  await importAll(ccid, 'contact-attributes', [attribute('p', PERSON), attribute('o', OTHER)]);
}

const person = (change: Partial<JobParams> = {}): JobParams => ({
  type: 'Person',
  contactId: PERSON,
  media: [],
  ...change,
});

/** The data entries of a job's archive, by what their names begin with, its schemas and its manifest. */
async function exported(
  ccid: string,
  request: Partial<JobRequest> = {},
  reading: { source?: RecordSource } = {},
) {
  const job = await submit(ccid, { jobParams: person(), ...request });
  await carryOut(ccid, job, { config: { ...config, slicePages: 2 }, ...reading });
  expect(await historyItem(ccid, job)).toMatchObject({ status: 'Finished', type: 'Person' });
  const { 'manifest.json': manifest = '', ...rest } = await archiveOf(ccid, job);
  const named = Object.entries(rest).map(
    ([name, text]) => [name.replace(`-${job.id}.json`, ''), text] as const,
  );
  return {
    data: Object.fromEntries(named.filter(([name]) => !name.startsWith('schema/'))),
    schemas: named.flatMap(([name]) => (name.startsWith('schema/') ? [name.slice(7)] : [])),
    manifest: JSON.parse(manifest) as Record<string, unknown>,
  };
}

const CONTACT = { Contact: lines(contact(PERSON)), ContactAttribute: lines(attribute('p', PERSON)) };
const ALL = {
  EmailIn: lines(RECORDS.old, RECORDS.email, RECORDS.large),
  Chat: lines(RECORDS.chat),
  'EmailIn-Attachment': lines(document('a', '2')),
  'Chat-Attachment': lines(document('b', '3')),
  ...CONTACT,
};

/** The runs for which a center's stores keep something. */
const pins = (ccid: string) => inStores(ccid, ({ sql }) => sql.exec('SELECT run FROM pins').toArray());

describe('a person', () => {
  it('is a contact, its attributes, and its interactions with their documents, in one archive', async () => {
    const ccid = await newCenter('person');
    await fill(ccid);
    const { data, schemas, manifest } = await exported(ccid);
    expect(data).toEqual(ALL);
    expect(Object.keys(data)).toEqual(Object.keys(ALL));
    expect(schemas).toEqual(['interaction.json', 'document.json', 'contact.json', 'contactattribute.json']);
    expect(manifest).toMatchObject({ type: 'Person', contactId: PERSON, exportType: 'UCS', watermark: null });
    expect(manifest['entries']).toMatchObject(
      Object.entries(ALL).map(([name, text]) => ({
        name: expect.stringMatching(new RegExp(`^${name}-\\d+\\.json$`)),
        records: text.split('\n').length - 1,
        bytes: text.length,
      })),
    );
    expect(await pins(ccid)).toEqual([]);
    expect((await exported(ccid, {}, { source: cuttingSource })).data).toEqual(ALL);
  });

  it('comes along whatever the window, media and filters leave of its interactions', async () => {
    const ccid = await newCenter('person-window');
    await fill(ccid);
    const timeFrame = { dateFrom: '2022-01-01', dateTo: '2023-01-01' };
    const bare = { jobParams: person({ exportAttachments: false }) };
    expect((await exported(ccid, { timeFrame })).data).toEqual({ EmailIn: lines(RECORDS.old), ...CONTACT });
    const { EmailIn, Chat } = ALL;
    expect((await exported(ccid, bare)).data).toEqual({ EmailIn, Chat, ...CONTACT });
    const chats = person({ media: ['chat'] });
    expect((await exported(ccid, { jobParams: chats })).data).toEqual({
      Chat,
      'Chat-Attachment': ALL['Chat-Attachment'],
      ...CONTACT,
    });
    const filtered = person({ filters: [{ name: 'TEXT', operator: 'exists' }], exportAttachments: false });
    expect((await exported(ccid, { jobParams: filtered })).data).toEqual({
      EmailIn: lines(RECORDS.large),
      Chat: '',
      ...CONTACT,
    });
    const nothing = { dateFrom: '1999-01-01', dateTo: '1999-01-02' };
    expect((await exported(ccid, { timeFrame: nothing })).data).toEqual(CONTACT);
  });

  it('that nobody knows is an archive of its manifest; interactions may name one of whom there is no contact', async () => {
    const ccid = await newCenter('person-unknown');
    await fill(ccid);
    const unknown = await exported(ccid, { jobParams: person({ contactId: 'nobody' }) });
    expect(unknown).toMatchObject({ data: {}, schemas: [], manifest: { entries: [] } });
    await importAll(ccid, 'interactions', [interaction('8', { CONTACTID: 'nobody' })]);
    const named = await exported(ccid, { jobParams: person({ contactId: 'nobody' }) });
    expect(named.data).toEqual({ EmailIn: lines(interaction('8', { CONTACTID: 'nobody' })) });
  });

  it('that is erased while a run reads is read as it was, and is not there for the next one', async () => {
    const ccid = await newCenter('person-erased');
    await fill(ccid);
    let pages = 0;
    const erasing: RecordSource = {
      ...source,
      page: async (...asked) => {
        pages += 1;
        if (pages === 2) await eraseContact(stores, ccid, PERSON);
        return source.page(...asked);
      },
    };
    expect((await exported(ccid, {}, { source: erasing })).data).toEqual(ALL);
    // What the other one of the same print has is counted, and not given.
    expect((await exported(ccid)).data).toEqual({ EmailIn: '', 'EmailIn-Attachment': '' });
  });

  it('is asked for by v10, which refuses in words what makes no sense, and is an interaction to older versions', async () => {
    const ccid = await newCenter('person-http');
    await fill(ccid);
    const seconds = Math.floor(Date.now() / 1000);
    const token = await signToken(ccid, { claims: { iat: seconds, exp: seconds + 3_600 } });
    const ask = async (method: string, path: string, body?: unknown) => {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await SELF.fetch(`http://udm.example/udm/${path}`, { method, headers, ...sent });
      const text = await answer.text();
      return { status: answer.status, body: (text && JSON.parse(text)) as Record<string, unknown> };
    };
    const job = {
      source: 'UCS',
      type: 'UCS',
      title: 'What we have of one person',
      timeFrame: { all: true },
      schedulerParam: { runs: 'daily' },
      jobParams: person({ media: ['all'] }),
      suspended: false,
    };
    const refused = async (change: object) => {
      const { status, body } = await ask('POST', 'v10/export/jobs', { ...job, ...change });
      return [status, (body['status'] as { detail: { field: string } }).detail.field];
    };
    expect(await refused({ type: 'DataSync' })).toEqual([400, 'type']);
    for (const contactId of [undefined, null, '', 'x'.repeat(256)])
      expect(await refused({ jobParams: { ...job.jobParams, contactId } })).toEqual([
        400,
        'jobParams.contactId',
      ]);
    expect(await refused({ jobParams: { ...job.jobParams, type: 'Contact' } })).toEqual([
      400,
      'jobParams.contactId',
    ]);
    // A bound: another contact may have the same print.
    expect(await ask('POST', 'v10/export/jobs?dryRun=true', job)).toMatchObject({
      status: 200,
      body: {
        exact: false,
        records: 10,
        entities: [
          { name: 'EmailIn', records: 4 },
          { name: 'Chat', records: 1 },
          { name: 'EmailIn-Attachment', records: 2 },
          { name: 'Chat-Attachment', records: 1 },
          { name: 'Contact', records: 1 },
          { name: 'ContactAttribute', records: 1 },
        ],
      },
    });
    const made = await ask('POST', 'v10/export/jobs', job);
    expect(made).toMatchObject({ status: 202, body: { type: 'Person', jobParams: job.jobParams } });
    const path = `export/jobs/${String(made.body['id'])}`;
    // What is answered can be sent back.
    expect(await ask('PUT', `v10/${path}`, made.body)).toMatchObject({
      status: 200,
      body: { type: 'Person' },
    });
    const older = await ask('GET', `v4/${path}`);
    expect(older.body['jobParams']).toEqual({ type: 'Interaction', media: ['all'] });
    const listed = async (query: string) => {
      const { status, body } = await ask('GET', query);
      return status === 204 ? [] : (body['items'] as { type: string }[]).map(({ type }) => type);
    };
    expect(await listed('v10/export/jobs?type=Person')).toEqual(['Person']);
    expect(await listed('v10/export/jobs?type=Interaction')).toEqual([]);
    expect(await listed('v4/export/jobs')).toEqual(['Interaction']);
    expect(await listed('v4/export/jobs?type=interaction')).toEqual(['Interaction']);
    expect(await listed('v4/export/jobs?type=Person')).toEqual([]);
    // An edit by v4 must not export what is everybody's.
    const edited = { ...older.body, title: 'The same', suspended: 'false' };
    expect(await ask('PUT', `v4/${path}`, edited)).toMatchObject({
      status: 200,
      body: { type: 'Interaction' },
    });
    expect(await ask('GET', `v10/${path}`)).toMatchObject({
      body: { title: 'The same', type: 'Person', jobParams: { contactId: PERSON } },
    });
    const asPerson = { ...edited, jobParams: { type: 'Person', media: ['all'] } };
    for (const [method, to] of [
      ['POST', 'v4/export/jobs'],
      ['PUT', `v4/${path}`],
    ] as const) {
      const { status, body } = await ask(method, to, asPerson);
      expect([status, (body['status'] as { detail: { field: string } }).detail.field]).toEqual([
        400,
        'jobParams.type',
      ]);
    }
    const names = async (version: string) =>
      ((await ask('GET', `${version}/data/types`)).body as unknown as { name: string }[]).map(
        ({ name }) => name,
      );
    expect(await names('v10')).toEqual(['Interaction', 'Contact', 'Person']);
    expect(await names('v3')).toEqual(['Interaction', 'Contact']);
  });

  it('is found in the history and among files by its type, however many types and statuses there are', async () => {
    const ccid = await newCenter('person-lists');
    await fill(ccid);
    await exported(ccid);
    const seconds = Math.floor(Date.now() / 1000);
    const token = await signToken(ccid, { claims: { iat: seconds, exp: seconds + 3_600 } });
    const get = async (path: string) => {
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await SELF.fetch(`http://udm.example/udm/${path}`, { headers });
      expect([path, answer.status]).toEqual([path, 200]);
      return answer.json<{ items: { type: string }[] }>();
    };
    const statuses = ['QUEUED', 'IN_PROGRESS', 'FAILED', 'CANCELLED', 'SKIPPED'];
    const copy = env.DB.prepare(
      `INSERT INTO runs SELECT ?1, ccid, job_id, version, ?2, source, title, title_folded, ?3, file_name, file_name_folded,
        file_size, progress, created_at, started_at, view FROM runs WHERE ccid = ?4 LIMIT 1`,
    );
    const made = ['Interaction', 'Contact', 'Person'].flatMap((type, at) =>
      [...statuses, 'FINISHED'].map((status, n) => copy.bind(9_000_000 + at * 10 + n, type, status, ccid)),
    );
    await env.DB.batch(made);
    for (const order of ['id', 'createdDate'])
      expect((await get(`v10/export/history?type=n&orderField=${order}`)).items).toHaveLength(19);
    expect((await get('v10/export/history?type=Person')).items).toHaveLength(7);
    expect((await get('v4/export/history?type=Interaction')).items).toHaveLength(13);
    await get('v10/statistics');
    for (const [version, type] of [
      ['v10', 'Person'],
      ['v3', 'Interaction'],
    ])
      expect((await get(`${version}/file-metadatas?type=${type}`)).items).toMatchObject([{ type }]);
  });
});
