import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';

const manifest = z.object({ entries: z.array(z.object({ name: z.string(), records: z.number() })) });

/** What was unpacked: the data entries in the archive's order, and the first line of the first one. */
export interface Unpacked {
  readonly entries: readonly { readonly name: string; readonly records: number }[];
  readonly firstRecord: string | null;
}

/** Unpacks a small archive into a folder. Held in memory as a whole: the demo's is about 1 MB. */
export function unpack(zip: string, folder: string): Unpacked {
  const files = unzipSync(readFileSync(zip));
  for (const [name, bytes] of Object.entries(files)) {
    const target = resolve(folder, name);
    if (!target.startsWith(resolve(folder) + sep))
      throw new Error(`The entry ${name} would leave the folder.`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  const { entries } = manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const [first] = entries;
  const text = first ? readFileSync(join(folder, first.name), 'utf8') : '';
  for (const { name, records } of entries) {
    const lines =
      Buffer.from(files[name] ?? [])
        .toString('utf8')
        .split('\n').length - 1;
    if (lines !== records) throw new Error(`${name} has ${lines} lines, the manifest says ${records}.`);
  }
  return { entries, firstRecord: first ? text.slice(0, text.indexOf('\n')) : null };
}
