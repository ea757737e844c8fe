import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CommandError } from '../cli/command.ts';
import { metered } from '../cli/metered.ts';
import { listFiles } from './run-export.ts';
import type { ExportedFile } from './run-export.ts';
import { refusedRequest, repeated } from '../../src/client/requests.ts';
import type { Session } from '../../src/client/session.ts';

/** What the service knows of a file, by its exact name; throws a `CommandError` when there is none. */
export async function findFile(session: Session, name: string): Promise<ExportedFile> {
  if (basename(name) !== name) throw new CommandError(`"${name}" is no name of an exported file.`);
  const files = await listFiles(session, { name });
  const file = files.find((item) => item.name === name);
  if (!file) throw new CommandError(`There is no file "${name}", or it has expired.`);
  return file;
}

/**
 * Downloads a file into a folder and returns its path. It grows as `NAME.part`, which a later call goes on with, and
 * takes its name when size and SHA-256 are those that the service keeps.
 */
export async function downloadFile(
  session: Session,
  file: ExportedFile,
  folder: string,
  onProgress: (share: number) => void = () => {},
): Promise<string> {
  const target = join(folder, file.name);
  const part = `${target}.part`;
  let state = await resumable(part, file.size);
  if (state.written < file.size) {
    const { body, start } = await openBody(session, file, state.written);
    if (start === 0) state = { written: 0, hash: createHash('sha256') };
    const { hash, written: before } = state;
    const hashed = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    };
    const counted = metered(hashed(body), (bytes) => {
      state = { hash, written: before + bytes };
      onProgress(state.written / file.size);
    });
    await pipeline(counted, createWriteStream(part, { flags: before > 0 ? 'a' : 'w' }));
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

/** What an earlier call left of the file, with its hash so far; nothing when it is no beginning of it. */
async function resumable(part: string, size: number): Promise<{ written: number; hash: Hash }> {
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
