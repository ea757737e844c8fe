import { fc } from '../support/property.ts';
import { describe, expect, it } from 'vitest';
import { linePieces } from '../../scripts/udm/line-pieces.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function cut(text: string, target: number, chunk: number) {
  const pieces: { text: string; linesBefore: number }[] = [];
  for await (const { bytes, linesBefore } of linePieces(chunked(encode(text), chunk), target)) {
    const parts: Uint8Array[] = [];
    for await (const part of bytes) parts.push(part);
    pieces.push({ text: Buffer.concat(parts).toString('utf8'), linesBefore });
  }
  return pieces;
}

describe('linePieces', () => {
  it('ends a piece with the line that reaches the target, and numbers what follows', async () => {
    expect(await cut('one\ntwo\nthree\nfour', 5, 3)).toEqual([
      { text: 'one\ntwo\n', linesBefore: 0 },
      { text: 'three\n', linesBefore: 2 },
      { text: 'four', linesBefore: 3 },
    ]);
  });

  it('keeps a line longer than the target whole', async () => {
    expect((await cut(`${'x'.repeat(50)}\nend\n`, 10, 7)).map(({ text }) => text)).toEqual([
      `${'x'.repeat(50)}\n`,
      'end\n',
    ]);
  });

  it('has no piece for an empty file', async () => {
    expect(await cut('', 10, 1)).toEqual([]);
  });

  it('gives the same pieces whatever the chunks, and the whole text in order', async () => {
    const lines = fc.array(
      fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\n', '')),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (list, target, chunk) => {
          const text = list.join('\n');
          const pieces = await cut(text, target, chunk);
          expect(pieces).toEqual(await cut(text, target, 1_000));
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          for (const piece of pieces.slice(0, -1)) {
            expect(piece.text.endsWith('\n')).toBe(true);
            expect(Buffer.byteLength(piece.text)).toBeGreaterThanOrEqual(target);
          }
        },
      ),
    );
  });
});
