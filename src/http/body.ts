import type { Context, MiddlewareHandler } from 'hono';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import { BodyReader } from '../platform/body-reader.ts';
import type { AppEnv } from './context.ts';
import { failed } from './errors.ts';

/** Bytes of a JSON body at most. */
const MAX_JSON_BYTES = 64 * 1024;
/**
 * Bytes of a refused body that are read on and forgotten at most. A sender that is cut off while it writes does not get
 * to read the answer, and the proxy of `wrangler dev` answers 500 in its place.
 */
const MAX_DRAINED_BYTES = 16 * 1024 * 1024;
/** What gzip begins with (RFC 1952, 2.3.1); no UTF-8 does. */
const GZIP = [0x1f, 0x8b];
/** Levels of a JSON body at most; the deepest that the API defines has four. */
const MAX_JSON_DEPTH = 32;

/** A `Content-Type` without its parameters, in lower case. */
export const mediaType = (c: Context): string =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** How a body is read as a whole: its bytes and the milliseconds that it may take at most. */
interface BodyBounds {
  readonly bytes: number;
  readonly milliseconds?: number;
}

/** How long a body may take that is read as a whole: one that comes in drops holds its memory no longer. */
const BODY_MS = 30_000;
const FIRST_BYTES = 4 * 1024;
const DRAIN_BYTES = 16 * 1024;

/**
 * The whole body, kept to its bounds and not beyond, whatever Content-Length says or leaves out. Holds twice `bytes` at most; of
 * a longer body MAX_DRAINED_BYTES more are read and forgotten.
 */
export async function readBoundedBody(
  c: Context,
  { bytes, milliseconds = BODY_MS }: BodyBounds,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const encoding = (c.req.header('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity') return fail('body-packed', 'Content-Encoding');
  if (Number(c.req.header('content-length') ?? 0) > bytes) return tooLarge(bytes);
  if (!c.req.raw.body) return ok(new Uint8Array(0));
  const reader = new BodyReader(c.req.raw.body);
  const late = Promise.withResolvers<Result<never>>();
  const timer = setTimeout(late.resolve, milliseconds, tooSlow(milliseconds));
  try {
    return await Promise.race([readWhole(reader, bytes), late.promise]);
  } catch {
    return fail('body-cut-off', 'body');
  } finally {
    clearTimeout(timer);
    void reader.cancel();
  }
}

const tooLarge = (max: number) => fail('body-too-large', 'body', { max });
const tooSlow = (milliseconds: number) => fail('body-too-slow', 'body', { seconds: milliseconds / 1_000 });

/** One buffer that doubles as it fills. */
async function readWhole(reader: BodyReader, limit: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  let buffer = new Uint8Array(Math.min(FIRST_BYTES, limit + 1));
  for (let filled = 0; ;) {
    // Asked before: the buffer is empty once it is handed over.
    const asked = buffer.length - filled;
    const read = await reader.read(buffer.subarray(filled));
    buffer = new Uint8Array(read.buffer, 0, filled + read.length);
    filled += read.length;
    if (filled > limit) return drain(reader, limit);
    if (read.length < asked) return ok(buffer);
    const larger = new Uint8Array(Math.min(2 * filled, limit + 1));
    larger.set(buffer);
    buffer = larger;
  }
}

/** Reads on and forgets what it reads, to MAX_DRAINED_BYTES; what is then still to come is given up. */
async function drain(reader: BodyReader, limit: number): Promise<Result<never>> {
  try {
    let room = new Uint8Array(DRAIN_BYTES);
    for (let left = MAX_DRAINED_BYTES; left > 0; left -= DRAIN_BYTES) {
      room = await reader.read(room);
      if (room.length < DRAIN_BYTES) break;
    }
  } catch {
    // A sender that is gone was told all the same.
  }
  return tooLarge(limit);
}

/**
 * Stands before the validators of a route with a JSON body: reads it within its bounds, refuses what is no JSON, and leaves its
 * text to be read again in a request that takes this one's place, as Hono's own body limit does.
 */
export const jsonBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  const text = await readJson(c);
  if (!text.ok) return failed(c, text.failure);
  const { method, headers } = c.req.raw;
  c.req.raw = new Request(c.req.url, { method, headers, body: text.value });
  return next();
};

/** The text of a body that is JSON. It is parsed to know that it is; the route's validator parses it for its own sake. */
async function readJson(c: Context): Promise<Result<string>> {
  if (mediaType(c) !== 'application/json') return fail('json-expected', 'Content-Type');
  const bytes = await readBoundedBody(c, { bytes: MAX_JSON_BYTES });
  if (!bytes.ok) return bytes;
  if (bytes.value[0] === GZIP[0] && bytes.value[1] === GZIP[1]) return fail('body-packed', 'body');
  const text = decodeUtf8(bytes.value);
  if (text === null) return fail('body-not-utf8', 'body');
  if (depth(text) > MAX_JSON_DEPTH) return fail('body-too-deep', 'body', { max: MAX_JSON_DEPTH });
  try {
    JSON.parse(text);
    return ok(text);
  } catch {
    return fail('not-json', 'body');
  }
}

/** The deepest level of arrays and objects in a JSON text, found without parsing it. */
function depth(text: string): number {
  let level = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++level);
    else if (token === ']' || token === '}') level -= 1;
  }
  return deepest;
}
