import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { z } from 'zod';

const entry = z.object({ name: z.string(), records: z.number(), bytes: z.number(), sha256: z.string() });

/** A run that ends, or ended, as Finished, and the data entries that its archive has to have. */
const run = z.object({
  jobId: z.number(),
  runId: z.number(),
  title: z.string(),
  /** The archive's uuid, of which its files are named, where the run was cut in its middle; null of a run that had finished. */
  cut: z.string().nullable(),
  entries: z.array(entry),
});

const listed = z.looseObject({ id: z.number() });

const fixture = z.object({
  format: z.literal(1),
  /** What the service was that left this behind, and when (ISO 8601). */
  commit: z.string(),
  takenAt: z.string(),
  runs: z.array(run),
  /** What the service listed before it began the runs that were cut: their jobs are left out. */
  shown: z.object({
    jobs: z.array(listed),
    history: z.array(listed),
    files: z.array(z.looseObject({ name: z.string() })),
  }),
});

/** What a fixture says of itself. */
export type Fixture = z.infer<typeof fixture>;
export type FixtureRun = z.infer<typeof run>;

/** An unpacked fixture: the service's folder as it was left, and the key that opens its exports. */
export interface Unpacked {
  readonly fixture: Fixture;
  readonly persistTo: string;
  readonly keyFile: string;
}

const MANIFEST = 'fixture.json';
const KEY = 'recipient.key';
const STATE = 'state/';
/** What the service keeps: tables, objects' tables and alarms, files, secrets. The rest of its folder is made anew. */
const KEPT = /^(secrets\.env|v3\/(d1|do|r2)\/.*)$/;
/** SQLite's shared memory is of the processes that had the database open; the logs were folded in (`foldLogs`). */
const PASSING = /-(shm|wal)$/;
/** The time that zip files begin to count at: the same state makes the same bytes. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** Packs a service's folder into one zip file. Holds all of it: a few dozen MB. */
export function packFixture(fixtureSays: Fixture, from: Pick<Unpacked, 'persistTo' | 'keyFile'>): Uint8Array {
  const files: Zippable = {
    [MANIFEST]: strToU8(`${JSON.stringify(fixtureSays, null, 1)}\n`),
    [KEY]: readFileSync(from.keyFile),
  };
  for (const item of readdirSync(from.persistTo, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name);
    const name = relative(from.persistTo, path).replaceAll('\\', '/');
    if (item.isFile() && KEPT.test(name) && !PASSING.test(name)) files[STATE + name] = readFileSync(path);
  }
  return zipSync(files, { level: 9, mtime: ZIP_EPOCH });
}

/** Unpacks a fixture into a new folder below `folder`. */
export function unpackFixture(file: string, folder: string): Unpacked {
  const files = unzipSync(readFileSync(file));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  }
  const says = fixture.parse(JSON.parse(strFromU8(files[MANIFEST] ?? new Uint8Array())));
  return { fixture: says, persistTo: join(folder, STATE), keyFile: join(folder, KEY) };
}
