import { Buffer } from 'node:buffer';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { makeRecipient } from '../../demo/recipient.ts';
import { DatabaseDouble } from './doubles/database.ts';
import { passAtOnce } from './doubles/through.ts';
import { bindings } from './world/bindings.ts';

/** When every history begins. */
export const START = Date.parse('2026-11-20T12:00:00.000Z');
export const CENTERS = ['north', 'south'] as const;
const YEAR_MS = 365 * 86_400_000;

/** What all histories of a process share: keys are made once, and no step depends on them. */
export interface Setup {
  readonly env: Readonly<Record<string, unknown>>;
  readonly operatorKey: string;
  /** A good token of each contact center. */
  readonly tokens: Readonly<Record<string, string>>;
  /** The recipient's private key. */
  readonly pem: string;
  /** D1 after its migrations, with a certificate and a user of each contact center. */
  readonly image: Uint8Array;
}

export async function makeSetup(): Promise<Setup> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const operatorKey = randomBytes(24).toString('hex');
  const env = bindings({
    JWT_PRIVATE_KEY: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256' }),
    LINK_KEY: randomBytes(32).toString('base64'),
    WRAP_KEYS: `one:${randomBytes(32).toString('base64')}`,
    OPERATOR_KEY: operatorKey,
  });
  const token = (ccid: string): Promise<string> =>
    new SignJWT({ ccid, roles: ['administrator'] })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'one' })
      .setIssuer('simulated')
      .setAudience('simulated')
      .setSubject('somebody')
      .setIssuedAt(START / 1000 - 60)
      .setExpirationTime((START + YEAR_MS) / 1000)
      .sign(privateKey);
  const { pem, der } = await recipient();
  const tokens = { north: await token('north'), south: await token('south') };
  return { env, operatorKey, tokens, pem, image: imageWith(der) };
}

async function recipient(): Promise<{ pem: string; der: Buffer }> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-simulate-'));
  try {
    const { keyFile, certificateFile } = await makeRecipient(folder, START, YEAR_MS);
    const certificate = readFileSync(certificateFile, 'utf8').replace(/-----[A-Z ]+-----|\s/g, '');
    return { pem: readFileSync(keyFile, 'utf8'), der: Buffer.from(certificate, 'base64') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MIGRATIONS = fileURLToPath(import.meta.resolve('../../../migrations/'));

function imageWith(der: Buffer): Uint8Array {
  const database = new DatabaseDouble(passAtOnce);
  for (const file of readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort())
    database.script(readFileSync(join(MIGRATIONS, file), 'utf8'));
  for (const ccid of CENTERS) {
    database.look(
      `INSERT INTO users (ccid, name, name_folded, password_hash, roles, created_at)
       VALUES (?, 'somebody', 'somebody', '', '["administrator"]', 0)`,
      ccid,
    );
    database.look(
      `INSERT INTO certificates (ccid, name, size, der, subject, fingerprint, not_before, not_after, uploaded_at, is_primary)
       VALUES (?, 'a.crt', ?, ?, 'CN=Demo recipient', ?, ?, ?, ?, 1)`,
      ccid,
      der.length,
      der,
      'f'.repeat(64),
      START - 86_400_000,
      START + YEAR_MS,
      START,
    );
  }
  const image = database.image();
  database.close();
  return image;
}
