import { z } from 'zod';
import { ClientError } from '../client-error.ts';
import { MANIFEST } from './join-volumes.ts';
import type { ReadEntry } from './join-volumes.ts';

const held = { records: z.number(), bytes: z.number(), crc32: z.string() };
const manifest = z.object({
  format: z.literal(1),
  entries: z.array(z.object({ name: z.string(), ...held })),
  /** What `deleted.json` holds, in archives of DataSync jobs. */
  deleted: z.object(held).optional(),
});
/** No data entry: it names records that are not in the archive. */
const DELETED_ENTRY = 'deleted.json';

/** What was found to be as the manifest says: data entries, their records (lines) and their bytes unpacked. */
export interface CheckedArchive {
  readonly entries: number;
  readonly records: number;
  readonly bytes: number;
}

/** Compares every data entry, and `deleted.json`, with manifest.json: CRC-32, size, records. Throws a `ClientError` that names the first difference. */
export function checkManifest(archive: {
  readonly entries: readonly ReadEntry[];
  readonly manifest: string | null;
}): CheckedArchive {
  const told = read(archive.manifest);
  const data = archive.entries.filter(({ name }) => name !== MANIFEST && !name.startsWith('schema/'));
  const byName = new Map(data.map((entry) => [entry.name, entry]));
  const deleted = told.deleted ? [{ name: DELETED_ENTRY, ...told.deleted }] : [];
  for (const { name, records, bytes, crc32 } of [...told.entries, ...deleted]) {
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
  const counted = data.filter(({ name }) => name !== DELETED_ENTRY);
  const sum = (of: (entry: ReadEntry) => number) => counted.reduce((total, entry) => total + of(entry), 0);
  return { entries: counted.length, records: sum(({ lines }) => lines), bytes: sum(({ size }) => size) };
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
