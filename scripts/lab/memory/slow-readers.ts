import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { HOST } from '../../dev/port.ts';
import { executeSql } from '../../user/database.ts';

/** History items of the large list, and characters of each answer: 30 MB, one character of each beyond Latin-1. */
const ITEMS = 5_000;
const CHARACTERS = 6_000;
/** Ids far above those that the service has given. */
const FIRST_ID = 1_000_000;

/** Puts history items of the demo center on file by SQL alone. */
export const addHistory = (persistTo: string): Promise<void> =>
  executeSql(
    `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${ITEMS})
    INSERT INTO runs (id, ccid, job_id, version, type, source, title, title_folded, status, file_name, file_name_folded,
      file_size, progress, created_at, started_at, view)
    SELECT ${FIRST_ID} + n, 'demo', 1, 1, 'Interaction', 'UCS', 'Slow', 'slow', 'FAILED', '', '', 0, 0, n, n,
      json_object('id', ${FIRST_ID} + n, 'description', '☃' || printf('%.*c', ${CHARACTERS}, 'x')) FROM numbers;`,
    { persistTo },
  );

/** A GET of which nothing is read but its beginning. */
interface SlowRead {
  readonly path: string;
  readonly authorization: string | null;
}

/** How long the readers take their time, milliseconds. */
const PAUSE_MS = 3_000;

/**
 * So many readers ask for the same at once, read its beginning, and then nothing for a while. Throws where one is not answered 200.
 */
export async function readSlowly(port: number, read: SlowRead, readers: number): Promise<void> {
  const sockets = await Promise.all(Array.from({ length: readers }, () => begin(port, read)));
  await sleep(PAUSE_MS);
  for (const socket of sockets) socket.destroy();
}

async function begin(port: number, { path, authorization }: SlowRead): Promise<Socket> {
  const socket = connect(port, HOST);
  await once(socket, 'connect');
  const bearer = authorization === null ? '' : `authorization: ${authorization}\r\n`;
  socket.write(`GET ${path} HTTP/1.1\r\nhost: ${HOST}\r\n${bearer}\r\n`);
  const [beginning] = (await once(socket, 'data')) as [Buffer];
  // Nothing more is taken from the system's buffers, which fill.
  socket.pause();
  const status = beginning.toString('latin1').split(' ')[1];
  if (status !== '200') throw new Error(`A slow read was answered ${status}.`);
  return socket;
}
