import { describe, expect, it } from 'vitest';
import { callerOf, makeApp, newCenter, signToken, type Failed } from './harness.ts';

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
    });
  });

  it('shows the progress of a run', async () => {
    const call = await callerOf(app, newCenter());
    const response = await call('/udm/v10/export/history/7/progress');
    const progress = {
      progress: 50,
      status: 'In Progress',
      recordsExported: 1,
      recordsTotal: 2,
      bytesWritten: 3,
    };
    expect([response.status, await response.json()]).toEqual([200, progress]);
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
    expect(imported.at(-1)).toEqual({ input: { ccid, kind: 'documents', gzip: false }, text: 'line\n' });
    expect((await send('contacts', { 'Content-Encoding': 'GZIP' })).status).toBe(200);
    expect(imported.at(-1)).toMatchObject({ input: { kind: 'contacts', gzip: true } });
    expect(await failure(await send('people', {}))).toMatchObject({ code: 400, detail: { field: 'kind' } });
    expect((await send('contacts', { 'Content-Encoding': 'br' })).status).toBe(415);
    expect((await send('contacts', { 'Content-Type': 'application/json' })).status).toBe(415);
    expect((await send('contacts', { 'Content-Length': String(100 * 1024 * 1024 + 1) })).status).toBe(413);
  });

  it('is declared whole for an API document', () => {
    const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'x', version: '1' } });
    const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect(operations.sort()).toEqual([
      'get /udm/download/{filename}',
      'get /udm/v10/cipher',
      'get /udm/v10/export/history',
      'get /udm/v10/export/history/{id}',
      'get /udm/v10/export/history/{id}/progress',
      'get /udm/v10/export/jobs',
      'get /udm/v10/export/jobs/{id}',
      'get /udm/v10/file-metadatas',
      'get /udm/v10/files/{filename}',
      'get /udm/v10/version',
      'post /auth/v3/oauth/token',
      'post /udm/v10/cipher/{certificatefilename}',
      'post /udm/v10/export/jobs',
      'post /udm/v10/import/{kind}',
    ]);
  });
});
