import { dayOf } from '../../model/instant.ts';
import { z } from 'zod';
import type { Kind } from '../../model/records.ts';
import { invocation } from '../../platform/invocation.ts';
import { deleteTexts } from '../../store/large-texts.ts';
import { interactionsOf } from './contact-interactions.ts';
import { kindCode } from '../kinds.ts';
import type { RecordStores } from '../stores.ts';

/** Ids deleted by one statement, which answers what it deleted. */
const IDS = 500;
/** Rows deleted by one statement of the retention. */
const ROWS = 1_000;

/** A statement of the retention, the removal of its texts, and a word on where it stopped. */
const A_STATEMENT = { statements: 2, subrequests: 10 };

/** What an erasure removed, in records. */
export interface Erased {
  readonly contacts: number;
  readonly contactAttributes: number;
  readonly interactions: number;
  readonly documents: number;
}

/**
 * Erases one contact with its attributes, its interactions and their documents, and the texts of theirs that lie in R2.
 * Counters follow by their triggers. Cut off anywhere, it is simply asked for again: the contact itself goes last.
 */
export async function eraseContact(stores: RecordStores, ccid: string, contactId: string): Promise<Erased> {
  let [interactions, documents] = [0, 0];
  for await (const ids of interactionsOf(stores, ccid, contactId)) {
    for (let at = 0; at < ids.length; at += IDS) {
      const some = ids.slice(at, at + IDS);
      documents += await remove(stores, ccid, { kind: 'documents', by: 'owner', ids: some });
      interactions += await remove(stores, ccid, { kind: 'interactions', by: 'id', ids: some });
    }
  }
  const own = [contactId];
  const contactAttributes = await remove(stores, ccid, { kind: 'contact-attributes', by: 'owner', ids: own });
  const contacts = await remove(stores, ccid, { kind: 'contacts', by: 'id', ids: own });
  return { contacts, contactAttributes, interactions, documents };
}

const removed = z.array(z.object({ object: z.string().nullable() }));

async function remove(
  { db, bucket }: RecordStores,
  ccid: string,
  { kind, by, ids }: { kind: Kind; by: 'id' | 'owner'; ids: readonly string[] },
): Promise<number> {
  const { results } = await db
    .prepare(
      `DELETE FROM records WHERE ccid = ?1 AND kind = ?2 AND ${by} IN (SELECT value FROM json_each(?3))
      RETURNING object`,
    )
    .bind(ccid, kindCode(kind), JSON.stringify(ids))
    .all();
  return forgetTexts(bucket, removed.parse(results));
}

/** Objects go after their rows: what a crash leaves in between is found by the hourly sweep. */
async function forgetTexts(
  bucket: RecordStores['bucket'],
  rows: readonly { readonly object: string | null }[],
): Promise<number> {
  await deleteTexts(
    bucket,
    rows.flatMap(({ object }) => object ?? []),
  );
  return rows.length;
}

/**
 * Removes records whose date (an attachment's: its owner's) lies before `before`, ROWS by one statement, as long as the
 * invocation has any; answers how many, and whether that was all. The next call goes on. One contact center.
 */
export async function removeOlder(
  { db, bucket }: RecordStores,
  ccid: string,
  before: number,
): Promise<{ readonly removed: number; readonly all: boolean }> {
  let count = 0;
  while (invocation().has(A_STATEMENT)) {
    const { results } = await db
      .prepare(
        `DELETE FROM records WHERE n IN (
          SELECT r.n FROM (SELECT DISTINCT kind, entity FROM counters WHERE ccid = ?1 AND day <= ?3) AS entry
          CROSS JOIN records AS r INDEXED BY records_page
          WHERE r.ccid = ?1 AND r.kind = entry.kind AND r.entity = entry.entity AND r.date < ?2 LIMIT ?4)
        RETURNING object`,
      )
      .bind(ccid, before, dayOf(before), ROWS)
      .all();
    count += await forgetTexts(bucket, removed.parse(results));
    if (results.length < ROWS) return { removed: count, all: true };
  }
  return { removed: count, all: false };
}

/** Contact centers that may have records from before `before`, behind `after` ("" for the first ones), in order: one statement. */
export async function centersWithOlder(
  db: D1Database,
  { before, after, limit }: { readonly before: number; readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const { results } = await db
    .prepare(
      `SELECT ccid FROM change_numbers AS c
      WHERE ccid > ?1 AND EXISTS (SELECT 1 FROM counters WHERE ccid = c.ccid AND day <= ?2) ORDER BY ccid LIMIT ?3`,
    )
    .bind(after, dayOf(before), limit)
    .all<{ ccid: string }>();
  return results.map(({ ccid }) => ccid);
}
