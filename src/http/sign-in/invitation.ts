import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { redeemInvitation } from '../../identity/invitations.ts';
import { fail, ok } from '../../model/failures.ts';
import { jsonBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { readableJson } from '../job-body.ts';
import { AcceptedInvitation, InvitedUser } from '../openapi/schemas-access.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';

const postInvitation = createRoute({
  method: 'post',
  path: '/auth/v3/invitation',
  operationId: 'acceptInvitation',
  summary: 'Choose a password',
  description:
    'Takes the token of an invitation, which stands behind the # of its link, and the password that the user chooses. It works once. Needs no token of access.',
  tags: ['Sign-in'],
  security: [],
  middleware: [jsonBody, readableJson(AcceptedInvitation)],
  request: { body: { required: true, content: { 'application/json': { schema: AcceptedInvitation } } } },
  responses: { 200: json('Whose password it is.', InvitedUser), ...errors(400, 403, 408, 413, 415) },
});

/** Whoever chooses a password is not signed in by that. */
const NO_SIGN_IN = { roles: [], kind: 'user', clientId: null, sessionId: null, authTime: null } as const;

/** Where invited users choose their password. */
export function invitationRoutes(
  services: Pick<Services, 'config' | 'db' | 'now' | 'randomBytes'>,
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, postInvitation, async (c) => {
    if (!services.config.passwordSignIn) return fail('passwords-off', 'password');
    const accepted = await redeemInvitation(services, c.req.valid('json'));
    if (!accepted.ok) return accepted;
    const { ccid, name } = accepted.value;
    // Whose act it was, for the audit log: the token says so, and no more.
    c.set('caller', { ...NO_SIGN_IN, ccid, subject: name });
    return ok(c.json({ ccid, name }, 200));
  });
  return routes;
}
