import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CommandError } from '../cli/command.ts';
import { metered } from '../cli/metered.ts';
import { SealedFileError } from '../decrypt/error.ts';
import { openSealedFile } from '../decrypt/open-sealed-file.ts';

/** A sealed file and where its zip volume goes; `key` is the recipient's private key in PEM. */
export interface Decryption {
  readonly file: string;
  readonly key: string;
  readonly out: string;
}

/** Decrypts a sealed file as a stream. The volume takes its name only when all of it was opened. */
export async function decryptFile(
  { file, key, out }: Decryption,
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  const { size } = await stat(file);
  const sealed = metered(createReadStream(file), (read) => onProgress(read / size));
  const part = `${out}.part`;
  try {
    await pipeline(openSealedFile(sealed, await readFile(key, 'utf8')), createWriteStream(part));
    await rename(part, out);
  } catch (error) {
    throw error instanceof SealedFileError ? new CommandError(`${file}: ${error.message}`) : error;
  } finally {
    await rm(part, { force: true });
  }
}
