import { env } from 'cloudflare:workers';
import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { callerOf, makeApp, newCenter, START, type Failed } from '../harness.ts';
import { generate, makeCertificate, pem, rsaKeys } from '../make-certificate.ts';

const { app, clock } = makeApp();
const upload = (file: string | Uint8Array<ArrayBuffer>, field = 'file'): RequestInit => {
  const body = new FormData();
  body.append(field, new File([file], 'upload.pem'));
  return { method: 'POST', body };
};

describe('the certificate', () => {
  it('is 404 before the first upload', async () => {
    const call = await callerOf(app, newCenter());
    const response = await call('/udm/v10/cipher');
    expect(response.status).toBe(404);
    expect((await response.json<Failed>()).status.code).toBe(404);
  });

  it('is stored from DER and PEM under the name of the path, one a contact center', async () => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    const der = await makeCertificate();
    const first = await call('/udm/v10/cipher/first.der', upload(der));
    expect([first.status, await first.json()]).toEqual([201, 'first.der']);
    const text = `some words before\r\n${pem('CERTIFICATE', der).replaceAll('\n', '\r\n')}`;
    const name = 'Zertifikat für Büro.pem';
    const second = await call(`/udm/v10/cipher/${encodeURIComponent(name)}`, upload(text));
    expect([second.status, await second.json()]).toEqual([201, name]);
    const shown = await call('/udm/v10/cipher');
    expect(await shown.json()).toEqual({
      ccid,
      name,
      size: new TextEncoder().encode(text).byteLength,
      lastModified: new Date(START).toISOString(),
      subject: 'CN=Recipient\\, \\"one\\"',
      fingerprint: createHash('sha256').update(der).digest('hex'),
      notBefore: new Date(START - 86_400_000).toISOString(),
      notAfter: new Date(START + 86_400_000).toISOString(),
      keyBits: 2048,
      warnings: [expect.objectContaining({ code: 'certificate-ends-soon' })],
    });
    const rows = await env.DB.prepare('SELECT * FROM certificates WHERE ccid = ?').bind(ccid).all();
    expect(rows.results).toHaveLength(1);
    expect(rows.results[0]).toMatchObject({
      der: [...der],
      subject: 'CN=Recipient\\, \\"one\\"',
      fingerprint: createHash('sha256').update(der).digest('hex'),
      not_after: START + 86_400_000,
    });
    expect((await (await callerOf(app, newCenter()))('/udm/v10/cipher')).status).toBe(404);
  });

  it('takes a key usage that allows key encipherment', async () => {
    const call = await callerOf(app, newCenter());
    const der = await makeCertificate({ keyUsage: 'keyEncipherment' });
    expect((await call('/udm/v10/cipher/c', upload(der))).status).toBe(201);
  });

  const spoiled = async (der: Promise<Uint8Array<ArrayBuffer>>, change: (der: Uint8Array) => Uint8Array) =>
    Uint8Array.from(change(await der));
  const exported = async (format: 'pkcs8' | 'spki', key: CryptoKey) =>
    new Uint8Array((await crypto.subtle.exportKey(format, key)) as ArrayBuffer);
  const refusals: [string, () => Promise<string | Uint8Array<ArrayBuffer>>, RegExp][] = [
    [
      'an EC key',
      async () => makeCertificate({ keys: await generate({ name: 'ECDSA', namedCurve: 'P-256' }) }),
      /EC/,
    ],
    ['an Ed25519 key', async () => makeCertificate({ keys: await generate({ name: 'Ed25519' }) }), /Ed25519/],
    ['an RSA key of 1024 bits', async () => makeCertificate({ keys: await rsaKeys(1024) }), /1024 bits/],
    ['an expired one', () => makeCertificate({ notAfter: START - 1000 }), /expired/],
    ['one that is not valid yet', () => makeCertificate({ notBefore: START + 1000 }), /not valid before/],
    [
      'a key usage for signatures alone',
      () => makeCertificate({ keyUsage: 'digitalSignature' }),
      /key usage/,
    ],
    ['one that is cut', () => spoiled(makeCertificate(), (der) => der.subarray(0, -1)), /no X.509/],
    [
      'one with a byte behind it',
      () => spoiled(makeCertificate(), (der) => Uint8Array.of(...der, 0)),
      /no X.509/,
    ],
    ['a damaged one', () => spoiled(makeCertificate(), (der) => der.with(8, 0xff)), /no X.509/],
    ['an empty file', async () => '', /no X.509/],
    ['garbage', async () => crypto.getRandomValues(new Uint8Array(500)), /no X.509/],
    ['a private key in DER', async () => exported('pkcs8', (await rsaKeys(2048)).privateKey), /private key/],
    ['a PKCS #12 file', async () => Uint8Array.of(0x30, 3, 2, 1, 3), /private key/],
    ['an encrypted key', async () => Uint8Array.of(0x30, 6, 0x30, 2, 5, 0, 4, 0), /private key/],
    ['a PKCS #7 bundle', async () => Uint8Array.of(0x30, 4, 6, 2, 0x2a, 3), /PKCS #7/],
    [
      'a public key',
      async () => pem('PUBLIC KEY', await exported('spki', (await rsaKeys(2048)).publicKey)),
      /PEM/,
    ],
    ['PEM of nonsense', async () => pem('CERTIFICATE', new Uint8Array(9)), /no X.509/],
    ['two certificates', async () => pem('CERTIFICATE', await makeCertificate()).repeat(2), /more than one/],
  ];

  it.each(refusals)('is refused and not stored: %s', async (_, make, words) => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    const response = await call('/udm/v10/cipher/c.pem', upload(await make()));
    expect(response.status).toBe(400);
    const { status } = await response.json<Failed>();
    expect(status).toMatchObject({ code: 400, detail: { field: 'file' } });
    expect(status.message).toMatch(words);
    expect((await call('/udm/v10/cipher')).status).toBe(404);
  });

  it('keeps a private key out of answers and logs', async () => {
    const logs = ['log', 'error', 'warn', 'info', 'debug'] as const;
    const spies = logs.map((name) => vi.spyOn(console, name));
    const key = Buffer.from('secret key text').toString('base64');
    const call = await callerOf(app, newCenter());
    for (const label of ['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY']) {
      const file = pem('CERTIFICATE', await makeCertificate()) + pem(label, Buffer.from('secret key text'));
      const response = await call('/udm/v10/cipher/c.pem', upload(file));
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(text).toContain('private key');
      expect(text).not.toContain(key);
    }
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  it.each(['a%2Fb', 'a%5Cb', '..%2Fx', 'a..b', '%2e', 'a%00b', 'a%0Ab', 'x'.repeat(256)])(
    'is refused under the name %s',
    async (name) => {
      const call = await callerOf(app, newCenter());
      const response = await call(`/udm/v10/cipher/${name}`, upload(await makeCertificate()));
      expect([400, 404, 405]).toContain(response.status);
      expect((await call('/udm/v10/cipher')).status).toBe(404);
    },
  );

  it('needs a form with one field "file", within 64 KB', async () => {
    const call = await callerOf(app, newCenter());
    const der = await makeCertificate();
    expect((await call('/udm/v10/cipher/c', upload(der, 'other'))).status).toBe(400);
    expect((await call('/udm/v10/cipher/c', { method: 'POST', body: der })).status).toBe(415);
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
    expect((await call('/udm/v10/cipher/c', { method: 'POST', body: 'nonsense', headers })).status).toBe(400);
    expect((await call('/udm/v10/cipher/c', upload('x'.repeat(64 * 1024 + 1)))).status).toBe(413);
    expect((await call('/udm/v10/cipher/c', upload('x'.repeat(200 * 1024)))).status).toBe(413);
    const twice = new FormData();
    for (const name of ['one', 'two']) twice.append('file', new File([der], name));
    expect((await call('/udm/v10/cipher/c', { method: 'POST', body: twice })).status).toBe(400);
  });

  it.each([
    ['.NET', "form-data; name=file; filename=c.pem; filename*=utf-8''c.pem"],
    ['Akka', 'form-data; filename="c.pem"; name="file"'],
    ['Ktor', 'form-data; name=file; filename=c.pem'],
    ['a field without a file name', 'FORM-DATA; Name=file'],
  ])('is taken from forms as %s writes them', async (_, disposition) => {
    const call = await callerOf(app, newCenter());
    const text = pem('CERTIFICATE', await makeCertificate());
    const body = `--b\r\nContent-Disposition: ${disposition}\r\n\r\n${text}\r\n--b--\r\n`;
    const headers = { 'Content-Type': 'multipart/form-data; boundary="b"' };
    const response = await call('/udm/v10/cipher/c.pem', { method: 'POST', body, headers });
    expect([response.status, await response.json()]).toEqual([201, 'c.pem']);
  });

  it.each([
    ['multipart/form-data', 'Content-Type', /leave the header to your HTTP library/],
    ['multipart/form-data; boundary=other', 'body', /under the boundary it was written with/],
    ['multipart/form-data; boundary=b', 'file', /no field "file"; put/],
  ])('is refused with the field and the remedy: a form as %s', async (type, field, words) => {
    const call = await callerOf(app, newCenter());
    const body = '--b\r\nContent-Disposition: form-data; name=certificate\r\n\r\nx\r\n--b--\r\n';
    const headers = { 'Content-Type': type };
    const response = await call('/udm/v10/cipher/c.pem', { method: 'POST', body, headers });
    expect(response.status).toBe(400);
    const { status } = await response.json<Failed>();
    expect(status).toMatchObject({ detail: { field } });
    expect(status.message).toMatch(words);
  });

  it('is judged by the clock of the upload', async () => {
    const call = await callerOf(app, newCenter());
    clock.now = START + 1_000_000;
    const der = await makeCertificate({ notAfter: START + 1_000_000 });
    expect((await call('/udm/v10/cipher/c', upload(der))).status).toBe(201);
    clock.now += 1_000;
    expect((await call('/udm/v10/cipher/c', upload(der))).status).toBe(400);
    clock.now = START;
  });
});
