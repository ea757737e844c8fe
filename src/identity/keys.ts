import { importJWK } from 'jose';
import type { Config } from '../config.ts';
import type { RsaJwk } from '../config/key-rings.ts';

/** An RSA key pair of the issuer, and the id by which tokens name it. */
export interface SigningKeys {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** The ring of this isolate. The finished keys are kept, never a promise: that belongs to the request that made it. */
let imported: { readonly ring: Config['signingKeys']; readonly keys: readonly SigningKeys[] } | null = null;

/** The ring's key pairs, imported once an isolate: the first one signs, all of them verify. */
export async function signingKeys({ signingKeys: ring }: Config): Promise<readonly SigningKeys[]> {
  if (imported?.ring === ring) return imported.keys;
  const keys = await Promise.all(ring.reveal().map(keyPair));
  imported = { ring, keys };
  return keys;
}

const keyPair = async (jwk: RsaJwk): Promise<SigningKeys> => ({
  kid: jwk.kid,
  privateKey: await importKey(jwk),
  publicKey: await importKey({ kty: jwk.kty, n: jwk.n, e: jwk.e }),
});

async function importKey(jwk: Parameters<typeof importJWK>[0]): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256');
  if (key instanceof Uint8Array) throw new Error('JWT_PRIVATE_KEY must be an asymmetric key.');
  return key;
}
