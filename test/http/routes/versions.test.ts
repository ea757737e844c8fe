import { describe, expect, it } from 'vitest';
import { importRecords } from '../../../src/records/import/import-records.ts';
import { makeApp, newCenter, signToken, type Failed } from '../harness.ts';
import { stores } from '../../support/record-stores.ts';

const { app, imported } = makeApp();

async function failure(response: Response): Promise<Failed['status']> {
  const answer = await response.json<Failed>();
  expect(Object.keys(answer)).toEqual(['status']);
  expect(answer.status.code).toBe(response.status);
  expect(answer.status.message).not.toBe('');
  return answer.status;
}

describe('the rest of v10', () => {
  it('tells its version to everybody', async () => {
    const response = await app.request('/udm/v10/version');
    expect(await response.json()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      buildNumber: expect.any(String),
      changeset: expect.any(String),
      name: 'user-data-management',
      jurisdiction: 'none',
      bundle: '',
    });
  });

  it('tells the build that was deployed', async () => {
    const build = { number: 'version-1', changeset: 'abc1234' };
    const response = await makeApp({ build }).app.request('/udm/v10/version');
    expect(await response.json()).toMatchObject({ buildNumber: 'version-1', changeset: 'abc1234' });
  });

  it('hands an import on as it arrives', async () => {
    const ccid = newCenter();
    const token = await signToken(ccid, { roles: ['importer'] });
    const send = (kind: string, headers: Record<string, string>) =>
      app.request(`/udm/v10/import/${kind}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-ndjson', ...headers },
        body: 'line\n',
      });
    expect((await send('documents', {})).status).toBe(200);
    expect(imported.at(-1)).toEqual({
      input: { ccid, kind: 'documents', gzip: false, bytes: null, shutOut: expect.any(Function) },
      text: 'line\n',
    });
    expect((await send('contacts', { 'Content-Encoding': 'GZIP' })).status).toBe(200);
    expect(imported.at(-1)).toMatchObject({ input: { kind: 'contacts', gzip: true } });
    expect(await failure(await send('people', {}))).toMatchObject({ code: 400, detail: { field: 'kind' } });
    expect((await send('contacts', { 'Content-Encoding': 'br' })).status).toBe(415);
    expect((await send('contacts', { 'Content-Type': 'application/octet-stream' })).status).toBe(200);
    const refused = await failure(await send('contacts', { 'Content-Type': 'application/json' }));
    expect(refused).toMatchObject({ code: 415, detail: { field: 'Content-Type' } });
    expect(refused.message).toMatch(/application\/x-ndjson or application\/octet-stream/);
    expect((await send('contacts', { 'Content-Length': String(100 * 1024 * 1024 + 1) })).status).toBe(413);
  });

  it('tells of a refused line its number, code and words, and its field where that is to blame', async () => {
    const text = '{"CONTACTID":"c"}\nno JSON\n';
    const { app: whole } = makeApp({
      importRecords: (input) => importRecords(stores, input),
    });
    const response = await whole.request('/udm/v10/import/contacts', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await signToken(newCenter())}`,
        'Content-Type': 'application/x-ndjson',
      },
      body: text,
    });
    const { rejected, errors } = await response.json<{ rejected: number; errors: object[] }>();
    expect(rejected).toBe(2);
    expect(errors).toEqual([
      { line: 1, code: 'missing', field: 'CREATEDDATE', message: 'CREATEDDATE is missing.' },
      { line: 2, code: 'record-not-an-object', message: expect.stringContaining('JSON object') as string },
    ]);
  });
});
