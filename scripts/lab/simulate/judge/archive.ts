import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { openSealedFile } from '../../../../src/client/open/open-sealed-file.ts';
import { zipFiles } from '../../chaos/zip-reader.ts';
import type { World } from '../world/world.ts';

/** An artifact as D1 shows it. */
export interface ShownArtifact {
  readonly key: string;
  readonly name: string;
  readonly run: number;
  readonly job: number;
  readonly ccid: string;
  readonly size: number;
  readonly sha256: string;
}

/** The artifacts that D1 shows, of each run in order. */
export const shownArtifacts = (world: World): readonly ShownArtifact[] =>
  world.database.look(
    `SELECT key, name, history_id AS run, job_id AS job, ccid, size, sha256 FROM artifacts ORDER BY history_id, volume`,
    // The columns' types are the table's.
  ) as unknown as ShownArtifact[];

/** The entries of a run's archive by name, opened as a client does; throws in words where it cannot be. */
export async function openArchive(
  world: World,
  artifacts: readonly ShownArtifact[],
  pem: string,
): Promise<ReadonlyMap<string, string>> {
  const volumes: Buffer[] = [];
  for (const { key, size, sha256 } of artifacts) {
    const object = world.bucket.objects.get(key);
    if (!object) throw new Error(`${key} is not in R2`);
    if (object.bytes.length !== size || createHash('sha256').update(object.bytes).digest('hex') !== sha256)
      throw new Error(`${key} is not what D1 says of it`);
    volumes.push(await opened(object.bytes, pem));
  }
  let size = 0;
  const starts = volumes.map((volume) => (size += volume.length) - volume.length);
  const joined = Buffer.concat(volumes);
  const read = (at: number, length: number): Buffer => joined.subarray(at, at + length);
  return new Map(
    zipFiles({ size, starts, read }).map(({ name, at, compressed }) => [
      name,
      inflateRawSync(read(at, compressed)).toString('utf8'),
    ]),
  );
}

async function opened(bytes: Uint8Array, pem: string): Promise<Buffer> {
  async function* whole() {
    yield bytes;
  }
  const plain: Uint8Array[] = [];
  for await (const chunk of openSealedFile(whole(), pem)) plain.push(Uint8Array.from(chunk));
  return Buffer.concat(plain);
}
