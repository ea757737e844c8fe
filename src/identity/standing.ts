import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { findClient, type Client } from '../store/clients.ts';
import { isRevoked } from '../store/refresh-tokens.ts';
import { findUser } from '../store/users.ts';
import type { Caller } from './caller.ts';
import { rolesThrough } from './granted.ts';
import { knownShortly } from './known-shortly.ts';

/** Whether a caller is still who the token says, and may still do what it says. */
export type Admit = (verified: Verified) => Promise<Result<Caller>>;

/** What a good token says: whom it stands for, which it is, and of which sign-in. */
export interface Verified {
  readonly caller: Caller;
  readonly jti?: string | undefined;
  readonly sid?: string | undefined;
  /** By which of its client's secrets it was got: when that took the place of another one. */
  readonly secretAt: Instant;
}

/** What is known of somebody now. */
interface Standing {
  readonly roles: readonly string[];
  readonly createdAt: Instant;
}
type ClientStanding = Standing & Pick<Client, 'platform'>;

/** A token says when it was signed in to the second. */
const SECOND_MS: Instant = 1_000;

/**
 * Judges the callers of this service's own tokens, which live an hour: who was disabled or removed, or whose client was, is refused
 * within half a minute, so is a token that was called back, or got by a secret that is good no more, and roles that were taken away, of the user or
 * of the client, are gone as soon. Roles that were given come with the next token.
 */
export function standing({ db, now }: { readonly db: D1Database; readonly now: () => Instant }): Admit {
  const userOf = knownShortly(async (key): Promise<Standing | null> => {
    const [ccid, name] = JSON.parse(key) as [string, string]; // as it is written below
    const user = await findUser(db, ccid, name);
    return user && !user.disabled ? user : null;
  }, now);
  // By its secret, too: a token that a new one brought is good at once, whatever was known of the one before.
  const clientOf = knownShortly(async (key): Promise<ClientStanding | null> => {
    const [id, secretAt] = JSON.parse(key) as [string, Instant]; // as it is written below
    const client = await findClient(db, id);
    return client?.secretChangedAt === secretAt ? client : null;
  }, now);
  const calledBack = knownShortly((keys) => isRevoked(db, JSON.parse(keys) as string[]), now); // as it is written below
  return async ({ caller, jti, sid, secretAt }) => {
    const ids = [jti, sid].filter((id) => id !== undefined);
    if (ids.length > 0 && (await calledBack(JSON.stringify(ids))))
      return fail('caller-ended', 'Authorization');
    const { kind, ccid, subject, clientId, authTime } = caller;
    const through = clientId === null ? null : await clientOf(JSON.stringify([clientId, secretAt]));
    const own = kind === 'user' ? await userOf(JSON.stringify([ccid, subject])) : through;
    const ended = fail('caller-ended', 'Authorization');
    if (!own || (clientId !== null && !through)) return ended;
    // A user of the same name that was added since is another one.
    if (authTime !== null && authTime + SECOND_MS <= own.createdAt) return ended;
    const still = kind === 'user' && through ? rolesThrough(through, own.roles) : own.roles;
    return ok({ ...caller, roles: caller.roles.filter((role) => still.includes(role)) });
  };
}
