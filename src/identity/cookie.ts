import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { findSession } from '../store/sessions.ts';
import type { Asking, Caller, Verifier } from './caller.ts';
import { sha256 } from './secrets.ts';
import { noteUse } from './sessions.ts';

/** What every change by cookie carries: no page of another origin can send it without being let to (Fetch, CORS). */
export const CHANGE_HEADER = 'X-UDM-Request';

/** Hosts of this machine, where browsers keep no cookie of `https` for `http`. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * The cookie's name at an address. `__Host-` (RFC 6265bis, 4.1.3.2) keeps neighbouring hosts from setting it; plain http of the
 * loopback cannot have it, and no other plain http has a session.
 */
export function cookieName(url: string): { readonly name: string; readonly secure: boolean } {
  const { protocol, hostname } = new URL(url);
  const local = protocol === 'http:' && LOOPBACK.includes(hostname);
  return local ? { name: 'udm', secure: false } : { name: '__Host-udm', secure: true };
}

/** The session's token in a request's cookies, or null. */
export function cookieToken({ url, headers }: Asking): string | null {
  const { name } = cookieName(url);
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) || null;
}

/** Verifies a browser session's cookie, and that a change comes from a page of this service. */
export const cookieVerifier =
  ({ db, origin }: { readonly db: D1Database; readonly origin: string | null }): Verifier =>
  async (asking, now) => {
    const token = cookieToken(asking);
    if (token === null) return null;
    const allowed = fromOwnPage(asking, origin);
    if (!allowed.ok) return allowed;
    const found = await findSession(db, sha256(token), now);
    if (!found) return fail('session-ended', 'Cookie');
    if (!isBackground(asking)) await noteUse(db, found.session, now);
    return ok(sessionCaller(found.session, found.roles));
  };

/** A change has the header, and comes from this service's own origin; everything else need not say where it comes from. */
export function fromOwnPage(asking: Asking, origin: string | null): Result<null> {
  if (SAFE.includes(asking.method)) return ok(null);
  if (!isOwnOrigin(asking, origin)) return fail('foreign-origin', 'Origin');
  return asking.headers.get(CHANGE_HEADER) === '1' ? ok(null) : fail('change-header-missing', CHANGE_HEADER);
}

/** Whether a request comes from the deployment's address, or from the one that it was sent to. Browsers set both, no script can. */
export function isOwnOrigin({ url, headers }: Asking, origin: string | null): boolean {
  const from = headers.get('origin');
  return from !== null && (from === origin || from === new URL(url).origin);
}

/** A page that asks by itself keeps no session open: that is what `bgUpdate=true` is for. */
const isBackground = ({ url }: Asking): boolean =>
  new URL(url).searchParams.get('bgUpdate')?.toLowerCase() === 'true';

/** Who asks in a session. */
export const sessionCaller = (
  { ccid, userName, id, authTime }: { ccid: string; userName: string; id: string; authTime: Instant },
  roles: readonly string[],
): Caller => ({
  ccid,
  roles,
  subject: userName,
  kind: 'user',
  clientId: null,
  sessionId: id,
  // 0: nobody knows.
  authTime: authTime || null,
});
