import { z } from 'zod';
import { ObjectScanner } from '../../../src/encoding/json/object-scanner.ts';
import { TextMissing } from '../../../src/store/large-texts.ts';
import { readText } from './read-text.ts';
import { kindCode } from '../../../src/records/kinds.ts';
import type { D1Stores } from './d1-source.ts';

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
  stores: D1Stores,
  ccid: string,
  contactId: string,
): AsyncGenerator<readonly string[]> {
  let after = '';
  for (;;) {
    const { results } = await stores.db
      .prepare(
        // As JSON.parse has it: of equal names the last one counts.
        `SELECT id, object, size, CASE WHEN object IS NULL THEN
          (SELECT value FROM json_each(text) WHERE key = 'CONTACTID' ORDER BY id DESC LIMIT 1) = ?1 END AS named
        FROM records WHERE ccid = ?2 AND kind = ?3 AND id > ?4 ORDER BY id LIMIT ?5`,
      )
      .bind(contactId, ccid, kindCode('interactions'), after, ROWS_A_STATEMENT)
      .all();
    const rows = z.array(row).parse(results);
    const ids: string[] = [];
    for (const { id, object, size, named } of rows) {
      const text = { ccid, object, size };
      const found = object === null ? named === 1 : await names(stores, { ...text, object }, contactId);
      if (found) ids.push(id);
    }
    if (ids.length > 0) yield ids;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_A_STATEMENT) return;
    after = last.id;
  }
}

/** Whether a text in R2 names the contact; it is read as a stream. One that is gone names nobody: there is nothing left to erase. */
async function names(
  { bucket }: D1Stores,
  { object, size }: { readonly object: string; readonly size: number },
  contactId: string,
): Promise<boolean> {
  const scanner = new ObjectScanner(new Set(['CONTACTID']));
  try {
    for await (const chunk of readText(bucket, object, size)) scanner.push(chunk);
  } catch (error) {
    if (!(error instanceof TextMissing)) throw error;
    return false;
  }
  const scanned = scanner.end();
  return 'members' in scanned && scanned.members.get('CONTACTID') === contactId;
}
