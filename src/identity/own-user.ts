import { findUser, type User } from '../store/users.ts';
import type { Caller } from './caller.ts';

/** The caller's own user; null for clients, keys, and people of other issuers. */
export const ownUser = async (db: D1Database, { kind, ccid, subject }: Caller): Promise<User | null> =>
  kind === 'user' ? findUser(db, ccid, subject) : null;
