import { jwtVerify, SignJWT } from 'jose';
import { signingKeys, type SigningKeys } from '../identity/keys.ts';
import { missingFromSchema } from '../store/check-schema.ts';
import type { Services } from './services.ts';

/** One thing that the service cannot do without, and what is wrong with it: "" while nothing is. */
export interface HealthCheck {
  readonly name: string;
  readonly problem: string;
}

export type HealthServices = Pick<Services, 'config' | 'db' | 'bucket' | 'queues'>;

/** What does not answer within so long does not answer. */
const PATIENCE_MS = 5_000;
/** Missing columns that are named. */
const NAMED = 5;

/** Looks after everything once, side by side. Never throws: what goes wrong is what is wanted. */
export function checkHealth(services: HealthServices): Promise<readonly HealthCheck[]> {
  const { config, bucket, queues = {} } = services;
  const checks: readonly (readonly [string, () => Promise<string>])[] = [
    ['D1', () => schemaProblem(services)],
    ['R2', () => none(bucket.head('health'))],
    ...Object.entries(queues).map(([name, queue]) => [name, () => none(queue.metrics())] as const),
    ['JWT_PRIVATE_KEY', () => signingProblem(services)],
    ...config.linkKeys.map(
      ({ key }, index) => [`LINK_KEY (${index + 1})`, () => none(imported(key.reveal(), 'HMAC'))] as const,
    ),
    ...config.wrapKeys.map(
      ({ id, key }) => [`WRAP_KEYS (${id})`, () => none(imported(key.reveal(), 'AES-GCM'))] as const,
    ),
  ];
  return Promise.all(checks.map(async ([name, look]) => ({ name, problem: await problemOf(look) })));
}

async function problemOf(look: () => Promise<string>): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`does not answer within ${PATIENCE_MS / 1_000} s`), PATIENCE_MS);
  });
  try {
    return await Promise.race([look(), late]);
  } catch (error) {
    // An error's own text may carry values; its name does not.
    return `cannot be used (${error instanceof Error && /^\w{1,60}$/.test(error.name) ? error.name : 'Error'})`;
  } finally {
    clearTimeout(timer);
  }
}

async function schemaProblem({ db }: HealthServices): Promise<string> {
  const missing = await missingFromSchema(db);
  if (missing.length === 0) return '';
  const rest = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  return `lacks ${missing.slice(0, NAMED).join(', ')}${rest}: apply the migrations`;
}

/** With each key a token is signed and verified: one that can be read may still be no pair. */
async function signingProblem({ config }: HealthServices): Promise<string> {
  const ring = await signingKeys(config).catch(() => null);
  if (!ring) return 'has a key that cannot be imported';
  const broken: number[] = [];
  for (const [index, keys] of ring.entries()) if (!(await isPair(keys))) broken.push(index + 1);
  const which = `key${broken.length > 1 ? 's' : ''} ${broken.join(', ')}`;
  return broken.length === 0 ? '' : `has a private part that does not belong to its public one, in ${which}`;
}

async function isPair({ privateKey, publicKey }: SigningKeys): Promise<boolean> {
  try {
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    await jwtVerify(token, publicKey);
    return true;
  } catch {
    return false;
  }
}

function imported(key: Uint8Array<ArrayBuffer>, use: 'HMAC' | 'AES-GCM'): Promise<CryptoKey> {
  return use === 'HMAC'
    ? crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    : crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
}

/** What answers at all has no problem. */
const none = async (answer: Promise<unknown>): Promise<string> => {
  await answer;
  return '';
};
