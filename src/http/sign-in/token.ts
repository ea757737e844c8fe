import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { decodeUtf8 } from '../../encoding/utf8.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { addressOf } from '../address.ts';
import { auditRow } from '../../model/audit/actions.ts';
import { entered } from '../audit/door.ts';
import { mediaType, readBoundedBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { errors } from '../operation.ts';
import type { Services } from '../services.ts';
import { ACCESS_TOKEN_SECONDS, issueAccessToken } from '../../identity/access-token.ts';
import { authenticateClient } from '../../identity/client.ts';
import { GRANTS } from '../../identity/grants.ts';
import { oauthError } from './oauth-error.ts';

/** A token request at most: anybody may send one. */
const FORM_BOUNDS = { bytes: 16 * 1024, milliseconds: 10_000 };
const JTI_BYTES = 16;

const TokenAnswer = z
  .object({
    access_token: z.string().openapi({ example: 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln' }),
    token_type: z.literal('Bearer'),
    expires_in: z.number().int().openapi({ description: 'Seconds.', example: ACCESS_TOKEN_SECONDS }),
    refresh_token: z
      .string()
      .optional()
      .openapi({ description: 'Absent for client_credentials.', example: 'k3J0b3V0' }),
    scope: z.string().openapi({
      description: 'The roles that the token carries, separated by spaces.',
      example: 'exporter',
    }),
  })
  .openapi('Token');
const TokenError = z.object({ error: z.string(), error_description: z.string() }).openapi('TokenError', {
  example: { error: 'invalid_grant', error_description: 'The name or the password is wrong.' },
});

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: TokenError } },
});

/** Declared with a plain schema: the endpoint reads its form itself, because its errors have a form of their own. */
const tokenRoute = createRoute({
  method: 'post',
  path: '/auth/v3/oauth/token',
  operationId: 'issueToken',
  summary: 'Sign in',
  description:
    'Issues an access token for a user or for the client itself (RFC 6749). The client authenticates with HTTP Basic.',
  tags: ['Sign-in'],
  security: [{ client: [] }],
  request: {
    body: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object' as const,
            required: ['grant_type'],
            properties: {
              grant_type: { type: 'string' as const, enum: [...GRANTS.keys()], example: 'password' },
              username: {
                type: 'string' as const,
                description: 'Of the grant password: `user` or `contact-center\\user`.',
                example: 'demo',
              },
              password: { type: 'string' as const, description: 'Of the grant password.', example: 'demo' },
              refresh_token: { type: 'string' as const, description: 'Of the grant refresh_token.' },
            },
          },
        },
      },
    },
  },
  responses: {
    200: { description: 'The tokens.', content: { 'application/json': { schema: TokenAnswer } } },
    400: refusal('The request or the grant is refused (RFC 6749 section 5.2).'),
    401: refusal('The client is not known, or its secret is wrong.'),
    429: refusal('Too many wrong ones before; `Retry-After` says when to ask again.'),
    ...errors(503),
  },
});

const ROW = auditRow(tokenRoute.operationId, tokenRoute.method);

type TokenServices = Pick<Services, 'config' | 'db' | 'now' | 'randomBytes'>;

/** `POST /auth/v3/oauth/token`: answers and errors as RFC 6749 sections 5.1 and 5.2 have them. */
export function tokenRoutes(services: TokenServices): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  routes.openapi(tokenRoute, async (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('Pragma', 'no-cache');
    const answer = await entered(c, ROW, async () => {
      const tokens = await signIn(c, services);
      return tokens.ok ? c.json(tokens.value, 200) : oauthError(c, tokens.failure);
    });
    // The tokens, or what oauthError or the audit's door answered: a declared error, as a plain Response.
    return answer as never;
  });
  return routes;
}

async function signIn(
  c: Context<AppEnv>,
  services: TokenServices,
): Promise<Result<z.infer<typeof TokenAnswer>>> {
  const authorization = c.req.header('authorization');
  // Who shows wrong credentials gets no form read. Who shows none is told what is wrong with the form first.
  const address = addressOf(c);
  const shown =
    authorization === undefined ? null : await authenticateClient(services, authorization, address);
  if (shown && !shown.ok) return shown;
  const parameters = await readForm(c);
  if (!parameters.ok) return parameters;
  const client = shown ?? (await authenticateClient(services, authorization, address));
  if (!client.ok) return client;
  const mixed = checkClientParameters(client.value.id, parameters.value);
  if (!mixed.ok) return mixed;
  const grantType = parameters.value.get('grant_type');
  if (!grantType) return fail('grant-type-missing', 'grant_type');
  const grant = GRANTS.get(grantType);
  if (!grant) return fail('grant-type-unknown', 'grant_type', { choices: [...GRANTS.keys()].join(', ') });
  const granted = await grant(services, { client: client.value, parameters: parameters.value, address });
  if (!granted.ok) return granted;
  const { caller, refreshToken } = granted.value;
  c.set('caller', caller);
  c.var.noted.made.push(`grant:${grantType}`);
  const jti = Buffer.from(services.randomBytes(JTI_BYTES)).toString('hex');
  return ok({
    access_token: await issueAccessToken(services.config, caller, { now: services.now(), jti }),
    token_type: 'Bearer' as const,
    expires_in: ACCESS_TOKEN_SECONDS,
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
    scope: caller.roles.join(' '),
  });
}

/** RFC 6749 section 2.3: one way of client authentication a request; a `client_id` that only repeats it does no harm. */
function checkClientParameters(clientId: string, parameters: ReadonlyMap<string, string>): Result<null> {
  if (parameters.has('client_secret')) return fail('client-secret-in-body', 'client_secret');
  if ((parameters.get('client_id') ?? clientId) !== clientId) return fail('client-id-differs', 'client_id');
  return ok(null);
}

/** The form's parameters. Empty ones count as absent, repeated ones are refused (RFC 6749 section 3.2). */
async function readForm(c: Context): Promise<Result<ReadonlyMap<string, string>>> {
  if (mediaType(c) !== 'application/x-www-form-urlencoded') return fail('form-expected', 'Content-Type');
  const body = await readBoundedBody(c, FORM_BOUNDS);
  if (!body.ok) return body;
  const text = decodeUtf8(body.value);
  if (text === null) return fail('body-not-utf8', 'body');
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (value === '') continue;
    if (parameters.has(name)) return fail('parameter-repeated', name);
    parameters.set(name, value);
  }
  return ok(parameters);
}
