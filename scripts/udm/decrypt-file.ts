import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CommandError } from '../cli/command.ts';
import { SealedFileError } from '../../src/client/open/error.ts';
import { openSealedFile } from '../../src/client/open/open-sealed-file.ts';
import { checkManifest } from '../../src/client/open/check-manifest.ts';
import type { Checked } from '../../src/client/open/check-manifest.ts';
import { SetError } from '../../src/client/open/zip-error.ts';
import { VolumeJoin } from '../../src/client/open/join-volumes.ts';
import { volumeCount } from '../../src/client/open/last-volume.ts';
import type { Volume } from '../../src/client/open/volume-reader.ts';
import { missingFiles, setOf, volumeBeside } from './sealed-set.ts';
import type { SealedSet } from './sealed-set.ts';

/** One sealed file of a set and where the zip file goes; `key` is the file of the recipient's private key (PEM). */
export interface Decryption {
  readonly file: string;
  readonly key: string;
  /** Null: everything is read and checked, and nothing is written. */
  readonly out: string | null;
}

/**
 * Decrypts a set of sealed volumes as a stream, joins them into one zip file and checks that against its manifest. The file takes
 * its name only when all of it was found right. Throws a `CommandError` that names the file that is missing or wrong.
 */
export async function decryptFile(
  { file, key, out }: Decryption,
  onProgress: (share: number) => void = () => {},
): Promise<Checked> {
  const set = setOf(file);
  const volumes = await sealedVolumes(set, await readFile(key, 'utf8'), onProgress);
  try {
    return await opened(set, volumes, out);
  } catch (error) {
    throw error instanceof SetError ? new CommandError(error.message) : error;
  }
}

async function opened(set: SealedSet, volumes: readonly Volume[], out: string | null): Promise<Checked> {
  if (volumes.length > 1) await checkCount(set, volumes);
  const join = new VolumeJoin(volumes);
  try {
    if (out !== null) return await written(join, out);
    for await (const piece of join.bytes()) void piece;
    return checkManifest(join);
  } catch (error) {
    // A lone file may be the last volume of a set.
    if (error instanceof SetError && volumes.length === 1) await checkCount(set, volumes);
    throw error;
  }
}

async function written(join: VolumeJoin, out: string): Promise<Checked> {
  const part = `${out}.part`;
  try {
    await pipeline(join.bytes(), createWriteStream(part));
    const checked = checkManifest(join);
    await rename(part, out);
    return checked;
  } finally {
    await rm(part, { force: true });
  }
}

/** The files of a set as volumes that are decrypted while they are read. */
async function sealedVolumes(
  set: SealedSet,
  key: string,
  onProgress: (share: number) => void,
): Promise<readonly Volume[]> {
  const sizes = await Promise.all(set.files.map(async (file) => (await stat(file)).size));
  const last = set.files.length > 1 ? (sizes.at(-1) ?? 0) : 0;
  // The last of several volumes is read twice: first for the number of volumes.
  const total = sizes.reduce((sum, size) => sum + size, last);
  let read = 0;
  return set.files.map((file) => ({
    name: file,
    async *open() {
      const sealed = async function* () {
        for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
          read += chunk.length;
          onProgress(Math.min(1, read / total));
          yield chunk;
        }
      };
      try {
        yield* openSealedFile(sealed(), key);
      } catch (error) {
        throw error instanceof SealedFileError ? new CommandError(`${file}: ${error.message}`) : error;
      }
    },
  }));
}

/** The end record of the last volume knows how many there are: whether some are missing is known before the long work. */
async function checkCount(set: SealedSet, volumes: readonly Volume[]): Promise<void> {
  const last = volumes.at(-1);
  if (!last) return;
  const count = await volumeCount(last);
  if (count > volumes.length) {
    const numbers = [...Array(count - volumes.length).keys()].map((index) => volumes.length + index);
    throw missingFiles(numbers.map((number) => volumeBeside(set.zip, number)));
  }
  if (count < volumes.length) {
    const told = `${last.name} is the last of ${count === 1 ? 'one volume' : `${count} volumes`}`;
    throw new CommandError(`${told}: it is exchanged, or ${volumeBeside(set.zip, count)} is none of them.`);
  }
}
