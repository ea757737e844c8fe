import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { openInvitation, redeemInvitation } from '../../identity/invitations.ts';
import { fail, ok } from '../../model/failures.ts';
import { auditRow } from '../../model/audit/actions.ts';
import { enteredAct, whoIs } from '../audit/door.ts';
import { jsonBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { failed } from '../errors.ts';
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

const ROW = auditRow(postInvitation.operationId, postInvitation.method);

/** Whoever chooses a password is not signed in by that. */
const NO_SIGN_IN = { roles: [], kind: 'user', clientId: null, sessionId: null, authTime: null } as const;

/** Where invited users choose their password. */
export function invitationRoutes(
  services: Pick<Services, 'config' | 'db' | 'now' | 'randomBytes' | 'tellByMail'>,
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, postInvitation, async (c) => {
    if (!services.config.passwordSignIn) return fail('passwords-off', 'password');
    const input = c.req.valid('json');
    const open = await openInvitation(services, input);
    if (!open.ok) return open;
    const { ccid, name } = open.value.user;
    // Whose act it is, for the audit log: the token says so, and no more. It is entered before the password is set.
    const caller = { ...NO_SIGN_IN, ccid, subject: name };
    c.set('caller', caller);
    const answer = await enteredAct(c, { row: ROW, who: whoIs(caller) }, async () =>
      (await redeemInvitation(services, open.value, input.password))
        ? c.json({ ccid, name }, 200)
        : failed(c, fail('invitation-refused', 'token').failure),
    );
    // The declared answer, or an error that errors() declares, as a plain Response.
    return ok(answer as never);
  });
  return routes;
}
