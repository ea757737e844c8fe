import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crcOf } from '../../src/encoding/zip/deflate.ts';
import { mostArchiveBytes } from '../../src/encoding/zip/planned-size.ts';
import { has, run } from './outside.ts';
import { noise } from './sealing.ts';
import { utf8, writeSet, type EntryPlan } from './zipping.ts';

/*
 * Programs that read a zip file from front to back, without its directory. None of them reads an archive that begins with the
 * spanning marker, and most say nothing.
 */

const JARS = ['zip4j', 'commons-compress'].map((name) => `/usr/share/java/${name}.jar`);
const java = has('java') && has('javac') && JARS.every((jar) => existsSync(jar));
const perl = has('perl') && has('sh') && quiet('perl', '-MIO::Uncompress::Unzip', '-e', '1');
const source = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function quiet(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const line = utf8(`${JSON.stringify({ IXNID: 'A', TEXT: 'ü'.repeat(200) })}\n`);
const FIRST = { name: 'EmailIn-1.json', pieces: [noise(300_000), Buffer.concat(Array(5_000).fill(line))] };
const ENTRIES: readonly EntryPlan[] = [
  FIRST,
  { name: 'Chat-1.json', pieces: [line] },
  { name: 'schema/interaction.json', pieces: [] },
  { name: 'manifest-ü.json', pieces: [utf8('{"format":1}')] },
];
const content = ({ pieces }: EntryPlan) => Buffer.concat(pieces);
/** What the readers print of an entry. */
const told = (entry: EntryPlan) =>
  `${entry.name} ${content(entry).length} ${crcOf(content(entry), 0).toString(16).padStart(8, '0')}`;

/** An archive of one volume as a run writes it: its size is known to stay below that of a volume. */
function oneVolume(entries: readonly EntryPlan[]): Buffer {
  const planned = mostArchiveBytes(
    entries.map((entry) => ({
      name: entry.name,
      bytes: content(entry).length,
      pieces: entry.pieces.length,
    })),
  );
  const [zip, ...more] = writeSet(planned, entries, { plannedBytes: planned });
  if (!zip || more.length > 0) throw new Error('the plan said one volume');
  return zip;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'udm-'));
  writeFileSync(join(folder, 'x.zip'), oneVolume(ENTRIES));
  writeFileSync(join(folder, 'first.zip'), oneVolume([FIRST]));
  if (java) run(folder, 'javac', '-cp', JARS.join(':'), '-d', '.', source('StreamZip.java'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unpacked = (...command: readonly string[]) => {
  const [program = '', ...args] = command;
  return execFileSync(program, args, { cwd: folder, maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'pipe'] });
};

describe('an archive of one volume is read from front to back', () => {
  it.skipIf(!java).each(['java.util.zip', 'zip4j', 'commons-compress'])('by Java: %s', (reader) => {
    const classes = ['.', ...JARS].join(':');
    const printed = run(
      folder,
      'java',
      '-Dfile.encoding=UTF-8',
      '-cp',
      classes,
      'StreamZip',
      reader,
      'x.zip',
    );
    expect(printed.trim().split('\n')).toEqual(ENTRIES.map(told));
  });

  it.skipIf(!perl)("by Perl's IO::Uncompress::Unzip", () => {
    const printed = run(folder, 'perl', source('stream-zip.pl'), 'x.zip');
    expect(printed.trim().split('\n')).toEqual(ENTRIES.map(told));
  });

  it.skipIf(!has('funzip'))('by funzip, which takes the first entry', () => {
    const first = unpacked('sh', '-c', 'funzip <first.zip');
    expect(first.equals(content(FIRST))).toBe(true);
  });

  it.skipIf(!has('gunzip'))('by gunzip, which takes the only entry', () => {
    const first = unpacked('sh', '-c', 'gunzip <first.zip');
    expect(first.equals(content(FIRST))).toBe(true);
  });
});
