import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkKey } from '../../config/key-rings.ts';
import { currentKey, takenKeys } from '../../config/rings.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import type { Instant } from '../../model/instant.ts';

/** How long a download link is good. */
export const LINK_MS: Instant = 10 * 60 * 1000;
/** Where links lead to; the file's name follows. */
export const DOWNLOAD_PATH = '/udm/download';

/** What a link gives access to: one object of R2 under one name. */
export interface LinkTarget {
  readonly name: string;
  readonly key: string;
}

/** The keys of links: a link outlives a change of keys. */
type LinkKeys = readonly LinkKey[];

/** A link's path and query, signed at `at`, good until `expiresAt` (whole seconds, rounded down). It is the permission itself. */
export function signLink(
  keys: LinkKeys,
  target: LinkTarget,
  { at, expiresAt }: { readonly at: Instant; readonly expiresAt: Instant },
): string {
  const expires = String(Math.floor(expiresAt / 1000));
  const signature = sign(currentKey(keys, at).key.reveal(), target, expires);
  const query = new URLSearchParams({ key: target.key, expires, signature });
  return `${DOWNLOAD_PATH}/${encodeURIComponent(target.name)}?${query.toString()}`;
}

/** By what a link is told from others where nobody may learn the link itself: it is a permission. */
export const linkId = ({ searchParams }: URL): string =>
  createHash('sha256')
    .update(searchParams.get('signature') ?? '')
    .digest('hex')
    .slice(0, 16);

/**
 * What a link gives access to at `now`. The signature is checked before anything else is believed, and a link with more
 * or fewer parameters than were signed counts as changed.
 */
export function openLink(
  keys: LinkKeys,
  link: { readonly name: string; readonly query: URLSearchParams },
  now: Instant,
): Result<LinkTarget> {
  const { name, query } = link;
  const key = query.get('key') ?? '';
  const expires = query.get('expires') ?? '';
  const given = query.get('signature') ?? '';
  const taken = takenKeys(keys, now, LINK_MS);
  const signed = taken.some((one) => equal(sign(one.key.reveal(), { name, key }, expires), given));
  if (query.size !== 3 || !signed) return fail('link-changed', 'signature');
  if (now >= Number(expires) * 1000) return fail('link-expired', 'expires');
  return ok({ name, key });
}

/** HMAC-SHA256 (RFC 2104) in hex over a JSON array: no two triples of name, key and expiry have the same text. */
function sign(linkKey: Uint8Array, { name, key }: LinkTarget, expires: string): string {
  return createHmac('sha256', linkKey)
    .update(JSON.stringify(['download', name, key, expires]))
    .digest('hex');
}

/** Compares as text, so that no second spelling of a signature passes, and in constant time. */
function equal(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}
