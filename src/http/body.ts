import type { Context, MiddlewareHandler } from 'hono';
import { fail, ok, type Result } from '../model/failures.ts';
import type { AppEnv } from './context.ts';
import { failed } from './errors.ts';

/** Bytes of a JSON body at most (semantics.md, "Jobs"). */
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
 * `limit` bytes and the last piece that arrived; of a longer body MAX_DRAINED_BYTES more are read and forgotten.
 */
export async function readBody(c: Context, limit: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const encoding = (c.req.header('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity') {
    return fail(
      'unsupported-media',
      'Content-Encoding',
      'Send this body uncompressed, without Content-Encoding.',
    );
  }
  const tooLarge = fail('too-large', 'body', `The body may have at most ${limit} bytes.`);
  if (Number(c.req.header('content-length') ?? 0) > limit) return tooLarge;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = c.req.raw.body?.getReader();
  if (!reader) return ok(new Uint8Array(0));
  for (;;) {
    const piece = await readPiece(reader);
    if (piece === 'broken')
      return fail('invalid', 'body', 'The body ended before it was complete; send it again.');
    if (piece === null) break;
    length += piece.byteLength;
    if (length > limit) {
      await drain(reader, MAX_DRAINED_BYTES);
      return tooLarge;
    }
    pieces.push(piece);
  }
  return ok(joined(pieces, length));
}

/** Reads on and forgets what it reads, to `most` bytes; what is then still to come is given up. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<void> {
  for (let left = most; left > 0;) {
    const piece = await readPiece(reader);
    if (piece === null || piece === 'broken') return;
    left -= piece.byteLength;
  }
  // A sender that is gone cannot be told that the rest is not wanted.
  reader.cancel().catch(() => undefined);
}

async function readPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | 'broken' | null> {
  try {
    const { done, value } = await reader.read();
    return done ? null : value;
  } catch {
    return 'broken';
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** Bytes as UTF-8 text, a leading byte order mark dropped; null when they are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Stands before the validators of a route with a JSON body: reads it within its bounds and leaves the parsed value where
 * `c.req.json()` finds it.
 */
export const jsonBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  const parsed = await readJson(c);
  if (!parsed.ok) return failed(c, parsed.failure);
  c.req.bodyCache.json = Promise.resolve(parsed.value);
  return next();
};

async function readJson(c: Context): Promise<Result<unknown>> {
  if (mediaType(c) !== 'application/json') {
    return fail('unsupported-media', 'Content-Type', 'Send the body as application/json.');
  }
  const bytes = await readBody(c, MAX_JSON_BYTES);
  if (!bytes.ok) return bytes;
  const text = decodeUtf8(bytes.value);
  if (text === null) return fail('invalid', 'body', 'The body is not UTF-8; encode it so.');
  if (depth(text) > MAX_JSON_DEPTH) {
    return fail(
      'invalid',
      'body',
      `The body nests deeper than ${MAX_JSON_DEPTH} levels; send what is documented.`,
    );
  }
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail('invalid', 'body', 'The body is not valid JSON; check quotes, commas and brackets.');
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
