import { and, eq, exists, isNotNull, ne, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { isAdministrator } from '../model/roles.ts';
import { contains, exactly } from './lists/filters.ts';
import { listInAnyOrder } from './lists/in-any-order.ts';
import type { List, ListRequest } from './lists/list.ts';
import { invitations, users } from './schema-access.ts';
import { secondFactors, sessions } from './schema-sessions.ts';

/** A person who may sign in. */
export type User = typeof users.$inferSelect;

/** What a list of users can be ordered by. */
export const USER_ORDERS = {
  createdDate: users.createdAt,
  name: users.nameFolded,
  passwordChangedAt: sql`coalesce(${users.passwordChangedAt}, -1)`,
} as const satisfies Record<string, SQLWrapper>;
export type UserOrder = keyof typeof USER_ORDERS;

/** Filters of a list of users: "contains" without case, one role, whether it is disabled. */
export interface UserFilter {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** The contact center's user of a name. */
export const keyed = (ccid: string, name: string): SQL | undefined =>
  and(eq(users.ccid, ccid), eq(users.name, name));

/** The contact center's user of a name, or null. */
export async function findUser(db: D1Database, ccid: string, name: string): Promise<User | null> {
  const row = await drizzle(db).select().from(users).where(keyed(ccid, name)).get();
  return row ?? null;
}

/**
 * The user of a name that only one contact center has, or null. Who signs in by the name alone says no center: this query alone
 * names none, and its answer tells it.
 */
export async function findOnlyUser(db: D1Database, name: string): Promise<User | null> {
  const [only, another] = await drizzle(db).select().from(users).where(eq(users.name, name)).limit(2);
  return only && !another ? only : null;
}

/** The contact center's users that match. */
export function listUsers(
  db: D1Database,
  ccid: string,
  { filter, request }: { filter: UserFilter; request: ListRequest<UserOrder> },
): Promise<List<{ readonly user: User; readonly secondFactor: boolean }>> {
  const role = filter.role === undefined ? undefined : hasRole(filter.role);
  const where = and(
    eq(users.ccid, ccid),
    contains(users.nameFolded, filter.name),
    exactly(users.disabled, filter.disabled),
    role,
  );
  const ordering = { key: USER_ORDERS[request.order], tie: users.name, descending: request.descending };
  return listInAnyOrder(db, request, {
    scan: { from: sql`${users}`, where, ...ordering },
    count: null,
    fetch: async (names) => {
      const wanted = sql`${users.name} IN (SELECT value FROM json_each(${JSON.stringify(names)}))`;
      const found = await drizzle(db)
        .select({ user: users, confirmedAt: secondFactors.confirmedAt })
        .from(users)
        .leftJoin(
          secondFactors,
          and(eq(secondFactors.ccid, users.ccid), eq(secondFactors.userName, users.name)),
        )
        .where(and(eq(users.ccid, ccid), wanted));
      return found.map(({ user, confirmedAt }) => ({
        tie: user.name,
        user,
        secondFactor: confirmedAt !== null,
      }));
    },
  });
}

/** Adds a user; false where the contact center has one of this name. */
export async function addUser(db: D1Database, user: typeof users.$inferInsert): Promise<boolean> {
  const added = await drizzle(db)
    .insert(users)
    .values(user)
    .onConflictDoNothing()
    .returning({ name: users.name });
  return added.length === 1;
}

/** A user's name, and the roles that it was judged by. */
type Judged = Pick<User, 'ccid' | 'name' | 'roles'>;

const stillSo = ({ ccid, name, roles }: Judged): SQL | undefined => and(keyed(ccid, name), hasRoles(roles));

/**
 * Whether somebody who is no administrator may have chosen the password: it came with the user, or by the invitation of one, and was changed by
 * who had it since. Never that of the demonstration user, nor one that nobody knows to have been changed.
 */
const FOREIGN = sql`(users.local = 0 AND users.vouched = 0 AND users.password_changed_at IS NOT NULL)`;

/**
 * Gives a user other roles, or says whether they may sign in; what is undefined stays as it is. Either ends invitations: whoever holds one
 * was given less, or nothing any more. A password that somebody else may have chosen goes where `chosenAnew`, and a second factor with it. Answers
 * the user as it is then; null where there is none, it has other roles than it was judged by, or it would leave the center without an
 * administrator.
 */
export async function changeUser(
  db: D1Database,
  judged: Judged,
  {
    roles,
    disabled,
    chosenAnew = false,
  }: { readonly [M in 'roles' | 'disabled']?: User[M] | undefined } & { readonly chosenAnew?: boolean },
): Promise<User | null> {
  const { ccid, name } = judged;
  const d1 = drizzle(db);
  const ends = disabled === true || (roles !== undefined && !isAdministrator(roles));
  const where = and(stillSo(judged), ends ? isSpare(ccid, name) : undefined);
  const others = roles !== undefined && JSON.stringify(roles) !== JSON.stringify(judged.roles);
  // Before the user, by the same rule: what does not change ends nothing.
  const open = and(
    eq(invitations.ccid, ccid),
    eq(invitations.userName, name),
    exists(d1.select({ name: users.name }).from(users).where(where)),
    others || disabled === true ? undefined : sql`false`,
  );
  const foreign = exists(d1.select({ name: users.name }).from(users).where(and(where, FOREIGN)));
  const [, , changed] = await d1.batch([
    d1.delete(invitations).where(open),
    d1
      .delete(secondFactors)
      .where(
        and(
          eq(secondFactors.ccid, ccid),
          eq(secondFactors.userName, name),
          chosenAnew ? foreign : sql`false`,
        ),
      ),
    d1
      .update(users)
      .set({
        name,
        roles,
        disabled,
        passwordHash: chosenAnew ? sql`CASE WHEN ${FOREIGN} THEN '' ELSE password_hash END` : undefined,
      })
      .where(where)
      .returning(),
  ]);
  return changed[0] ?? null;
}

/** Removes a user, and second factor and sessions with it: another one of that name has neither. False where `changeUser` answers null. */
export async function removeUser(db: D1Database, judged: Judged): Promise<boolean> {
  const { ccid, name } = judged;
  const d1 = drizzle(db);
  const gone = sql`NOT EXISTS (SELECT 1 FROM users WHERE users.ccid = ${ccid} AND users.name = ${name})`;
  const [removed] = await d1.batch([
    d1
      .delete(users)
      .where(and(stillSo(judged), isSpare(ccid, name)))
      .returning({ name: users.name }),
    d1.delete(secondFactors).where(and(eq(secondFactors.ccid, ccid), eq(secondFactors.userName, name), gone)),
    d1.delete(sessions).where(and(eq(sessions.ccid, ccid), eq(sessions.userName, name), gone)),
  ]);
  return removed.length === 1;
}

/** Whether a user's roles are these, in this order. */
export const hasRoles = (roles: readonly string[]): SQL =>
  sql`json(users.roles) = json(${JSON.stringify(roles)})`;

/**
 * By what a user was let in: by which password, "" of who comes from an outside issuer, and by which second factor, told by when it was
 * confirmed; null: there was none, undefined: it was not asked for.
 */
export interface LetIn extends Pick<User, 'ccid' | 'name' | 'passwordHash'> {
  readonly factorAt?: Instant | null;
}

/** The user who was let in, where password and second factor are still those and the user may sign in: what is opened stands on it. */
export const stillLetIn = ({ ccid, name, passwordHash, factorAt }: LetIn): SQL | undefined =>
  and(
    keyed(ccid, name),
    eq(users.passwordHash, passwordHash),
    eq(users.disabled, false),
    factorAt === undefined
      ? undefined
      : sql`(SELECT confirmed_at FROM second_factors
          WHERE second_factors.ccid = ${ccid} AND second_factors.user_name = ${name}) IS ${factorAt}`,
  );

const hasRole = (role: string): SQL =>
  sql`EXISTS (SELECT 1 FROM json_each(users.roles) WHERE json_each.value = ${role})`;

/** Of an administrator who can sign in: whether there is another one. In the statement that changes, so that two at once cannot both go. */
const isSpare = (ccid: string, name: string): SQL => sql`(
  users.disabled = 1 OR users.password_hash = '' OR NOT ${hasRole('administrator')} OR EXISTS (
    SELECT 1 FROM users AS other JOIN json_each(other.roles) AS role ON role.value = 'administrator'
    WHERE other.ccid = ${ccid} AND other.name <> ${name} AND other.disabled = 0 AND other.password_hash <> ''
  ))`;

/** Whether the contact center has an administrator who can sign in: by a password, or through the issuer that sends them. */
export async function hasAdministrator(db: D1Database, ccid: string): Promise<boolean> {
  const row = await drizzle(db)
    .select({ name: users.name })
    .from(users)
    .where(
      and(
        eq(users.ccid, ccid),
        eq(users.disabled, false),
        or(ne(users.passwordHash, ''), isNotNull(users.issuer)),
        hasRole('administrator'),
      ),
    )
    .get();
  return row !== undefined;
}
