import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { fail, ok, type Result } from '../../model/failures.ts';
import { addressOf } from '../address.ts';
import { auditRow } from '../../model/audit/actions.ts';
import { entered } from '../audit/door.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { errors } from '../operation.ts';
import type { Services } from '../services.ts';
import { issueAccessToken } from '../../identity/access-token.ts';
import { authenticateClient } from '../../identity/client.ts';
import { issueIdToken } from '../../identity/id-token.ts';
import type { GrantRequest } from '../../identity/granted.ts';
import { GRANTS, grantsOf, PUBLIC_GRANTS } from '../../identity/grants.ts';
import { ACCESS_TOKEN_SECONDS } from '../../identity/keys.ts';
import { letIn } from '../../identity/suspended.ts';
import { nameField, sentenceField, whole } from '../openapi/fields.ts';
import { oauthError } from './oauth-error.ts';
import { TOKEN_PATH } from './security.ts';
import { checkClientParameters, FORM_BOUNDS, readForm, TokenHeaders, tokenRefusal } from './token-form.ts';

const JTI_BYTES = 16;

const TokenAnswer = z
  .object({
    access_token: sentenceField('The token, a JWT: `Authorization: Bearer …`.').openapi({
      example: 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln',
    }),
    token_type: z.literal('Bearer').openapi({ description: 'How the token is sent.' }),
    expires_in: whole('Seconds.').openapi({ example: ACCESS_TOKEN_SECONDS }),
    refresh_token: nameField('Absent for client_credentials.').optional().openapi({ example: 'k3J0b3V0' }),
    id_token: sentenceField('Who signed in; of a code that was asked for with the scope `openid`.')
      .optional()
      .openapi({ example: 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln' }),
    scope: sentenceField('The roles that the token carries, separated by spaces.').openapi({
      example: 'exporter',
    }),
  })
  .openapi('Token', { description: 'An access token, and what there is to say of it.' });
const ofForm = (description: string, more: object = {}) => ({
  type: 'string' as const,
  maxLength: FORM_BOUNDS.bytes,
  description,
  ...more,
});
const TokenForm = {
  type: 'object' as const,
  description: 'A token request (RFC 6749, sections 4.1, 4.3, 4.4 and 6).',
  required: ['grant_type'],
  properties: {
    grant_type: {
      type: 'string' as const,
      enum: [...GRANTS.keys()],
      description: 'What the token is asked for by.',
      example: 'password',
    },
    username: ofForm('Of the grant password: `user` or `contact-center\\user`.', { example: 'demo' }),
    password: ofForm('Of the grant password.', { example: 'demo' }),
    otp: ofForm(
      'Of the grant password: a code of the second factor, where the user has one. Without it the grant is refused with `code` `second-factor-needed`.',
      { example: '492039' },
    ),
    code: ofForm('Of the grant authorization_code: what the browser brought.'),
    redirect_uri: ofForm('Of the grant authorization_code: where it was brought to.'),
    code_verifier: ofForm('Of the grant authorization_code: what the challenge was made of (RFC 7636).'),
    refresh_token: ofForm('Of the grant refresh_token: the one of the answer before.'),
    client_id: ofForm('Of a client without a secret.', { example: 'udm' }),
    scope: ofForm('Not looked at: a token carries all roles of who asks.'),
  },
};

/** Declared with a plain schema: the endpoint reads its form itself, because its errors have a form of their own. */
const tokenRoute = createRoute({
  method: 'post',
  path: TOKEN_PATH,
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
          schema: { $ref: '#/components/schemas/TokenForm' },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'The tokens.',
      headers: TokenHeaders,
      content: { 'application/json': { schema: TokenAnswer } },
    },
    400: {
      ...tokenRefusal('The request or the grant is refused (RFC 6749 section 5.2).'),
      headers: TokenHeaders,
    },
    401: { ...tokenRefusal('The client is not known, or its secret is wrong.'), headers: TokenHeaders },
    429: {
      ...tokenRefusal('Too many wrong ones before; `Retry-After` says when to ask again.'),
      headers: TokenHeaders,
    },
    ...errors(503),
  },
});

