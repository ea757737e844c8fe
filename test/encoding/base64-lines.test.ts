import { Buffer } from 'node:buffer';
import { fc } from '../support/property.ts';
import { expect, it } from 'vitest';
import { Base64Lines } from '../../src/encoding/base64-lines.ts';
import { noise } from './sealing.ts';

/** Encodes in pieces of the lengths given, each time with a new encoder made from the state in JSON. */
function encode(bytes: Uint8Array, lengths: readonly number[]): { text: string; sizes: boolean } {
  let lines = new Base64Lines();
  let text = '';
  let from = 0;
  let sizes = true;
  for (const length of [...lengths, bytes.length]) {
    const piece = bytes.subarray(from, from + length);
    const output = new Uint8Array(lines.sizeOf(piece.length));
    sizes &&= lines.write(piece, output, 0) === output.length;
    text += Buffer.from(output).toString('latin1');
    from = Math.min(from + length, bytes.length);
    lines = new Base64Lines(JSON.parse(JSON.stringify(lines.state)));
  }
  const end = new Uint8Array(6);
  text += Buffer.from(end.subarray(0, lines.end(end, 0))).toString('latin1');
  return { text, sizes };
}

const expected = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,76}/g, '$&\n');

it('breaks lines after 76 characters, for every length around a line and a remainder', () => {
  for (let length = 0; length <= 240; length++) {
    const bytes = noise(length);
    expect(encode(bytes, [])).toEqual({ text: expected(bytes), sizes: true });
  }
});

it('gives the same text however the input is cut, and says beforehand how long it will be', () => {
  const lengths = fc.array(fc.oneof(fc.nat(5), fc.nat(300)), { maxLength: 20 });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4000 }), lengths, (bytes, cuts) => {
      expect(encode(bytes, cuts)).toEqual({ text: expected(bytes), sizes: true });
    }),
    { numRuns: 200 },
  );
});

it('reads input and writes output that begin anywhere in their buffers', () => {
  const bytes = noise(300);
  const output = new Uint8Array(500).fill(0x21);
  const lines = new Base64Lines();
  const end = lines.end(output, lines.write(bytes.subarray(7, 207), output, 3));
  expect(Buffer.from(output.subarray(3, end)).toString()).toBe(expected(bytes.subarray(7, 207)));
  expect([...output.subarray(0, 3), output[end]]).toEqual([0x21, 0x21, 0x21, 0x21]);
});
