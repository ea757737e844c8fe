import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** A key to be made: its id, and from when it signs or wraps (whole seconds since 1970). */
export interface NewKey {
  readonly id: string;
  readonly from: number;
}

/** What makes keys, each in the form that src/config reads. Their ids are random, but for that of a key that wraps. */
export const KEY_MAKERS = {
  jwt: signingKey,
  link: ({ from }: NewKey): string => `${randomBytes(32).toString('base64')}@${from}`,
  wrap: ({ id, from }: NewKey): string => `${id}:${randomBytes(32).toString('base64')}@${from}`,
};

/** The secrets of a service. `id` names the key that wraps. */
export const SECRET_MAKERS: Readonly<Record<string, (id: string) => string>> = {
  ALERTS_SECRET: () => `whsec_${randomBytes(32).toString('base64')}`,
  JWT_PRIVATE_KEY: (id) => KEY_MAKERS.jwt(fromNow(id)),
  LINK_KEY: (id) => KEY_MAKERS.link(fromNow(id)),
  METRICS_TOKEN: () => randomBytes(32).toString('base64url'),
  OPERATOR_KEY: () => randomBytes(32).toString('base64url'),
  WRAP_KEYS: (id) => KEY_MAKERS.wrap(fromNow(id)),
};

/** The first key of a ring signs from now on: so it is known how old it is. */
const fromNow = (id: string): NewKey => ({ id, from: Math.floor(Date.now() / 1_000) });

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

/** Puts secrets into the env file in place of those of their names; null takes one out. The service reads it as it starts. */
export function putLocalSecrets(persistTo: string, secrets: Readonly<Record<string, string | null>>): void {
  const file = localSecrets(persistTo);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !Object.hasOwn(secrets, line.split('=', 1)[0] ?? ''));
  const put = Object.entries(secrets).flatMap(([name, value]) =>
    value === null ? [] : [`${name}='${value}'`],
  );
  // Whole or not at all: a service without its keys answers nothing.
  writeFileSync(`${file}.tmp`, `${[...lines, ...put].join('\n')}\n`, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}

/** A new RS256 key as a private JWK (RFC 7517) with `kid`, on one line. */
function signingKey({ from }: NewKey): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  return JSON.stringify({ ...jwk, alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex'), from });
}
