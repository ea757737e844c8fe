import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { takenKeys } from '../../config/rings.ts';
import { GRANTS, grantsOf } from '../../identity/grants.ts';
import { TOKEN_MS } from '../../identity/keys.ts';
import { ok } from '../../model/failures.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { NAME } from '../openapi/fields.ts';
import { json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { AUTHORIZE_PATH } from './security.ts';

/** Seconds that keys may be kept: a new one stands here for longer before it signs. */
const KEPT_SECONDS = 300;
const KEYS_PATH = '/.well-known/jwks.json';
/** A client without a secret proves nothing; its codes are bound by PKCE. */
const CLIENT_PROOFS = ['client_secret_basic', 'none'];

const url = (description: string, path: string) =>
  z.string().openapi({ description, format: 'uri', example: `https://udm.example${path}` });
const names = (description: string, example: readonly string[]) =>
  z.array(z.string().openapi(NAME)).openapi({ description, example: [...example] });

const Metadata = z
  .object({
    issuer: z
      .string()
      .openapi({ ...NAME, description: '`iss` of its tokens.', example: 'https://udm.example' }),
    authorization_endpoint: url('Where programs send browsers.', AUTHORIZE_PATH),
    token_endpoint: url('Where tokens are issued.', '/auth/v3/oauth/token'),
    revocation_endpoint: url('Where tokens are called back.', '/auth/v3/oauth/revoke'),
    userinfo_endpoint: url('Who a token stands for.', '/auth/v3/openid/userinfo'),
    jwks_uri: url('The keys that tokens are verified by.', KEYS_PATH),
    grant_types_supported: names('Grants of the token endpoint.', [...GRANTS.keys()]),
    token_endpoint_auth_methods_supported: names('How clients prove who they are.', CLIENT_PROOFS),
    response_types_supported: names('What the authorization endpoint answers with.', ['code']),
    response_modes_supported: names('How it answers.', ['query']),
    code_challenge_methods_supported: names('How challenges are made.', ['S256']),
    scopes_supported: names('Scopes that change anything.', ['openid']),
    authorization_response_iss_parameter_supported: z
      .literal(true)
      .openapi({ description: 'Answers say who gives them (RFC 9207).' }),
    subject_types_supported: names('One name of a user for every client.', ['public']),
    id_token_signing_alg_values_supported: names('How tokens are signed.', ['RS256']),
  })
  .openapi('ServerMetadata', { description: 'Where the endpoints of the issuer are, and what they take.' });

/** Of a key of 4,096 bits at most. */
const BASE64URL = { pattern: '^[A-Za-z0-9_-]{1,700}$' };

const JsonWebKey = z
  .object({
    kty: z.literal('RSA').openapi({ description: 'The kind of key.' }),
    use: z.literal('sig').openapi({ description: 'What it is for.' }),
    alg: z.literal('RS256').openapi({ description: 'By which algorithm.' }),
    kid: z.string().openapi({ ...NAME, description: 'How tokens name it.', example: '3f9a' }),
    n: z.string().openapi({
      ...BASE64URL,
      description: 'The modulus, in base64url.',
      example: 'sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1Wl',
    }),
    e: z.string().openapi({ ...BASE64URL, description: 'The exponent, in base64url.', example: 'AQAB' }),
  })
  .openapi('JsonWebKey', { description: 'A public key of the issuer.' });

const metadataRoute = (path: string, operationId: string) =>
  createRoute({
    method: 'get',
    path,
    operationId,
    summary: 'Describe the token issuer',
    description:
      'Where the endpoints of the issuer are and what they take (OpenID Connect Discovery, RFC 8414).',
    tags: ['Sign-in'],
    security: [],
    responses: { 200: json('The issuer.', Metadata) },
  });

const keysRoute = createRoute({
  method: 'get',
  path: KEYS_PATH,
  operationId: 'getSigningKeys',
  summary: 'Get the keys of the token issuer',
  description:
    'The public keys that access tokens are verified by (RFC 7517). A new one stands here before it signs.',
  tags: ['Sign-in'],
  security: [],
  responses: {
    200: json(
      'The keys.',
      z
        .object({ keys: z.array(JsonWebKey).openapi({ description: 'The ring.' }) })
        .openapi('JsonWebKeySet', { description: 'The public keys of the issuer.' }),
    ),
  },
});

/** What programs ask to find their way: where the issuer's endpoints are, and its public keys. */
export function discoveryRoutes({ config, now }: Pick<Services, 'config' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  for (const route of [
    metadataRoute('/.well-known/openid-configuration', 'getOpenIdConfiguration'),
    metadataRoute('/.well-known/oauth-authorization-server', 'getServerMetadata'),
  ])
    operation(routes, route, async (c) => {
      const origin = config.origin ?? new URL(c.req.url).origin;
      return ok(
        c.json({ ...metadata(config.issuer, origin), grant_types_supported: [...grantsOf(config)] }, 200),
      );
    });
  operation(routes, keysRoute, async (c) => {
    c.header('Cache-Control', `public, max-age=${KEPT_SECONDS}`);
    const keys = takenKeys(config.signingKeys.reveal(), now(), TOKEN_MS).map(({ kid, n, e }) => ({
      kty: 'RSA' as const,
      use: 'sig' as const,
      alg: 'RS256' as const,
      kid,
      n,
      e,
    }));
    return ok(c.json({ keys }, 200));
  });
  return routes;
}

const metadata = (issuer: string, origin: string) => ({
  issuer,
  authorization_endpoint: `${origin}${AUTHORIZE_PATH}`,
  token_endpoint: `${origin}/auth/v3/oauth/token`,
  revocation_endpoint: `${origin}/auth/v3/oauth/revoke`,
  userinfo_endpoint: `${origin}/auth/v3/openid/userinfo`,
  jwks_uri: `${origin}${KEYS_PATH}`,
  token_endpoint_auth_methods_supported: [...CLIENT_PROOFS],
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  code_challenge_methods_supported: ['S256'],
  scopes_supported: ['openid'],
  authorization_response_iss_parameter_supported: true as const,
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
});