const ROW = auditRow(tokenRoute.operationId, tokenRoute.method);

/** Declares the operation in a router whose version has it for its document alone: the current one's answers. */
export function declareToken(router: OpenAPIHono<AppEnv>): void {
  router.openAPIRegistry.registerComponent('schemas', 'TokenForm', TokenForm);
  router.openAPIRegistry.registerPath(tokenRoute);
}

type TokenServices = Pick<Services, 'config' | 'db' | 'now' | 'randomBytes' | 'flood' | 'tellByMail'>;

/** `POST /auth/v3/oauth/token`: answers and errors as RFC 6749 sections 5.1 and 5.2 have them. */
export function tokenRoutes(services: TokenServices): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  routes.openAPIRegistry.registerComponent('schemas', 'TokenForm', TokenForm);
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

/** Whose token or code came again: their center's log tells of it. */
const entersReuse =
  (c: Context<AppEnv>): GrantRequest['reused'] =>
  ({ ccid, userName: subject, clientId, authTime }) => {
    c.set('caller', { kind: 'user', ccid, subject, roles: [], clientId, sessionId: null, authTime });
    c.var.noted.action = 'token.reused';
  };

async function signIn(
  c: Context<AppEnv>,
  services: TokenServices,
): Promise<Result<z.infer<typeof TokenAnswer>>> {
  const authorization = c.req.header('authorization');
  const address = addressOf(c);
  // Who shows wrong credentials gets no form read. Who shows none is told what is wrong with the form first.
  const shown =
    authorization === undefined ? null : await authenticateClient(services, { authorization, address });
  if (shown && !shown.ok) return shown;
  const parameters = await readForm(c);
  if (!parameters.ok) return parameters;
  const clientId = parameters.value.get('client_id');
  const client = shown ?? (await authenticateClient(services, { authorization, clientId, address }));
  if (!client.ok) return client;
  const mixed = checkClientParameters(client.value.id, parameters.value);
  if (!mixed.ok) return mixed;
  const grantType = parameters.value.get('grant_type');
  if (!grantType) return fail('grant-type-missing', 'grant_type');
  const grant = GRANTS.get(grantType);
  const known = grantsOf(services.config);
  if (!grant) return fail('grant-type-unknown', 'grant_type', { choices: known.join(', ') });
  if (client.value.public && !PUBLIC_GRANTS.includes(grantType))
    return fail('grant-not-for-client', 'grant_type');
  if (grantType === 'password' && !services.config.passwordSignIn) return fail('passwords-off', 'grant_type');
  if (!known.includes(grantType)) return fail('password-grant-off', 'grant_type');
  const asked = { client: client.value, parameters: parameters.value, address, reused: entersReuse(c) };
  const granted = await grant(services, asked);
  if (!granted.ok) return granted;
  const { caller, refresh, idToken } = granted.value;
  const open = await letIn(services.db, caller.ccid);
  if (!open.ok) return open;
  c.set('caller', caller);
  c.var.noted.made.push(`grant:${grantType}`);
  const now = services.now();
  const jti = Buffer.from(services.randomBytes(JTI_BYTES)).toString('hex');
  return ok({
    access_token: await issueAccessToken(services.config, caller, {
      now,
      jti,
      sid: refresh?.sid,
      secretAt: client.value.secretChangedAt,
    }),
    token_type: 'Bearer' as const,
    expires_in: ACCESS_TOKEN_SECONDS,
    ...(refresh === null ? {} : { refresh_token: refresh.token }),
    ...(idToken ? { id_token: await issueIdToken(services.config, caller, { ...idToken, now }) } : {}),
    scope: caller.roles.join(' '),
  });
}
