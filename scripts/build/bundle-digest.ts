import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../cli/command.ts';
import { runWrangler } from '../dev/wrangler.ts';

/** What wrangler writes beside the program. */
const NO_PROGRAM = /\.map$|^README\.md$/;

/**
 * SHA-256 in hex of the program that wrangler makes of this checkout: the same wherever the same commit is built with the packages of its
 * lockfile. Needs the folder of the pages to be there.
 */
export async function bundleDigest(signal?: AbortSignal): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-bundle-'));
  try {
    await runWrangler(['deploy', '--dry-run', '--outdir', folder], null, signal);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !NO_PROGRAM.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .toSorted();
    if (!files.includes('index.js')) throw new CommandError('wrangler made no program.');
    const hash = createHash('sha256');
    for (const file of files)
      hash.update(`${file}\0`).update(withoutMap(readFileSync(join(folder, file), 'utf8')));
    return hash.digest('hex');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const withoutMap = (text: string): string => text.replaceAll(/^\/\/# sourceMappingURL=.*$\n?/gm, '');
