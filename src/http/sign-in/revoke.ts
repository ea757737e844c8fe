import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { authenticateClient } from '../../identity/client.ts';
import { revoke } from '../../identity/revoke.ts';
import { auditRow } from '../../model/audit/actions.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { addressOf } from '../address.ts';
import { entered } from '../audit/door.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { NAME, SENTENCE } from '../openapi/fields.ts';
import type { Services } from '../services.ts';
import { oauthError } from './oauth-error.ts';
import { checkClientParameters, readForm, tokenRefusal } from './token-form.ts';

/** Declared plainly: the form is read by hand (`token-form.ts`), since its refusals are OAuth's. */
const Revocation = {
  type: 'object' as const,
  description: 'The token that is called back.',
  required: ['token'],
  properties: {
    token: { type: 'string' as const, ...SENTENCE, description: 'The token.', example: 'k3J0b3V0' },
    token_type_hint: {
      type: 'string' as const,
      ...NAME,
      description: 'Not needed: tokens are told apart by their form.',
      example: 'refresh_token',
    },
    client_id: {
      type: 'string' as const,
      ...NAME,
      description: 'Of a client without a secret.',
      example: 'udm',
    },
  },
};

const revokeRoute = createRoute({
  method: 'post',
  path: '/auth/v3/oauth/revoke',
  operationId: 'revokeToken',
  summary: 'Call a token back',
  description:
    'Ends a refresh token with all that came of its sign-in, or one access token, of the client that asks (RFC 7009). A token that is not known is answered alike. Access tokens are refused everywhere within a minute.',
  tags: ['Sign-in'],
  security: [{ client: [] }],
  request: {
    body: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: { $ref: '#/components/schemas/Revocation' },
        },
      },
    },
  },
  responses: {
    200: { description: 'The token is good for nothing any more.' },
    400: tokenRefusal('The request is refused (RFC 6749 section 5.2).'),
    401: tokenRefusal('The client is not known, or its secret is wrong.'),
    429: tokenRefusal('Too many wrong ones before; `Retry-After` says when to ask again.'),
  },
});

const ROW = auditRow(revokeRoute.operationId, revokeRoute.method);

type RevokeServices = Pick<Services, 'config' | 'db' | 'now' | 'randomBytes' | 'flood'>;

/** `POST /auth/v3/oauth/revoke` */
export function revokeRoutes(services: RevokeServices): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  routes.openAPIRegistry.registerComponent('schemas', 'Revocation', Revocation);
  routes.openapi(revokeRoute, async (c) => {
    c.header('Cache-Control', 'no-store');
    return entered(c, ROW, async () => {
      const revoked = await called(c, services);
      return revoked.ok ? c.body(null, 200) : oauthError(c, revoked.failure);
    });
  });
  return routes;
}

/** Ends what the form names, for the client that asks. */
async function called(c: Context<AppEnv>, services: RevokeServices): Promise<Result<null>> {
  const parameters = await readForm(c);
  if (!parameters.ok) return parameters;
  const client = await authenticateClient(services, {
    authorization: c.req.header('authorization'),
    clientId: parameters.value.get('client_id'),
    address: addressOf(c),
  });
  if (!client.ok) return client;
  const { id, ccid, roles } = client.value;
  const itself = { kind: 'client' as const, clientId: id, sessionId: null, authTime: null };
  c.set('caller', { ...itself, ccid, roles, subject: id });
  const mixed = checkClientParameters(id, parameters.value);
  if (!mixed.ok) return mixed;
  const token = parameters.value.get('token');
  if (!token) return fail('missing', 'token');
  await revoke(services, client.value, token);
  return ok(null);
}
