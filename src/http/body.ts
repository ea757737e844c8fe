import type { Context, MiddlewareHandler } from 'hono';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import type { AppEnv } from './context.ts';
import { failed } from './errors.ts';

/** Bytes of a JSON body at most. */
const MAX_JSON_BYTES = 64 * 1024;
/**
 * Bytes of a refused body that are read on and forgotten at most. A sender that is cut off while it writes does not get
 * to read the answer, and the proxy of `wrangler dev` answers 500 in its place.
 */
const MAX_DRAINED_BYTES = 16 * 1024 * 1024;
/** Levels of a JSON body at most; the deepest that the API defines has four. */
const MAX_JSON_DEPTH = 32;

/** A `Content-Type` without its parameters, in lower case. */
export const mediaType = (c: Context): string =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * The whole body, kept to `limit` bytes and not beyond, whatever Content-Length says or leaves out. Holds at most
 * `limit` bytes and the last chunk that arrived; of a longer body MAX_DRAINED_BYTES more are read and forgotten.
 */
export async function readBoundedBody(c: Context, limit: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const encoding = (c.req.header('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity') return fail('body-packed', 'Content-Encoding');
  const tooLarge = fail('body-too-large', 'body', { max: limit });
  if (Number(c.req.header('content-length') ?? 0) > limit) return tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = c.req.raw.body?.getReader();
  if (!reader) return ok(new Uint8Array(0));
  for (;;) {
    const chunk = await readChunk(reader);
    if (chunk === 'broken') return fail('body-cut-off', 'body');
    if (chunk === null) break;
    length += chunk.byteLength;
    if (length > limit) {
      await drain(reader, MAX_DRAINED_BYTES);
      return tooLarge;
    }
    chunks.push(chunk);
  }
  return ok(joined(chunks, length));
}

/** Reads on and forgets what it reads, to `most` bytes; what is then still to come is given up. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<void> {
  for (let left = most; left > 0;) {
    const chunk = await readChunk(reader);
    if (chunk === null || chunk === 'broken') return;
    left -= chunk.byteLength;
  }
  // A sender that is gone cannot be told that the rest is not wanted.
  reader.cancel().catch(() => undefined);
}

async function readChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | 'broken' | null> {
  try {
    const { done, value } = await reader.read();
    return done ? null : value;
  } catch {
    return 'broken';
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
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
  const bytes = await readBoundedBody(c, MAX_JSON_BYTES);
  if (!bytes.ok) return bytes;
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
