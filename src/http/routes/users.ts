import type { OpenAPIHono } from '@hono/zod-openapi';
import { endSignIns } from '../../identity/change-password.ts';
import { invite } from '../../identity/invitations.ts';
import type { Caller } from '../../identity/caller.ts';
import { createUser } from '../../identity/create-user.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import { mayManage } from '../../model/roles.ts';
import { findSecondFactor } from '../../store/second-factors.ts';
import { changeUser, findUser, listUsers, removeUser, type User } from '../../store/users.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { answerList } from '../lists/answer-list.ts';
import { shownInvitation } from '../invitation-link.ts';
import { operation } from '../operation.ts';
import type { Services } from '../services.ts';
import * as declaredUsers from './user-operations.ts';

type UserServices = Pick<Services, 'db' | 'now' | 'randomBytes' | 'config'>;

/** The users of the caller's contact center. */
export function userRoutes(services: UserServices): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  readRoutes(routes, services);
  addingRoutes(routes, services);
  changingRoutes(routes, services);
  return routes;
}

function readRoutes(routes: OpenAPIHono<AppEnv>, { db }: UserServices): void {
  operation(routes, declaredUsers.getUsersRoute, (c) => {
    const query = c.req.valid('query');
    const { name, role, disabled } = query;
    const filter = { name, role: role || undefined, disabled };
    return answerList(c, {
      name: 'users',
      query,
      newest: 'createdDate',
      filter,
      read: (request) => listUsers(db, c.var.caller.ccid, { filter, request }),
      show: ({ user, secondFactor }) => JSON.stringify(shownUser(user, secondFactor)),
      empty: 200,
    });
  });
  operation(routes, declaredUsers.getUserRoute, async (c) => {
    const user = await userOf(db, c.var.caller, c.req.valid('param').name);
    return user.ok ? ok(c.json(shownUser(user.value, await hasFactor(db, user.value)), 200)) : user;
  });
}

function addingRoutes(routes: OpenAPIHono<AppEnv>, services: UserServices): void {
  const { db } = services;
  operation(routes, declaredUsers.addUserRoute, async (c) => {
    const { ccid, subject, roles: own } = c.var.caller;
    const { name, roles, password } = c.req.valid('json');
    if (!mayManage(own, roles)) return fail('administrators-only', 'roles');
    const created = await createUser(services, { ccid, name, roles, password }, subject);
    if (!created.ok) return created;
    const { user, invitation } = created.value;
    const shown = invitation ? shownInvitation(c, services.config, invitation) : {};
    return ok(c.json({ ...shownUser(user, false), ...shown }, 201));
  });
  operation(routes, declaredUsers.inviteUserRoute, async (c) => {
    const user = await managedUser(db, c.var.caller, c.req.valid('param').name);
    if (!user.ok) return user;
    if (user.value.issuer !== null) return fail('user-of-issuer', 'name', { name: user.value.name });
    const invitation = await invite(services, user.value, c.var.caller.subject);
    return ok(c.json({ name: user.value.name, ...shownInvitation(c, services.config, invitation) }, 201));
  });
}

function changingRoutes(routes: OpenAPIHono<AppEnv>, services: UserServices): void {
  const { db } = services;
  operation(routes, declaredUsers.changeUserRoute, async (c) => {
    const { caller } = c.var;
    const user = await managedUser(db, caller, c.req.valid('param').name);
    if (!user.ok) return user;
    const change = c.req.valid('json');
    const allowed = checkRoles(caller, user.value, change.roles);
    if (!allowed.ok) return allowed;
    const { roles = user.value.roles, disabled = user.value.disabled } = change;
    if (!(await changeUser(db, user.value, { roles, disabled }))) return refusal(db, user.value);
    if (disabled) await endSignIns(services, user.value);
    const secondFactor = await hasFactor(db, user.value);
    return ok(c.json(shownUser({ ...user.value, roles, disabled }, secondFactor), 200));
  });
  operation(routes, declaredUsers.removeUserRoute, async (c) => {
    const user = await managedUser(db, c.var.caller, c.req.valid('param').name);
    if (!user.ok) return user;
    if (!(await removeUser(db, user.value))) return refusal(db, user.value);
    await endSignIns(services, user.value);
    return ok(c.body(null, 204));
  });
}

async function userOf(db: D1Database, { ccid }: Caller, name: string): Promise<Result<User>> {
  const user = await findUser(db, ccid, name);
  return user ? ok(user) : fail('no-user', 'name', { name });
}

/** A user whom the caller may change, remove or invite: whoever could set an administrator's password would be one. */
async function managedUser(db: D1Database, caller: Caller, name: string): Promise<Result<User>> {
  const user = await userOf(db, caller, name);
  if (!user.ok || mayManage(caller.roles, user.value.roles)) return user;
  return fail('administrators-only', 'name');
}

/** Whether the caller may give these roles: no administrator's but as one, and nothing to oneself. */
function checkRoles(caller: Caller, user: User, roles: readonly string[] | undefined): Result<null> {
  if (!roles) return ok(null);
  if (!mayManage(caller.roles, roles)) return fail('administrators-only', 'roles');
  const oneself = caller.kind === 'user' && caller.subject === user.name;
  const more = roles.some((role) => !user.roles.includes(role));
  return oneself && more && !mayManage(caller.roles, ['administrator'])
    ? fail('own-roles', 'roles')
    : ok(null);
}

/** Why a change did not happen: the user is gone meanwhile, or the last administrator. */
async function refusal(db: D1Database, { ccid, name }: User): Promise<Result<never>> {
  const user = await findUser(db, ccid, name);
  return user ? fail('last-administrator', 'name') : fail('no-user', 'name', { name });
}

const shownInstant = (instant: Instant | null): string | null =>
  instant === null ? null : formatInstant(instant);

const hasFactor = async (db: D1Database, { ccid, name }: User): Promise<boolean> =>
  ((await findSecondFactor(db, { ccid, userName: name }))?.confirmedAt ?? null) !== null;

/** Hashes stay inside. */
const shownUser = (user: User, secondFactor: boolean) => ({
  id: user.name,
  name: user.name,
  roles: [...user.roles],
  disabled: user.disabled,
  invited: user.passwordHash === '' && user.issuer === null,
  issuer: user.issuer,
  secondFactor,
  createdDate: formatInstant(user.createdAt),
  createdBy: user.createdBy,
  passwordChangedAt: shownInstant(user.passwordChangedAt),
});
