import { PRIVILEGES, ROLES } from '../../model/roles.ts';

/** Where tokens are issued; the document shows it with the address of the service. */
export const TOKEN_PATH = '/auth/v3/oauth/token';
/** Where programs send browsers, and what the page there asks. */
export const AUTHORIZE_PATH = '/auth/v3/oauth/authorize';
/** Where issuers outside lead browsers back to. */
export const CALLBACK_PATH = '/auth/v3/callback';
export const CONSENT_PATH = '/auth/v3/oauth/consent';

/** Every privilege, and the roles that bring it. */
const SCOPES = Object.fromEntries(
  PRIVILEGES.map((privilege) => {
    const rows = Object.entries(ROLES).filter(([, role]) => role.privileges.includes(privilege));
    const roles = rows.map(([name]) => name);
    return [privilege, `Of the roles ${roles.join(', ')}.`];
  }),
);
const flow = { tokenUrl: TOKEN_PATH, refreshUrl: TOKEN_PATH, scopes: SCOPES };

/**
 * The ways to prove who asks, as the documents name them. `oauth2` and `bearer` are one token: by the first a tool can get it, into the
 * second one is pasted that is there.
 */
export const SECURITY_SCHEMES = {
  oauth2: {
    type: 'oauth2',
    description:
      'Signs in a user, in a browser (authorization code, with PKCE by S256) or by password, or a client for itself (client credentials). The client shows its id and secret by HTTP Basic; `udm`, which every deployment has, has none. The scopes are privileges: a token has those of all roles of who signs in, whatever is asked for.',
    flows: {
      password: flow,
      clientCredentials: flow,
      authorizationCode: { ...flow, authorizationUrl: AUTHORIZE_PATH },
    },
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'An access token that is there already.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-udm',
    description:
      'Set by `POST /auth/v3/sign-in`. Changes need `X-UDM-Request: 1` and the service’s own `Origin`.',
  },
  client: {
    type: 'http',
    scheme: 'basic',
    description: 'The id and secret of a client, to get a token with.',
  },
} as const;
