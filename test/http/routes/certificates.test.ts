import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, expectDeclared, type Document } from '../openapi/documents.ts';
import { entriesAfter, told } from '../audit-entries.ts';
import { addUser, callerOf, makeApp, newCenter, START, type Failed } from '../harness.ts';
import { makeCertificate, rsaKeys } from '../make-certificate.ts';
import { Browser } from '../sign-in/browser.ts';

const { app, clock, settled } = makeApp();
const entries = entriesAfter(settled);
const DAY = 86_400_000;
const PATH = '/udm/v10/certificates';
let document: Document;
let ders: readonly Uint8Array<ArrayBuffer>[] = [];
beforeAll(async () => {
  document = await documentOf(app, 'v10');
  // Of one key, so that they take no time: each ends on another day, and is another certificate.
  const keys = await rsaKeys(2048);
  ders = await Promise.all(
    [100, 200, 300, 400, 500, 600].map((days) => makeCertificate({ keys, notAfter: START + days * DAY })),
  );
});

type Call = Awaited<ReturnType<typeof callerOf>>;
interface Item {
  readonly label: string;
  readonly primary: boolean;
  readonly state: string;
  readonly fingerprint: string;
}
const fingerprintOf = (der: Uint8Array | undefined) =>
  createHash('sha256')
    .update(der ?? '')
    .digest('hex');
