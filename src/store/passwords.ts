import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import type { Notice } from '../model/notices.ts';
import { noticesWith } from './notices.ts';
import { users } from './schema-access.ts';
import { hasRoles, keyed, type User } from './users.ts';

/**
 * Gives a user another password, and tells the user of it; false where the hash is not `before` any more, nor the roles where
 * some are given, or the user is disabled.
 */
export async function savePassword(
  db: D1Database,
  {
    ccid,
    name,
    passwordHash: before,
    roles,
  }: Pick<User, 'ccid' | 'name' | 'passwordHash'> & {
    readonly roles?: readonly string[] | undefined;
  },
  {
    notice,
    ...next
  }: {
    readonly passwordHash: string;
    readonly passwordChangedAt: Instant;
    /** Whether an administrator let the user choose it; undefined where that is as it was. */
    readonly vouched?: boolean | undefined;
    /** What the user is told of it. */
    readonly notice: Notice | null;
  },
): Promise<boolean> {
  const saved = await drizzle(db)
    .update(users)
    .set({ ...next, notices: notice ? noticesWith(notice) : undefined })
    .where(
      and(
        keyed(ccid, name),
        eq(users.passwordHash, before),
        eq(users.disabled, false),
        roles && hasRoles(roles),
      ),
    )
    .returning({ name: users.name });
  return saved.length === 1;
}
