import { z } from 'zod';
import { ClientError } from '../client-error.ts';
import { MANIFEST } from './join-volumes.ts';
import type { ReadEntry } from './join-volumes.ts';

const manifest = z.object({
  format: z.literal(1),
  entries: z.array(z.object({ name: z.string(), records: z.number(), bytes: z.number(), crc32: z.string() })),
});

/** What was found to be as the manifest says: data entries, their records (lines) and their bytes unpacked. */
export interface CheckedArchive {
  readonly entries: number;
  readonly records: number;
  readonly bytes: number;
}

/** Compares every data entry with manifest.json: CRC-32, size, records. Throws a `ClientError` that names the first difference. */
export function checkManifest(archive: {
  readonly entries: readonly ReadEntry[];
  readonly manifest: string | null;
}): CheckedArchive {
  const told = read(archive.manifest);
  const data = archive.entries.filter(({ name }) => name !== MANIFEST && !name.startsWith('schema/'));
  const byName = new Map(data.map((entry) => [entry.name, entry]));
  for (const { name, records, bytes, crc32 } of told.entries) {
    const entry = byName.get(name);
    if (!entry) throw differs(`${MANIFEST} names ${name}, which the archive does not have`);
    byName.delete(name);
    const crc = entry.crc.toString(16).padStart(8, '0');
    if (crc !== crc32) throw differs(`${name} has the CRC-32 ${crc}, in ${MANIFEST} it is ${crc32}`);
    if (entry.size !== bytes) throw differs(`${name} has ${entry.size} bytes, in ${MANIFEST} ${bytes}`);
    if (entry.lines !== records)
      throw differs(`${name} has ${entry.lines} records, in ${MANIFEST} ${records}`);
  }
  const [more] = byName.keys();
  if (more !== undefined) throw differs(`${MANIFEST} does not name ${more}`);
  const sum = (of: (entry: ReadEntry) => number) => data.reduce((total, entry) => total + of(entry), 0);
  return { entries: data.length, records: sum(({ lines }) => lines), bytes: sum(({ size }) => size) };
}

function read(text: string | null): z.infer<typeof manifest> {
  if (text === null) throw differs(`The archive has no ${MANIFEST}`);
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    throw differs(`${MANIFEST} cannot be read`);
  }
}

const differs = (what: string) => new ClientError('differs', `${what}.`);
