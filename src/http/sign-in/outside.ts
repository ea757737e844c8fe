import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { admitOutside } from '../../identity/admit-outside.ts';
import { cookieName, cookieToken, sessionCaller } from '../../identity/cookie.ts';
import { beginOutside, finishOutside, pageUnderWay } from '../../identity/outside-sign-in.ts';
import { sha256 } from '../../identity/secrets.ts';
import { openBrowserSession } from '../../identity/sessions.ts';
import { findSignInIssuer, signInIssuers } from '../../identity/sign-in-issuers.ts';
import { auditRow } from '../../model/audit/actions.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import type { OutsidePerson } from '../../model/issuer.ts';
import { isOwnPage, PAGE_PATHS } from '../../model/page-paths.ts';
import { findSession } from '../../store/sessions.ts';
import { addressOf } from '../address.ts';
import { entered } from '../audit/door.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { beginRoute, callbackRoute, listSignInIssuersRoute } from './outside-declared.ts';
import { CALLBACK_PATH } from './security.ts';
import { giveCookie } from './session-cookie.ts';

const CALLBACK = auditRow('finishOutsideSignIn', 'get');
/** Seconds that a browser keeps what it needs to come back. */
const KEPT_SECONDS = 600;

type OutsideServices = Pick<Services, 'config' | 'db' | 'now' | 'randomBytes' | 'outside'>;

/** Signing in at issuers outside, with a browser: which there are, going there, and coming back. */
export function outsideRoutes(services: OutsideServices): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const { config } = services;
  operation(routes, listSignInIssuersRoute, async (c) => {
    const found = await signInIssuers(services, c.req.valid('query').tenant ?? '');
    const items = found.map(({ id, name }) => ({ id, name }));
    return ok(c.json({ items, passwords: config.passwordSignIn }, 200));
  });
  operation(routes, beginRoute, async (c) => {
    const { issuer: id, to = PAGE_PATHS.home, again } = c.req.valid('query');
    const issuer = await findSignInIssuer(services, id);
    if (!issuer) return fail('no-issuer', 'issuer', { id });
    if (!isOwnPage(to)) return fail('not-a-page', 'to');
    // Whoever is led here by others would be signed in as somebody whom they chose: the page that was asked for offers it.
    if (!byOwnPage(c.req.raw.headers)) return ok(c.redirect(to, 302));
    const redirectUri = redirectUriOf(c, config.origin);
    const begun = await beginOutside(services, { issuer, redirectUri, to, again: again === 'true' });
    if (!begun.ok) return begun;
    keepCookie(c, begun.value.kept);
    return ok(c.redirect(begun.value.location, 302));
  });
  routes.openapi(
    callbackRoute,
    (c) =>
      entered(c, CALLBACK, async () => {
        const kept = keptOf(c);
        const came = kept === null ? fail('outside-stale', 'state') : await signedIn(c, services, kept);
        keepCookie(c, null);
        if (came.ok) return c.redirect(came.value, 303);
        c.var.noted.refusal = came.failure.code;
        // A window that stands before a page tells it.
        const page = kept === null ? null : await pageUnderWay(services, kept);
        const to = page === PAGE_PATHS.signedIn ? page : PAGE_PATHS.signIn;
        return c.redirect(`${to}?problem=${came.failure.code}`, 303);
      }) as never, // a redirect as it is declared, or what the audit's door answers
  );
  return routes;
}

/** Whether a page of this service leads here, as browsers say it (Fetch Metadata). What says nothing is no browser of today. */
function byOwnPage(headers: Headers): boolean {
  const from = headers.get('sec-fetch-site');
  return from === null || from === 'same-origin';
}

/** Opens the session of whom the issuer sent; answers the page that they came for. */
async function signedIn(
  c: Context<AppEnv>,
  services: OutsideServices,
  kept: string,
): Promise<Result<string>> {
  const { config } = services;
  const redirectUri = redirectUriOf(c, config.origin);
  const came = await finishOutside(services, { url: new URL(c.req.url), kept, redirectUri });
  if (!came.ok) return came;
  const { issuer, person, to, again } = came.value;
  const before = cookieToken(c.req.raw);
  if (again && (await isAnother(services, before, person))) return fail('outside-another', 'name');
  const user = await admitOutside(services, issuer.issuer, person);
  if (!user.ok) return user;
  const opened = await openBrowserSession(services, user.value, {
    address: addressOf(c),
    userAgent: c.req.header('user-agent') ?? '',
    before,
    authTime: came.value.authTime,
  });
  if (!opened) return fail('user-refused', 'name');
  const { token, session } = opened;
  c.set('caller', sessionCaller(session, user.value.roles));
  giveCookie(c, token);
  return ok(to);
}

/** Whether somebody else has the session: what stands on the page of one is not to go on as another's. */
async function isAnother(
  { db, now }: OutsideServices,
  token: string | null,
  { ccid, name }: OutsidePerson,
): Promise<boolean> {
  const found = token === null ? null : await findSession(db, sha256(token), now());
  return found !== null && (found.session.ccid !== ccid || found.session.userName !== name);
}

/** The one address that issuers know of this service. */
const redirectUriOf = (c: Context, origin: string | null): string =>
  `${origin ?? new URL(c.req.url).origin}${CALLBACK_PATH}`;

/** A cookie of its own, sent to the callback by the browser that the issuer leads back (SameSite=Lax: by a link). */
function keepCookie(c: Context, value: string | null): void {
  const { name, secure } = cookieName(c.req.url);
  const life = value === null ? 0 : KEPT_SECONDS;
  const always = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}${secure ? '; Secure' : ''}`;
  c.header('Set-Cookie', `${name}-outside=${value ?? ''}; ${always}`, { append: true });
}

function keptOf(c: Context): string | null {
  const { name } = cookieName(c.req.url);
  const pairs = (c.req.header('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}-outside=`));
  return found?.slice(name.length + '-outside='.length) || null;
}
