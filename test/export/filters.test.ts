import { SELF } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { importAll, interaction, newCenter } from '../support/center.ts';
import { signToken } from '../http/harness.ts';
import { exported, lines, paged } from './filtered-archive.ts';

const document = (ID: string, ENTITYID: string) => JSON.stringify({ ID, ENTITYID });

/** A few records a page. */
const small = paged(3);

describe('filters', () => {
  it('leave the records that match, in their order, with their documents, however small the pages', async () => {
    const ccid = await newCenter('filters');
    const all = Array.from({ length: 40 }, (_, index) =>
      interaction(`i${String(index).padStart(3, '0')}`, {
        STARTDATE: new Date(Date.UTC(2024, 0, 1 + (index % 7))).toISOString(),
        DURATION: index,
        ALLATTRIBUTES: { Tier: index % 3 === 0 ? 'Gold' : 'Silver' },
      }),
    );
    const documents = Array.from({ length: 80 }, (_, index) =>
      document(`d${String(index).padStart(3, '0')}`, `i${String(index % 40).padStart(3, '0')}`),
    );
    await importAll(ccid, 'interactions', all);
    await importAll(ccid, 'documents', documents);
    const whole = await exported(ccid, [{ name: 'IXNID', operator: 'exists' }]);
    const filters = [
      { name: 'Tier', operator: 'eq', value: 'gold' },
      { name: 'DURATION', operator: 'gte', value: 6 },
    ];
    const isLeft = (id: unknown) => Number(String(id).slice(1)) % 3 === 0 && Number(String(id).slice(1)) >= 6;
    const left = (text: string | undefined, member: string) =>
      lines(
        (text ?? '')
          .split('\n')
          .filter(Boolean)
          .filter((line) => isLeft((JSON.parse(line) as Record<string, unknown>)[member])),
      );
    const expected = {
      EmailIn: left(whole['EmailIn'], 'IXNID'),
      'EmailIn-Attachment': left(whole['EmailIn-Attachment'], 'ENTITYID'),
    };
    expect(expected.EmailIn.split('\n')).toHaveLength(13);
    expect(await exported(ccid, filters)).toEqual(expected);
    expect(await exported(ccid, filters, { from: small })).toEqual(expected);
    expect(await exported(ccid, [{ name: 'Tier', operator: 'eq', value: 'none' }], { from: small })).toEqual({
      EmailIn: '',
      'EmailIn-Attachment': '',
    });
  });

  it('find a contact by its key, told from others whose prints are the same', async () => {
    const ccid = await newCenter('filters-contact');
    // CRC-32 of both is 4DDB0C25.
    const [one, other] = [
      interaction('1', { CONTACTID: 'plumless' }),
      interaction('2', { CONTACTID: 'buckeroo' }),
    ];
    await importAll(ccid, 'interactions', [
      one,
      other,
      interaction('3'),
      interaction('4', { CONTACTID: 'x' }),
    ]);
    await importAll(ccid, 'documents', [document('a', '1'), document('b', '2'), document('c', '3')]);
    expect(await exported(ccid, [{ name: 'CONTACTID', operator: 'eq', value: 'plumless' }])).toEqual({
      EmailIn: lines([one]),
      'EmailIn-Attachment': lines([document('a', '1')]),
    });
  });

  it('are asked of contacts, too, and of large records', async () => {
    const ccid = await newCenter('filters-large');
    const big = (id: string, size: number) =>
      interaction(id, { MARK: id, ALLATTRIBUTES: { deep: id }, TEXT: 'x'.repeat(size) });
    const records = [big('a', 10), big('b', 2_000_000), big('c', 9_500_000), big('d', 2_000_000)];
    await importAll(ccid, 'interactions', records);
    await importAll(ccid, 'documents', [document('1', 'b'), document('2', 'c'), document('3', 'd')]);
    const marked = [{ name: 'MARK', operator: 'in', value: ['b', 'c'] }];
    expect(await exported(ccid, marked)).toEqual({
      EmailIn: lines(records.slice(1, 3)),
      'EmailIn-Attachment': lines([document('1', 'b'), document('2', 'c')]),
    });
    // Below 8 MiB all of a record is read.
    expect(await exported(ccid, [{ name: 'deep', operator: 'eq', value: 'd' }])).toEqual({
      EmailIn: lines(records.slice(3)),
      'EmailIn-Attachment': lines([document('3', 'd')]),
    });
    const contacts = ['p', 'q'].map((CONTACTID) =>
      JSON.stringify({ CONTACTID, CREATEDDATE: '2024-01-01', STRATTRIBUTE1: CONTACTID }),
    );
    await importAll(ccid, 'contacts', contacts);
    await importAll(ccid, 'contact-attributes', [
      JSON.stringify({ ID: '1', CONTACTID: 'p' }),
      JSON.stringify({ ID: '2', CONTACTID: 'q' }),
    ]);
    expect(
      await exported(ccid, [{ name: 'STRATTRIBUTE1', operator: 'eq', value: 'Q' }], { type: 'Contact' }),
    ).toEqual({
      Contact: lines(contacts.slice(1)),
      ContactAttribute: lines([JSON.stringify({ ID: '2', CONTACTID: 'q' })]),
    });
  });

  it('stand in the answer, make a dry run a bound, stay when v4 edits, and are refused in words', async () => {
    const ccid = await newCenter('filters-http');
    await importAll(ccid, 'interactions', [interaction('1'), interaction('2')]);
    const seconds = Math.floor(Date.now() / 1000);
    const token = await signToken(ccid, { claims: { iat: seconds, exp: seconds + 3_600 } });
    const ask = async (method: string, path: string, body: unknown) => {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const answer = await SELF.fetch(`http://udm.example/udm/${path}`, {
        method,
        headers,
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: await answer.json<Record<string, unknown>>() };
    };
    const filters: readonly object[] = [{ name: 'SUBJECT', operator: 'contains', value: 'order' }];
    const body = {
      source: 'UCS',
      title: 'Orders',
      timeFrame: { all: true },
      schedulerParam: { runs: 'daily' },
    };
    const job = (some: readonly object[]) => ({
      ...body,
      type: 'UCS',
      jobParams: { type: 'Interaction', media: ['all'], filters: some },
      suspended: false,
    });
    expect(await ask('POST', 'v10/export/jobs?dryRun=true', job(filters))).toMatchObject({
      status: 200,
      body: { records: 2, exact: false },
    });
    const made = await ask('POST', 'v10/export/jobs', job(filters));
    expect(made).toMatchObject({ status: 202, body: { jobParams: { filters } } });
    const id = String(made.body['id']);
    // What is answered can be sent back.
    expect(await ask('PUT', `v10/export/jobs/${id}`, made.body)).toMatchObject({
      status: 200,
      body: { jobParams: { filters } },
    });
    const v4 = { ...body, jobParams: { type: 'Interaction', media: ['email'] }, suspended: 'false' };
    expect((await ask('PUT', `v4/export/jobs/${id}`, v4)).status).toBe(200);
    const shown = await SELF.fetch(`http://udm.example/udm/v10/export/jobs/${id}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(await shown.json()).toMatchObject({ jobParams: { media: ['email'], filters } });
    const refused = async (some: readonly object[]) => {
      const answer = await ask('POST', 'v10/export/jobs', job(some));
      return [answer.status, (answer.body['status'] as { detail: { field: string } }).detail.field];
    };
    expect(await refused([{ name: 'A', operator: 'like', value: 'x' }])).toEqual([
      400,
      'jobParams.filters.0.operator',
    ]);
    expect(await refused([{ name: 'A', operator: 'in', value: 'x' }])).toEqual([
      400,
      'jobParams.filters.0.value',
    ]);
    expect(await refused([{ name: 'A', operator: 'eq', value: {} }])).toEqual([
      400,
      'jobParams.filters.0.value',
    ]);
    expect((await refused([{ name: 'A', operator: 'eq', value: 'x', values: [] }]))[0]).toBe(400);
  });
});
