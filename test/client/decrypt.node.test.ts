import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { udmProgram } from '../../scripts/udm/program.ts';
import { has, run } from '../encoding/outside.ts';
import { makeRecipient } from '../encoding/recipient.ts';
import { sealAll, sealOptions } from '../encoding/sealing.ts';
import { writeSet } from '../encoding/zipping.ts';
import { archiveEntries, sealedFolder, sealSet, UUID, type SealedFolder } from './open/sealed-files.ts';

const ENTRIES = archiveEntries();
const READ_ZIP = fileURLToPath(new URL('../../scripts/lab/large-archive/ReadZip.java', import.meta.url));
const ZIP = `export-${UUID}.zip`;

let sealed: SealedFolder;
let said: string[];
beforeEach(async () => {
  sealed = await sealedFolder();
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  sealed.remove();
});

/** Runs `udm decrypt` on files of the folder; answers what it printed, or the message that it failed with. */
async function decrypt(...args: readonly string[]): Promise<string> {
  const paths = args.map((arg) => (arg.startsWith('--') ? arg : sealed.at(arg)));
  try {
    await udmProgram().parseAsync(['decrypt', ...paths, '--key', sealed.key], { from: 'user' });
    return said.splice(0).join('\n');
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(`${sealed.folder}/`, '') : 'failed';
  }
}

const contents = (file: string) =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(sealed.at(file)))).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('latin1'),
    ]),
  );
const EXPECTED = Object.fromEntries(
  ENTRIES.map(({ name, pieces }) => [name, Buffer.concat(pieces).toString('latin1')]),
);
const zipFiles = () => readdirSync(sealed.folder).filter((name) => /zip$|part$/.test(name));

describe('udm decrypt', () => {
  it.each(['.z01.smime', '.z03.smime', '.zip.smime', '/'])('joins the whole set, given %s', async (end) => {
    const names = await sealSet(sealed, { entries: ENTRIES, splitBytes: 20_000 });
    expect(names.length).toBeGreaterThan(3);
    expect(await decrypt(end === '/' ? '.' : `export-${UUID}${end}`)).toContain(
      `${ZIP}: ${names.length} volumes, 2 data entries, 530 records, `,
    );
    expect(contents(ZIP)).toEqual(EXPECTED);
    expect(zipFiles()).toEqual([ZIP]);
  });

  it('takes all files of several sets, and a folder for what it makes', async () => {
    const other = UUID.replace('0f', '1f');
    const names = [
      ...(await sealSet(sealed, { entries: ENTRIES, splitBytes: 30_000 })),
      ...(await sealSet(sealed, { entries: ENTRIES, splitBytes: null, uuid: other })),
    ];
    mkdirSync(sealed.at('made'));
    const printed = await decrypt(...names, '--out', 'made');
    expect(printed.split('\n')).toHaveLength(2);
    expect(readdirSync(sealed.at('made'))).toEqual([ZIP, `export-${other}.zip`]);
    expect(await decrypt(...names, '--out', 'one.zip')).toContain('--out must be a folder');
  });

  it('joins past 99 volumes in the order of their numbers', async () => {
    const names = await sealSet(sealed, { entries: ENTRIES, splitBytes: 600 });
    expect(names).toContain(`export-${UUID}.z100.smime`);
    expect(await decrypt(`export-${UUID}.z100.smime`, '--out', 'joined.zip')).toContain('530 records');
    expect(contents('joined.zip')).toEqual(EXPECTED);
  });

  it('opens a single file, under any name', async () => {
    const [name = ''] = await sealSet(sealed, { entries: ENTRIES, splitBytes: 2 ** 29 });
    // The sealed file begins with the marker of a set; what comes out does not.
    const [volume] = writeSet(2 ** 29, ENTRIES, { plannedBytes: 0 });
    expect(await decrypt(name)).toContain('530 records');
    expect(readFileSync(sealed.at(ZIP)).equals(volume ?? Buffer.alloc(0))).toBe(true);
    renameSync(sealed.at(name), sealed.at('renamed'));
    expect(await decrypt('renamed')).toContain('cannot have the name of the sealed one');
    expect(await decrypt('renamed', '--out', 'opened')).toContain('530 records');
  });

  it('verifies without writing', async () => {
    await sealSet(sealed, { entries: ENTRIES, splitBytes: 20_000 });
    const before = readdirSync(sealed.folder);
    expect(await decrypt('.', '--verify')).toContain('2 data entries, 530 records');
    expect(readdirSync(sealed.folder)).toEqual(before);
    expect(await decrypt('.', '--verify', '--out', 'x')).toContain('--verify writes nothing');
  });

  it('draws a bar that moves to its end', async () => {
    await sealSet(sealed, { entries: ENTRIES, splitBytes: 20_000 });
    const bar = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await decrypt('.');
    expect(String(bar.mock.calls.at(-1)?.[0])).toContain('decrypt [####################] 100 %');
  });
});

