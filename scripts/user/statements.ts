import { randomBytes } from 'node:crypto';
import { hashPassword } from '../../src/identity/password.ts';

/** A user or an OAuth client, as its row will say. */
export interface Account {
  /** A user's name or a client's id; unique in a deployment. */
  readonly name: string;
  readonly secret: string;
  readonly ccid: string;
  readonly roles: readonly string[];
}

/** A row for a user: fails on a name that exists. `createdAt` is milliseconds since 1970 (UTC). */
export const insertUser = async (account: Account, createdAt: number): Promise<string> =>
  `INSERT INTO users (name, ccid, password_hash, roles, created_at) SELECT ${await columns(account, createdAt)}`;

/** A row for an OAuth client: fails on an id that exists. */
export const insertClient = async (account: Account, createdAt: number): Promise<string> =>
  `INSERT INTO clients (id, ccid, secret_hash, roles, created_at) SELECT ${await columns(account, createdAt)}`;

async function columns(account: Account, createdAt: number): Promise<string> {
  const hash = await hashPassword(account.secret, new Uint8Array(randomBytes(16)));
  const texts = [account.name, account.ccid, hash, JSON.stringify(account.roles)];
  return [...texts.map(quoted), String(createdAt)].join(', ');
}

/** A text as a blob literal: hexadecimal digits leave nothing for a quote, a semicolon or a comment sign to break. */
export const quoted = (text: string): string =>
  `CAST(x'${Buffer.from(text, 'utf8').toString('hex')}' AS TEXT)`;
