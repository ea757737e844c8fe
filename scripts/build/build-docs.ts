import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { VIEWER } from '../../src/http/openapi/page/viewer.ts';
import { PROJECT } from '../dev/wrangler.ts';
import { keepFile } from './keep-file.ts';

const require = createRequire(import.meta.url);
/** The viewer's files for browsers: an entry, and parts that carry a hash of their content in their names. */
const BROWSER = join(dirname(require.resolve('@scalar/api-reference')), 'browser');
const ENTRY = 'standalone.esm.js';
const FIRST_EXPORT = `${PROJECT}src/http/openapi/page/first-export.md`;
const RECORDS = `${PROJECT}src/records/README.md`;

/**
 * Puts the viewer of `/udm/docs` and the chapters that it shows into the folder `web`, and answers the path of its entry. Of an older
 * viewer nothing stays.
 */
export function buildDocs(web: string): string {
  const folder = join(web, VIEWER);
  const around = dirname(folder);
  const others = existsSync(around) ? readdirSync(around).filter((name) => name !== basename(folder)) : [];
  for (const name of others) rmSync(join(around, name), { recursive: true });
  const parts = readdirSync(join(BROWSER, 'chunks')).filter((name) => name.endsWith('.js'));
  for (const name of [ENTRY, ...parts.map((part) => `chunks/${part}`)])
    keepFile(join(folder, name), readFileSync(join(BROWSER, name)));
  keepFile(join(folder, 'first-export.md'), readFileSync(FIRST_EXPORT));
  keepFile(join(folder, 'records.md'), Buffer.from(recordsChapter(readFileSync(RECORDS, 'utf8'))));
  return join(folder, ENTRY);
}

/** What whoever brings records has to know: of the notes on records the sections on import, without pointers into this project. */
function recordsChapter(notes: string): string {
  const from = notes.indexOf('## What a record must contain');
  const to = notes.indexOf('## What is kept where');
  if (from < 0 || to < from) throw new Error(`${RECORDS} has other sections than the page on records needs.`);
  return notes.slice(from, to).replaceAll(/\s*\(\[[^\]]+\]\((?![a-z]+:|#|\/)[^)]*\)\)/g, '');
}
