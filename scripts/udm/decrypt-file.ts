import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { CheckedArchive } from '../../src/client/open/check-manifest.ts';
import type { SealedFile } from '../../src/client/open/sealed-file.ts';
import { SetOpening } from '../../src/client/open/set-opening.ts';
import { MissingVolumes } from '../../src/client/open/volume-names.ts';
import { missingFiles, setOf } from './sealed-set.ts';

/** One sealed file of a set and where the zip file goes; `key` is the file of the recipient's private key (PEM). */
export interface Decryption {
  readonly file: string;
  readonly key: string;
  /** Null: everything is read and checked, and nothing is written. */
  readonly out: string | null;
}

/**
 * Decrypts a set of sealed volumes as a stream, joins them into one zip file and checks that against its manifest. The file takes
 * its name only when all of it was found right. Throws a `ClientError` that names the file that is missing or wrong.
 */
export async function decryptFile(
  { file, key, out }: Decryption,
  onProgress: (share: number) => void = () => {},
): Promise<CheckedArchive> {
  const files = await Promise.all(setOf(file).files.map(sealedFile));
  const set = new SetOpening(files, { privateKeyPem: await readFile(key, 'utf8'), onProgress });
  try {
    if (out !== null) await write(set, out);
    else for await (const piece of set.bytes()) void piece;
    return set.checked;
  } catch (error) {
    throw error instanceof MissingVolumes ? missingFiles(error.names) : error;
  }
}

async function write(set: SetOpening, out: string): Promise<void> {
  const part = `${out}.part`;
  try {
    await pipeline(set.bytes(), createWriteStream(part));
    await rename(part, out);
  } finally {
    await rm(part, { force: true });
  }
}

async function sealedFile(path: string): Promise<SealedFile> {
  const { size } = await stat(path);
  return { name: path, size, open: () => createReadStream(path) as AsyncIterable<Uint8Array> };
}
