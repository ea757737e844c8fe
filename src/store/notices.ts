import { and, eq, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { MOST_NOTICES, type Notice } from '../model/notices.ts';
import { users } from './schema-access.ts';

/** A user's name, in a contact center. */
type Named = Pick<typeof users.$inferSelect, 'ccid' | 'name'>;

const keyed = ({ ccid, name }: Named): SQL | undefined => and(eq(users.ccid, ccid), eq(users.name, name));

/** The notices of a row with another one behind them, of which the latest stay: in the statement that writes, so that none of two at once is lost. */
export const noticesWith = (notice: Notice): SQL => sql`(
  SELECT json_group_array(json(value)) FROM (
    SELECT value FROM (
      SELECT key, value FROM json_each(json_insert(${users.notices}, '$[#]', json(${JSON.stringify(notice)})))
      ORDER BY key DESC LIMIT ${MOST_NOTICES}
    ) ORDER BY key
  ))`;

/** Tells a user of something. */
export async function addNotice(db: D1Database, user: Named, notice: Notice): Promise<void> {
  await drizzle(db)
    .update(users)
    .set({ notices: noticesWith(notice) })
    .where(keyed(user));
}

/** Notices of a row that came after a moment. */
const noticesAfter = (moment: Instant): SQL => sql`(
  SELECT json_group_array(json(value)) FROM (
    SELECT value FROM json_each(${users.notices}) WHERE value ->> '$.time' > ${moment} ORDER BY key
  ))`;

/** Forgets what a user was told, up to a moment: what came after it was not seen yet. All of it where the moment is null. */
export async function forgetNotices(db: D1Database, user: Named, until: Instant | null): Promise<void> {
  await drizzle(db)
    .update(users)
    .set({ notices: until === null ? [] : noticesAfter(until) })
    .where(keyed(user));
}
