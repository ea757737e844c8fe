import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../cli/command.ts';
import { pageCosts, tooDear } from './page-budgets.ts';
import { digestOf } from '../dev/digest.ts';
import { PROJECT } from '../dev/wrangler.ts';

/** What the pages are built of; nothing else changes them. */
const SOURCES = ['src/web', 'src/client', 'src/labels', 'src/model', 'src/encoding', 'package-lock.json'];
/** Of which sources the pages stand there, beside the tools' own notes: not among what is served. */
const STAMP = `${PROJECT}node_modules/.cache/pages/sources`;
const MANIFEST = `${PROJECT}.web/assets/app/manifest.json`;

/** Builds the pages of the web application, where their sources changed since, and answers the path of their manifest. */
export async function buildPages(): Promise<string> {
  const sources = digestOf(SOURCES);
  if (existsSync(MANIFEST) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return MANIFEST;
  const { build } = await import('vite');
  await build({ configFile: `${PROJECT}src/web/vite.config.ts` });
  requireBudgets();
  mkdirSync(join(STAMP, '..'), { recursive: true });
  writeFileSync(STAMP, sources);
  return MANIFEST;
}

/** Throws a `CommandError` where a page costs more than it may. */
function requireBudgets(): void {
  const dear = tooDear(pageCosts(MANIFEST)).map(
    ({ page, script, style, files }) => `${page} (${script} and ${style} bytes, ${files} files)`,
  );
  if (dear.length > 0)
    throw new CommandError(
      `Pages whose compressed scripts or styles are too large, or too many: ${dear.join(', ')}.`,
    );
}
