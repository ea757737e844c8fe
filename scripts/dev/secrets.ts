import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The secrets of a service, each in the form that src/config reads. `keyId` names the key that wraps. */
export const SECRET_MAKERS: Readonly<Record<string, (keyId: string) => string>> = {
  JWT_PRIVATE_KEY: signingKey,
  LINK_KEY: () => randomBytes(32).toString('base64'),
  OPERATOR_KEY: () => randomBytes(32).toString('base64url'),
  WRAP_KEYS: (keyId) => `${keyId}:${randomBytes(32).toString('base64')}`,
};

/**
 * The env file of the local service's secrets inside the persist folder, readable by its owner alone. What it already
 * holds is kept, so that a restart on the same folder can go on with a half-sealed volume; what is missing is made.
 */
export function localSecrets(persistTo: string): string {
  mkdirSync(persistTo, { recursive: true });
  const file = join(persistTo, 'secrets.env');
  const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const missing = Object.entries(SECRET_MAKERS).filter(([name]) => !new RegExp(`^${name}=`, 'm').test(known));
  const lines = missing.map(([name, make]) => `${name}='${make('local')}'\n`).join('');
  if (lines) appendFileSync(file, lines, { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}

/** A new RS256 key as a private JWK (RFC 7517) with `kid`, on one line. */
function signingKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  return JSON.stringify({ ...jwk, alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') });
}
