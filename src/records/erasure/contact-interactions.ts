import { z } from 'zod';
import { ObjectScanner } from '../../encoding/json/object-scanner.ts';
import { readText } from '../../store/large-texts.ts';
import { kindCode } from '../kinds.ts';
import type { RecordStores } from '../stores.ts';

/** Interactions looked at by one statement. */
const ROWS_A_STATEMENT = 2_000;

const row = z.object({
  id: z.string(),
  object: z.string().nullable(),
  size: z.number(),
  /** 1 or 0 for a text in the row; NULL for one in R2, or without CONTACTID. */
  named: z.number().nullable(),
});

/**
 * Ids of the contact center's interactions whose CONTACTID is this contact, some at a time. There is no index for it: an
 * erasure is rare, and reads the center's interactions once instead.
 */
export async function* interactionsOf(
  stores: RecordStores,
  ccid: string,
  contactId: string,
): AsyncGenerator<readonly string[]> {
  let after = '';
  for (;;) {
    const { results } = await stores.db
      .prepare(
        `SELECT id, object, size, CASE WHEN object IS NULL THEN json_extract(text, '$.CONTACTID') = ?1 END AS named
        FROM records WHERE ccid = ?2 AND kind = ?3 AND id > ?4 ORDER BY id LIMIT ?5`,
      )
      .bind(contactId, ccid, kindCode('interactions'), after, ROWS_A_STATEMENT)
      .all();
    const rows = z.array(row).parse(results);
    const ids: string[] = [];
    for (const { id, object, size, named } of rows) {
      const found = object === null ? named === 1 : await names(stores, { object, size }, contactId);
      if (found) ids.push(id);
    }
    if (ids.length > 0) yield ids;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_A_STATEMENT) return;
    after = last.id;
  }
}

/** Whether a text in R2 names the contact; it is read as a stream. */
async function names(
  { bucket }: RecordStores,
  { object, size }: { object: string; size: number },
  contactId: string,
): Promise<boolean> {
  const scanner = new ObjectScanner(new Set(['CONTACTID']));
  for await (const chunk of readText(bucket, object, size)) scanner.push(chunk);
  const scanned = scanner.end();
  return 'members' in scanned && scanned.members.get('CONTACTID') === contactId;
}