describe('udm decrypt of a set that is not whole', () => {
  const volume = (number: string) => `export-${UUID}.${number}.smime`;
  const swap = (a: string, b: string) => {
    renameSync(sealed.at(a), sealed.at('between'));
    renameSync(sealed.at(b), sealed.at(a));
    renameSync(sealed.at('between'), sealed.at(b));
  };

  it('names the volumes that are missing and leaves nothing behind', async () => {
    const names = await sealSet(sealed, { entries: ENTRIES, splitBytes: 10_000 });
    const last = names.at(-2) ?? '';
    renameSync(sealed.at(volume('z02')), sealed.at(`${volume('z02')}.part`));
    rmSync(sealed.at(volume('z04')));
    expect(await decrypt(volume('z01'))).toBe(
      'The set is not complete. These volumes are missing: ' +
        `${volume('z02')} (not downloaded to its end), ${volume('z04')}`,
    );
    await sealSet(sealed, { entries: ENTRIES, splitBytes: 10_000 });
    // Of the volume before the last nothing but the end record tells.
    rmSync(sealed.at(last));
    expect(await decrypt(volume('z01'))).toBe(`The set is not complete. This volume is missing: ${last}`);
    rmSync(sealed.at(volume('zip')));
    expect(await decrypt(volume('z01'), '--verify')).toContain(`missing: ${volume('zip')}`);
    expect(zipFiles().filter((name) => !name.startsWith(volume('z02')))).toEqual([]);
  });

  it('knows a last volume that was downloaded alone', async () => {
    const names = await sealSet(sealed, { entries: ENTRIES, splitBytes: 40_000 });
    for (const name of names.slice(0, -1)) rmSync(sealed.at(name));
    const missing = names.slice(0, -1).join(', ');
    expect(await decrypt(volume('zip'))).toMatch(new RegExp(`missing: ${missing}$`));
  });

  it('names volumes that were exchanged, that are of another set, or that are none', async () => {
    const names = await sealSet(sealed, { entries: ENTRIES, splitBytes: 10_000 });
    swap(volume('z03'), volume('z05'));
    expect(await decrypt('.')).toMatch(new RegExp(`^${volume('z03')} \\(volume 3 of \\d+\\) does not go on`));
    swap(volume('z03'), volume('z05'));
    swap(volume('z01'), volume('zip'));
    expect(await decrypt('.')).toContain(`${volume('zip')} is not the last volume`);
    swap(volume('z01'), volume('zip'));
    const none = volume(`z${String(names.length).padStart(2, '0')}`);
    copyFileSync(sealed.at(volume('z01')), sealed.at(none));
    expect(await decrypt('.')).toContain(`${none} is none of them`);
    rmSync(sealed.at(none));
    writeFileSync(sealed.at(volume('z02')), 'no volume');
    expect(await decrypt('.')).toContain(`${volume('z02')}: This is no sealed file`);
    const other = await makeRecipient('CN=Another one');
    await sealSet({ ...sealed, recipient: other }, { entries: ENTRIES, splitBytes: 10_000 });
    expect(await decrypt('.')).toMatch(/smime: This private key does not open the file/);
    expect(zipFiles()).toEqual([]);
  });

  it('refuses an archive that its manifest tells of otherwise', async () => {
    const short = ENTRIES.map((entry) => (entry.name.startsWith('Chat') ? { ...entry, pieces: [] } : entry));
    await sealSet(sealed, { entries: short, splitBytes: 10_000 });
    expect(await decrypt('.')).toContain('Chat-1.json has the CRC-32 00000000, in manifest.json it is ');
    expect(zipFiles()).toEqual([]);
  });

  it('says what is wrong with a single file', async () => {
    const [name = ''] = await sealSet(sealed, { entries: ENTRIES, splitBytes: null });
    const file = readFileSync(sealed.at(name));
    writeFileSync(sealed.at(name), file.subarray(0, -3000));
    expect(await decrypt(name)).toBe(
      `${name}: The file ends too early: download it again, and compare its SHA-256.`,
    );
    const text = file.toString('latin1');
    const line = text.split('\n')[200] ?? '';
    writeFileSync(sealed.at(name), text.replace(line, line.split('').toReversed().join('')));
    expect(await decrypt(name)).toMatch(new RegExp(`^${name}`));
    const other = await sealAll(
      sealOptions(sealed.recipient.certificateDer),
      Buffer.from('no archive at all, but long enough'),
    );
    writeFileSync(sealed.at(name), other);
    expect(await decrypt(name)).toContain(`${name} is not the last volume of an archive`);
    expect(zipFiles()).toEqual([]);
  });

  it('says so when there is nothing to decrypt', async () => {
    expect(await decrypt('.')).toContain('There is no sealed file');
    expect(await decrypt('nothing.zip.smime')).toContain('There is no ');
  });
});

describe('a joined set', () => {
  beforeEach(async () => {
    await sealSet(sealed, { entries: ENTRIES, splitBytes: 20_000 });
    await decrypt('.');
    if (!existsSync(sealed.at(ZIP))) throw new Error('nothing was joined');
  });

  it.skipIf(!has('unzip'))('is read by unzip', () => {
    expect(run(sealed.folder, 'unzip', '-t', ZIP)).toContain('No errors detected');
  });
  it.skipIf(!has('7z'))('is read by 7-Zip', () => {
    expect(run(sealed.folder, '7z', 't', ZIP)).toContain('Everything is Ok');
  });
  it.skipIf(!has('zip'))('passes zip -T', () => {
    expect(run(sealed.folder, 'zip', '-T', ZIP)).toContain('OK');
  });
  it.skipIf(!has('python3'))("is read by Python's zipfile", () => {
    const script = 'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),len(z.infolist()))';
    expect(run(sealed.folder, 'python3', '-c', script, ZIP).trim()).toBe(`None ${ENTRIES.length}`);
  });
  it.skipIf(!has('java') || !has('javac'))("is read by Java's ZipFile", () => {
    const lines = run(sealed.folder, 'java', READ_ZIP, ZIP).trim().split(/\r?\n/);
    expect(lines.map((line) => line.split(' ')[2])).toEqual(ENTRIES.map(({ name }) => name));
  });
});
