import type { OpenAPIHono } from '@hono/zod-openapi';
import { asJudged } from '../../identity/as-judged.ts';
import { endSignIns } from '../../identity/change-password.ts';
import type { Caller } from '../../identity/caller.ts';
import { invite, type Inviter } from '../../identity/invitations.ts';
import { createUser } from '../../identity/create-user.ts';
import { checkFree, checkGiven, checkGivenTo, managedUser, userOf } from '../../identity/managed.ts';
import { fail, ok } from '../../model/failures.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import { isAdministrator, isPromoted } from '../../model/roles.ts';
import { findSecondFactor } from '../../store/second-factors.ts';
import { changeUser, listUsers, removeUser, type User } from '../../store/users.ts';
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
    const { ccid } = c.var.caller;
    const { name, roles, password } = c.req.valid('json');
    const given = checkGiven(c.var.caller, roles);
    if (!given.ok) return given;
    const free = await checkFree(services, c.var.caller, name);
    if (!free.ok) return free;
    const created = await createUser(services, { ccid, name, roles, password }, inviter(c.var.caller));
    if (!created.ok) return created;
    const { user, invitation } = created.value;
    const shown = invitation ? shownInvitation(c, services.config, invitation) : {};
    return ok(c.json({ ...shownUser(user, false), ...shown }, 201));
  });
  operation(routes, declaredUsers.inviteUserRoute, async (c) => {
    const { name } = c.req.valid('param');
    const invited = await asJudged({
      judge: async () => {
        const user = await managedUser(db, c.var.caller, { name });
        return user.ok && user.value.issuer !== null ? fail('user-of-issuer', 'name', { name }) : user;
      },
      by: ({ roles }) => roles,
      write: (user) => invite(services, user, inviter(c.var.caller)),
      refused: fail('no-user', 'name', { name }),
    });
    if (!invited.ok) return invited;
    return ok(c.json({ name, ...shownInvitation(c, services.config, invited.value) }, 201));
  });
}

function changingRoutes(routes: OpenAPIHono<AppEnv>, services: UserServices): void {
  const { db } = services;
  operation(routes, declaredUsers.changeUserRoute, async (c) => {
    const { caller } = c.var;
    const { name } = c.req.valid('param');
    const change = c.req.valid('json');
    const changed = await asJudged({
      judge: async () => {
        const user = await managedUser(db, caller, { name, own: true });
        if (!user.ok) return user;
        const allowed = await checkGivenTo(db, caller, { user: user.value, roles: change.roles });
        return allowed.ok ? user : allowed;
      },
      by: ({ roles }) => roles,
      write: async (user) => {
        const chosenAnew = isPromoted(user.roles, change.roles ?? user.roles);
        if (chosenAnew) await endSignIns(services, user);
        const written = await changeUser(db, user, { ...change, chosenAnew });
        // Also of what was opened in between.
        if (written && (chosenAnew || change.disabled)) await endSignIns(services, written);
        return written;
      },
      refused: fail('last-administrator', 'name'),
    });
    if (!changed.ok) return changed;
    const user = changed.value;
    return ok(c.json(shownUser(user, await hasFactor(db, user)), 200));
  });
  operation(routes, declaredUsers.removeUserRoute, async (c) => {
    const removed = await asJudged({
      judge: () => managedUser(db, c.var.caller, { name: c.req.valid('param').name, own: true }),
      by: ({ roles }) => roles,
      write: async (user) => ((await removeUser(db, user)) ? user : null),
      refused: fail('last-administrator', 'name'),
    });
    if (!removed.ok) return removed;
    await endSignIns(services, removed.value);
    return ok(c.body(null, 204));
  });
}

const inviter = ({ subject, roles }: Caller): Inviter => ({
  name: subject,
  administrator: isAdministrator(roles),
});

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
