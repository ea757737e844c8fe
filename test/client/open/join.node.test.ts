import { Buffer } from 'node:buffer';
import { fc } from '../../support/property.ts';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ClientError } from '../../../src/client/client-error.ts';
import { checkManifest } from '../../../src/client/open/check-manifest.ts';
import { countVolumes } from '../../../src/client/open/count-volumes.ts';
import { VolumeJoin } from '../../../src/client/open/join-volumes.ts';
import { FIVE_GIB, writeSet, type EntryPlan } from '../../encoding/zipping.ts';
import type { Volume } from '../../../src/client/open/volume-reader.ts';
import { collect } from '../../encoding/sealing.ts';
import { joinedSet, manifestEntry, recordPieces, volumesOf } from './joining.ts';

const DATA: readonly EntryPlan[] = [
  { name: 'EmailIn-1.json', pieces: recordPieces(40, 90) },
  { name: 'Chat-1.json', pieces: recordPieces(9, 300, 5), plannedBytes: FIVE_GIB },
];
const ENTRIES = [...DATA, { name: 'schema/interaction.json', pieces: [] }, manifestEntry(DATA)];
const NOTHING = new Uint8Array();
const content = (entry: EntryPlan) => Buffer.concat(entry.pieces);

/** What a set that cannot be joined is blamed on. */
async function problem(set: readonly Uint8Array[]): Promise<string> {
  try {
    const join = new VolumeJoin(volumesOf(set));
    await collect(join.bytes());
    checkManifest(join);
    return 'joined';
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

describe('joining volumes', () => {
  it('gives one zip file without the marker, with the entries of every set', async () => {
    for (let split = 256; split < 2000; split += 13) {
      const { zip, entries } = await joinedSet(writeSet(split, ENTRIES));
      expect(zip.readUInt32LE(0)).toBe(0x04034b50);
      const read = unzipSync(zip);
      expect(Object.keys(read)).toEqual(ENTRIES.map(({ name }) => name));
      for (const entry of ENTRIES) expect(content(entry).equals(read[entry.name] ?? NOTHING)).toBe(true);
      expect(entries.map(({ lines }) => lines).slice(0, 2)).toEqual([40, 9]);
    }
  });

  it('gives the same bytes whatever pieces the volumes come in', async () => {
    const set = writeSet(700, ENTRIES);
    const { zip } = await joinedSet(set);
    const lengths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lengths, async (pieces) => {
        expect((await joinedSet(set, pieces)).zip.equals(zip)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('gives a single volume as it is, but without the marker of a set', async () => {
    const single = (plannedBytes: number) => {
      const [volume = Buffer.alloc(0), ...more] = writeSet(1_000_000, ENTRIES, { plannedBytes });
      expect(more).toEqual([]);
      return volume;
    };
    const [plain, marked] = [single(0), single(Infinity)];
    expect(plain.readUInt32LE(0)).toBe(0x04034b50);
    expect(marked.readUInt32LE(0)).toBe(0x08074b50);
    expect((await joinedSet([plain])).zip.equals(plain)).toBe(true);
    expect((await joinedSet([marked])).zip.equals(plain)).toBe(true);
    const [unsplit = NOTHING] = writeSet(null, ENTRIES);
    expect((await joinedSet([unsplit])).zip.equals(unsplit)).toBe(true);
  });

  it('keeps what does not compress, and an archive without a data entry', async () => {
    const entries = [manifestEntry([])];
    const { zip, manifest } = await joinedSet(writeSet(256, entries));
    expect(Object.keys(unzipSync(zip))).toEqual(['manifest.json']);
    expect(JSON.parse(manifest ?? '')).toEqual({ format: 1, entries: [] });
  });

  it('knows from the last volume how many there are', async () => {
    const set = writeSet(600, ENTRIES);
    const volumes = volumesOf(set, [7]);
    const [none] = volumesOf([NOTHING]) as [Volume];
    expect(await countVolumes(volumes.at(-1) ?? none)).toBe(set.length);
    await expect(countVolumes(volumes[1] ?? none)).rejects.toThrow('v2 is not the last volume');
  });
});

it('checks deleted.json, too, and does not count it', async () => {
  const line = (id: string) => ({ name: 'deleted.json', pieces: [Buffer.from(`{"id":"${id}"}\n`)] });
  const checked = async (entry: EntryPlan, told?: EntryPlan) =>
    checkManifest(await joinedSet(writeSet(700, [...DATA, entry, manifestEntry(DATA, told)])));
  expect(await checked(line('a'), line('a'))).toMatchObject({ entries: 2, records: 49 });
  await expect(checked(line('a'), line('b'))).rejects.toThrow('deleted.json has the CRC-32');
  await expect(checked(line('a'))).rejects.toThrow('manifest.json does not name deleted.json');
});

describe('a set that is not what was exported', () => {
  /** Compressed in one piece, as the service does with up to 2 MiB. */
  const DATA_ONLY = [{ name: 'EmailIn-1.json', pieces: [Buffer.concat(recordPieces(3000, 200))] }];
  const set = writeSet(40_000, [...DATA_ONLY, manifestEntry(DATA_ONLY)]);
  const exchanged = (a: number, b: number) =>
    set.map((volume, index) => set[index === a ? b : index === b ? a : index] ?? volume);

  it('is joined when nothing is wrong', async () => {
    expect(set.length).toBeGreaterThan(8);
    expect(await problem(set)).toBe('joined');
  });

  it('names the first of two volumes that were exchanged, wherever they are', async () => {
    const last = set.length - 1;
    for (let a = 1; a < last - 1; a++) {
      for (let b = a + 1; b < last; b++) {
        expect(await problem(exchanged(a, b))).toContain(
          `exchanged: v${a + 1} (volume ${a + 1} of ${set.length})`,
        );
      }
    }
    expect(await problem(exchanged(0, 2))).toMatch(/exchanged: v1 |archive-damaged: /);
  });

  it('names the volume behind one that is missing, and one that is cut short', async () => {
    expect(await problem(set.filter((_, index) => index !== 4))).toContain('exchanged: v5 ');
    const short = set.map((volume, index) => (index === 3 ? volume.subarray(0, -900) : volume));
    expect(await problem(short)).toMatch(/exchanged: v[45] /);
    expect(await problem(set.slice(0, -1))).toContain('archive-damaged: The archive ends too early, in v');
  });

  it('names all volumes of an entry where the order of small pieces does not show', async () => {
    const pieces = Array.from({ length: 90 }, (_, index) => Buffer.from(`{"N":${1000 + index}}\n`));
    const volumes = writeSet(260, [{ name: 'Chat-1.json', pieces }]);
    const fourth = Buffer.from(volumes[3] ?? NOTHING);
    const end = Buffer.from('0000ffff', 'hex');
    const first = fourth.indexOf(end) + 4;
    const second = fourth.indexOf(end, first) + 4;
    const twice = Buffer.concat([
      fourth.subarray(0, second),
      fourth.subarray(first, second),
      fourth.subarray(2 * second - first),
    ]);
    const mixed = volumes.map((volume, index) => (index === 3 ? twice : volume));
    expect(await problem(mixed)).toMatch(
      /^exchanged: One of the volumes from v1 to v\d+ is damaged or exchanged/,
    );
  });

  it('is found out at any byte that was changed', async () => {
    const small = writeSet(300, ENTRIES);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(small.length - 1),
        fc.nat(299),
        fc.integer({ min: 1, max: 255 }),
        async (index, at, flip) => {
          const changed = small.map((volume) => Buffer.from(volume));
          const volume = changed[index] ?? Buffer.alloc(1);
          const place = at % volume.length;
          volume.writeUInt8(volume.readUInt8(place) ^ flip, place);
          const said = await problem(changed);
          // Times, attributes and what else says nothing of the content may change unnoticed: then the content is right.
          if (said !== 'joined') return;
          const read = unzipSync((await joinedSet(changed)).zip);
          expect(Object.values(read).map((bytes) => Buffer.from(bytes))).toEqual(ENTRIES.map(content));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is compared with its manifest: records, bytes, CRC-32, names', async () => {
    const change = (from: RegExp, to: string) => {
      const [text = new Uint8Array()] = manifestEntry(DATA).pieces;
      const changed = Buffer.from(Buffer.from(text).toString().replace(from, to));
      return problem(writeSet(500, [...DATA, { name: 'manifest.json', pieces: [changed] }]));
    };
    expect(await change(/"records": 40/, '"records": 41')).toBe(
      'differs: EmailIn-1.json has 40 records, in manifest.json 41.',
    );
    expect(await change(/"bytes": \d+/, '"bytes": 7')).toContain('in manifest.json 7');
    expect(await change(/"crc32": "./, '"crc32": "-')).toContain('has the CRC-32');
    expect(await change(/EmailIn/, 'EmailOut')).toContain(
      'names EmailOut-1.json, which the archive does not have',
    );
    expect(await change(/format": 1/, 'format": 2')).toContain('manifest.json cannot be read');
    expect(await problem(writeSet(500, DATA))).toContain('has no manifest.json');
    expect(await problem(writeSet(500, [...DATA, manifestEntry(DATA.slice(1))]))).toContain(
      'does not name EmailIn-1',
    );
  });
});
