import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { isAdministrator, mayManage } from '../model/roles.ts';
import { findApiKey } from '../store/api-keys.ts';
import { findClient } from '../store/clients.ts';
import { knowsOutsidePerson } from '../store/outside-people.ts';
import { findUser, type User } from '../store/users.ts';
import type { Caller, CallerKind } from './caller.ts';

/** A user of the caller's contact center. */
export async function userOf(db: D1Database, { ccid }: Caller, name: string): Promise<Result<User>> {
  const user = await findUser(db, ccid, name);
  return user ? ok(user) : fail('no-user', 'name', { name });
}

/**
 * A user whom the caller may change, remove, invite, or end the sign-ins of: whoever could shut who manages access out, or set such a
 * password, would be one. `own`: oneself, too, which is for what takes something away and opens nothing.
 */
export async function managedUser(
  db: D1Database,
  caller: Caller,
  { name, own = false }: { readonly name: string; readonly own?: boolean },
): Promise<Result<User>> {
  const user = await userOf(db, caller, name);
  if (!user.ok || mayManage(caller.roles, user.value.roles)) return user;
  return own && isOneself(caller, 'user', name) ? user : fail('administrators-only', 'name');
}

/** Whether the caller may change or remove a client or key: none of who manages access but as an administrator, and never itself. */
export function checkMachine(
  caller: Caller,
  kind: CallerKind,
  { id, roles }: { readonly id: string; readonly roles: readonly string[] | null },
): Result<null> {
  if (isOneself(caller, kind, id)) return fail('own-record', 'id');
  return mayManage(caller.roles, roles ?? []) ? ok(null) : fail('administrators-only', 'id');
}

/** Whether the caller may give these roles to anybody: who manages access is made by administrators. */
export const checkGiven = (
  { roles: own }: Pick<Caller, 'roles'>,
  roles: readonly string[] | null | undefined,
): Result<null> => (mayManage(own, roles ?? []) ? ok(null) : fail('administrators-only', 'roles'));

/**
 * Whether the caller may give this name to a new user: that of somebody who manages access by tokens of an outside issuer is an
 * administrator's to give, since whoever has it shuts them out.
 */
export async function checkFree(
  services: { readonly db: D1Database; now(): Instant },
  { ccid, roles }: Caller,
  name: string,
): Promise<Result<null>> {
  if (isAdministrator(roles)) return ok(null);
  const taken = await knowsOutsidePerson(services.db, { ccid, name }, services.now());
  return taken ? fail('administrators-only', 'name') : ok(null);
}

/** Whether the caller may give these roles to this user: nothing more to oneself, nor to the person behind the key or client. */
export async function checkGivenTo(
  db: D1Database,
  caller: Caller,
  { user, roles }: { readonly user: User; readonly roles: readonly string[] | undefined },
): Promise<Result<null>> {
  const more = (roles ?? []).filter((role) => !user.roles.includes(role));
  const given = checkGiven(caller, more);
  if (more.length === 0 || !given.ok) return given;
  const exempt = caller.kind === 'user' && isAdministrator(caller.roles);
  return user.name === (await makerOf(db, caller)) && !exempt ? fail('own-roles', 'roles') : ok(null);
}

/** Whether that one is who asks. */
export const isOneself = (caller: Caller, kind: CallerKind, id: string): boolean =>
  caller.kind === kind && caller.subject === id;

/**
 * The person behind who asks, by name; null where the key or client is gone. Kept with each key and client, so that a chain of them leads
 * to its beginning, also where one in between was removed.
 */
export async function makerOf(
  db: D1Database,
  { kind, ccid, subject }: Pick<Caller, 'kind' | 'ccid' | 'subject'>,
): Promise<string | null> {
  if (kind === 'user') return subject;
  const machine = kind === 'key' ? await findApiKey(db, ccid, subject) : await findClient(db, subject);
  return machine?.maker ?? null;
}
