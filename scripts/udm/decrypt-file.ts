import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { CheckedArchive } from '../../src/client/open/check-manifest.ts';
import type { SealedFile } from '../../src/client/open/sealed-file.ts';
import { SetOpening } from '../../src/client/open/set-opening.ts';
import { MissingVolumes } from '../../src/client/open/volume-names.ts';
import { naming } from '../cli/explain.ts';
import { CommandError } from '../cli/command.ts';
import { missingFiles, setOf } from './sealed-set.ts';

/** One sealed file of a set, the keys, and where the zip file goes. */
export interface Decryption {
  readonly file: string;
  /** The file of the recipient's private key (PEM, without a passphrase), or `{ pem }`: the text of one or several. */
  readonly key: string | { readonly pem: string };
  /** Null: everything is read and checked, and nothing is written. */
  readonly out: string | null;
  /** Ends it; what was written until then is removed. */
  readonly signal?: AbortSignal;
}

/**
 * Decrypts a set of sealed volumes as a stream, joins them into one zip file and checks that against its manifest. The file takes
 * its name only when all of it was found right; until then it is `OUT.part`, which is removed however it ends. Throws a
 * `ClientError` that names the file that is missing or wrong.
 */
export async function decryptFile(
  { file, key, out, signal }: Decryption,
  onProgress: (share: number) => void = () => {},
): Promise<CheckedArchive> {
  const files = await Promise.all(setOf(file).files.map(sealedFile));
  const privateKeyPem = typeof key === 'string' ? await readFile(key, 'utf8') : key.pem;
  const set = new SetOpening(files, { privateKeyPem, onProgress });
  try {
    if (out !== null) await write(set, out, signal);
    else
      for await (const piece of set.bytes()) {
        void piece;
        signal?.throwIfAborted();
      }
    return set.checked;
  } catch (error) {
    throw error instanceof MissingVolumes ? missingFiles(error.names) : error;
  }
}

async function write(set: SetOpening, out: string, signal: AbortSignal | undefined): Promise<void> {
  const part = `${out}.part`;
  try {
    await naming(out, pipeline(set.bytes(), createWriteStream(part), signal ? { signal } : {}));
    await rename(part, out);
  } finally {
    await rm(part, { force: true }).catch(() => {
      throw new CommandError(`${part} is left, unfinished, and could not be removed.`);
    });
  }
}

async function sealedFile(path: string): Promise<SealedFile> {
  const { size } = await stat(path);
  return { name: path, size, open: () => createReadStream(path) as AsyncIterable<Uint8Array> };
}
