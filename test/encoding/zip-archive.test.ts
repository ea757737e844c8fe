import { Buffer } from 'node:buffer';
import { fc } from '../support/property.ts';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { startArchive, ZipArchive, type ArchiveState } from '../../src/encoding/zip/archive.ts';
import { crcOf, deflatePiece } from '../../src/encoding/zip/deflate.ts';
import { mostArchiveBytes } from '../../src/encoding/zip/planned-size.ts';
import { plansZip64 } from '../../src/encoding/zip/zip64.ts';
import { noise } from './sealing.ts';
import { FIVE_GIB, MODIFIED, VolumeSink, writeSet, type EntryPlan } from './zipping.ts';

const pieces = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 });
const entries = fc.array(fc.record({ pieces, zip64: fc.boolean() }), { maxLength: 5 }).map((plans) =>
  plans.map((plan, index): EntryPlan => ({
    name: `Entry-${index}.json`,
    pieces: plan.pieces,
    plannedBytes: plan.zip64 ? FIVE_GIB : 0,
  })),
);
const splits = fc.integer({ min: 256, max: 2000 });
/** A coin that falls the same way in every run. */
const coins = fc.infiniteStream(fc.boolean()).map((coin) => () => coin.next().value);

const RECORDS = {
  '504b0304': (at: Buffer) => 30 + at.readUInt16LE(26) + at.readUInt16LE(28),
  '504b0102': (at: Buffer) => 46 + at.readUInt16LE(28) + at.readUInt16LE(30),
  '504b0506': () => 22,
} as const;

