import { fail, ok, type Result } from '../model/failures.ts';
import { findClient } from '../store/clients.ts';
import type { Caller } from './caller.ts';

/** Refuses a program that would change, or look into, how the person behind it signs in. */
export type OwnSignIn = (caller: Caller) => Promise<Result<null>>;

/**
 * Judges by what the person came with: a browser session, or a client of the platform, which people use themselves. Any other program was
 * let in for what its roles allow, and one of an outside issuer by that issuer; neither sets up the person's second factor. Clients and keys
 * that act for themselves have no such sign-in: the operations say so.
 */
export const ownSignIn =
  (db: D1Database): OwnSignIn =>
  async ({ kind, sessionId, clientId }) => {
    if (kind !== 'user' || sessionId !== null) return ok(null);
    const client = clientId === null ? null : await findClient(db, clientId);
    return client?.platform ? ok(null) : fail('program-may-not', 'Authorization');
  };
