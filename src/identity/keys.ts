import { importJWK } from 'jose';
import type { Config } from '../config.ts';
import type { RsaJwk } from '../config/key-rings.ts';
import { currentKey, takenKeys, type Dated } from '../config/rings.ts';
import type { Instant } from '../model/instant.ts';

/** Seconds for which an access token is good. */
export const ACCESS_TOKEN_SECONDS = 3_600;
/** Nothing that these keys sign lives longer. */
export const TOKEN_MS: Instant = ACCESS_TOKEN_SECONDS * 1_000;

/** An RSA key pair of the issuer, and the id by which tokens name it. */
export interface SigningKeys extends Dated {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** The ring of this isolate. The finished keys are kept, never a promise: that belongs to the request that made it. */
let imported: { readonly ring: Config['signingKeys']; readonly keys: readonly SigningKeys[] } | null = null;

/** The ring's key pairs, imported once an isolate. */
export async function signingKeys({ signingKeys: ring }: Config): Promise<readonly SigningKeys[]> {
  if (imported?.ring === ring) return imported.keys;
  const keys = await Promise.all(ring.reveal().map(keyPair));
  imported = { ring, keys };
  return keys;
}

/** The key pair that signs at `now`. */
export const signingKey = async (config: Config, now: Instant): Promise<SigningKeys> =>
  currentKey(await signingKeys(config), now);

/** The key pairs whose tokens are good at `now`. */
export const verifyingKeys = async (config: Config, now: Instant): Promise<readonly SigningKeys[]> =>
  takenKeys(await signingKeys(config), now, TOKEN_MS);

const keyPair = async (jwk: RsaJwk): Promise<SigningKeys> => ({
  kid: jwk.kid,
  from: jwk.from,
  privateKey: await importKey(jwk),
  publicKey: await importKey({ kty: jwk.kty, n: jwk.n, e: jwk.e }),
});

async function importKey(jwk: Parameters<typeof importJWK>[0]): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256');
  if (key instanceof Uint8Array) throw new Error('JWT_PRIVATE_KEY must be an asymmetric key.');
  return key;
}
