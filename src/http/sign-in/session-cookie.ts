import type { Context } from 'hono';
import { cookieName } from '../../identity/cookie.ts';

/** What every cookie of a session has: no script reads it, and no other site's request but a link brings it along. */
const ALWAYS = 'Path=/; HttpOnly; SameSite=Lax';

/** Has the browser keep a session's token until it is closed; how long the session lasts is decided here, not there. */
export const giveCookie = (c: Context, token: string): void => setCookie(c, token, '');

/** Has the browser forget the session's token. */
export const takeCookie = (c: Context): void => setCookie(c, '', '; Max-Age=0');

function setCookie(c: Context, value: string, more: string): void {
  const { name, secure } = cookieName(c.req.url);
  c.header('Set-Cookie', `${name}=${value}; ${ALWAYS}${secure ? '; Secure' : ''}${more}`, { append: true });
}
