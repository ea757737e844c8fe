import { dayOf } from '../../model/instant.ts';
import { z } from 'zod';
import type { Kind } from '../../model/records.ts';
import { deleteTexts } from '../../store/large-texts.ts';
import { interactionsOf } from './contact-interactions.ts';
import { kindCode } from '../kinds.ts';
import type { RecordStores } from '../stores.ts';

/** Ids deleted by one statement, which answers what it deleted. */
const IDS = 500;
/** Rows deleted by one statement of the retention. */
const ROWS = 1_000;

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
 * Removes records whose date (an attachment's: its owner's) lies before `before`, ROWS by one statement, at most `statements` of them;
 * answers how many. The next call goes on. One contact center.
 */
export async function removeOlder(
  { db, bucket }: RecordStores,
  ccid: string,
  { before, statements }: { before: number; statements: number },
): Promise<number> {
  let count = 0;
  for (let asked = 0; asked < statements; asked += 1) {
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
    if (results.length < ROWS) break;
  }
  return count;
}

/** Every contact center that has imported records. */
export async function recordCenters(db: D1Database): Promise<readonly string[]> {
  const { results } = await db.prepare('SELECT ccid FROM change_numbers').all<{ ccid: string }>();
  return results.map(({ ccid }) => ccid);
}
