import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statusOf } from '../../../src/http/failure-status.ts';
import { FAILURE_CODES, FAILURE_WORDS } from '../../../src/labels/failures/words.ts';
import { PROJECT } from '../../dev/wrangler.ts';

const FILE = join(PROJECT, 'src/labels/README.md');
const [START, END] = ['<!-- failures: written by scripts/check/labels.ts -->', '<!-- /failures -->'];

/** The failures as a table in Markdown: code, HTTP status, English, German. */
export function failureTable(): string {
  const rows = FAILURE_CODES.map((code) => {
    const words = [FAILURE_WORDS.en[code], FAILURE_WORDS.de[code]].map(cell);
    return `| \`${code}\` | ${statusOf(code)} | ${words.join(' | ')} |`;
  });
  return ['| Code | Status | English | German |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Text as a cell shows it: `<`, `|` and `\` mean nothing of their own there. */
const cell = (text: string): string => text.replaceAll(/[|\\<]/g, (char) => `\\${char}`);

/** The README as it should be, and as it is. */
export async function labelsReadme(): Promise<{ wanted: string; found: string }> {
  const found = await readFile(FILE, 'utf8');
  const [before = ''] = found.split(START);
  const [, after = ''] = found.split(END);
  return { wanted: `${before}${START}\n\n${failureTable()}\n\n${END}${after}`, found };
}

/** Writes the table anew. */
export async function writeLabelsReadme(): Promise<void> {
  await writeFile(FILE, (await labelsReadme()).wanted);
}
