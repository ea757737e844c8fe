import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { CommandError } from '../../cli/command.ts';

/** What the rival is made of, and what reads its files; Debian's packages have the same names. */
const PROGRAMS = ['sqlite3', 'zip', 'unzip', 'openssl', 'bash'] as const;

/** Programs of the rival that this machine lacks. */
export const missingPrograms = (): readonly string[] =>
  PROGRAMS.filter((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined);

/** Throws a `CommandError` that says what to install. */
export function requirePrograms(): void {
  const missing = missingPrograms();
  if (missing.length > 0)
    throw new CommandError(`The rival needs ${missing.join(', ')}: apt-get install ${missing.join(' ')}`);
}

const SEAL = 'openssl smime -encrypt -binary -aes256 -stream';

/** Files that a pipeline reads, is told the recipient by, and writes. */
export interface PipelineFiles {
  readonly input: string;
  readonly certificate: string;
  readonly output: string;
}

/** Zips and seals a file of JSON Lines; seconds of wall clock from spawn to exit. */
export const sealFile = ({ input, certificate, output }: PipelineFiles): Promise<number> =>
  timed(`zip -6 - - < "$1" | ${SEAL} "$2" > "$3"`, [input, certificate, output]);

/**
 * Reads the records from a SQLite database in the order of an export, those of one medium or all, zips and seals them; seconds
 * of wall clock.
 */
export const exportDatabase = (
  { input, certificate, output }: PipelineFiles,
  medium: string | null = null,
): Promise<number> =>
  timed(`sqlite3 "$1" "select text from records$4 order by date, id" | zip -6 - - | ${SEAL} -out "$3" "$2"`, [
    input,
    certificate,
    output,
    medium === null ? '' : ` where media = '${medium}'`,
  ]);

/** Makes a database of JSON Lines: a row a record, an index on the order of an export, SQLite's own defaults. */
export async function makeDatabase(lines: string, database: string): Promise<void> {
  const script = [
    'create table raw (text text);',
    // Separators that no JSON text holds: every line is one column, as it is.
    '.mode ascii',
    String.raw`.separator "\037" "\n"`,
    `.import "${lines}" raw`,
    'create table records (date text not null, id text not null, media text, text text not null);',
    "insert into records select text ->> 'STARTDATE', text ->> 'IXNID', text ->> 'MEDIATYPEID', text from raw order by 1, 2;",
    'drop table raw;',
    'create index records_order on records (date, id);',
    'vacuum;',
  ];
  await timed('sqlite3 -bail "$1"', [database], script.join('\n'));
}

/**
 * Throws a `CommandError` unless the one entry of the rival's sealed file has the same bytes as an entry of the service's zip file.
 * OpenSSL and unzip open the rival's.
 */
export async function requireSameRecords(files: {
  readonly rival: string;
  readonly key: string;
  readonly zip: string;
  readonly entry: string;
}): Promise<void> {
  const { rival, key, zip, entry } = files;
  await timed('openssl smime -decrypt -binary -inkey "$2" -in "$1" -out "$1.zip"', [rival, key]);
  await timed('cmp <(unzip -p "$1.zip") <(unzip -p "$2" "$3")', [rival, zip, entry]);
}

/** Bytes of a file. */
export const bytesOfFile = (file: string): number => statSync(file).size;

async function timed(command: string, files: readonly string[], input = ''): Promise<number> {
  const start = performance.now();
  const child = spawn('bash', ['-o', 'pipefail', '-c', command, 'rival', ...files], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  // Bounded by what four programs have to say: zip tells a line, the others only what went wrong.
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  // Who reads nothing may be gone before it is written; the exit code tells whether that was wrong.
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = (performance.now() - start) / 1_000;
  if (code !== 0) throw new CommandError(`${command} failed:\n${words.trim()}`);
  return seconds;
}
