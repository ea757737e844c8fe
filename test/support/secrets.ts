import { exportJWK, generateKeyPair } from 'jose';
import { randomBytes } from 'node:crypto';

/** Fresh secrets in the form of wrangler's: made anew for every test run, so that none is ever written down. */
export async function testSecrets(): Promise<Record<string, string>> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256' };
  return {
    JWT_PRIVATE_KEY: JSON.stringify(jwk),
    LINK_KEY: randomBytes(32).toString('base64'),
    METRICS_TOKEN: randomBytes(32).toString('base64url'),
    ALERTS_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    WRAP_KEYS: `test:${randomBytes(32).toString('base64')}`,
  };
}