describe('a zip archive', () => {
  it('holds what was written, for any entries in any pieces', () => {
    fc.assert(
      fc.property(entries, (plans) => {
        const [archive] = writeSet(null, plans);
        const read = unzipSync(archive ?? new Uint8Array());
        expect(Object.keys(read)).toEqual(plans.map((plan) => plan.name));
        for (const plan of plans) expect(Buffer.concat(plan.pieces).equals(read[plan.name]!)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same set of volumes wherever the writer was made anew from its state', () => {
    fc.assert(
      fc.property(splits, entries, coins, (split, plans, coin) => {
        const set = writeSet(split, plans);
        expect(writeSet(split, plans, { checkpoint: coin })).toEqual(set);
      }),
      { numRuns: 80 },
    );
  });

  it('fills every volume but the last, or leaves out less than the header that comes next', () => {
    fc.assert(
      fc.property(splits, entries, (split, plans) => {
        const volumes = writeSet(split, plans);
        for (const [index, volume] of volumes.slice(0, -1).entries()) {
          const missing = split - volume.length;
          expect(missing).toBeGreaterThanOrEqual(0);
          if (missing === 0) continue;
          const next = volumes[index + 1]!;
          const signature = next.subarray(0, 4).toString('hex') as keyof typeof RECORDS;
          expect(Object.keys(RECORDS)).toContain(signature);
          expect(missing).toBeLessThan(RECORDS[signature](next));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tells in its state what each entry holds', () => {
    const zip = new ZipArchive(startArchive({ splitBytes: null, modified: MODIFIED }));
    const sink = new VolumeSink();
    const [first, second] = [noise(1000), noise(500)];
    sink.take(zip.openEntry('a', 1500));
    const deflated = [deflatePiece(first), deflatePiece(second)] as const;
    sink.take(zip.writeDeflated(deflated[0], { bytes: 1000, crc: crcOf(first, 0) }));
    const early = zip.state;
    sink.take(zip.writeDeflated(deflated[1], { bytes: 500, crc: crcOf(second, early.open?.crc ?? 0) }));
    sink.take(zip.closeEntry());
    expect(early).toMatchObject({ entries: [], open: { bytes: 1000, crc: crcOf(first, 0) } });
    expect(zip.state.open).toBeNull();
    expect(zip.state.entries).toEqual([
      {
        name: 'a',
        zip64: false,
        disk: 0,
        offset: 0,
        crc: crcOf(Buffer.concat([first, second]), 0),
        compressedBytes: deflated[0].length + deflated[1].length + 2,
        bytes: 1500,
      },
    ]);
  });

  it('refuses what would make a wrong archive', () => {
    const zip = () => new ZipArchive(startArchive({ splitBytes: 256, modified: MODIFIED }));
    const run = (steps: (archive: ZipArchive) => readonly Iterable<unknown>[]) => () => {
      for (const step of steps(zip())) Array.from(step);
    };
    expect(run((a) => [a.closeEntry()])).toThrow('No entry is open');
    expect(run((a) => [a.openEntry('a', 0), a.openEntry('b', 0)])).toThrow('still open');
    expect(run((a) => [a.openEntry('a', 0), a.finish()])).toThrow('still open');
    expect(run((a) => [a.finish(), a.finish()])).toThrow('finished');
    expect(run((a) => [a.openEntry('n'.repeat(240), 0)])).toThrow('does not fit');
    expect(() => startArchive({ splitBytes: 255, modified: MODIFIED })).toThrow(RangeError);
    expect(() => startArchive({ splitBytes: 1000.5, modified: MODIFIED })).toThrow(RangeError);
  });
});

describe('the spanning marker', () => {
  const begins = (splitBytes: number | null, plannedBytes: number) =>
    writeSet(splitBytes, [{ name: 'a', pieces: [] }], { plannedBytes })[0]?.toString('latin1', 0, 4);

  it('stands only where the planned bytes do not fit into one volume', () => {
    expect(begins(1000, 1000)).toBe('PK\x03\x04');
    expect(begins(1000, 1001)).toBe('PK\x07\x08');
    expect(begins(null, Infinity)).toBe('PK\x03\x04');
  });

  it('does not come into an archive that was begun without it, or go out of one with it', () => {
    for (const plannedBytes of [0, Infinity]) {
      const plans = [{ name: 'a', pieces: [noise(400), noise(300)] }];
      const set = writeSet(300, plans, { plannedBytes, checkpoint: () => true });
      expect(set).toEqual(writeSet(300, plans, { plannedBytes }));
      expect(set.length).toBeGreaterThan(2);
      expect(Buffer.concat(set).includes('PK\x07\x08PK')).toBe(plannedBytes > 0);
    }
  });
});

describe('the planned size of an archive', () => {
  const planned = (plans: readonly EntryPlan[]) =>
    mostArchiveBytes(
      plans.map(({ name, pieces: all, plannedBytes = 0 }) => ({
        name,
        bytes: Math.max(
          plannedBytes,
          all.reduce((sum, piece) => sum + piece.length, 0),
        ),
        pieces: all.length,
      })),
    );

  it('is never passed, whatever is written, and volumes of that size are one', () => {
    fc.assert(
      fc.property(entries, (plans) => {
        const most = planned(plans);
        const [archive, ...more] = writeSet(Math.max(256, most), plans);
        expect(more).toEqual([]);
        // The marker is no part of the plan: where it stands, the plan said that there is more than one volume.
        expect((archive?.length ?? 0) - 4).toBeLessThanOrEqual(most);
      }),
      { numRuns: 100 },
    );
  });

  it.each([1, 100, 16_383, 16_384, 32_767, 65_536, 524_288, 2_097_152])(
    'holds deflate to its worst case, by one in a hundred: pieces of %s bytes that cannot be shortened',
    (length) => {
      const plans = [{ name: 'a', pieces: [noise(length), noise(length)] }];
      const bytes = writeSet(null, plans)[0]?.length ?? 0;
      expect(planned(plans)).toBeGreaterThanOrEqual(bytes);
      expect(planned(plans)).toBeLessThanOrEqual(bytes * 1.01 + 40);
    },
  );
});

describe('ZIP64', () => {
  const GIB = 2 ** 30;
  const state = (plannedBytes: number): ArchiveState => {
    const zip = new ZipArchive(startArchive({ splitBytes: null, modified: MODIFIED }));
    Array.from(zip.openEntry('a', plannedBytes));
    return zip.state;
  };
  /** As if `bytes` had been written, without writing them: the writer counts what it is told. */
  const writeLarge = (zip: ZipArchive, bytes: number) =>
    Array.from(zip.writeDeflated(new Uint8Array(3), { bytes, crc: 1 }));

  it('is decided from the planned bytes and a margin', () => {
    expect(plansZip64(0)).toBe(false);
    expect(plansZip64(3.7 * GIB)).toBe(false);
    expect(plansZip64(3.9 * GIB)).toBe(true);
    expect(plansZip64(4 * GIB)).toBe(true);
    expect(state(GIB).open?.zip64).toBe(false);
    expect(state(5 * GIB).open?.zip64).toBe(true);
  });

  it('fails in words when an entry passes 4 GiB without it, and writes nothing of the piece', () => {
    const zip = new ZipArchive(state(GIB));
    writeLarge(zip, 0xfffffffe);
    const { offset } = zip.state;
    expect(() => writeLarge(zip, 1)).toThrow('The entry a was planned to stay below 4 GiB and has passed it');
    expect(zip.state.offset).toBe(offset);
    const compressed = new ZipArchive({
      ...state(GIB),
      open: { ...state(GIB).open!, compressedBytes: 0xfffffffd },
    });
    expect(() => Array.from(compressed.closeEntry())).toThrow('4 GiB');
  });

  it('writes sizes, offsets and the directory past 4 GiB in full', () => {
    const zip = new ZipArchive(state(5 * GIB));
    const sink = new VolumeSink();
    writeLarge(zip, 5 * GIB);
    sink.take(zip.closeEntry());
    const later = new ZipArchive({ ...zip.state, offset: 6 * GIB });
    sink.take(later.openEntry('b', 0));
    sink.take(later.closeEntry());
    sink.take(later.finish());
    const hex = sink.volumes[0]?.toString('hex') ?? '';
    // Data descriptor of a; its size in the directory; the offset of b; the directory's own offset.
    expect(hex).toContain('504b07080100000005000000000000000000004001000000');
    expect(hex).toContain('61010008000000004001000000');
    expect(hex).toContain('62010008000000008001000000');
    expect(hex).toContain('504b06062c00000000000000');
    expect(hex.endsWith('504b0506000000000200020076000000ffffffff0000')).toBe(true);
  });
});
