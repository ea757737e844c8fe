import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fail, type Failure } from '../../model/failures.ts';
import { BodyReader } from '../../platform/body-reader.ts';

/** Ends the reading of a body from inside its generators; import turns it back into the failure that it carries. */
export class BodyRefused extends Error {
  readonly failure: Failure;
  constructor({ failure }: { readonly failure: Failure }) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Bytes that are read at once. */
const CHUNK_BYTES = 64 * 1024;
/** How long a chunk may take: below 1 KB a second an import ends. */
const CHUNK_MS = 60_000;

/** How a request's body is read: limits in bytes, as sent and after unpacking. */
interface BodyOptions {
  readonly gzip: boolean;
  readonly sent: number;
  readonly unpacked: number;
  /** Is told of each chunk. */
  readonly held?: () => void;
}

/**
 * The bytes of a request, unpacked when gzip'd (several members in a row are one file, RFC 1952 §2.2). Throws
 * BodyRefused on a broken gzip stream or past a limit. However reading ends, the body is cancelled before it has ended.
 */
export async function* readBody(
  body: ReadableStream<Uint8Array>,
  { gzip, sent, unpacked, held = () => undefined }: BodyOptions,
): AsyncGenerator<Uint8Array> {
  const reader = new BodyReader(body);
  try {
    const raw = limited(chunksOf(reader, held), sent, 'import-too-large');
    yield* gzip ? limited(gunzip(raw), unpacked, 'import-unpacks-too-large') : unpackedOnly(raw);
  } finally {
    await reader.cancel();
  }
}

/** Each chunk lies in memory of its own: lines that are not complete hold views of it. */
async function* chunksOf(reader: BodyReader, held: () => void): AsyncGenerator<Uint8Array> {
  for (;;) {
    const chunk = await inTime(reader.read(new Uint8Array(CHUNK_BYTES)));
    held();
    if (chunk.length > 0) yield chunk;
    if (chunk.length < CHUNK_BYTES) return;
  }
}

/** A chunk that comes within its time: whoever sends next to nothing keeps others out. */
async function inTime(chunk: Promise<Uint8Array>): Promise<Uint8Array> {
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(late.resolve, CHUNK_MS, 'late');
  try {
    const first = await Promise.race([chunk, late.promise]);
    if (first === 'late') throw new BodyRefused(fail('import-too-slow', 'body'));
    return first;
  } finally {
    clearTimeout(timer);
  }
}

/** Refuses gzip that no header tells of (its magic number, RFC 1952 §2.3.1): its lines would be as many problems. */
async function* unpackedOnly(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of chunks) {
    if (first && chunk[0] === 0x1f && chunk[1] === 0x8b)
      throw new BodyRefused(fail('gzip-untold', 'Content-Encoding'));
    first = false;
    yield chunk;
  }
}

async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  max: number,
  code: 'import-too-large' | 'import-unpacks-too-large',
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > max) throw new BodyRefused(fail(code, 'body', { max }));
    yield chunk;
  }
}

/**
 * node:zlib and not DecompressionStream: workerd's has no backpressure, so that a small body which unpacks to 400 MB
 * would stand in memory as a whole. This one holds a few chunks of 64 KiB.
 */
async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacker = createGunzip({ chunkSize: 65_536 });
  // An error of the source or of zlib destroys `unpacker`, and the loop below throws it.
  pipeline(Readable.from(chunks), unpacker, () => undefined);
  try {
    for await (const chunk of unpacker) yield chunk;
  } catch (error) {
    if (isZlibError(error)) throw new BodyRefused(fail('gzip-broken', 'body'));
    throw error;
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
