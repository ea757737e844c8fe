import { fc } from '../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { LineSplitter, type Line } from '../../../src/records/import/lines.ts';
import { utf8 } from '../records.ts';

const LIMIT = 20;

function split(bytes: Uint8Array, cuts: readonly number[] = [], limit = LIMIT): Line[] {
  const splitter = new LineSplitter(limit);
  const edges = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  const pushed = edges.slice(1).flatMap((end, index) => splitter.push(bytes.slice(edges[index], end)));
  return [...pushed, ...splitter.end()];
}
/** [number, text] of a line, [number, code of the problem], or [number, 'long', text of all pieces]. */
function told(lines: readonly Line[]) {
  let long = '';
  // Pieces end anywhere, also in the middle of a character.
  const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
  return lines.flatMap((line) => {
    if ('text' in line) return [[line.number, line.text]];
    if ('problem' in line) return [[line.number, line.problem]];
    if ('chunk' in line) {
      long += decoder.decode(line.chunk, { stream: true });
      return [];
    }
    const text = long + decoder.decode();
    long = '';
    return [[line.number, 'long', text]];
  });
}

describe('LineSplitter', () => {
  it('drops one CR and a leading BOM, leaves out blank lines but counts them in its numbers', () => {
    const bytes = utf8('\ufeff{}\r\n\n \t\r\n{"a":1}\r\r\n\ufeff\ufeff2\n\u2028\n{}');
    expect(told(split(bytes))).toEqual([
      [1, '{}'],
      [4, '{"a":1}\r'],
      [5, '\ufeff2'],
      [6, '\u2028'],
      [7, '{}'],
    ]);
  });

  it('measures a line in bytes without what it drops', () => {
    const exact = 'é'.repeat(LIMIT / 2);
    expect(split(utf8(`\ufeff${exact}\r\n`))).toEqual([{ number: 1, text: exact, bytes: utf8(exact) }]);
    expect(told(split(utf8(`a\n${exact}x\nb`)))).toEqual([
      [1, 'a'],
      [2, 'long', `${exact}x`],
      [3, 'b'],
    ]);
    expect(told(split(utf8(`\ufeff\ufeff${exact}\r\r\n${exact}x\r`)))).toEqual([
      [1, 'long', `\ufeff${exact}\r`],
      [2, 'long', `${exact}x`],
    ]);
  });

  it('refuses invalid UTF-8 in its line alone', () => {
    const bytes = new Uint8Array([0x61, 0x0a, 0xc3, 0x28, 0x0a, 0xed, 0xa0, 0x80, 0x0a, 0x62]);
    expect(told(split(bytes))).toEqual([
      [1, 'a'],
      [2, 'record-not-utf8'],
      [3, 'record-not-utf8'],
      [4, 'b'],
    ]);
  });

  it('gives the same lines however the bytes are cut', () => {
    const chunk = fc.constantFrom('\n', '\r\n', ' ', 'ab', '\ufeff', 'x'.repeat(15), 'y\r');
    fc.assert(
      fc.property(
        fc.array(chunk, { maxLength: 30 }),
        fc.array(fc.nat(200), { maxLength: 8 }),
        (pieces, cuts) => {
          const bytes = utf8(pieces.join(''));
          const within = cuts.map((cut) => Math.min(cut, bytes.length));
          expect(told(split(bytes, within))).toEqual(told(split(bytes)));
        },
      ),
      { numRuns: 2_000, examples: [[['x'.repeat(15), 'y\r', 'x'.repeat(15), '\ufeff'], [33]]] },
    );
  });

  it('hands on a line of any length without keeping it', () => {
    const splitter = new LineSplitter(1_000);
    const chunk = new Uint8Array(1_000_000).fill(0x78);
    for (let megabytes = 0; megabytes < 300; megabytes += 1) {
      const sizes = splitter.push(chunk).map((line) => ('chunk' in line ? line.chunk.length : line));
      expect(sizes).toEqual([1_000_000]);
    }
    expect(told(splitter.push(utf8('\nnext\n')))).toEqual([
      [1, 'long', ''],
      [2, 'next'],
    ]);
  });
});
