import { createRoute, z } from '@hono/zod-openapi';
import { REDIRECT_UNITS } from '../../model/redirect-uri.ts';
import { jsonBody } from '../body.ts';
import { nameField, textField } from '../openapi/fields.ts';
import { errors, json } from '../operation.ts';
import { requiresSignIn } from './guard.ts';
import { AUTHORIZE_PATH, CONSENT_PATH } from './security.ts';

/** Characters of a request's query at most. */
const QUERY_UNITS = 8_192;
const EXAMPLE_URI = 'http://127.0.0.1:49152/callback';

const optional = (description: string, example: string, more: object = {}) =>
  z
    .string()
    .optional()
    .openapi({ description, example, maxLength: 2_000, ...more });

/** The query of an authorization request. What it means is read by `identity/authorization-request.ts`, since its errors have a form of their own. */
const query = z.object({
  response_type: optional('Always `code`.', 'code'),
  client_id: optional('The id of the program.', 'udm'),
  redirect_uri: optional('Where the answer goes: one of the program’s own addresses.', EXAMPLE_URI, {
    maxLength: REDIRECT_UNITS,
  }),
  code_challenge: optional(
    'SHA-256 of the verifier in base64url (RFC 7636).',
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  ),
  code_challenge_method: optional('Always `S256`.', 'S256'),
  state: optional('Comes back as it is: it ties the answer to whoever asked.', 'af0ifjsldkj'),
  scope: optional('`openid` for an ID token; a token carries all roles in any case.', 'openid'),
  nonce: optional('Comes back in the ID token.', 'n-0S6_WzA2Mj'),
});

export const authorizeRoute = createRoute({
  method: 'get',
  path: AUTHORIZE_PATH,
  operationId: 'authorizeProgram',
  summary: 'Ask a person to let a program in',
  description:
    'Where a program sends a browser (RFC 6749, section 4.1, with PKCE): the person signs in, sees who asks, and allows it or not. Answers go to `redirect_uri`, with `code` or `error`, `state` and `iss` (RFC 9207). An address that is not registered gets none. What is wrong with a request is told at once to a program on the same computer alone, and else by the page: nobody is led elsewhere who has not decided to. To be opened by a browser, not to be called.',
  tags: ['Sign-in'],
  security: [],
  request: { query },
  responses: {
    200: {
      description: 'The page where the person decides, for a browser that has followed.',
      content: {
        'text/html': {
          schema: textField({ description: 'A page.', maxLength: 65_536, example: '<!doctype html>' }),
        },
      },
    },
    302: {
      description:
        'To the page where the person decides; with `error` back to a program on the same computer.',
      headers: z.object({
        Location: textField({
          description: 'Where to.',
          maxLength: QUERY_UNITS + REDIRECT_UNITS,
          example: '/authorize?response_type=code&client_id=udm',
        }),
        'Cross-Origin-Opener-Policy': textField({
          description: 'As of the pages: a page of this service that opened the window goes on seeing it.',
          maxLength: 32,
          example: 'same-origin',
        }),
      }),
    },
    ...errors(400),
  },
});

const Consent = z
  .object({
    client: nameField('The id of the program.').openapi({ example: 'udm' }),
    name: nameField('What the program is called.').openapi({ example: 'Reports' }),
    ofService: z.boolean().openapi({
      description: 'Whether it is the command line of this service, which every deployment knows.',
      example: false,
    }),
    address: textField({
      description: 'Where the answer goes: the origin of `redirect_uri`.',
      maxLength: REDIRECT_UNITS,
      example: 'https://reports.example',
    }),
    local: z
      .boolean()
      .openapi({ description: 'Whether that is this computer, as for a command line.', example: false }),
    roles: z
      .array(nameField('A role.'))
      .openapi({ description: 'What the program would get of the person’s roles.', example: ['exporter'] }),
  })
  .openapi('ConsentRequest', { description: 'Which program asks a person for what.' });

export const getConsentRoute = createRoute({
  method: 'get',
  path: CONSENT_PATH,
  operationId: 'showConsent',
  summary: 'Show which program asks for what',
  description: 'Reads the query of an authorization request for the page where the person decides.',
  tags: ['Sign-in'],
  security: [{ session: [] }],
  middleware: [requiresSignIn],
  request: { query },
  responses: { 200: json('Who asks for what.', Consent), ...errors(400, 401, 403) },
});

const Decision = z
  .object({
    request: z
      .string()
      .max(QUERY_UNITS)
      .openapi({
        description: 'The query of the authorization request, as it came.',
        example: `response_type=code&client_id=udm&redirect_uri=${encodeURIComponent(EXAMPLE_URI)}`,
      }),
    allow: z.boolean().openapi({ description: 'Whether the person allows it.', example: true }),
  })
  .openapi('ConsentDecision', { description: 'What a person answers to a program.' });
const Answered = z
  .object({
    location: textField({
      description: 'Where the page sends the browser: the program’s address, with `code` or `error`.',
      maxLength: QUERY_UNITS + REDIRECT_UNITS,
      example: `${EXAMPLE_URI}?code=k3J0b3V0&state=af0ifjsldkj&iss=https%3A%2F%2Fudm.example`,
    }),
  })
  .openapi('ConsentAnswer', { description: 'Where a decision leads.' });

export const decideRoute = createRoute({
  method: 'post',
  path: CONSENT_PATH,
  operationId: 'decideConsent',
  summary: 'Allow a program to act for oneself, or not',
  description:
    'Answers a program that asked. What is allowed is a code, good once, for a minute. For pages of this service: `Origin` is its own, and `X-UDM-Request: 1` stands with it.',
  tags: ['Sign-in'],
  security: [{ session: [] }],
  middleware: [requiresSignIn, jsonBody],
  request: { body: { required: true, content: { 'application/json': { schema: Decision } } } },
  responses: { 200: json('Where the browser goes next.', Answered), ...errors(400, 401, 403, 408, 413, 415) },
});
