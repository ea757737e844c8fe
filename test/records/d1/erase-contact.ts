import { z } from 'zod';
import type { Kind } from '../../../src/model/records.ts';
import { deleteTexts } from '../../../src/store/large-texts.ts';
import { interactionsOf } from './contact-interactions.ts';
import { kindCode } from '../../../src/records/kinds.ts';
import type { D1Stores } from './d1-source.ts';

/** Ids deleted by one statement, which answers what it deleted. */
const IDS = 500;
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
export async function eraseContact(stores: D1Stores, ccid: string, contactId: string): Promise<Erased> {
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
  { db, bucket }: D1Stores,
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
  bucket: D1Stores['bucket'],
  rows: readonly { readonly object: string | null }[],
): Promise<number> {
  await deleteTexts(
    bucket,
    rows.flatMap(({ object }) => object ?? []),
  );
  return rows.length;
}
