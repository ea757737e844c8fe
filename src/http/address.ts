import type { Context } from 'hono';

/** Characters of an address at most: an IPv6 address with a zone has fewer. */
const UNITS = 64;

/** From which address a request came, as the platform saw it; "" where nobody did. Whatever else a client says of that is its own. */
export const addressOf = (c: Context): string => (c.req.header('cf-connecting-ip') ?? '').slice(0, UNITS);
