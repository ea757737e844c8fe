import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFLATE_END } from '../../../src/encoding/zip/deflate.ts';
import { inflatePiece } from '../../../src/encoding/zip/inflate.ts';
import { joinPieces, NO_PIECE } from '../../../src/encoding/zip/layout.ts';
import { decodeTable, hasPrint } from '../../../src/records/packed/line-table.ts';
import { compareKeys, compareTexts } from '../../../src/records/packed/order.ts';
import { packPieces, PIECE_BYTES, type TextLine } from '../../../src/records/packed/piece.ts';
import { printOf } from '../../../src/records/packed/print.ts';
import { fc } from '../../support/property.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const names = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
  fc.constantFrom('a', 'b', '\uffee', '\u{1f600}', 'é', '__proto__'),
);

describe('the order of texts', () => {
  it('is that of their bytes in UTF-8', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(Math.sign(compareTexts(a, b))).toBe(Buffer.compare(utf8(a), utf8(b)));
      }),
      { numRuns: 2_000 },
    );
  });
});

const line = fc.record({
  date: fc.constantFrom(-1, 0, 5, Date.UTC(2024, 1, 28)),
  owner: fc.constantFrom('', 'o', '\uffee', '\u{1f600}'),
  id: names,
  media: fc.constantFrom('', 'email', '__proto__'),
  change: fc.integer({ min: 1, max: 1_000_000 }),
  print: fc.constantFrom(0, 1, printOf('C1')),
  text: fc.uint8Array({ maxLength: 60 }).map((bytes) => utf8(JSON.stringify([...bytes]))),
});
const lines = fc
  .uniqueArray(line, { maxLength: 40, comparator: (a, b) => compareKeys(a, b) === 0 })
  .map((all) => all.toSorted(compareKeys));

const textOf = (all: readonly PlainLine[]) =>
  Buffer.concat(all.flatMap(({ text }) => [text, Uint8Array.of(0x0a)]));

/** A line whose text is at hand. */
type PlainLine = TextLine & { readonly text: Uint8Array };

describe('pieces', () => {
  it('hold their lines, tell what is in them, and stand one behind the other', () => {
    fc.assert(
      fc.property(lines, fc.nat(1_000), (all, base) => {
        const pieces = [...packPieces(all)];
        let read = 0;
        for (const piece of pieces) {
          const raw = inflatePiece(piece.data, piece.bytes);
          const own = all.slice(read, (read += piece.records));
          expect(textOf(own).equals(raw)).toBe(true);
          expect([piece.length, piece.crc]).toEqual([piece.data.length, crc32(raw)]);
          expect(decodeTable(piece, base)).toEqual(
            own.map(({ text, change, ...rest }) => ({
              ...rest,
              change: base + change,
              size: text.length + 1,
            })),
          );
          const changes = own.map(({ change }) => change);
          expect([piece.low, piece.high]).toEqual([Math.min(...changes), Math.max(...changes)]);
          expect([piece.first, piece.last].map(({ id }) => id)).toEqual([own[0]?.id, own.at(-1)?.id]);
          expect(new Map(piece.media)).toEqual(
            new Map([...Map.groupBy(own, ({ media }) => media)].map(([name, some]) => [name, some.length])),
          );
          for (const print of [1, printOf('C1'), 77])
            expect(hasPrint(piece.prints, print)).toBe(own.some((one) => one.print === print));
        }
        expect(read).toBe(all.length);
        const stream = Buffer.concat([...pieces.map(({ data }) => data), DEFLATE_END]);
        expect(inflateRawSync(stream).equals(textOf(all))).toBe(true);
        const sum = pieces.reduce((before, piece) => joinPieces(before, piece), NO_PIECE);
        expect(sum).toEqual({
          length: stream.length - DEFLATE_END.length,
          bytes: textOf(all).length,
          crc: crc32(textOf(all)),
        });
      }),
      { numRuns: 100 },
    );
  });

  const many = (count: number, bytes: number): TextLine[] =>
    Array.from({ length: count }, (_, at) => ({
      date: at,
      owner: '',
      id: `i${at}`,
      media: 'email',
      change: at + 1,
      print: 0,
      text: new Uint8Array(bytes).fill(0x78),
    }));

  it('are as large as they may be, and no larger', () => {
    const blobOf = (count: number, bytes: number) =>
      [...packPieces(many(count, bytes))].map((piece) => piece.bytes);
    expect(blobOf(3, PIECE_BYTES / 2 - 1)).toEqual([PIECE_BYTES, PIECE_BYTES / 2]);
    expect(blobOf(2, PIECE_BYTES / 2)).toEqual([PIECE_BYTES / 2 + 1, PIECE_BYTES / 2 + 1]);
    expect([...packPieces(many(5_001, 1))].map(({ records }) => records)).toEqual([5_000, 1]);
    expect(() => [...packPieces(many(1, PIECE_BYTES))]).toThrow('"i0" is larger');
  });

  it('are refused out of order', () => {
    expect(() => [...packPieces(many(3, 1).toReversed())]).toThrow('out of its order');
    expect(() => [...packPieces([...many(1, 1), ...many(1, 1)])]).toThrow('out of its order');
  });

  it('are not read with a byte less or more than they had', () => {
    const data = [...packPieces(many(3, 100))].at(0)?.data ?? new Uint8Array();
    expect(() => inflatePiece(data, 302)).toThrow('303 bytes');
    expect(() => inflatePiece(data, 304)).toThrow('303 bytes');
  });
});
