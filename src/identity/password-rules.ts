import { fail, ok, type Result } from '../model/failures.ts';
import { fold } from '../model/fold.ts';
import { isCommon } from './common-passwords.ts';

/** Characters of a password, counted as code points once two ways to type one are one. */
const SHORTEST = 12;
const LONGEST = 256;
/** A shorter name stands in too many passwords by chance. */
const SHORTEST_NAME = 3;
/** Words that are near at hand for whoever chooses a password for this service, without case, spaces and signs. */
const OF_THIS_SERVICE = ['userdatamanagement', 'userdata', 'contactcenter', 'contacthistory'];
/** Whose password it is. */
interface Owner {
  readonly ccid: string;
  readonly name: string;
}

/**
 * Whether a user may have this password: 12 to 256 characters, none of the 100,000 commonest, without the user's name (of an e-mail
 * address also what stands before the "@"), the contact center's id and the names of this service. Nothing else is asked: rules of
 * digits and signs make passwords worse (NIST SP 800-63B, 3.1.1.2).
 */
export function checkNewPassword(password: string, { ccid, name }: Owner): Result<null> {
  const { length } = Array.from(password.normalize('NFKC'));
  if (length < SHORTEST || length > LONGEST)
    return fail('password-length', 'password', { min: SHORTEST, max: LONGEST });
  const folded = fold(password);
  const names = [name, name.split('@')[0] ?? '', ccid].map(fold);
  const letters = folded.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const held =
    names.some((near) => near.length >= SHORTEST_NAME && folded.includes(near)) ||
    OF_THIS_SERVICE.some((word) => letters.includes(word));
  if (held) return fail('password-holds-name', 'password');
  return isCommon(password) ? fail('password-common', 'password') : ok(null);
}
