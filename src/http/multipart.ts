import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';

/** A field of a form, be it a file's or not: its name and its bytes. */
export interface FormField {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why a body is no form: its type names no boundary, it does not end with that boundary, or it has too many parts. */
export type FormProblem = 'no-boundary' | 'not-ended' | 'too-many-parts';

/** Parts of a form at most, and bytes of the headers of one. */
const MAX_PARTS = 16;
const MAX_HEADER_BYTES = 8 * 1024;

/**
 * The fields of a multipart/form-data body (RFC 7578), in their order. Parameters of Content-Disposition come as .NET, Akka and Ktor write
 * them, too: tokens without quotes, names in any case and order, `filename*` (RFC 5987). Parts without a name are left out. Holds the
 * body once more.
 */
export async function readForm(
  body: Uint8Array,
  contentType: string,
): Promise<readonly FormField[] | FormProblem> {
  const parser = parserOf(contentType);
  if (!parser) return 'no-boundary';
  const fields: Promise<FormField>[] = [];
  let tooMany = false;
  parser.on('file', (name, stream) => {
    const field = fieldOf(name, stream);
    // A part that is cut off fails with its form, which is told below.
    field.catch(() => undefined);
    fields.push(field);
  });
  parser.on('partsLimit', () => (tooMany = true));
  const ended = await new Promise<boolean>((resolve) => {
    parser.on('finish', () => resolve(true));
    // The one thing that the parser calls an error: the body ends before the form does.
    parser.on('error', () => resolve(false));
    parser.end(Buffer.from(body));
  });
  if (!ended) return 'not-ended';
  return tooMany ? 'too-many-parts' : Promise.all(fields);
}

/** A boundary has a character at least (RFC 2046, 5.1.1); the parser would take none, too. */
const BOUNDARY = /;\s*boundary\s*=\s*"?[^\s";]/i;

function parserOf(contentType: string): InstanceType<typeof Busboy> | null {
  if (!BOUNDARY.test(contentType)) return null;
  return new Busboy({
    headers: { 'content-type': contentType },
    limits: { parts: MAX_PARTS, headerSize: MAX_HEADER_BYTES },
    // Bytes are wanted of every part: a certificate may come in a field without a file name.
    isPartAFile: () => true,
  });
}

async function fieldOf(name: string, stream: Readable): Promise<FormField> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array); // a byte stream's chunks are Buffers
  return { name, bytes: Buffer.concat(chunks) };
}
