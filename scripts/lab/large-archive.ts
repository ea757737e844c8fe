import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byteSize } from '../cli/byte-size.ts';
import { CommandError, readArguments, runCommand } from '../cli/command.ts';
import { progressBar } from '../cli/progress.ts';
import { makeRecipient } from '../demo/recipient.ts';
import { dataEntries, manifestEntry } from './large-archive/entries.ts';
import { SetOnDisk } from './large-archive/write-set.ts';
import { decryptFile } from '../udm/decrypt-file.ts';

const HELP = `npm run large-archive [-- --folder DIR] [--split-mb N]

Writes an archive past 4 GiB with an entry past 4 GiB through the encoders, as a sealed set of volumes; has 7-Zip read the
set; decrypts and joins it as "udm decrypt" does; has Python and Java read the joined file. Prints figures and cleans up.
Needs 20 GB of disk, 7z, python3, java, and about ten minutes.`;

const GIB = 2 ** 30;
const UUID = '00000000-0000-4000-8000-000000000000';
const READ_ZIP = fileURLToPath(new URL('./large-archive/ReadZip.java', import.meta.url));
const PYTHON = `import sys, zipfile
zip = zipfile.ZipFile(sys.argv[1])
assert zip.testzip() is None
for i in zip.infolist(): print(i.file_size, '%08x' % i.CRC, i.filename)`;

await runCommand(async (args) => {
  const options = {
    folder: { type: 'string', default: tmpdir() },
    'split-mb': { type: 'string', default: '512' },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = readArguments({ args, options });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const folder = mkdtempSync(join(values.folder, 'udm-large-'));
  try {
    await judge(folder, Number(values['split-mb']) * 2 ** 20);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function judge(folder: string, splitBytes: number): Promise<void> {
  const { keyFile, certificateFile } = await makeRecipient(folder, Date.now());
  const certificateDer = new X509Certificate(readFileSync(certificateFile)).raw;
  const set = new SetOnDisk({ folder, uuid: UUID, certificateDer, splitBytes });
  await timed('written and sealed', () => writeArchive(set));
  const { entries } = set.state;
  for (const entry of entries) {
    const form = entry.zip64 ? 'ZIP64' : 'not ZIP64';
    const place = `volume ${entry.disk + 1}, offset ${entry.offset}`;
    console.log(
      `  ${entry.name}: ${entry.bytes} bytes, ${entry.compressedBytes} compressed, ${form}, ${place}`,
    );
  }
  const zip = join(folder, `export-${UUID}.zip`);
  await timed(`read by 7-Zip as a set of ${set.volumes} volumes`, () => {
    if (!program('7z', 't', zip).includes('Everything is Ok'))
      throw new CommandError('7-Zip refused the set');
  });
  for (const name of readdirSync(folder).filter((item) => /\.z(ip|\d+)$/.test(item)))
    rmSync(join(folder, name));
  const bar = progressBar('decrypt');
  let peak = 0;
  await timed('decrypted, joined and checked by udm', async () => {
    await decryptFile({ file: `${zip}.smime`, key: keyFile, out: zip }, (share) => {
      peak = Math.max(peak, process.memoryUsage().rss);
      bar.update(share);
    });
    bar.end();
  });
  console.log(`  ${statSync(zip).size} bytes; memory of the process at most ${byteSize(peak)}`);
  const expected = entries.map((entry) => `${entry.bytes} ${hex(entry.crc)} ${entry.name}`);
  await timed("read by Python's zipfile", () => same(program('python3', '-c', PYTHON, zip), expected));
  await timed("read by Java's ZipFile", () => same(program('java', READ_ZIP, zip), expected));
}

async function writeArchive(set: SetOnDisk): Promise<void> {
  const bar = progressBar('write');
  const entries = dataEntries({ before: GIB, large: 6 * GIB });
  let written = 0;
  for (const entry of entries) {
    await set.writeEntry(entry, (bytes) => {
      written += bytes;
      bar.update(written / (5.3 * GIB), byteSize(written));
    });
  }
  await set.writeEntry(manifestEntry(set.state.entries, entries), () => {});
  await set.finish();
  bar.end();
}

async function timed(what: string, work: () => void | Promise<void>): Promise<void> {
  const begun = performance.now();
  await work();
  console.log(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

function same(printed: string, expected: readonly string[]): void {
  const lines = printed.trim().split(/\r?\n/);
  if (lines.join('\n') !== expected.join('\n')) throw new CommandError(`It read something else:\n${printed}`);
}

function program(name: string, ...args: readonly string[]): string {
  return execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function hex(crc: number): string {
  return crc.toString(16).padStart(8, '0');
}
