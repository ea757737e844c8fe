import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { startArchive, ZipArchive } from '../../src/encoding/zip/archive.ts';
import { inLength } from '../support/mode.ts';
import { has, inFolder, run } from './outside.ts';
import { noise } from './sealing.ts';
import { FIVE_GIB, MODIFIED, utf8, VolumeSink, volumeName, writeSet, type EntryPlan } from './zipping.ts';

const ENTRIES: readonly EntryPlan[] = [
  { name: 'EmailIn-1.json', pieces: [noise(150), noise(90)] },
  { name: 'Chat-1.json', pieces: [noise(333)], plannedBytes: FIVE_GIB },
  { name: 'schema/interaction.json', pieces: [] },
  { name: 'manifest-ü.json', pieces: [utf8('{"format":1}')] },
];
const content = (entry: EntryPlan) => Buffer.concat(entry.pieces);

function place(folder: string, volumes: readonly Uint8Array[]): void {
  for (const [index, volume] of volumes.entries()) {
    writeFileSync(join(folder, volumeName(index, volumes.length)), volume);
  }
}

/** How many files 7-Zip found in the set without a complaint; 0 when it had one. It counts only where there are several. */
function sevenZipFiles(folder: string): number {
  const said = run(folder, '7z', 't', 'x.zip');
  if (!said.includes('Everything is Ok') || /warning/i.test(said)) return 0;
  return Number(/Files: (\d+)/.exec(said)?.[1] ?? 1);
}

/** What a zip file holds, by name, in its order. */
const contentsOf = (zip: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, hex(bytes)]));

/**
 * Has 7-Zip unpack and list and zip join the set of every folder in `folder`, on two cores: one process of the shell for all, because
 * starting one from here takes longer than its work.
 */
const READ_ALL = `ls | xargs -n 40 -P 2 sh -c 'for set; do
  cd "$set" && 7z x -so x.zip > all 2> said && 7z l -ba -slt x.zip > listed && zip -s 0 x.zip --out whole.zip > said && cd .. || exit 255
done' sh`;

