import { createRoute, z } from '@hono/zod-openapi';
import { nameField, textField } from '../openapi/fields.ts';
import { errors, json } from '../operation.ts';
import { CALLBACK_PATH } from './security.ts';

const SignInIssuers = z
  .object({
    items: z
      .array(
        z
          .object({
            id: nameField('Names the issuer.').openapi({ example: 'i-b3V0bGF3cyE1' }),
            name: nameField('What it is called.').openapi({ example: 'Acme' }),
          })
          .openapi('SignInIssuer', { description: 'An issuer that people sign in at.' }),
      )
      .openapi({ description: 'The issuers, those of the whole deployment first.' }),
    passwords: z
      .boolean()
      .openapi({ description: 'Whether anybody signs in by password here.', example: true }),
  })
  .openapi('SignInIssuers', { description: 'How people of a contact center sign in.' });

export const listSignInIssuersRoute = createRoute({
  method: 'get',
  path: '/auth/v3/issuers',
  operationId: 'listSignInIssuers',
  summary: 'Show how people of a contact center sign in',
  description:
    'The outside issuers that the sign-in page offers. It is told by contact center alone, whether there is such a one or not, and never by user.',
  tags: ['Sign-in'],
  security: [],
  request: {
    query: z.object({
      tenant: z.string().max(64).optional().openapi({ description: 'The contact center.', example: 'acme' }),
    }),
  },
  responses: { 200: json('The issuers.', SignInIssuers), ...errors(400) },
});

const page = {
  description: 'The page that is reached in the end, for a browser that has followed.',
  content: {
    'text/html': {
      schema: textField({ description: 'A page.', maxLength: 65_536, example: '<!doctype html>' }),
    },
  },
};
const location = (example: string) => ({
  headers: z.object({
    Location: textField({ description: 'Where to.', maxLength: 10_000, example }),
    'Set-Cookie': textField({
      maxLength: 4_096,
      description: 'What the browser keeps meanwhile, sealed; or the session.',
      example: '__Host-udm-outside=k1.bm9uY2U=.c2VhbGVk; Path=/; HttpOnly; Secure; SameSite=Lax',
    }),
  }),
});

export const beginRoute = createRoute({
  method: 'get',
  path: '/auth/v3/sign-in/outside',
  operationId: 'beginOutsideSignIn',
  summary: 'Sign in at an outside issuer',
  description:
    'Leads a browser to the issuer: authorization code with PKCE, state and nonce. Only a page of this service leads there: a link of another site gets the page `to`. To be opened by a browser, not to be called.',
  tags: ['Sign-in'],
  security: [],
  request: {
    query: z.object({
      issuer: z
        .string()
        .max(255)
        .openapi({ description: 'The id of the issuer.', example: 'i-b3V0bGF3cyE1' }),
      to: z
        .string()
        .max(2_000)
        .optional()
        .openapi({ description: 'The page to come back to; Home unless given.', example: '/jobs' }),
      again: z
        .enum(['true'])
        .optional()
        .openapi({ description: 'Has the person prove anew who it is.', example: 'true' }),
    }),
  },
  responses: {
    200: page,
    302: {
      description: 'To the issuer; to the page itself where another site leads here.',
      ...location('https://id.acme.example/authorize?client_id=udm-acme'),
    },
    ...errors(400, 404, 503),
  },
});

export const callbackRoute = createRoute({
  method: 'get',
  path: CALLBACK_PATH,
  operationId: 'finishOutsideSignIn',
  summary: 'Come back from an outside issuer',
  description:
    'The one address that is registered at issuers. Opens a browser session for whom the issuer has sent to this browser; where it is refused the sign-in page says why.',
  tags: ['Sign-in'],
  security: [],
  responses: {
    200: page,
    303: { description: 'To the page that was asked for, or to the sign-in page.', ...location('/jobs') },
    ...errors(503),
  },
});
