import { fail, ok, type Result } from '../model/failures.ts';
import { isRegistered } from '../model/redirect-uri.ts';
import { findClient, type Client } from '../store/clients.ts';

/** Who asks, and where the answer goes: proven, so that refusals may go there as well. */
export interface ReplyTo {
  readonly client: Client;
  readonly redirectUri: string;
  readonly state: string | null;
}

/** What a program asks for. */
export interface Asked {
  readonly challenge: string;
  /** Whether it wants an ID token, and the nonce that this has to carry. */
  readonly openid: boolean;
  readonly nonce: string | null;
}

/** A request of a program that is known: what it asks for, or why that is refused. */
export interface AuthorizationRequest {
  readonly replyTo: ReplyTo;
  readonly asked: Result<Asked>;
}

/** Characters of a state or nonce at most: both come back, in an address and in a token. */
const MOST_UNITS = 2_000;
/** SHA-256 in base64url (RFC 7636, 4.2). */
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

/**
 * Reads the query of an authorization request (RFC 6749, 4.1.1). It fails where nobody knows the program or the address: then no answer
 * may go there, or anybody could lead people from this service to wherever they like.
 */
export async function readAuthorizationRequest(
  db: D1Database,
  query: URLSearchParams,
): Promise<Result<AuthorizationRequest>> {
  const one = (name: string): string | null => {
    const all = query.getAll(name);
    return all.length === 1 && all[0] ? all[0] : null;
  };
  const clientId = one('client_id');
  const client = clientId === null ? null : await findClient(db, clientId);
  if (!client) return fail('program-unknown', 'client_id');
  const redirectUri = one('redirect_uri');
  if (redirectUri === null || !isRegistered(client.redirectUris, redirectUri))
    return fail('redirect-unknown', 'redirect_uri');
  const state = one('state');
  const asked = readAsked(query, one);
  return ok({ replyTo: { client, redirectUri, state }, asked });
}

/** What is asked for. A repeated parameter is refused (RFC 6749, 3.1), and so is a request that shows no challenge (RFC 9700, 2.1.1). */
function readAsked(query: URLSearchParams, one: (name: string) => string | null): Result<Asked> {
  for (const name of query.keys()) if (query.getAll(name).length > 1) return fail('parameter-repeated', name);
  for (const name of ['state', 'nonce', 'scope'])
    if ((one(name)?.length ?? 0) > MOST_UNITS) return fail('too-long', name, { max: MOST_UNITS });
  if (one('response_type') !== 'code') return fail('response-type-unknown', 'response_type');
  if ((one('response_mode') ?? 'query') !== 'query') return fail('response-type-unknown', 'response_mode');
  const challenge = one('code_challenge') ?? '';
  if (one('code_challenge_method') !== 'S256' || !CHALLENGE.test(challenge))
    return fail('challenge-needed', 'code_challenge');
  // Whoever asks without a person would be told what only a person may allow.
  if (one('prompt') === 'none') return fail('person-needed', 'prompt');
  const openid = (one('scope') ?? '').split(' ').includes('openid');
  return ok({ challenge, openid, nonce: one('nonce') });
}
