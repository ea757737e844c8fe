import { and, desc, eq, gt, max, min, count } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import type { Client } from './clients.ts';
import { clients } from './schema-access.ts';
import { tokenFamilies } from './schema-sessions.ts';
import type { UserKey } from './sessions.ts';

/** Programs of one user that a list has at most. */
const MOST = 1_000;

/** A program that is signed in as a user, by one or several families of refresh tokens. */
export interface SignedInProgram {
  readonly client: Client;
  readonly signIns: number;
  /** Whether all of them began with the user letting it in; else it was given the password once. */
  readonly byConsent: boolean;
  readonly beganAt: Instant;
  readonly usedAt: Instant;
  readonly expiresAt: Instant;
}

/** The programs that could go on as a user at `now`, the one that was used last first. */
export async function listPrograms(
  db: D1Database,
  { ccid, userName }: UserKey,
  now: Instant,
): Promise<readonly SignedInProgram[]> {
  const mine = and(eq(tokenFamilies.ccid, ccid), eq(tokenFamilies.userName, userName));
  const rows = await drizzle(db)
    .select({
      client: clients,
      signIns: count(),
      consented: min(tokenFamilies.byConsent),
      beganAt: min(tokenFamilies.beganAt),
      usedAt: max(tokenFamilies.usedAt),
      expiresAt: max(tokenFamilies.expiresAt),
    })
    .from(tokenFamilies)
    .innerJoin(clients, eq(clients.id, tokenFamilies.clientId))
    .where(and(mine, gt(tokenFamilies.expiresAt, now)))
    .groupBy(clients.id)
    .orderBy(desc(max(tokenFamilies.usedAt)), clients.id)
    .limit(MOST);
  return rows.map(({ client, signIns, consented, beganAt, usedAt, expiresAt }) => ({
    client,
    signIns,
    byConsent: Boolean(consented),
    // A group has a row, and none of these columns is ever null.
    beganAt: beganAt ?? 0,
    usedAt: usedAt ?? 0,
    expiresAt: expiresAt ?? 0,
  }));
}
