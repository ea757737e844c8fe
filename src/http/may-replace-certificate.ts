import type { Caller } from '../identity/caller.ts';
import { privilegesUnder } from '../model/center-settings.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import { findSettings } from '../store/center-settings.ts';

/** What changing the certificates asks for. */
const PRIVILEGE = 'cipher.write';

/** Whether somebody who has the privilege may change the certificates on file: a contact center can keep it to administrators. */
export async function mayReplace(db: D1Database, { ccid, roles }: Caller): Promise<Result<null>> {
  const settings = await findSettings(db, ccid);
  return privilegesUnder(settings, roles).includes(PRIVILEGE)
    ? ok(null)
    : fail('privilege-missing', PRIVILEGE, { privilege: PRIVILEGE });
}
