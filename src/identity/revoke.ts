import type { Config } from '../config.ts';
import type { Client } from '../store/clients.ts';
import { endFamily, revokeToken } from '../store/refresh-tokens.ts';
import { readOwnToken } from './bearer.ts';
import { familyOf, type FamilyServices } from './families.ts';

/**
 * Calls a token of a client back (RFC 7009): a refresh token with the access tokens of its sign-in, or one access token. What is none of
 * these, or another client's, is left alone without a word.
 */
export async function revoke(
  services: FamilyServices & { readonly config: Config },
  client: Client,
  token: string,
): Promise<void> {
  const now = services.now();
  const family = await familyOf(services, client, token);
  if (family) {
    await endFamily(services.db, family, now);
    return;
  }
  const own = await readOwnToken(services.config, token, now);
  if (own?.jti !== undefined && own.caller.clientId === client.id)
    await revokeToken(services.db, own.jti, now);
}
