import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepareFolder } from '../../scripts/dev/service.ts';
import { PROJECT } from '../../scripts/dev/wrangler.ts';

/** What a folder is made from. */
const SOURCES = ['migrations', 'scripts/dev', 'scripts/user', 'src/identity', 'src/model'];
const CACHE = join(PROJECT, 'node_modules/.cache/e2e');

/**
 * A folder with migrated tables and the demo contact center, to be copied: making one takes wrangler seconds, and every service of these
 * tests needs it. Made anew where a source of it has changed.
 */
export async function preparedFolder(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesIn(join(PROJECT, source))) hash.update(file).update(readFileSync(file));
  const folder = join(CACHE, hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const made = mkdtempSync(`${folder}-`);
  await prepareFolder(made, new AbortController().signal);
  try {
    renameSync(made, folder);
  } catch {
    // Another test file was first.
    rmSync(made, { recursive: true, force: true });
  }
  return folder;
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