const form = (der: Uint8Array<ArrayBuffer> | undefined, label?: string): RequestInit => {
  const body = new FormData();
  if (der) body.append('file', new File([der], 'c.pem'));
  if (label !== undefined) body.append('label', label);
  return { method: 'POST', body };
};
/** Asks, and holds the answer against the document. */
async function ask<T>(
  call: Call,
  method: string,
  path: string,
  init: RequestInit = {},
): Promise<[number, T]> {
  const response = await call(path, { ...init, method });
  const operation = document.paths[path.replace(/[0-9a-f]{64}/, '{fingerprint}')]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not declared`);
  // The document says what it holds, and the test which shape that is.
  return [response.status, (await expectDeclared(document, operation, response)) as T];
}
const listed = async (call: Call) =>
  (await ask<{ items: readonly Item[]; max: number }>(call, 'GET', PATH))[1].items;
const short = (items: readonly Item[]) => items.map(({ label, primary }) => `${label}${primary ? '*' : ''}`);
const add = (call: Call, index: number, label = `k${index}`) =>
  ask<Item & Failed>(call, 'POST', PATH, form(ders[index], label));
const codeOf = ({ status }: Failed) => status.detail.code;

describe('several certificates', () => {
  it('are none, then one that is the primary one, then five, and no more', async () => {
    const call = await callerOf(app, newCenter());
    expect(await ask(call, 'GET', PATH)).toEqual([200, { items: [], max: 5 }]);
    const [status, first] = await add(call, 0);
    expect([status, first]).toEqual([
      201,
      {
        label: 'k0',
        primary: true,
        state: 'valid',
        subject: 'CN=Recipient\\, \\"one\\"',
        fingerprint: fingerprintOf(ders[0]),
        notBefore: new Date(START - DAY).toISOString(),
        notAfter: new Date(START + 100 * DAY).toISOString(),
        keyBits: 2048,
        size: ders[0]?.byteLength,
        lastModified: new Date(START).toISOString(),
      },
    ]);
    for (const index of [1, 2, 3, 4]) expect((await add(call, index))[0]).toBe(201);
    const [full, refused] = await add(call, 5);
    expect([full, codeOf(refused)]).toEqual([409, 'certificates-full']);
    expect(short(await listed(call))).toEqual(['k0*', 'k4', 'k3', 'k2', 'k1']);
    // One that is on file is no other one, and gets its new label.
    expect((await add(call, 3, 'other'))[0]).toBe(201);
    expect(short(await listed(call))).toEqual(['k0*', 'k4', 'other', 'k2', 'k1']);
  });

  it('beside each other pass the limit by none', async () => {
    const call = await callerOf(app, newCenter());
    const statuses = await Promise.all([0, 1, 2, 3, 4, 5].map(async (index) => (await add(call, index))[0]));
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 201, 201, 201, 201, 409]);
    expect((await listed(call)).filter(({ primary }) => primary)).toHaveLength(1);
  });

  it('have one primary one, which cipher shows and replaces', async () => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    for (const index of [0, 1, 2]) await add(call, index);
    const [status, made] = await ask<Item>(call, 'PUT', `${PATH}/${fingerprintOf(ders[1])}/primary`);
    expect([status, made.primary, made.label]).toEqual([200, true, 'k1']);
    expect(short(await listed(call))).toEqual(['k1*', 'k2', 'k0']);
    const shown = await (await call('/udm/v10/cipher')).json();
    expect(shown).toMatchObject({ name: 'k1', fingerprint: fingerprintOf(ders[1]) });
    expect((await call('/udm/v10/cipher/new.pem', form(ders[3]))).status).toBe(201);
    expect(short(await listed(call))).toEqual(['new.pem*', 'k2', 'k0']);
    // One that is on file beside it takes its place, and stands there once.
    expect((await call('/udm/v3/cipher/again.pem', form(ders[2]))).status).toBe(201);
    expect(short(await listed(call))).toEqual(['again.pem*', 'k0']);
    expect(told(await entries(ccid)).map(([, , action]) => action)).toEqual([
      ...Array<string>(3).fill('certificate.add'),
      'certificate.primary',
      ...Array<string>(2).fill('certificate.replace'),
    ]);
    expect((await entries(ccid))[0]?.objects).toEqual([`certificate:${fingerprintOf(ders[0])}`]);
  });

  it('go one by one, and the last one stays', async () => {
    const call = await callerOf(app, newCenter());
    for (const index of [0, 1, 2]) await add(call, index);
    const remove = (index: number) => ask<Failed>(call, 'DELETE', `${PATH}/${fingerprintOf(ders[index])}`);
    expect((await remove(0))[0]).toBe(204);
    expect(short(await listed(call))).toEqual(['k2*', 'k1']);
    const [gone, unknown] = await remove(0);
    expect([gone, codeOf(unknown)]).toEqual([404, 'unknown-certificate']);
    expect((await remove(1))[0]).toBe(204);
    const [last, refused] = await remove(2);
    expect([last, codeOf(refused)]).toEqual([400, 'last-certificate']);
    expect(short(await listed(call))).toEqual(['k2*']);
    const other = await callerOf(app, newCenter());
    expect((await ask(other, 'DELETE', `${PATH}/${fingerprintOf(ders[2])}`))[0]).toBe(404);
    expect((await ask(other, 'PUT', `${PATH}/${fingerprintOf(ders[2])}/primary`))[0]).toBe(404);
  });

  it('are judged as the one is, and need a label', async () => {
    const call = await callerOf(app, newCenter());
    const refusal = async (init: RequestInit) => {
      const [status, answer] = await ask<Failed>(call, 'POST', PATH, init);
      return [status, codeOf(answer), answer.status.detail.field];
    };
    const weak = await makeCertificate({ keys: await rsaKeys(1024) });
    expect(await refusal(form(weak, 'weak'))).toEqual([400, 'certificate-key-bits', 'file']);
    const ended = await makeCertificate({ notAfter: START - 1_000 });
    expect(await refusal(form(ended, 'ended'))).toEqual([400, 'certificate-expired', 'file']);
    expect(await refusal(form(ders[0]))).toEqual([400, 'certificate-label-missing', 'label']);
    expect(await refusal(form(ders[0], ''))).toEqual([400, 'certificate-name', 'label']);
    expect(await refusal(form(ders[0], 'a/b'))).toEqual([400, 'certificate-name', 'label']);
    expect(await refusal(form(ders[0], 'a\u202Eb'))).toEqual([400, 'certificate-name', 'label']);
    expect(await refusal(form(undefined, 'x'))).toEqual([400, 'certificate-file-missing', 'file']);
    expect(await listed(call)).toEqual([]);
  });

  it('warn of their end while no other one lasts longer, and one that has ended cannot lead', async () => {
    const call = await callerOf(app, newCenter());
    const warnings = async () =>
      (await (await call('/udm/v10/cipher')).json<{ warnings?: readonly { code: string }[] }>()).warnings;
    const [soon, later] = [
      await makeCertificate({ notAfter: START + 10 * DAY }),
      await makeCertificate({ notAfter: START + 60 * DAY }),
    ];
    await ask(call, 'POST', PATH, form(soon, 'soon'));
    expect(await warnings()).toMatchObject([{ code: 'certificate-ends-soon' }]);
    await ask(call, 'POST', PATH, form(later, 'later'));
    expect(await warnings()).toBeUndefined();
    expect((await listed(call)).map(({ state }) => state)).toEqual(['ends-soon', 'valid']);
    await ask(call, 'PUT', `${PATH}/${fingerprintOf(later)}/primary`);
    clock.now = START + 11 * DAY;
    expect((await listed(call)).map(({ state }) => state)).toEqual(['valid', 'expired']);
    const [status, refused] = await ask<Failed>(call, 'PUT', `${PATH}/${fingerprintOf(soon)}/primary`);
    expect([status, codeOf(refused)]).toEqual([400, 'certificate-expired']);
    clock.now = START;
  });

  it('are for administrators alone where the contact center has it so, and ask who comes with a session again', async () => {
    const ccid = newCenter();
    const boss = await callerOf(app, ccid);
    for (const index of [0, 1]) await add(boss, index);
    const settings = { method: 'PATCH', body: JSON.stringify({ cipherByAdministratorsOnly: true }) };
    const headers = { 'Content-Type': 'application/json' };
    expect((await boss('/udm/v10/settings', { ...settings, headers })).status).toBe(200);
    const one = `${PATH}/${fingerprintOf(ders[1])}`;
    const exporter = await callerOf(app, ccid, ['exporter']);
    const acts = [
      ['POST', PATH, form(ders[2], 'x')],
      ['PUT', `${one}/primary`, {}],
      ['DELETE', one, {}],
    ] as const;
    for (const [method, path, init] of acts) expect((await ask(exporter, method, path, init))[0]).toBe(403);
    await addUser('ada of certificates', { ccid, password: 'a password', roles: ['administrator'] });
    const browser = new Browser(app);
    await browser.signIn('ada of certificates', 'a password');
    clock.now += 6 * 60_000;
    for (const [method, path] of acts) {
      const response = await browser.ask(method, path);
      expect([response.status, codeOf(await response.json())]).toEqual([403, 'sign-in-again']);
    }
    clock.now = START;
    expect(short(await listed(boss))).toEqual(['k0*', 'k1']);
  });
});
