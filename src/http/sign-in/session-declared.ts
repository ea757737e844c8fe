import { createRoute, z } from '@hono/zod-openapi';
import { PRIVILEGES } from '../../model/roles.ts';
import { jsonBody } from '../body.ts';
import { Code, SecondFactor } from '../openapi/second-factor-schema.ts';
import { nameField, textField } from '../openapi/fields.ts';
import { errors, json } from '../operation.ts';
import { requiresSignIn } from './guard.ts';

/** Characters of a password at most: what is hashed has a bound. */
const PASSWORD_UNITS = 256;
/** Characters of a user's or a contact center's name at most. */
const NAME_UNITS = 255;

const Password = z
  .string()
  .min(1)
  .max(PASSWORD_UNITS)
  .openapi({ description: 'The user’s password.', format: 'password', example: 'correct horse battery' });

const MaybeCode = Code.optional().openapi({
  description:
    'A code of the second factor, or a recovery code; needed where the user has one (401 `second-factor-needed`).',
});

const SignInBody = z
  .object({
    userName: z.string().min(1).max(NAME_UNITS).openapi({
      description: 'The user’s name, or `contact-center\\user`.',
      example: 'demo',
    }),
    tenant: z.string().min(1).max(NAME_UNITS).optional().openapi({
      description: 'The contact center, where the name alone does not tell it.',
      example: 'demo',
    }),
    password: Password,
    code: MaybeCode,
  })
  .openapi('SignIn', { description: 'Who opens a browser session.' });
const SignInAgainBody = z.object({ password: Password, code: MaybeCode }).openapi('SignInAgain', {
  description: 'That the person of a session is still there.',
});

const SignedIn = z
  .object({
    name: nameField('The user’s name.').openapi({ example: 'demo' }),
    ccid: nameField('The contact center.').openapi({ example: 'demo' }),
    roles: z.array(nameField('A role.')).openapi({ description: 'The user’s roles.', example: ['exporter'] }),
    privileges: z
      .array(z.enum(PRIVILEGES))
      .openapi({ description: 'What the roles allow.', example: ['jobs.read'] }),
    secondFactor: SecondFactor,
    authTime: z.iso.datetime().openapi({
      description: 'When the password was last given.',
      example: '2026-11-20T12:00:00.000Z',
    }),
  })
  .openapi('SignedIn', { description: 'Who is signed in.' });

const cookieSet = z.object({
  'Set-Cookie': textField({
    maxLength: 4_096,
    description: 'The session’s cookie, which scripts cannot read.',
    example: '__Host-udm=c2Vzc2lvbg; Path=/; HttpOnly; Secure; SameSite=Lax',
  }),
});
const withCookie = { ...json('Who is signed in; the cookie comes along.', SignedIn), headers: cookieSet };
const jsonOf = <T>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });

const PAGES = 'For pages of this service: `Origin` is its own, and `X-UDM-Request: 1` stands with it.';

export const signInRoute = createRoute({
  method: 'post',
  path: '/auth/v3/sign-in',
  operationId: 'signIn',
  summary: 'Open a browser session',
  description: `Signs a person in by name and password, and a code where the user has a second factor, and sets a cookie. A session ends when it was not used for 30 minutes, and after 12 hours. ${PAGES}`,
  tags: ['Sign-in'],
  security: [],
  middleware: [jsonBody],
  request: { body: jsonOf(SignInBody) },
  responses: { 200: withCookie, ...errors(400, 401, 403, 408, 413, 415) },
});

export const signInAgainRoute = createRoute({
  method: 'post',
  path: '/auth/v3/sign-in/again',
  operationId: 'signInAgain',
  summary: 'Prove anew who is there',
  description: `Renews the time at which the person of this session last gave the password, with a code where there is a second factor, and the cookie. ${PAGES}`,
  tags: ['Sign-in'],
  security: [{ session: [] }],
  middleware: [requiresSignIn, jsonBody],
  request: { body: jsonOf(SignInAgainBody) },
  responses: { 200: withCookie, ...errors(400, 401, 403, 408, 413, 415) },
});

const SignedOut = z
  .object({
    location: textField({
      description: 'Where the page sends the browser to sign out there, too.',
      maxLength: 4_096,
      example: 'https://id.acme.example/end?client_id=udm-acme',
    }),
  })
  .openapi('SignedOut', { description: 'Where a sign-out goes on.' });

export const signOutRoute = createRoute({
  method: 'post',
  path: '/auth/v3/sign-out',
  operationId: 'signOut',
  summary: 'End the browser session',
  description:
    'Ends the session of the cookie, and has the browser forget it. Without one there is nothing to do. Whatever body comes along is not read.',
  tags: ['Sign-in'],
  security: [],
  responses: {
    200: {
      ...json('There is no session here any more. At the issuer that it came from there may be.', SignedOut),
      headers: cookieSet,
    },
    204: { description: 'There is no session any more.', headers: cookieSet },
    ...errors(403, 503),
  },
});
