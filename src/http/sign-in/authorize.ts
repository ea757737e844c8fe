import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Caller } from '../../identity/caller.ts';
import { giveCode } from '../../identity/codes.ts';
import { readAuthorizationRequest, type Asked, type ReplyTo } from '../../identity/authorization-request.ts';
import { rolesThrough } from '../../identity/granted.ts';
import { failureText } from '../../labels/failures/words.ts';
import { fail, ok, type Failure, type Result } from '../../model/failures.ts';
import { PAGE_PATHS } from '../../model/page-paths.ts';
import { isLoopback } from '../../model/redirect-uri.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { authorizeRoute, decideRoute, getConsentRoute } from './authorize-declared.ts';

type AuthorizeServices = Pick<Services, 'config' | 'db' | 'now' | 'randomBytes'>;

/** `/auth/v3/oauth/authorize`, and what the page where a person decides asks and answers. */
export function authorizeRoutes(services: AuthorizeServices): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const { config, db } = services;
  operation(routes, authorizeRoute, async (c) => {
    const { search, searchParams } = new URL(c.req.url);
    const read = await readAuthorizationRequest(db, searchParams);
    if (!read.ok) return read;
    // As the page has it: a redirect without it would cut what ties a window to the page of this service that opened it.
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    const { replyTo, asked } = read.value;
    // Any contact center registers programs, and whoever asks in the wrong way would lead people to them: before a person has decided an
    // answer goes nowhere but to their own computer (RFC 9700, 4.11.2). The page says what is wrong.
    if (asked.ok || !isLoopback(replyTo.redirectUri))
      return ok(c.redirect(`${PAGE_PATHS.authorize}${search}`, 302));
    return ok(c.redirect(answer(config.issuer, replyTo, errorOf(asked.failure)), 302));
  });
  operation(routes, getConsentRoute, async (c) => {
    const read = await judged(db, new URL(c.req.url).searchParams, c.var.caller);
    if (!read.ok) return read;
    const { client, redirectUri } = read.value.replyTo;
    const { origin, protocol } = new URL(redirectUri);
    return ok(
      c.json(
        {
          client: client.id,
          name: client.name,
          ofService: client.platform && client.public,
          address: origin,
          local: protocol === 'http:',
          roles: [...rolesThrough(client, c.var.caller.roles)],
        },
        200,
      ),
    );
  });
  operation(routes, decideRoute, async (c) => {
    const { request, allow } = c.req.valid('json');
    const read = await judged(db, new URLSearchParams(request), c.var.caller);
    if (!read.ok) return read;
    const { replyTo, asked } = read.value;
    c.var.noted.made.push(`client:${replyTo.client.id}`, `decision:${allow ? 'allowed' : 'denied'}`);
    const code = allow ? await giveCode(services, replyTo, { asked, caller: c.var.caller }) : null;
    if (allow && code === null) return fail('session-ended', 'Cookie');
    const told = code === null ? { error: 'access_denied' } : { code };
    return ok(c.json({ location: answer(config.issuer, replyTo, told) }, 200));
  });
  return routes;
}

/**
 * A request that this person may decide on: a user in a browser session, since no token may make more of itself, and a program of
 * this person's contact center or of the platform.
 */
async function judged(
  db: D1Database,
  query: URLSearchParams,
  { ccid, sessionId }: Caller,
): Promise<Result<{ readonly replyTo: ReplyTo; readonly asked: Asked }>> {
  if (sessionId === null) return fail('session-needed', 'Cookie');
  const read = await readAuthorizationRequest(db, query);
  if (!read.ok) return read;
  const { replyTo, asked } = read.value;
  if (!asked.ok) return asked;
  const { client } = replyTo;
  if (!client.platform && client.ccid !== ccid) return fail('program-foreign', 'client_id');
  return ok({ replyTo, asked: asked.value });
}

/** Words of RFC 6749, 4.1.2.1, and OpenID Connect Core, 3.1.2.6. */
function errorOf(failure: Failure): Readonly<Record<string, string>> {
  const words: Readonly<Record<string, string>> = {
    'response-type-unknown': 'unsupported_response_type',
    'person-needed': 'interaction_required',
  };
  return { error: words[failure.code] ?? 'invalid_request', error_description: failureText(failure) };
}

/** The program's address with an answer, which names who gives it (RFC 9207). */
function answer(
  issuer: string,
  { redirectUri, state }: ReplyTo,
  told: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirectUri);
  const all = { ...told, ...(state === null ? {} : { state }), iss: issuer };
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
  return url.href;
}
