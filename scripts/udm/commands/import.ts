import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { KINDS } from '../../../src/model/records.ts';
import type { Kind } from '../../../src/model/records.ts';
import { UsageError, CommandError } from '../../cli/command.ts';
import { pace } from '../../cli/pace.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { importFile } from '../import-file.ts';
import type { ImportSummary } from '../import-file.ts';
import { requireFile } from '../require-file.ts';
import { firstLines } from '../shown.ts';

/** Refused lines that are told of a file. */
const TOLD_MOST = 20;

/** A file and what it holds. */
interface Source {
  readonly kind: Kind;
  readonly file: string;
}

/** `udm import`: puts contact history in. */
export function importCommand(program: Command): void {
  program
    .command('import <kind-or-path> [path...]')
    .description('put contact history in: JSON Lines, plain or gzip')
    .addHelpText(
      'after',
      `
KIND is ${KINDS.join(', ')}.
Without it files are told apart by their names (contacts.jsonl.gz), and a
folder stands for such files in it. A record that exists already is replaced,
one that is the same changes nothing: importing twice does no harm.

Examples:
  udm import interactions march.jsonl april.jsonl.gz
  udm import sample/`,
    )
    .action(acting(importAll));
}

async function importAll(udm: Udm, args: readonly string[]): Promise<number> {
  const sources = sourcesOf(args);
  udm.whenStopped(
    'What the service has taken stays; the same command again does the rest and changes nothing twice.',
  );
  const reports: ({ file: string } & ImportSummary)[] = [];
  for (const { kind, file } of sources) {
    const size = requireFile(file);
    const bar = udm.bar(`import ${basename(file)}`);
    const paced = pace(size);
    const onProgress = (share: number) => bar.update(share, paced.note(Math.round(share * size), Date.now()));
    const report = await importFile(udm.session(), kind, file, onProgress, udm.signal);
    bar.end();
    reports.push({ file, ...report });
    if (!udm.common.json) udm.result(null, reportText(file, report));
  }
  if (udm.common.json) udm.result(reports, '');
  return reports.every(({ rejected }) => rejected === 0) ? 0 : 1;
}

function reportText(file: string, { errors, stoppedAtLine, ...counts }: ImportSummary): string {
  const told = Object.entries(counts).filter(([what, count]) => count > 0 || what === 'received');
  const lines = errors.map(({ line, message }) => `${file}:${line}: ${message}`);
  return [
    `${file}: ${told.map(([what, count]) => `${count} ${what}`).join(', ')}`,
    ...firstLines(lines, TOLD_MOST, counts.rejected),
    ...(stoppedAtLine === undefined
      ? []
      : [
          `${file}: stopped at line ${stoppedAtLine}: too many lines were rejected. Mend the file and import it again.`,
        ]),
  ].join('\n');
}

/** What the arguments name: a kind and files, or files and folders whose names tell the kinds. */
function sourcesOf([first = '', ...more]: readonly string[]): readonly Source[] {
  const kind = KINDS.find((name) => name === first);
  if (kind && more.length > 0) return more.map((file) => ({ kind, file }));
  if (kind && !existsSync(first)) throw new UsageError(`Name the files that hold ${kind}`);
  return [first, ...more].flatMap(sourcesAt);
}

function sourcesAt(path: string): readonly Source[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new CommandError(`There is no ${path}.`);
  if (!found.isDirectory()) {
    const kind = kindOf(path);
    if (kind) return [{ kind, file: path }];
    throw new UsageError(
      `The name of ${path} does not tell what it holds: put ${KINDS.join(', ')} before it`,
    );
  }
  const names = readdirSync(path);
  // Owners before what belongs to them: less has to wait.
  const sources = KINDS.flatMap((kind) =>
    names.filter((name) => kindOf(name) === kind).map((name) => ({ kind, file: join(path, name) })),
  );
  if (sources.length > 0) return sources;
  throw new CommandError(
    `There is no ${KINDS.map((kind) => `${kind}.jsonl`).join(', ')} (or .gz) in ${path}.`,
  );
}

const kindOf = (path: string): Kind | undefined =>
  KINDS.find((kind) => new RegExp(`^${kind}\\b.*\\.(jsonl|ndjson|json)(\\.gz)?$`, 'i').test(basename(path)));
