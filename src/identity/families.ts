import { DAY_MS, type Instant } from '../model/instant.ts';
import type { Client } from '../store/clients.ts';
import { addNotice } from '../store/notices.ts';
import {
  endFamily,
  findFamily,
  replaceToken,
  saveFamily,
  type TokenFamily,
} from '../store/refresh-tokens.ts';
import type { LetIn, User } from '../store/users.ts';
import type { GrantRequest } from './granted.ts';
import { hasHash, newSecret, sha256 } from './secrets.ts';
import type { TellByMail } from './tell-by-mail.ts';

/** How long a refresh token is good when it is not used, and how long one sign-in lasts at the most. */
const IDLE_MS: Instant = 30 * DAY_MS;
const LONGEST_MS: Instant = 90 * DAY_MS;
const ID_BYTES = 16;

export interface FamilyServices {
  readonly db: D1Database;
  now(): Instant;
  /** Unpredictable bytes: refresh tokens are made of them. */
  randomBytes(count: number): Uint8Array;
  /** Where the deployment sends mails. */
  readonly tellByMail?: TellByMail | undefined;
}

/** A refresh token as it is handed out, and the sign-in that it belongs to. */
export interface RefreshToken {
  readonly token: string;
  readonly sid: string;
}

/** How a user signed in: through which client, when, and whether by letting it in with a browser. */
interface SignInThrough {
  readonly client: Pick<Client, 'id'>;
  readonly authTime: Instant;
  readonly byConsent: boolean;
}

/** Begins the family of a user's sign-in through a client; null where the user would not be let in by that password any more. */
export async function beginFamily(
  services: FamilyServices,
  user: LetIn,
  through: SignInThrough,
): Promise<RefreshToken | null> {
  const { family, refresh } = newFamily(services, user, through);
  return (await saveFamily(services.db, family, user)) ? refresh : null;
}

/** A family that is still to be kept, and its first token: `<family>.<secret>`. */
export function newFamily(
  services: Omit<FamilyServices, 'db'>,
  user: Pick<User, 'ccid' | 'name'>,
  { client, authTime, byConsent }: SignInThrough,
): { readonly family: TokenFamily; readonly refresh: RefreshToken } {
  const now = services.now();
  const id = Buffer.from(services.randomBytes(ID_BYTES)).toString('base64url');
  const { secret, hash } = newSecret((count) => services.randomBytes(count));
  // Access tokens are shown around more than refresh tokens: from what they name nobody finds the family.
  const sid = sha256(`sid ${id}`).slice(0, 32);
  const family = {
    id,
    hash,
    ccid: user.ccid,
    clientId: client.id,
    userName: user.name,
    sid,
    authTime,
    beganAt: now,
    usedAt: now,
    byConsent,
    expiresAt: now + IDLE_MS,
    endsAt: now + LONGEST_MS,
  };
  return { family, refresh: { token: `${id}.${secret}`, sid } };
}

/**
 * Changes a refresh token for the next one; null where it is none of this client's, has ended, or was used before. Then somebody else has
 * a token of the family, and nobody can tell who: it ends (RFC 9700, 4.14.2), and its user is told.
 */
export async function nextOfFamily(
  services: FamilyServices,
  { client, reused }: Pick<GrantRequest, 'client' | 'reused'>,
  token: string,
): Promise<(RefreshToken & { readonly family: TokenFamily }) | null> {
  const { db } = services;
  const now = services.now();
  const family = await familyOf(services, client, token);
  if (!family) return null;
  const { secret, hash } = newSecret((count) => services.randomBytes(count));
  const next = { hash, usedAt: now, expiresAt: Math.min(now + IDLE_MS, family.endsAt) };
  const good = hasHash(secretOf(token), family.hash) && (await replaceToken(db, family, next));
  if (good) return { token: `${family.id}.${secret}`, sid: family.sid, family };
  await endReused(services, family, reused);
  return null;
}

/** Ends a family of which a token or code came again, and tells its user. */
export async function endReused(
  { db, now, tellByMail }: Pick<FamilyServices, 'db' | 'now' | 'tellByMail'>,
  family: Pick<TokenFamily, 'id' | 'ccid'>,
  reused: GrantRequest['reused'],
): Promise<void> {
  const at = now();
  const ended = await endFamily(db, family, at);
  if (!ended) return;
  await addNotice(db, { ccid: ended.ccid, name: ended.userName }, { code: 'token-reused', time: at });
  tellByMail?.({ name: ended.userName }, 'token-reused');
  reused(ended);
}

/** The family of a client that a token belongs to, whether it is the one that is good now or not. */
export const familyOf = (
  services: FamilyServices,
  client: Pick<Client, 'id'>,
  token: string,
): Promise<TokenFamily | null> =>
  findFamily(services.db, {
    id: token.slice(0, token.indexOf('.')),
    clientId: client.id,
    now: services.now(),
  });

const secretOf = (token: string): string => token.slice(token.indexOf('.') + 1);
