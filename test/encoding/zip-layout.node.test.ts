import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { NEXT_VOLUME, startArchive, ZipArchive } from '../../src/encoding/zip/archive.ts';
import { combineCrc } from '../../src/encoding/zip/crc-combine.ts';
import { deflatePiece } from '../../src/encoding/zip/deflate.ts';
import {
  joinPieces,
  layOut,
  NO_PIECE,
  Stretch,
  type EntryNumbers,
  type VolumeLayout,
} from '../../src/encoding/zip/layout.ts';
import { inLength } from '../support/mode.ts';
import { fc } from '../support/property.ts';
import { has, inFolder, run } from './outside.ts';
import { noise } from './sealing.ts';
import { FIVE_GIB, MODIFIED, volumeName, writeSet, type EntryPlan } from './zipping.ts';

const GIB = 2 ** 30;

describe('the CRC-32 of two stretches of bytes', () => {
  const bytes = fc.uint8Array({ maxLength: 600 });

  it('is that of both together, as zlib counts it', () => {
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        const combined = combineCrc(crc32(first), crc32(second), second.length);
        expect(combined).toBe(crc32(Buffer.concat([first, second])));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same whichever of many are combined first', () => {
    fc.assert(
      fc.property(bytes, bytes, bytes, (a, b, c) => {
        const [x, y, z] = [a, b, c].map(numbersOf) as [Numbers, Numbers, Numbers];
        expect(joinPieces(joinPieces(x, y), z)).toEqual(joinPieces(x, joinPieces(y, z)));
        expect(joinPieces(NO_PIECE, x)).toEqual(x);
        expect(joinPieces(x, NO_PIECE)).toEqual(x);
      }),
    );
  });

  it('is counted over more than 4 GiB', () => {
    const block = new Uint8Array(2 ** 20).fill(0x61);
    let whole = 0;
    // 16 MiB byte by byte, and 8 GiB by doubling what is known.
    for (let n = 0; n < 16; n += 1) whole = crc32(block, whole);
    let [crc, size] = [crc32(block), block.length];
    while (size < 16 * 2 ** 20) [crc, size] = [combineCrc(crc, crc, size), size * 2];
    expect(crc).toBe(whole);
    const half = crc;
    while (size < 8 * GIB) [crc, size] = [combineCrc(crc, crc, size), size * 2];
    // The same in steps of 16 MiB: another way through the powers of x.
    let stepped = 0;
    for (let at = 0; at < 8 * GIB; at += 16 * 2 ** 20) stepped = combineCrc(stepped, half, 16 * 2 ** 20);
    expect(crc).toBe(stepped);
  });
});

type Numbers = ReturnType<typeof numbersOf>;
const numbersOf = (piece: Uint8Array) => ({
  length: deflatePiece(piece).length,
  bytes: piece.length,
  crc: crc32(piece),
});

const entryNumbers = ({ name, pieces, plannedBytes = 0 }: EntryPlan): EntryNumbers => ({
  name,
  plannedBytes,
  ...pieces.map(numbersOf).reduce(joinPieces, NO_PIECE),
});

/** A volume's bytes, of its layout and of the entries' pieces. */
const filled = (layout: VolumeLayout, entries: readonly EntryPlan[]): Buffer =>
  Buffer.concat(
    layout.map((span) => {
      if (!(span instanceof Stretch)) return span;
      const data = Buffer.concat(entries[span.entry]?.pieces.map((piece) => deflatePiece(piece)) ?? []);
      return data.subarray(span.from, span.until);
    }),
  );

const laidOut = (splitBytes: number | null, entries: readonly EntryPlan[], plannedBytes = Infinity) => [
  ...layOut({ splitBytes, plannedBytes, modified: MODIFIED }, entries.map(entryNumbers)),
];

