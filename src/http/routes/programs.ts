import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { rolesThrough } from '../../identity/granted.ts';
import { ownUser } from '../../identity/own-user.ts';
import { fail, ok } from '../../model/failures.ts';
import { formatInstant } from '../../model/instant.ts';
import { listPrograms, type SignedInProgram } from '../../store/programs.ts';
import { forgetTokensOf } from '../../store/refresh-tokens.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { instant, nameField, whole } from '../openapi/fields.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { bearer, requiresOwnSignIn } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

const AT = { example: '2026-11-20T12:00:00.000Z' };

const Program = z
  .object({
    id: nameField('The client id of the program.').openapi({ example: 'udm' }),
    name: nameField('What the program is called.').openapi({ example: 'Reports' }),
    ofService: z.boolean().openapi({
      description: 'Whether it is the command line of this service, which every deployment knows.',
      example: false,
    }),
    roles: z
      .array(nameField('A role.'))
      .openapi({ description: 'What it has of the person’s roles.', example: ['exporter'] }),
    byPassword: z.boolean().openapi({
      description:
        'Whether it was given the password once; else the person let it in with a browser each time. Whoever has kept a password can sign in again.',
      example: false,
    }),
    signIns: whole('How many of its sign-ins could go on: each computer has its own.').openapi({
      example: 1,
    }),
    since: instant('When the first of them was.').openapi(AT),
    usedAt: instant('When the program last renewed its tokens.').openapi(AT),
    expiresAt: instant('When it ends if it is not used any more.').openapi(AT),
  })
  .openapi('SignedInProgram', { description: 'A program that is signed in as somebody.' });
const ProgramList = z
  .object({
    count: whole('How many there are.').openapi({ example: 1 }),
    items: z.array(Program).openapi({ description: 'The one that was used last first.' }),
  })
  .openapi('SignedInPrograms', { description: 'The programs that are signed in as a user.' });

const common = { ...declared(V10, 'Sign-in'), security: bearer };

const getOwn = createRoute({
  ...common,
  method: 'get',
  path: `${V10.base}/me/programs`,
  operationId: 'getOwnPrograms',
  summary: 'List the programs that are signed in as oneself',
  description:
    'Lists the programs that the user who asks let in with a browser, or gave the password, as long as they could renew their tokens.',
  middleware: [requiresOwnSignIn],
  responses: { 200: json('The programs.', ProgramList), ...errors(400, 401, 403) },
});

const deleteOwn = createRoute({
  ...common,
  method: 'delete',
  path: `${V10.base}/me/programs/{id}`,
  operationId: 'endOwnProgram',
  summary: 'Take back that a program acts for oneself',
  description:
    'Ends every sign-in of a program as the user who asks: its refresh tokens at once, its access tokens within a minute.',
  middleware: [requiresOwnSignIn],
  request: {
    params: z.object({
      id: z
        .string()
        .max(255)
        .openapi({
          description: 'The client id of the program, as the list shows it.',
          example: 'udm',
          param: { name: 'id', in: 'path', required: true },
        }),
    }),
  },
  responses: { 204: { description: 'They have ended.' }, ...errors(400, 401, 403, 404) },
});

/** The programs that are signed in as whoever asks. Clients and keys let nobody in. */
export function programRoutes({ db, now }: Pick<Services, 'db' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getOwn, async (c) => {
    // By what the user may, not by what a token says that asks.
    const user = await ownUser(db, c.var.caller);
    const found = user ? await listPrograms(db, { ccid: user.ccid, userName: user.name }, now()) : [];
    const items = found.map((program) => shownProgram(program, user?.roles ?? []));
    return ok(c.json({ count: items.length, items }, 200));
  });
  operation(routes, deleteOwn, async (c) => {
    const { id } = c.req.valid('param');
    const { kind, ccid, subject: userName } = c.var.caller;
    const ended = kind === 'user' ? await forgetTokensOf(db, { ccid, userName }, now(), id) : 0;
    return ended > 0 ? ok(c.body(null, 204)) : fail('no-program', 'id');
  });
  return routes;
}

const shownProgram = (
  { client, signIns, byConsent, beganAt, usedAt, expiresAt }: SignedInProgram,
  roles: readonly string[],
) => ({
  id: client.id,
  name: client.name,
  ofService: client.platform && client.public,
  roles: [...rolesThrough(client, roles)],
  byPassword: !byConsent,
  signIns,
  since: formatInstant(beganAt),
  usedAt: formatInstant(usedAt),
  expiresAt: formatInstant(expiresAt),
});
