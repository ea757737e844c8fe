import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { readBoundedBody } from '../../src/http/body.ts';
import { utf8 } from '../records/records.ts';

/** Asks for the body of a request to be read as a whole. */
async function readOf(body: BodyInit, bounds: { bytes: number; milliseconds?: number }) {
  let read: Awaited<ReturnType<typeof readBoundedBody>> | undefined;
  const app = new Hono().post('/', async (c) => {
    read = await readBoundedBody(c, bounds);
    return c.body(null);
  });
  await app.request('/', { method: 'POST', body });
  if (!read) throw new Error('the body was not read');
  return read;
}

/** Chunks of one byte, then what `end` does. */
const byteByByte = (bytes: Uint8Array, end: (controller: ReadableStreamDefaultController) => unknown) => {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull: (controller) =>
      at < bytes.length ? controller.enqueue(bytes.slice(at, ++at)) : void end(controller),
  });
};

describe('a body that is read as a whole', () => {
  it.each([0, 1, 4_095, 4_096, 4_097, 8_192, 10_000])(
    'of %i bytes is the same however it comes, within its bound and not beyond',
    async (length) => {
      const bytes = crypto.getRandomValues(new Uint8Array(length));
      const close = (controller: ReadableStreamDefaultController) => controller.close();
      expect(await readOf(bytes, { bytes: length })).toEqual({ ok: true, value: bytes });
      expect(await readOf(byteByByte(bytes, close), { bytes: length })).toEqual({ ok: true, value: bytes });
      if (length === 0) return;
      expect(await readOf(byteByByte(bytes, close), { bytes: length - 1 })).toMatchObject({
        ok: false,
        failure: { code: 'body-too-large', data: { max: length - 1 } },
      });
    },
  );

  it('is ended when it does not come within its time', async () => {
    const stuck = byteByByte(utf8('{"title":'), () => new Promise(() => undefined));
    expect(await readOf(stuck, { bytes: 1_000, milliseconds: 20 })).toMatchObject({
      ok: false,
      failure: { code: 'body-too-slow', field: 'body', data: { seconds: 0.02 } },
    });
  });

  it('is told to be cut off when its sender goes', async () => {
    const gone = byteByByte(utf8('{"title":'), (controller) => controller.error(new Error('lost')));
    expect(await readOf(gone, { bytes: 1_000 })).toMatchObject({
      ok: false,
      failure: { code: 'body-cut-off' },
    });
  });
});
