import { createRoute, z } from '@hono/zod-openapi';
import { USER_ORDERS, type UserOrder } from '../../store/users.ts';
import { jsonBody } from '../body.ts';
import { readableJson } from '../job-body.ts';
import { flagFilter, pageParameters, textFilter } from '../lists/parameters.ts';
import { NAME } from '../openapi/fields.ts';
import { pageAnswer } from '../openapi/schemas.ts';
import { AddedUser, InvitationAnswer, NewUser, UserAnswer, UserChange } from '../openapi/schemas-access.ts';
import { errors, json } from '../operation.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

const common = { ...declared(V10, 'Access'), security: bearer };
const PATH = `${V10.base}/users`;

/** The `{name}` of a path. */
export const NamePath = z.object({
  name: z
    .string()
    .max(255)
    .openapi({
      description: 'The name of the user.',
      example: 'anna@example.org',
      param: { name: 'name', in: 'path', required: true },
    }),
});

const body = <T>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });
const taking = (schema: z.ZodType) => [requires('users.write'), jsonBody, readableJson(schema)];

/** `GET users` */
export const getUsersRoute = createRoute({
  ...common,
  method: 'get',
  path: PATH,
  operationId: 'listUsers',
  summary: 'List users',
  description: 'The users of the contact center, the newest first unless asked otherwise.',
  middleware: [requires('users.read')],
  request: {
    query: z.object({
      // Object.keys of a literal table: its keys are the names.
      ...pageParameters(Object.keys(USER_ORDERS) as UserOrder[]),
      name: textFilter('Name of the user', 'anna'),
      role: z
        .string()
        .optional()
        .openapi({ ...NAME, description: 'Users with this role.', example: 'exporter' }),
      disabled: flagFilter('Whether the user may not sign in.'),
    }),
  },
  responses: {
    200: json('The users that match.', pageAnswer('UserPage', UserAnswer)),
    ...errors(400, 401, 403),
  },
});

/** `POST users` */
export const addUserRoute = createRoute({
  ...common,
  method: 'post',
  path: PATH,
  operationId: 'addUser',
  summary: 'Add a user',
  description:
    'Adds a user of the contact center. Without a password the answer has an invitation: a link by which the user chooses one, once, within 72 hours.',
  middleware: taking(NewUser),
  request: { body: body(NewUser) },
  responses: { 201: json('The user.', AddedUser), ...errors(400, 401, 403, 408, 409, 413, 415) },
});

/** `GET users/{name}` */
export const getUserRoute = createRoute({
  ...common,
  method: 'get',
  path: `${PATH}/{name}`,
  operationId: 'getUser',
  summary: 'Show a user',
  description: 'One user of the contact center.',
  middleware: [requires('users.read')],
  request: { params: NamePath },
  responses: { 200: json('The user.', UserAnswer), ...errors(400, 401, 403, 404) },
});

/** `PATCH users/{name}` */
export const changeUserRoute = createRoute({
  ...common,
  method: 'patch',
  path: `${PATH}/{name}`,
  operationId: 'changeUser',
  summary: 'Change a user',
  description:
    'Gives a user other roles, or lets nobody sign in as the user any more, or again. Either ends open invitations of the user. What a disabled user had opened ends within a minute. So does what a user had opened who gets `security` or `administrator`; a password that was set with such a user is good no more: invite the user.',
  middleware: taking(UserChange),
  request: { params: NamePath, body: body(UserChange) },
  responses: { 200: json('The user.', UserAnswer), ...errors(400, 401, 403, 404, 408, 413, 415) },
});

/** `DELETE users/{name}` */
export const removeUserRoute = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/{name}`,
  operationId: 'removeUser',
  summary: 'Remove a user',
  description: 'Removes a user. What the user has made stays; what the user had opened ends within a minute.',
  middleware: [requires('users.write')],
  request: { params: NamePath },
  responses: { 204: { description: 'The user is removed.' }, ...errors(400, 401, 403, 404) },
});

/** `POST users/{name}/invitation` */
export const inviteUserRoute = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/{name}/invitation`,
  operationId: 'inviteUser',
  summary: 'Let a user choose a password',
  description:
    'Makes an invitation, as for a forgotten password. The old password is good until another one is chosen; earlier invitations are good no more.',
  middleware: [requires('users.write')],
  request: { params: NamePath },
  responses: { 201: json('The invitation.', InvitationAnswer), ...errors(400, 401, 403, 404) },
});
