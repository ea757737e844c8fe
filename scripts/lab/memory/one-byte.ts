import { once } from 'node:events';
import { connect } from 'node:net';
import { HOST } from '../../dev/port.ts';
import type { Isolate } from './isolate.ts';
import { sampleDuring } from './samples.ts';
import type { MemoryUse } from './samples.ts';

/** One request whose body comes in chunks of a byte. */
interface OneByteRequest {
  readonly what: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The status that it must be answered with. */
  readonly status: number;
  /** How many come at once. */
  readonly parallel: number;
}

/**
 * Imports that a contact center is let in at once while none says how long it is. Others are refused unread, and what is unread
 * `wrangler dev` reads itself, with a default reader: its 4 KB a byte would be measured here, and there are none on the platform.
 */
const IMPORTS = 2;
const MANY = 8;

/** Chunks in one write of the socket. */
const CHUNKS_A_WRITE = 4_096;

/**
 * Sends a body in one-byte chunks to every route that reads one, by itself and several at a time; answers the isolate's highest
 * peak in bytes. Throws where an answer is another one than expected.
 */
export async function oneByteChunks(
  isolate: Isolate,
  { url, authorization }: { readonly url: string; readonly authorization: string },
  show: (what: string, use: MemoryUse) => void,
): Promise<number> {
  let most = 0;
  const { port } = new URL(url);
  for (const request of requests(authorization)) {
    for (const parallel of [1, request.parallel]) {
      await isolate.collectGarbage();
      const use = await sampleDuring(isolate, async () => {
        const statuses = await Promise.all(
          Array.from({ length: parallel }, () => sendByBytes(Number(port), request)),
        );
        const other = statuses.find((status) => status !== request.status);
        if (other !== undefined) throw new Error(`${request.what} was answered ${other}.`);
      });
      show(`${request.what}, ${parallel} at once`, use);
      most = Math.max(most, use.peak);
    }
  }
  return most;
}

function requests(authorization: string): readonly OneByteRequest[] {
  const line = JSON.stringify({
    CONTACTID: 'one-byte',
    CREATEDDATE: '2024-05-01T10:00:00.000Z',
    TEXT: 'x'.repeat(200_000),
  });
  const boundary = 'one-byte';
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pem"\r\n\r\n${'x'.repeat(60_000)}\r\n--${boundary}--\r\n`;
  const form = 'application/x-www-form-urlencoded';
  return [
    {
      what: 'a token form of 16 KB without credentials',
      path: '/auth/v3/oauth/token',
      headers: { 'content-type': form },
      body: `grant_type=password&username=${'x'.repeat(16_300)}`,
      status: 401,
      parallel: MANY,
    },
    {
      what: 'a job of 60 KB',
      path: '/udm/v10/export/jobs',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'x'.repeat(60_000) }),
      status: 400,
      parallel: MANY,
    },
    {
      what: 'a certificate of 60 KB',
      path: '/udm/v10/cipher/a.pem',
      headers: { authorization, 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: file,
      status: 400,
      parallel: MANY,
    },
    {
      what: 'an import line of 200 KB',
      path: '/udm/v10/import/contacts',
      headers: { authorization, 'content-type': 'application/x-ndjson' },
      body: `${line}\n`,
      status: 200,
      parallel: IMPORTS,
    },
  ];
}

/** Answers the status. */
async function sendByBytes(port: number, { path, headers, body }: OneByteRequest): Promise<number> {
  const socket = connect(port, HOST);
  await once(socket, 'connect');
  const answered = new Promise<number>((resolve, reject) => {
    socket.once('data', (data) => resolve(Number(data.toString('latin1').split(' ')[1])));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The connection was closed without an answer.')));
  });
  const head = Object.entries({ host: HOST, 'transfer-encoding': 'chunked', ...headers });
  socket.write(
    `POST ${path} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  for (let at = 0; at < body.length; at += CHUNKS_A_WRITE) {
    const some = Array.from(body.slice(at, at + CHUNKS_A_WRITE), (byte) => `1\r\n${byte}\r\n`);
    if (!socket.write(some.join(''))) await Promise.race([once(socket, 'drain'), answered]);
  }
  socket.write('0\r\n\r\n');
  const status = await answered;
  socket.destroy();
  return status;
}