/** What 7-Zip unpacked: it writes all entries in one stream, which the lengths that it lists take apart. */
function sevenZipContents(folder: string): Readonly<Record<string, string>> {
  const all = readFileSync(join(folder, 'all'));
  const listed = readFileSync(join(folder, 'listed'), 'utf8');
  let at = 0;
  const read = [...listed.matchAll(/^Path = (.*)\nFolder.*\nSize = (\d+)$/gm)].map(([, name = '', size]) => {
    at += Number(size);
    return [name, hex(all.subarray(at - Number(size), at))];
  });
  return { ...Object.fromEntries(read), unread: hex(all.subarray(at)) };
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** What all entries hold, one after the other, after Info-ZIP's zip has joined the set and unzip has checked it. */
function joinedContent(folder: string): Buffer {
  run(
    folder,
    'sh',
    '-c',
    'zip -s 0 x.zip --out whole.zip > said && unzip -tqq whole.zip && unzip -p whole.zip > whole',
  );
  rmSync(join(folder, 'whole.zip'));
  return readFileSync(join(folder, 'whole'));
}

describe('one file', () => {
  const written = (work: (folder: string) => void) =>
    inFolder((folder) => {
      place(folder, writeSet(null, ENTRIES));
      work(folder);
    });

  it.skipIf(!has('unzip'))('is read by unzip', () =>
    written((folder) => expect(run(folder, 'unzip', '-t', 'x.zip')).toContain('No errors detected')),
  );
  it.skipIf(!has('7z'))('is read by 7-Zip', () =>
    written((folder) => expect(sevenZipFiles(folder)).toBe(ENTRIES.length)),
  );
  it.skipIf(!has('zip'))('passes zip -T', () =>
    written((folder) => expect(run(folder, 'zip', '-T', 'x.zip')).toContain('OK')),
  );
  it.skipIf(!has('python3'))('is read by Python, entry by entry', () =>
    written((folder) => {
      const script =
        'import zipfile,json;z=zipfile.ZipFile("x.zip");' +
        'print(json.dumps([[i.filename,i.date_time,z.read(i).hex()] for i in z.infolist()]))';
      const expected = ENTRIES.map((entry) => [
        entry.name,
        [2026, 11, 22, 14, 13, 28],
        content(entry).toString('hex'),
      ]);
      expect(JSON.parse(run(folder, 'python3', '-c', script))).toEqual(expected);
    }),
  );
});

describe('a split set', () => {
  /** Past the least split size, so that an edge can lie on every byte of all headers and records behind it: of some in `npm test`. */
  const before: EntryPlan = { name: 'Callback-1.json', pieces: [noise(230)] };
  const entries = [before, ...ENTRIES];
  const whole = writeSet(2 ** 29, entries)[0] ?? Buffer.alloc(0);
  const every = inLength(13, 1);
  const sizes = Array.from({ length: Math.floor((whole.length - 256) / every) }, (_, at) => 256 + at * every);

  it.skipIf(!has('7z') || !has('zip'))(
    'is read by 7-Zip and zip -s 0 at sizes up to the whole, entry by entry as the unsplit archive',
    () =>
      inFolder((folder) => {
        expect(whole.length).toBeGreaterThan(1000);
        const unsplit = contentsOf(writeSet(null, entries)[0] ?? Buffer.alloc(0));
        expect(Object.keys(unsplit)).toEqual(entries.map(({ name }) => name));
        for (const size of sizes) {
          mkdirSync(join(folder, `${size}`));
          place(join(folder, `${size}`), writeSet(size, entries));
        }
        run(folder, 'sh', '-c', READ_ALL);
        for (const size of sizes) {
          const set = join(folder, `${size}`);
          expect(sevenZipContents(set), `volumes of ${size} bytes`).toEqual({ ...unsplit, unread: '' });
          expect(contentsOf(readFileSync(join(set, 'whole.zip'))), `volumes of ${size} bytes`).toEqual(
            unsplit,
          );
        }
      }),
  );

  it.skipIf(!has('zip') || !has('unzip'))(
    'is read by zip where data reach the end of a volume in its steps',
    () =>
      inFolder((folder) => {
        // Around 37138 bytes of the first entry, 2 x 16 KiB of the second would fill the first volume.
        for (let bytes = 37_126; bytes <= 37_146; bytes++) {
          const two: readonly EntryPlan[] = [
            { name: 'a', pieces: [noise(bytes)] },
            { name: 'b', pieces: [noise(200_000)] },
          ];
          place(folder, writeSet(70_000, two));
          expect(joinedContent(folder).equals(Buffer.concat(two.map(content)))).toBe(true);
        }
      }),
  );

  it.skipIf(!has('7z') || !has('zip') || !has('unzip'))(
    'is read without the spanning marker: records that came after the planning made a second volume',
    () =>
      inFolder((folder) => {
        const volumes = writeSet(600, entries, { plannedBytes: 600 });
        expect(volumes.length).toBeGreaterThan(1);
        expect(volumes[0]?.toString('latin1', 0, 4)).toBe('PK\x03\x04');
        place(folder, volumes);
        expect(sevenZipFiles(folder)).toBe(entries.length);
        expect(joinedContent(folder).equals(Buffer.concat(entries.map(content)))).toBe(true);
      }),
  );

  it.skipIf(!has('7z') || !has('zip') || !has('unzip'))(
    'is read with 2, 3, 99, 100, 101 and 250 volumes',
    () =>
      inFolder((folder) => {
        const entry: EntryPlan = {
          name: 'Chat-1.json',
          pieces: Array.from({ length: 100 }, () => noise(1000)),
        };
        const bytes = writeSet(null, [entry])[0]?.length ?? 0;
        for (const count of [2, 3, 99, 100, 101, 250]) {
          const volumes = writeSet(Math.ceil((bytes + 100) / count), [entry]);
          expect(volumes.length).toBe(count);
          place(folder, volumes);
          expect(sevenZipFiles(folder)).toBe(1);
          expect(joinedContent(folder).equals(content(entry))).toBe(true);
          run(folder, 'sh', '-c', 'rm x.*');
        }
      }),
  );
});

describe('ZIP64 end records', () => {
  /** 65,535 empty entries are one too many for the end record. Their local headers stay in the first volume. */
  const before = (() => {
    const zip = new ZipArchive(startArchive({ splitBytes: 2 ** 30, modified: MODIFIED }));
    const sink = new VolumeSink();
    for (let index = 0; index < 65_535; index++) {
      sink.take(zip.openEntry(`e${index}`, 0));
      sink.take(zip.closeEntry());
    }
    return { state: zip.state, bytes: sink.volumes[0] ?? Buffer.alloc(0) };
  })();
  const finished = (splitBytes: number) => {
    const sink = new VolumeSink();
    sink.take([before.bytes]);
    sink.take(new ZipArchive({ ...before.state, splitBytes }).finish());
    return sink.volumes;
  };

  it.skipIf(!has('7z') || !has('zip') || !has('unzip'))(
    'lie in one volume, and 7-Zip and zip read the set',
    () =>
      inFolder((folder) => {
        const bytes = finished(2 ** 30)[0]?.length ?? 0;
        // The cut would fall into the end record, the locator and the zip64 end record.
        for (const cut of [7, 34, 64]) {
          const volumes = finished(bytes - cut);
          expect(volumes.map((volume) => volume.length)).toEqual([bytes - 98, 98]);
          place(folder, volumes);
          expect(sevenZipFiles(folder)).toBe(65_535);
        }
        expect(joinedContent(folder).length).toBe(0);
      }),
  );
});
