import { createHash } from 'node:crypto';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { project } from '../../../src/store/projection.ts';
import { projection } from '../lists/sample-lists.ts';
import { callerOf, makeApp, newCenter, START } from '../harness.ts';
import { makeCertificate } from '../make-certificate.ts';

const { app } = makeApp();
const DAY = 86_400_000;
const iso = (at: number) => new Date(at).toISOString();

/** A contact center whose certificate ends in so many days. */
async function center(days: number) {
  const ccid = newCenter();
  const call = await callerOf(app, ccid);
  const body = new FormData();
  const der = await makeCertificate({ notAfter: START + days * DAY });
  body.append('file', new File([der], 'c'));
  expect((await call('/udm/v10/cipher/c.der', { method: 'POST', body })).status).toBe(201);
  return { ccid, call, der };
}
interface Warned {
  readonly warnings?: readonly { readonly code: string; readonly message: string }[];
}
const codes = ({ warnings = [] }: Warned) => warnings.map(({ code }) => code);

describe('GET cipher', () => {
  it('of v10 tells what sealed the files', async () => {
    const { ccid, call, der } = await center(400);
    expect(await (await call('/udm/v10/cipher')).json()).toEqual({
      ccid,
      name: 'c.der',
      size: der.byteLength,
      lastModified: iso(START),
      subject: 'CN=Recipient\\, \\"one\\"',
      fingerprint: createHash('sha256').update(der).digest('hex'),
      notBefore: iso(START - DAY),
      notAfter: iso(START + 400 * DAY),
      keyBits: 2048,
    });
    const old = await (await call('/udm/v3/cipher')).json<object>();
    expect(Object.keys(old)).toEqual(['ccid', 'name', 'size', 'lastModified']);
  });

  it('warns from 30 days before its end', async () => {
    const answer = async (days: number) =>
      (await (await center(days)).call('/udm/v10/cipher')).json<Warned>();
    expect(codes(await answer(31))).toEqual([]);
    expect(codes(await answer(30))).toEqual(['certificate-ends-soon']);
  });
});

describe('a job', () => {
  const starting = async (days: number, startsIn: number | null) => {
    const { ccid, call } = await center(days);
    const made = projection(ccid, 50 + Math.floor(Math.random() * 1e9));
    const nextStartsAt = startsIn === null ? '' : iso(START + startsIn * DAY);
    await project(env.DB, { ...made, job: { ...made.job, status: 'Finished', nextStartsAt } });
    const one = await (await call(`/udm/v10/export/jobs/${made.job.id}`)).json<Warned>();
    const { items } = await (await call('/udm/v10/export/jobs')).json<{ items: readonly Warned[] }>();
    expect(items).toEqual([one]);
    return one;
  };

  it('says that its next start lies after the end of the certificate, however far both are', async () => {
    const { warnings } = await starting(100, 101);
    expect(warnings).toMatchObject([{ code: 'start-after-certificate' }]);
    expect(warnings?.[0]?.message).toContain(iso(START + 101 * DAY));
    expect(warnings?.[0]?.message).toContain(iso(START + 100 * DAY));
  });

  it('says that the certificate ends soon, where it starts again', async () => {
    expect(codes(await starting(10, 1))).toEqual(['certificate-ends-soon']);
    expect(codes(await starting(10, 11))).toEqual(['start-after-certificate', 'certificate-ends-soon']);
    expect(codes(await starting(10, null))).toEqual([]);
    expect(codes(await starting(100, 99))).toEqual([]);
  });

  it('says so when it is created', async () => {
    const { call } = await center(10);
    const response = await call('/udm/v10/export/jobs', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        source: 'UCS',
        type: 'UCS',
        title: 'a job',
        timeFrame: { all: true },
        schedulerParam: { immediately: true },
        jobParams: { type: 'Interaction', media: [] },
        suspended: false,
      }),
    });
    expect(codes(await response.json<Warned>())).toEqual(['certificate-ends-soon']);
  });
});

describe('what sealed a file', () => {
  it('stands on its history item and on the file, and on neither in the older versions', async () => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    const made = projection(ccid, 48);
    const certificates = [{ subject: 'CN=Exports', fingerprint: 'f'.repeat(64), notAfter: iso(START + DAY) }];
    await project(env.DB, {
      ...made,
      runs: made.runs.map((run) => ({ ...run, view: { ...run.view, certificates } })),
    });
    const items = async (path: string) =>
      (await (await call(`/udm/${path}`)).json<{ items: readonly Record<string, unknown>[] }>()).items;
    const [run] = await items('v10/export/history');
    expect(run?.['certificates']).toEqual(certificates);
    const files = await items('v10/file-metadatas');
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file['certificates']).toEqual(certificates);
    for (const path of ['v4/export/history', 'v3/file-metadatas'])
      for (const item of await items(path)) expect(item).not.toHaveProperty('certificates');
  });
});
