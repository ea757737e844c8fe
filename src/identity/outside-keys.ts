import { createRemoteJWKSet, customFetch, jwksCache, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { fail, ok, type Result } from '../model/failures.ts';
import type { IssuerRules } from '../model/issuer.ts';
import { log } from '../platform/log.ts';
import { OutsideAway } from '../platform/outside-fetch.ts';
import { findDocument, saveDocument } from '../store/outside-documents.ts';

/** How long the document that says where an issuer's endpoints are is gone by, milliseconds. */
const METADATA_MS = 60 * 60_000;
/** How long keys are gone by: one that was taken out is refused after that. A key that is not known is asked for at once, but not again for half a minute. */
const KEYS_MS = 10 * 60_000;
const COOLDOWN_MS = 30_000;
/** An issuer that did not answer is not asked for so long: whoever sends its tokens would have this service knock at its door. */
const AWAY_MS = 10_000;
export const ASK_AGAIN = { seconds: AWAY_MS / 1_000 };

const jwks = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
const metadata = z.looseObject({
  issuer: z.string(),
  jwks_uri: z.string(),
  authorization_endpoint: z.string().optional(),
  token_endpoint: z.string().optional(),
  end_session_endpoint: z.string().optional(),
});
/** Where the endpoints of an issuer are (OpenID Connect Discovery). */
export type IssuerMetadata = z.infer<typeof metadata>;

/** How other services are asked. */
export type AskOutside = (address: string | URL, init?: RequestInit) => Promise<Response>;

/** What is known of issuers outside. */
export interface OutsideKeys {
  /** Asks another service; throws `OutsideAway`. */
  readonly ask: AskOutside;
  metadataOf(issuer: string): Promise<Result<IssuerMetadata>>;
  /** Finds the key of a token, throwing as jose does; `OutsideAway` where the issuer does not answer. */
  keysOf(rules: Pick<IssuerRules, 'issuer' | 'jwks'>): Promise<Result<JWTVerifyGetKey>>;
}

/** Keys and endpoints of issuers, kept in D1 so that an isolate that has just begun knows them. What an isolate keeps is data, never a promise. */
export function outsideKeys(db: D1Database, ask: AskOutside): OutsideKeys {
  const known = new Map<string, { body: unknown; readAt: number }>();
  const awayAt = new Map<string, number>();
  /** Asks, unless it was in vain a moment ago. */
  const asked: AskOutside = async (address, init) => {
    const url = String(address);
    if (Date.now() - (awayAt.get(url) ?? 0) < AWAY_MS) throw new OutsideAway('it did not answer before');
    try {
      const answer = await ask(url, init);
      if (answer.status !== 200) throw new OutsideAway(`${url} answered ${answer.status}`);
      awayAt.delete(url);
      return answer;
    } catch (error) {
      awayAt.set(url, Date.now());
      log('issuer-away', { issuer: new URL(url).hostname, error });
      throw error;
    }
  };
  const kept = async (url: string) => {
    const found = known.get(url);
    if (found) return found;
    const row = await findDocument(db, url);
    if (!row) return null;
    const document = { body: JSON.parse(row.body) as unknown, readAt: row.readAt }; // as it was written below
    known.set(url, document);
    return document;
  };
  const keep = async (url: string, body: unknown, readAt: number) => {
    known.set(url, { body, readAt });
    await saveDocument(db, { url, body: JSON.stringify(body), readAt });
  };

  async function metadataOf(issuer: string): Promise<Result<IssuerMetadata>> {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const before = await kept(url);
    const fresh = before !== null && Date.now() - before.readAt < METADATA_MS;
    let body = before?.body;
    if (!fresh) {
      try {
        body = await (await asked(url)).json();
      } catch {
        // One that is away for a while is gone by what it said before.
        if (before === null) return fail('issuer-away', 'issuer', ASK_AGAIN);
      }
    }
    const parsed = metadata.safeParse(body);
    // Somebody else's document would have somebody else's keys (OpenID Connect Discovery, 4.3).
    if (!parsed.success || parsed.data.issuer !== issuer) return fail('issuer-document', 'issuer');
    if (body !== before?.body) await keep(url, body, Date.now());
    return ok(parsed.data);
  }

  return {
    ask,
    metadataOf,
    async keysOf({ issuer, jwks: given }) {
      const told = given === null ? await metadataOf(issuer) : ok({ jwks_uri: given });
      if (!told.ok) return told;
      const { jwks_uri: url } = told.value;
      const before = await kept(url);
      const parsed = jwks.safeParse(before?.body);
      const cache: { uat?: number; jwks?: unknown } =
        before && parsed.success ? { uat: before.readAt, jwks: parsed.data } : {};
      const keys = createRemoteJWKSet(new URL(url), {
        // jose takes whatever has these two, and puts what it reads there.
        [jwksCache]: cache as never,
        [customFetch]: asked,
        cacheMaxAge: KEYS_MS,
        cooldownDuration: COOLDOWN_MS,
      });
      const at = cache.uat;
      return ok(async (header, token) => {
        try {
          return await keys(header, token);
        } finally {
          if (cache.uat !== undefined && cache.uat !== at) await keep(url, cache.jwks, cache.uat);
        }
      });
    },
  };
}
