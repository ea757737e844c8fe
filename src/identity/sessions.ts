import type { Instant } from '../model/instant.ts';
import {
  endSessionOf,
  replaceSessionToken,
  saveSession,
  touchSession,
  type BrowserSession,
} from '../store/sessions.ts';
import type { LetIn } from '../store/users.ts';
import { newSecret, sha256 } from './secrets.ts';

const MINUTE_MS: Instant = 60_000;
/** A session ends when it was not used so long. */
const IDLE_MS: Instant = 30 * MINUTE_MS;
/** A session ends at the latest so long after sign-in. */
const LONGEST_MS: Instant = 12 * 60 * MINUTE_MS;
/** A session's use is written down so often at most: a session may end a minute early. */
const TOUCH_MS: Instant = MINUTE_MS;
/** Sessions of one user: the one before them ends when there is another. */
const MOST = 50;
/** Characters that are kept of what a browser calls itself. */
const AGENT_UNITS = 255;

/** What sessions stand on. */
export interface SessionServices {
  readonly db: D1Database;
  now(): Instant;
  /** Unpredictable bytes: the cookie's token is made of them. */
  randomBytes(count: number): Uint8Array;
}

/** From where somebody signs in, and with what. */
export interface Origin {
  readonly address: string;
  readonly userAgent: string;
}

/** How a session is opened. */
interface Opening extends Origin {
  /** The token that came along, whatever it is. */
  readonly before: string | null;
  /** When the person proved who it is, where that was not now; null where nobody knows. */
  readonly authTime?: Instant | null;
}

const ID_BYTES = 9;
/** What stands for a time that nobody knows: no sign-in that is asked for is ever as late as that. */
const UNKNOWN: Instant = 0;

/**
 * Opens a session of a user who has just proved to be that one; answers the cookie's token. The session of `before`, the token that
 * came with the request, ends: a token from before a sign-in, known to others maybe, is worth nothing after it. Null where the user would
 * not be let in so any more: there is another password or second factor meanwhile, or the user is disabled.
 */
export async function openBrowserSession(
  services: SessionServices,
  user: LetIn,
  { address, userAgent, before, authTime }: Opening,
): Promise<{ readonly token: string; readonly session: BrowserSession } | null> {
  const now = services.now();
  if (before !== null) await endSessionOf(services.db, sha256(before));
  const { secret: token, hash } = newSecret((count) => services.randomBytes(count));
  const session: BrowserSession = {
    ccid: user.ccid,
    userName: user.name,
    hash,
    id: Buffer.from(services.randomBytes(ID_BYTES)).toString('base64url'),
    createdAt: now,
    usedAt: now,
    authTime: authTime === undefined ? now : (authTime ?? UNKNOWN),
    expiresAt: now + IDLE_MS,
    endsAt: now + LONGEST_MS,
    address,
    userAgent: userAgent.slice(0, AGENT_UNITS).toWellFormed(),
  };
  const saved = await saveSession(services.db, session, { letIn: user, most: MOST });
  return saved ? { token, session } : null;
}

/**
 * Gives the session of a user who has just proved anew to be that one another token, and the time; null where it has ended meanwhile, or
 * the user would not be let in so any more.
 */
export async function renewBrowserSession(
  services: SessionServices,
  user: LetIn,
  id: string,
): Promise<{ readonly token: string; readonly authTime: Instant } | null> {
  const { secret: token, hash } = newSecret((count) => services.randomBytes(count));
  const authTime = services.now();
  const renewed = await replaceSessionToken(services.db, user, { id, hash, authTime });
  return renewed ? { token, authTime } : null;
}

/** Notes a session's use, where a minute has gone since it was last noted. */
export async function noteUse(db: D1Database, session: BrowserSession, now: Instant): Promise<void> {
  if (now - session.usedAt < TOUCH_MS) return;
  const expiresAt = Math.min(now + IDLE_MS, session.endsAt);
  await touchSession(db, { ccid: session.ccid, hash: session.hash, usedAt: now, expiresAt });
}
