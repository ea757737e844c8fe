import { describe, expect, it } from 'vitest';
import { BodyReader } from '../../src/platform/body-reader.ts';
import { utf8 } from '../records/records.ts';

/** A stream that JavaScript makes, of bytes or not, in chunks of one byte; an error in the place of its end, if wanted. */
function byteByByte(text: string, type: 'bytes' | undefined, error?: Error): ReadableStream<Uint8Array> {
  const bytes = utf8(text);
  let at = 0;
  const pull = (controller: ReadableByteStreamController | ReadableStreamDefaultController<Uint8Array>) => {
    if (at < bytes.length) return controller.enqueue(bytes.slice(at, ++at));
    if (error) return controller.error(error);
    controller.close();
    if ('byobRequest' in controller) controller.byobRequest?.respond(0);
  };
  return type ? new ReadableStream({ type, pull }) : new ReadableStream<Uint8Array>({ pull });
}

const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe.each([
  ['of bytes', 'bytes'],
  ['of chunks', undefined],
] as const)('a stream %s', (_, type) => {
  it('fills the memory that it is given, however small the chunks are', async () => {
    const reader = new BodyReader(byteByByte('abcdefgh', type));
    const room = new Uint8Array(16);
    room.set(utf8('>>'));
    const first = await reader.read(room.subarray(2, 7));
    expect([first.byteOffset, first.buffer.byteLength, read(new Uint8Array(first.buffer, 0, 7))]).toEqual([
      2,
      16,
      '>>abcde',
    ]);
    expect(read(await reader.read(new Uint8Array(5)))).toBe('fgh');
    expect(read(await reader.read(new Uint8Array(5)))).toBe('');
  });

  it('throws what the body throws', async () => {
    const reader = new BodyReader(byteByByte('abc', type, new Error('connection lost')));
    await expect(reader.read(new Uint8Array(5))).rejects.toThrow('connection lost');
    await reader.cancel();
  });
});

it('what came over the network is read alike', async () => {
  const body = new Response('abcdefgh').body!; // a Response of a text has a body
  const reader = new BodyReader(body);
  expect(read(await reader.read(new Uint8Array(5)))).toBe('abcde');
  await reader.cancel();
});
