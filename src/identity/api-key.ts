import { fail, ok } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { findApiKeyByHash, noteApiKeyUse, type ApiKey } from '../store/api-keys.ts';
import { findSettings } from '../store/center-settings.ts';
import type { Verifier } from './caller.ts';
import { knownShortly } from './known-shortly.ts';
import { sha256 } from './secrets.ts';

const HEADER = 'x-api-key';
/** A key's last use is written down so often at most. */
const NOTED_MS: Instant = 60_000;

/** What this isolate knows of keys and of who demands them. */
export interface ApiKeyChecks {
  /** The key of a request that is good now; null: it has none, or one that no contact center has. */
  find(headers: Headers, now: Instant): Promise<ApiKey | null>;
  /** Whether requests by token have to carry one of the contact center's keys. */
  demanded(ccid: string): Promise<boolean>;
}

export function apiKeyChecks({
  db,
  now,
}: {
  readonly db: D1Database;
  readonly now: () => Instant;
}): ApiKeyChecks {
  const keyOf = knownShortly(async (hash) => {
    const key = await findApiKeyByHash(db, hash);
    const at = now();
    if (key && isGood(key, at)) await noteApiKeyUse(db, key, { now: at, since: at - NOTED_MS });
    return key;
  }, now);
  const demanded = knownShortly(async (ccid) => (await findSettings(db, ccid)).requireApiKey, now);
  return {
    demanded,
    async find(headers, at) {
      const shown = headers.get(HEADER);
      const key = shown ? await keyOf(sha256(shown)) : null;
      return key && isGood(key, at) ? key : null;
    },
  };
}

const isGood = ({ expiresAt }: ApiKey, now: Instant): boolean => expiresAt === null || now < expiresAt;

/**
 * The key beside a token. Clients of today send the one of their gateway, which no center has: it is not looked at, unless the center
 * demands one of its own. A key of another center is refused in any case: somebody mixes two centers up.
 */
export const besideToken =
  (keys: ApiKeyChecks, byToken: Verifier): Verifier =>
  async (asking, now) => {
    const caller = await byToken(asking, now);
    if (!caller?.ok) return caller;
    const { ccid } = caller.value;
    const key = await keys.find(asking.headers, now);
    if (key && key.ccid !== ccid) return fail('api-key-foreign', HEADER);
    return !key && (await keys.demanded(ccid)) ? fail('api-key-needed', HEADER) : caller;
  };

/** A key alone: a machine that acts with the roles that the key was given, if any. */
export const keyAlone =
  (keys: ApiKeyChecks): Verifier =>
  async ({ headers }, now) => {
    if (!headers.get(HEADER)) return null;
    const key = await keys.find(headers, now);
    if (!key) return fail('api-key-refused', HEADER);
    const { ccid, id: subject, roles } = key;
    if (!roles) return fail('api-key-without-roles', HEADER);
    return ok({ ccid, roles, subject, kind: 'key', clientId: null, sessionId: null, authTime: null });
  };
