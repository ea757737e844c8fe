/** A part of a file: `length` bytes from `offset`. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/**
 * What a `Range` header asks of a file of `size` bytes (RFC 9110 section 14.2): one part, `whole` when the header is
 * absent, malformed, of another unit or asks for several parts (a server may ignore those), or `unsatisfiable`.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length > 0 ? { offset: size - length, length } : 'unsatisfiable';
  }
  const offset = Number(first);
  if (last !== '' && Number(last) < offset) return 'whole';
  if (offset >= size) return 'unsatisfiable';
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return { offset, length: end - offset + 1 };
}

/** Whether `If-None-Match` names this entity tag (RFC 9110 section 13.1.2: weak comparison, or `*`). */
function matchesNone(header: string, etag: string): boolean {
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/**
 * Whether a client has the file already: `If-None-Match` decides where it is sent, else whether the file is no younger than
 * `If-Modified-Since` (RFC 9110 section 13.1.3, to the second; a date that is none is ignored).
 */
export function isKnown(header: (name: string) => string | undefined, etag: string, modified: Date): boolean {
  const match = header('if-none-match');
  if (match !== undefined) return matchesNone(match, etag);
  const since = Date.parse(header('if-modified-since') ?? '');
  return !Number.isNaN(since) && Math.floor(modified.getTime() / 1_000) * 1_000 <= since;
}

/** Whether a range may be answered under this `If-Range` (RFC 9110 section 13.1.5: strong tag, or the exact date). */
export function holdsIfRange(header: string | undefined, etag: string, modified: Date): boolean {
  if (header === undefined) return true;
  return header.trim() === etag || header.trim() === modified.toUTCString();
}

/**
 * Whether `If-Match` (RFC 9110 section 13.1.1: strong comparison, or `*`) names this entity tag; without it, whether the file
 * is no younger than `If-Unmodified-Since` (section 13.1.4, to the second; a date that is none is ignored).
 */
export function stillHolds(
  header: (name: string) => string | undefined,
  etag: string,
  modified: Date,
): boolean {
  const match = header('if-match');
  if (match !== undefined) return match.split(',').some((tag) => ['*', etag].includes(tag.trim()));
  const since = Date.parse(header('if-unmodified-since') ?? '');
  return Number.isNaN(since) || Math.floor(modified.getTime() / 1_000) * 1_000 <= since;
}
