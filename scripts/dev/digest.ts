import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './wrangler.ts';

/** What no program is made of. */
const NO_SOURCE = /\.(md|webp)$/;

/** SHA-256 in hex over the names and contents of files and folders but for documents and pictures, named from the project's top. */
export function digestOf(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of places)
    for (const file of filesOf(place)) hash.update(`${file}\0`).update(readFileSync(PROJECT + file));
  return hash.digest('hex');
}

function filesOf(place: string): readonly string[] {
  if (/\.\w+$/.test(place)) return [place];
  const entries = readdirSync(PROJECT + place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !NO_SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(PROJECT.length))
    .sort();
}
