import { fail, ok, type Result } from '../model/failures.ts';
import { fold } from '../model/fold.ts';
import type { Instant } from '../model/instant.ts';
import type { OutsidePerson } from '../model/issuer.ts';
import { asJudged } from './as-judged.ts';
import { letIn } from './suspended.ts';
import { addUser, changeUser, findUser, type User } from '../store/users.ts';

/**
 * The user whom an outside issuer has sent: the one whom it sent before, with the roles that it says now, or a new one without a
 * password. Somebody of this name who has a password here, or comes from elsewhere, is another person: whoever can choose a name at an
 * issuer would be them.
 */
export async function admitOutside(
  { db, now }: { readonly db: D1Database; readonly now: () => Instant },
  issuer: string,
  { ccid, name, issuerSubject, roles }: OutsidePerson,
): Promise<Result<User>> {
  const open = await letIn(db, ccid);
  if (!open.ok) return open;
  const known = await findUser(db, ccid, name);
  if (!known) {
    const user: User = {
      ccid,
      name,
      nameFolded: fold(name),
      passwordHash: '',
      passwordChangedAt: null,
      vouched: false,
      roles,
      disabled: false,
      local: false,
      notices: [],
      createdAt: now(),
      createdBy: '',
      issuer,
      issuerSubject,
    };
    return (await addUser(db, user)) ? ok(user) : fail('outside-name-taken', 'name', { name });
  }
  if (known.issuer !== issuer || known.issuerSubject !== issuerSubject)
    return fail('outside-name-taken', 'name', { name });
  if (known.disabled) return fail('user-refused', 'name');
  if (JSON.stringify(known.roles) === JSON.stringify(roles)) return ok(known);
  return asJudged({
    judge: async () => {
      const user = await findUser(db, ccid, name);
      return user ? ok(user) : fail('user-refused', 'name');
    },
    by: (user) => user.roles,
    write: (user) => changeUser(db, user, { roles }),
    refused: fail('user-refused', 'name'),
  });
}
