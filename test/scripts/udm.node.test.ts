import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadFile } from '../../scripts/udm/download-file.ts';
import { importLines } from '../../scripts/udm/import-file.ts';
import { signInByPassword } from '../../scripts/udm/sign-in-again.ts';
import { runExport } from '../../scripts/udm/run-export.ts';
import { openSession } from '../../src/client/session.ts';
import type { Session } from '../../src/client/session.ts';

/** A service that plays the answers of the API: what the client does on the wire is what is looked at. */
interface Played {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly response: ServerResponse;
}

let server: Server;
let folder: string;
let session: Session;
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: Buffer }[];
let answer: (played: Played) => void;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'udm-client-'));
  seen = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const body = Buffer.concat(chunks);
      seen.push({ method, url, headers, body });
      if (url !== '/auth/v3/oauth/token') answer({ request, body, response });
      else response.end(JSON.stringify({ access_token: 'the-token', expires_in: 3600 }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  session = openSession({ url, clientId: 'a:b', clientSecret: 'c', user: { name: 'u', password: 'p' } });
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const json = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

async function* text(value: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(value);
}

describe('import', () => {
  const report = { received: 2, inserted: 1, updated: 0, unchanged: 0, rejected: 1, waiting: 1 };

  it('cuts at line ends, sums the answers and numbers errors by the file', async () => {
    answer = ({ response }) =>
      json(response, 200, { kind: 'x', ...report, errors: [{ line: 2, message: 'bad' }] });
    const sum = await importLines(session, 'documents', text('a1\na2\nb1\nb2\n'), { requestBytes: 6 });
    expect(sum).toEqual({
      received: 4,
      inserted: 2,
      updated: 0,
      unchanged: 0,
      rejected: 2,
      waiting: 2,
      errors: [
        { line: 2, message: 'bad' },
        { line: 4, message: 'bad' },
      ],
    });
    const posts = seen.filter(({ method, url }) => method === 'POST' && url === '/udm/v10/import/documents');
    expect(posts.map(({ body }) => gunzipSync(body).toString())).toEqual(['a1\na2\n', 'b1\nb2\n']);
    expect(posts[0]?.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'application/x-ndjson',
      authorization: 'Bearer the-token',
    });
  });

  it('stops where the service stopped, and tells the line of the file', async () => {
    answer = ({ response }) => json(response, 200, { ...report, errors: [], stoppedAtLine: 2 });
    const sum = await importLines(session, 'documents', text('a1\na2\nb1\nb2\n'), { requestBytes: 3 });
    expect(sum).toMatchObject({ received: 2, stoppedAtLine: 2 });
    expect(seen.filter(({ url }) => url === '/udm/v10/import/documents')).toHaveLength(1);
  });

  it('waits and sends the same again where the service has no room, and tells of every other 503', async () => {
    let refused = 0;
    answer = ({ response }) => {
      if (++refused > 2) return json(response, 200, { ...report, errors: [] });
      response.setHeader('retry-after', '0.01');
      json(response, 503, { status: { code: 503, message: 'busy', detail: {} } });
    };
    expect(await importLines(session, 'documents', text('a1\na2\n'))).toMatchObject({ received: 2 });
    const posts = seen.filter(({ url }) => url === '/udm/v10/import/documents');
    expect(posts.map(({ body }) => gunzipSync(body).toString())).toEqual(Array(3).fill('a1\na2\n'));
    answer = ({ response }) => json(response, 503, { status: { code: 503, message: 'down', detail: {} } });
    await expect(importLines(session, 'documents', text('a1\n'))).rejects.toThrow(/503: down/);
  });

  it('signs in once, with the client id form-encoded before Basic joins it', async () => {
    answer = ({ response }) => json(response, 200, { ...report, errors: [] });
    await importLines(session, 'contacts', text('1\n2\n3\n'), { requestBytes: 1 });
    const tokens = seen.filter(({ url }) => url.endsWith('/token'));
    expect(tokens).toHaveLength(1);
    expect(tokens[0]?.headers.authorization).toBe(`Basic ${Buffer.from('a%3Ab:c').toString('base64')}`);
    expect(tokens[0]?.body.toString()).toBe('grant_type=password&username=u&password=p');
  });

  it('tells what the service says of a refused request', async () => {
    answer = ({ response }) =>
      json(response, 413, { status: { code: 413, message: 'too much', detail: {} } });
    const refused = importLines(session, 'contacts', text('1\n'));
    await expect(refused).rejects.toThrow(/413: too much/);
    await expect(refused).rejects.toMatchObject({ code: 'refused', status: 413 });
  });
});

describe('download', () => {
  const content = Buffer.from('sealed bytes '.repeat(1_000));
  const file = {
    name: 'export-1.zip.smime',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    historyId: 1,
  };
  const storage = ({ request, response }: Played, bytes: Buffer) => {
    if (request.url?.startsWith('/udm'))
      return response.writeHead(303, { location: '/storage?signature=1' }).end();
    const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    return response.writeHead(start ? 206 : 200).end(bytes.subarray(start));
  };

  it('follows the 303 without its token, and keeps what has the right SHA-256', async () => {
    answer = (played) => storage(played, content);
    const path = await downloadFile(session, file, folder);
    expect(readFileSync(path)).toEqual(content);
    const link = seen.find(({ url }) => url.startsWith('/storage'));
    expect(link?.headers.authorization).toBeUndefined();
  });

  it('goes on where an earlier download stopped', async () => {
    writeFileSync(join(folder, `${file.name}.part`), content.subarray(0, 5_000));
    answer = (played) => storage(played, content);
    expect(readFileSync(await downloadFile(session, file, folder))).toEqual(content);
    expect(seen.find(({ url }) => url.startsWith('/storage'))?.headers.range).toBe('bytes=5000-');
  });

  it('starts again where the storage ignores the range', async () => {
    writeFileSync(join(folder, `${file.name}.part`), content.subarray(0, 5_000));
    answer = (played) => {
      delete played.request.headers.range;
      storage(played, content);
    };
    expect(readFileSync(await downloadFile(session, file, folder))).toEqual(content);
  });

  it('throws away what has another SHA-256', async () => {
    answer = (played) => storage(played, Buffer.alloc(content.length));
    await expect(downloadFile(session, file, folder)).rejects.toThrow(/SHA-256/);
    await expect(downloadFile(session, file, folder)).rejects.toThrow(/SHA-256/);
  });
});

describe('export', () => {
  it('waits for the run and throws with its reason when it failed', async () => {
    let polls = 0;
    let created: unknown;
    answer = ({ request, response, body }) => {
      const url = request.url ?? '';
      if (request.method === 'POST') {
        created = JSON.parse(body.toString());
        return json(response, 202, { id: 5 });
      }
      if (url.endsWith('/progress')) {
        polls += 1;
        const status = polls < 3 ? 'In Progress' : 'Failed';
        return json(response, 200, {
          progress: 50,
          status,
          recordsExported: 1,
          recordsTotal: 2,
          bytesWritten: 3,
        });
      }
      const run = {
        id: 6,
        status: 'Failed',
        description: 'text',
        detail: { reason: 'the certificate has expired' },
      };
      return json(response, 200, url.includes('?jobId=5') ? { count: 1, items: [run] } : run);
    };
    const request = {
      type: 'Interaction',
      title: 'T',
      media: [],
      from: '2026-01-01',
      attachments: true,
    } as const;
    const shares: number[] = [];
    const run = runExport(session, request, ({ progress }) => shares.push(progress));
    await expect(run).rejects.toThrow('Run 6 ended as Failed: the certificate has expired');
    expect(shares).toEqual([50, 50, 50]);
    expect(created).toMatchObject({ timeFrame: { dateFrom: '2026-01-01' }, jobParams: { media: ['all'] } });
  });
});

describe('signing in again', () => {
  const refusal = (code: string) => ({ status: { code: 403, message: 'Sign in again.', detail: { code } } });

  it('is asked for once, and the request is repeated as it was, with the new token', async () => {
    let token = 'old';
    const { url } = session;
    const again = async () => void (token = 'new');
    const caller = openSession({ url, bearer: async () => `Bearer ${token}`, again });
    answer = ({ request, response }) =>
      request.headers.authorization === 'Bearer new'
        ? json(response, 201, { id: 'eve' })
        : json(response, 403, refusal('sign-in-again'));
    const { data } = await caller.api.POST('/udm/v10/users', { body: { name: 'eve', roles: [] } });
    expect(data).toEqual({ id: 'eve' });
    expect(seen.map(({ body }) => JSON.parse(body.toString()))).toEqual(
      [1, 2].map(() => ({ name: 'eve', roles: [] })),
    );
  });

  it('is given up when it does not help, and not tried for other refusals or where nobody can be asked', async () => {
    const { url } = session;
    let asked = 0;
    const again = async () => void (asked += 1);
    const bearer = async () => 'Bearer x';
    const add = (caller: Session) => caller.api.POST('/udm/v10/users', { body: { name: 'eve', roles: [] } });
    answer = ({ response }) => json(response, 403, refusal('sign-in-again'));
    await expect(add(openSession({ url, bearer, again }))).rejects.toMatchObject({
      failure: 'sign-in-again',
    });
    await expect(add(openSession({ url, bearer }))).rejects.toThrow('Sign in again.');
    answer = ({ response }) => json(response, 403, refusal('privilege-missing'));
    await expect(add(openSession({ url, bearer, again }))).rejects.toThrow('Sign in again.');
    expect([asked, seen.length]).toEqual([1, 4]);
  });
});

it('signing in by password asks for a code where the service does, and sends it as otp', async () => {
  const forms: Record<string, string>[] = [];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
      forms.push(form);
      if (form['otp'] === '123456') return json(response, 200, { access_token: 'in', expires_in: 3600 });
      const said = { error: 'invalid_grant', error_description: 'A code.', code: 'second-factor-needed' };
      return json(response, 400, said);
    });
  });
  const client = { url: session.url, clientId: 'a', clientSecret: 'b' };
  const prompt = { ask: async () => '123456', askSecret: async () => '', close() {} };
  const given = { user: { name: 'u', password: 'p' }, patience: {} };
  expect(await signInByPassword(prompt, client, given)).toMatchObject({ access: 'in' });
  expect(forms.map(({ otp }) => otp)).toEqual([undefined, '123456']);
});
