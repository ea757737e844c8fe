import { importJWK } from 'jose';
import { z } from 'zod';
import type { Config } from '../config.ts';

/** The issuer's RSA key pair, and the id by which tokens name it. */
export interface SigningKeys {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const rsaJwk = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

/** The one key of this isolate. The finished keys are kept, never a promise: that belongs to the request that made it. */
let imported: { readonly text: string; readonly keys: SigningKeys } | null = null;

/** The key pair of the configured JWK, imported once an isolate. Throws without the key's content when it is no RSA JWK. */
export async function signingKeys(config: Config): Promise<SigningKeys> {
  const text = config.jwtPrivateKey.reveal();
  if (imported?.text === text) return imported.keys;
  const jwk = parseJwk(text);
  const keys = {
    kid: jwk.kid,
    privateKey: await importKey(jwk),
    publicKey: await importKey({ kty: jwk.kty, n: jwk.n, e: jwk.e }),
  };
  imported = { text, keys };
  return keys;
}

async function importKey(jwk: Parameters<typeof importJWK>[0]): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256');
  if (key instanceof Uint8Array) throw new Error('JWT_PRIVATE_KEY must be an asymmetric key.');
  return key;
}

function parseJwk(text: string): z.infer<typeof rsaJwk> {
  try {
    return rsaJwk.parse(JSON.parse(text));
  } catch {
    // The cause is dropped: a parser's message quotes what it read.
    throw new Error('JWT_PRIVATE_KEY must be a private RSA key as a JWK with "kid", in one line of JSON.');
  }
}