describe('an archive laid out by numbers', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 5 });
  const entries = fc.array(fc.record({ pieces, zip64: fc.boolean() }), { maxLength: 6 }).map((plans) =>
    plans.map((plan, index): EntryPlan => ({
      name: `Entry-ü${index}.json`,
      pieces: plan.pieces,
      plannedBytes: plan.zip64 ? FIVE_GIB : 0,
    })),
  );
  const split = fc.option(fc.oneof(fc.integer({ min: 256, max: 700 }), fc.integer({ min: 256, max: 4_000 })));
  const planned = fc.constantFrom(0, Infinity);

  it('has the very volumes that are written of the same pieces one after the other', () => {
    fc.assert(
      fc.property(split, entries, planned, (splitBytes, plans, plannedBytes) => {
        const written = writeSet(splitBytes, plans, { plannedBytes });
        const volumes = laidOut(splitBytes, plans, plannedBytes).map((layout) => filled(layout, plans));
        expect(volumes).toEqual(written);
      }),
      { numRuns: inLength(300, 5_000) },
    );
  });

  it('has each byte of each entry in one place, in order', () => {
    fc.assert(
      fc.property(split, entries, (splitBytes, plans) => {
        const stretches = laidOut(splitBytes, plans)
          .flat()
          .filter((span) => span instanceof Stretch);
        for (const [index, plan] of plans.entries()) {
          let at = 0;
          for (const { entry, from, until } of stretches) {
            if (entry !== index) continue;
            expect([from, until > from]).toEqual([at, true]);
            at = until;
          }
          expect(at).toBe(entryNumbers(plan).length);
        }
      }),
    );
  });

  it.each([
    { what: 'sizes and offsets', splitBytes: null, gib: [5, 1, 4] },
    { what: 'offsets in volumes', splitBytes: 6 * GIB, gib: [5, 3] },
    { what: 'numbers of volumes', splitBytes: 32 * 1024, gib: [3, 0] },
  ])('is the same beyond the bounds of ZIP64: $what', ({ splitBytes, gib }) => {
    const options = { splitBytes, modified: MODIFIED };
    const step = 2 ** 26;
    const sizes = gib.map((size) => size * GIB);
    const zip = new ZipArchive(startArchive(options));
    // The bytes are never there: what counts is where each record lies, and what it says.
    const written = record(
      (function* () {
        for (const [index, size] of sizes.entries()) {
          yield* zip.openEntry(`Chat-${index}.json`, size);
          for (let at = 0; at < size; at += step)
            yield* zip.writeDeflated(new Stretch(index, at, at + step), { bytes: step + 1, crc: index });
          yield* zip.closeEntry();
        }
        yield* zip.finish();
      })(),
    );
    const numbers = sizes.map((length, index) => ({
      name: `Chat-${index}.json`,
      plannedBytes: length,
      length,
      bytes: length + length / step,
      // An entry of nothing was never told one.
      crc: length === 0 ? 0 : index,
    }));
    expect(layoutsOf(layOut(options, numbers))).toEqual(written);
  });

  it.skipIf(!has('7z') || !has('unzip') || !has('zip'))(
    'is read by 7-Zip, unzip and zip, its volumes written last to first',
    () =>
      inFolder((folder) => {
        const plans: readonly EntryPlan[] = [
          { name: 'EmailIn-1.json', pieces: Array.from({ length: 40 }, () => noise(5_000)) },
          { name: 'Chat-1.json', pieces: [noise(333), noise(70_000)], plannedBytes: FIVE_GIB },
          { name: 'manifest.json', pieces: [Buffer.from('{"format":1}')] },
        ];
        // No multiple of 16 KiB, which zip's own reader trips over (src/encoding/zip/fitting-headers.ts).
        const layouts = laidOut(65_000, plans);
        expect(layouts.length).toBeGreaterThan(3);
        for (const [index, layout] of [...layouts.entries()].toReversed())
          writeFileSync(join(folder, volumeName(index, layouts.length)), filled(layout, plans));
        expect(run(folder, '7z', 't', 'x.zip')).toContain('Everything is Ok');
        run(folder, 'zip', '-q', '-s', '0', 'x.zip', '--out', 'whole.zip');
        expect(run(folder, 'unzip', '-t', 'whole.zip')).toContain('No errors detected');
        const [whole] = laidOut(null, plans, 0);
        writeFileSync(join(folder, 'one.zip'), filled(whole ?? [], plans));
        expect(run(folder, 'unzip', '-t', 'one.zip')).toContain('No errors detected');
      }),
  );
});

/** Volumes as a list of records in hex, and of lengths of data. */
function record(output: Iterable<Uint8Array | Stretch | typeof NEXT_VOLUME>) {
  const volumes: (Uint8Array | Stretch)[][] = [[]];
  for (const span of output) {
    if (span === NEXT_VOLUME) volumes.push([]);
    else volumes.at(-1)?.push(span);
  }
  return layoutsOf(volumes);
}

/** Neighbouring stretches of one entry count as one. */
function layoutsOf(volumes: Iterable<VolumeLayout>): readonly string[] {
  return Array.from(volumes, (spans) => {
    const joining: (Uint8Array | Stretch)[] = [];
    for (const span of spans) {
      const last = joining.at(-1);
      if (span instanceof Stretch && last instanceof Stretch && last.entry === span.entry)
        joining[joining.length - 1] = new Stretch(
          span.entry,
          last.from,
          last.length + span.until - span.from + last.from,
        );
      else joining.push(span);
    }
    return joining.map(shown).join(' ');
  });
}

const shown = (span: Uint8Array | Stretch): string =>
  span instanceof Stretch ? `${span.entry}: ${span.from}-${span.until}` : Buffer.from(span).toString('hex');
