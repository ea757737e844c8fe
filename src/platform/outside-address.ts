import { resolve4, resolve6 } from 'node:dns/promises';
import { fail, ok, type Result } from '../model/failures.ts';

/** Whether an address on the network of the operator, or this machine, may be asked: in local development alone. */
export interface Outside {
  readonly local: boolean;
}

/** Ends of names that lead nowhere public (RFC 6761, 6762, 8375, and what networks use without asking). */
const PRIVATE_ENDS = 'localhost local internal intranet lan corp home private home.arpa'.split(' ');

/** IPv4 blocks that are not public (RFC 6890): the first address, and the bits that tell them. */
const PRIVATE_BLOCKS: readonly (readonly [first: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/**
 * Judges an address that somebody gave, and that this service is to ask: issuers, webhooks, buckets. Refused are other schemes than
 * https, users in it, and whatever is not public; in local development plain http and private ones are taken. The parser of URLs has
 * written every form of an IPv4 address as the usual one before.
 */
export function outsideUrl(text: string, field: string, { local }: Outside): Result<URL> {
  if (!URL.canParse(text)) return fail('not-an-address', field);
  const url = new URL(text);
  const web = url.protocol === 'https:' || (local && url.protocol === 'http:');
  if (!web || url.username !== '' || url.password !== '' || url.hash !== '')
    return fail('not-an-address', field);
  return local || isPublicHost(url.hostname) ? ok(url) : fail('address-private', field);
}

/**
 * Whether every address that a host's name leads to is public, by DNS. A name may lead elsewhere by the time it is asked; on Cloudflare's
 * network no private address can be reached then either.
 */
export async function leadsOutside({ hostname }: URL, { local }: Outside): Promise<boolean> {
  if (local || isAddress(hostname)) return true;
  const found = await Promise.allSettled([resolve4(hostname), resolve6(hostname)]);
  const addresses = found.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  return addresses.length > 0 && addresses.every((address) => isPublicAddress(address));
}

function isPublicHost(hostname: string): boolean {
  if (isAddress(hostname)) return isPublicAddress(hostname);
  const name = hostname.replace(/\.$/, '');
  return name.includes('.') && !PRIVATE_ENDS.some((end) => name === end || name.endsWith(`.${end}`));
}

const isAddress = (host: string): boolean => host.includes(':') || /^\d+(\.\d+){3}$/.test(host);

/** Of IPv6 what is global unicast (2000::/3), but for documentation, and for what carries an IPv4 address (6to4, Teredo). */
function isPublicAddress(address: string): boolean {
  if (!address.includes(':')) return !PRIVATE_BLOCKS.some(([first, bits]) => inBlock(address, first, bits));
  const [first = '0', second = ''] = address.replace(/^\[/, '').split(':');
  const [head, next] = [Number.parseInt(first || '0', 16), Number.parseInt(second || '0', 16)];
  if (head < 0x2000 || head > 0x3fff || head === 0x2002) return false;
  return head !== 0x2001 || (next !== 0 && next !== 0xdb8);
}

const inBlock = (address: string, first: string, bits: number): boolean =>
  numberOf(address) >>> (32 - bits) === numberOf(first) >>> (32 - bits);

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) >>> 0;
