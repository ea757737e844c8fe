import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClientError } from '../../src/client/client-error.ts';
import { CommandError } from '../cli/command.ts';
import { naming } from '../cli/explain.ts';
import { metered } from '../cli/metered.ts';
import { listFiles } from './run-export.ts';
import type { ExportedFile } from './run-export.ts';
import { RefusedRequest, refusedRequest, repeated } from '../../src/client/requests.ts';
import type { Session } from '../../src/client/session.ts';

/** What the service knows of a file, by its exact name; throws a `CommandError` when there is none. */
export async function findFile(session: Session, name: string): Promise<ExportedFile> {
  if (basename(name) !== name) throw new CommandError(`"${name}" is no name of an exported file.`);
  const files = await listFiles(session, { name });
  const file = files.find((item) => item.name === name);
  if (!file)
    throw new RefusedRequest(
      404,
      `There is no file "${name}", or it has expired: "udm files list" shows them.`,
    );
  return file;
}

/** How a download behaves on its way. */
interface Downloading {
  readonly signal?: AbortSignal;
  /** Told when the connection broke and is made again. */
  readonly say?: (line: string) => void;
}

/** A connection that breaks is made again so many times without a byte coming. */
const TRIES_MOST = 5;
const AGAIN_MS = 2_000;

/**
 * Downloads a file into a folder and returns its path. It grows as `NAME.part`, which a later call goes on with, and
 * takes its name when size and SHA-256 are those that the service keeps. A connection that breaks is taken up where it broke.
 */
export async function downloadFile(
  session: Session,
  file: ExportedFile,
  folder: string,
  onProgress: (share: number) => void = () => {},
  { signal, say = () => {} }: Downloading = {},
): Promise<string> {
  const target = join(folder, file.name);
  const part = `${target}.part`;
  let state = await resumable(part, file.size);
  for (let tries = 0; state.written < file.size;) {
    const before = state.written;
    try {
      state = await fetched(session, file, { part, state, onProgress, signal });
      break;
    } catch (error) {
      // Undici tells of a body that breaks off with a TypeError.
      if (!(error instanceof TypeError) || signal?.aborted) throw error;
      state = await resumable(part, file.size);
      tries = state.written > before ? 0 : tries + 1;
      if (tries >= TRIES_MOST)
        throw new ClientError('unreachable', `The download of ${file.name} broke off again and again.`);
      say(`The connection broke after ${state.written} of ${file.size} bytes; going on there …`);
      await sleep(AGAIN_MS, undefined, signal ? { signal } : {});
    }
  }
  const { written, hash } = state;
  if (written !== file.size)
    throw new CommandError(`${file.name} ended after ${written} of ${file.size} bytes. Try again.`);
  if (hash.digest('hex') !== file.sha256.toLowerCase()) {
    await rm(part);
    throw new CommandError(`${file.name} has not the SHA-256 that the service keeps: it was thrown away.`);
  }
  await rename(part, target);
  return target;
}

/** Bytes of a file that are there, and their hash. */
interface Fetched {
  readonly written: number;
  readonly hash: Hash;
}

/** Appends what is missing of a file to its part; resolves at the end of the body, which may come too early. */
async function fetched(
  session: Session,
  file: ExportedFile,
  given: {
    readonly part: string;
    readonly state: Fetched;
    readonly onProgress: (share: number) => void;
    readonly signal: AbortSignal | undefined;
  },
): Promise<Fetched> {
  const { body, start } = await openBody(session, file, given.state.written);
  const { hash, written: before } = start === 0 ? { written: 0, hash: createHash('sha256') } : given.state;
  let written = before;
  const hashed = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const counted = metered(hashed(body), (bytes) => {
    written = before + bytes;
    given.onProgress(written / file.size);
  });
  const { part, signal } = given;
  const out = createWriteStream(part, { flags: before > 0 ? 'a' : 'w' });
  await naming(part, pipeline(counted, out, signal ? { signal } : {}));
  return { written, hash };
}

/** What an earlier call left of the file, with its hash so far; nothing when it is no beginning of it. */
async function resumable(part: string, size: number): Promise<Fetched> {
  const hash = createHash('sha256');
  const written = existsSync(part) ? statSync(part).size : 0;
  if (written === 0 || written > size) return { written: 0, hash };
  await pipeline(createReadStream(part), hash, { end: false });
  return { written, hash };
}

/** Follows the 303 by hand: the link is the permission, so the token stays with the service. */
async function openBody(
  session: Session,
  file: ExportedFile,
  wanted: number,
): Promise<{ body: AsyncIterable<Uint8Array>; start: number }> {
  const path = `/files/${encodeURIComponent(file.name)}`;
  const redirect = await repeated(() => session.send(path));
  const location = redirect.headers.get('location');
  if (redirect.status !== 303 || !location) throw await refusedRequest(`GET ${path}`, redirect);
  await redirect.body?.cancel();
  const link = new URL(location, session.url);
  const answer = await repeated(() =>
    fetch(link, wanted > 0 ? { headers: { range: `bytes=${wanted}-` } } : {}),
  );
  if (!answer.ok || !answer.body) throw await refusedRequest(`The download of ${file.name}`, answer);
  return { body: answer.body, start: answer.status === 206 ? wanted : 0 };
}
