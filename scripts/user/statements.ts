import { randomBytes } from 'node:crypto';
import { hashPassword } from '../../src/identity/password.ts';
import { sha256 } from '../../src/identity/secrets.ts';
import { fold } from '../../src/model/fold.ts';

/** A user or an OAuth client, as its row will say. */
export interface Account {
  /** A user's name, unique in a contact center, or a client's id, unique in a deployment. */
  readonly name: string;
  readonly secret: string;
  readonly ccid: string;
  readonly roles: readonly string[];
  /** Of local development: a user for whom the rules of passwords do not hold, a client that signs in users of every center. */
  readonly demo?: boolean;
}

/** A row for a user: fails on a name that exists. `createdAt` is milliseconds since 1970 (UTC). */
export async function insertUser(account: Account, createdAt: number): Promise<string> {
  const hash = await hashPassword(account.secret, new Uint8Array(randomBytes(16)));
  return `INSERT INTO users (name, name_folded, ccid, password_hash, roles, local, created_at) SELECT ${columns(account, hash, createdAt)}`;
}

/** A row for an OAuth client: fails on an id that exists. */
export const insertClient = (account: Account, createdAt: number): string =>
  `INSERT INTO clients (id, name, name_folded, ccid, secret_hash, roles, platform, created_at) SELECT ${[
    quoted(account.name),
    columns(account, sha256(account.secret), createdAt),
  ].join(', ')}`;

function columns({ name, ccid, roles, demo = false }: Account, hash: string, createdAt: number): string {
  const texts = [name, fold(name), ccid, hash, JSON.stringify(roles)];
  return [...texts.map(quoted), String(Number(demo)), String(createdAt)].join(', ');
}

/** A text as a blob literal: hexadecimal digits leave nothing for a quote, a semicolon or a comment sign to break. */
export const quoted = (text: string): string =>
  `CAST(x'${Buffer.from(text, 'utf8').toString('hex')}' AS TEXT)`;
