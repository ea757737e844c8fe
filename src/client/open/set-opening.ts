import { ClientError } from '../client-error.ts';
import type { ClientErrorCode } from '../client-error.ts';
import { checkManifest } from './check-manifest.ts';
import type { CheckedArchive } from './check-manifest.ts';
import { countVolumes } from './count-volumes.ts';
import { VolumeJoin } from './join-volumes.ts';
import { openSealedFile } from './open-sealed-file.ts';
import type { SealedFile } from './sealed-file.ts';
import { MissingVolumes, volumeBeside } from './volume-names.ts';
import type { Volume } from './volume-reader.ts';

/** What the bytes of a lone file may show when it is the last volume of a set. */
const OF_SET: readonly ClientErrorCode[] = ['exchanged', 'archive-damaged', 'differs'];

/** The recipient's private key (PEM), or several of which one fits, and what is told of the way: a share from 0 to 1. */
export interface Opening {
  readonly privateKeyPem: string;
  readonly onProgress?: (share: number) => void;
}

/**
 * Opens the sealed volumes of an archive, all of them and in their order, and makes one ordinary zip file of them. Memory: as
 * `openSealedFile` and `VolumeJoin`.
 */
export class SetOpening {
  readonly #volumes: readonly Volume[];
  #checked: CheckedArchive | null = null;

  constructor(files: readonly SealedFile[], opening: Opening) {
    this.#volumes = openedVolumes(files, opening);
  }

  /** What was found to be as the manifest says; only when `bytes` has ended. */
  get checked(): CheckedArchive {
    if (this.#checked === null) throw new Error('the bytes of the set were not read to their end');
    return this.#checked;
  }

  /**
   * The bytes of the zip file. Ends only when all of it was found as its manifest says; else throws a `ClientError` that names
   * the file that is missing or wrong.
   */
  async *bytes(): AsyncGenerator<Uint8Array> {
    if (this.#volumes.length > 1) await checkCount(this.#volumes);
    const join = new VolumeJoin(this.#volumes);
    try {
      yield* join.bytes();
      this.#checked = checkManifest(join);
    } catch (error) {
      const ofSet = error instanceof ClientError && OF_SET.includes(error.code);
      if (ofSet && this.#volumes.length === 1) await checkCount(this.#volumes);
      throw error;
    }
  }
}

/** The files of a set as volumes that are decrypted while they are read. */
function openedVolumes(
  files: readonly SealedFile[],
  { privateKeyPem, onProgress = () => {} }: Opening,
): readonly Volume[] {
  // The last of several volumes is read twice: first for the number of volumes.
  const again = files.length > 1 ? (files.at(-1)?.size ?? 0) : 0;
  const total = files.reduce((sum, { size }) => sum + size, again);
  let read = 0;
  const counted = async function* (sealed: AsyncIterable<Uint8Array>) {
    for await (const chunk of sealed) {
      read += chunk.length;
      onProgress(Math.min(1, read / total));
      yield chunk;
    }
  };
  return files.map((file) => ({
    name: file.name,
    async *open() {
      try {
        yield* openSealedFile(counted(file.open()), privateKeyPem);
      } catch (error) {
        if (!(error instanceof ClientError)) throw error;
        throw new ClientError(error.code, `${file.name}: ${error.message}`);
      }
    },
  }));
}

/** The end record of the last volume knows how many there are: whether some are missing is known before the long work. */
async function checkCount(volumes: readonly Volume[]): Promise<void> {
  const last = volumes.at(-1);
  if (!last) return;
  const count = await countVolumes(last);
  if (count > volumes.length) {
    const numbers = Array.from({ length: count - volumes.length }, (_, index) => volumes.length + index);
    throw new MissingVolumes(numbers.map((number) => volumeBeside(last.name, number)));
  }
  if (count < volumes.length) {
    const told = `${last.name} is the last of ${count === 1 ? 'one volume' : `${count} volumes`}`;
    const none = volumeBeside(last.name, count);
    throw new ClientError('exchanged', `${told}: it is exchanged, or ${none} is none of them.`);
  }
}
