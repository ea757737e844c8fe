import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { unwrap, wrap } from '../config/wrap.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import type { OutsidePerson } from '../model/issuer.ts';
import { RECENT_MS } from '../model/sign-in-again.ts';
import { OutsideAway } from '../platform/outside-fetch.ts';
import { ASK_AGAIN, type IssuerMetadata, type OutsideKeys } from './outside-keys.ts';
import { verifyBy } from './outside-tokens.ts';
import { provenAt } from './proven-at.ts';
import { findSignInIssuer, type SignInIssuer } from './sign-in-issuers.ts';

/** How long somebody has to sign in elsewhere. */
const PATIENCE_MS: Instant = 10 * 60_000;
/** What the cookie of a sign-in that is under way is sealed for. */
const CONTEXT = 'outside sign-in';

/** What a browser keeps, sealed, while its person signs in elsewhere. */
const underWay = z.object({
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  again: z.boolean(),
  until: z.number(),
});

export interface OutsideSignInServices {
  readonly config: Config;
  readonly db: D1Database;
  readonly outside: OutsideKeys;
  readonly now: () => Instant;
}

/** How a sign-in elsewhere is begun: where it comes back to, which page then, and whether the person has to prove anew who it is. */
interface Begun {
  readonly issuer: SignInIssuer;
  readonly redirectUri: string;
  readonly to: string;
  readonly again: boolean;
}

/**
 * Where a browser goes to sign in at an issuer (OpenID Connect Core, 3.1; RFC 7636), and what it keeps meanwhile. State, nonce and verifier
 * are kept by the browser alone, so that an answer is worth nothing in any other.
 */
export async function beginOutside(
  { config, outside, now }: OutsideSignInServices,
  { issuer, redirectUri, to, again }: Begun,
): Promise<Result<{ readonly location: string; readonly kept: string }>> {
  const metadata = await outside.metadataOf(issuer.issuer);
  if (!metadata.ok) return metadata;
  const { authorization_endpoint: endpoint } = metadata.value;
  if (endpoint === undefined) return fail('issuer-document', 'issuer');
  const [state, nonce, verifier] = [
    oauth.generateRandomState(),
    oauth.generateRandomNonce(),
    oauth.generateRandomCodeVerifier(),
  ];
  const location = new URL(endpoint);
  const asked = {
    response_type: 'code',
    client_id: issuer.clientId,
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(again ? { prompt: 'login', max_age: '0' } : {}),
  };
  for (const [name, value] of Object.entries(asked)) location.searchParams.set(name, value);
  const keeping = { issuer: issuer.id, state, nonce, verifier, to, again, until: now() + PATIENCE_MS };
  const kept = await wrap(config.wrapKeys, CONTEXT, new Uint8Array(Buffer.from(JSON.stringify(keeping))));
  return ok({ location: location.href, kept });
}

/** Whom an issuer has sent, and to which page. */
export interface CameBack {
  readonly issuer: SignInIssuer;
  readonly person: OutsidePerson;
  readonly to: string;
  /** Whether who is signed in was to prove anew who it is: then the issuer has said so. */
  readonly again: boolean;
  /** When the person proved who it is; null where the issuer does not say. */
  readonly authTime: Instant | null;
}

/** Reads the answer of an issuer that a browser brings, against what the browser has kept. */
export async function finishOutside(
  services: OutsideSignInServices,
  { url, kept, redirectUri }: { readonly url: URL; readonly kept: string; readonly redirectUri: string },
): Promise<Result<CameBack>> {
  const { config, outside, now } = services;
  const opened = await opens(config, kept);
  if (!opened || opened.until <= now()) return fail('outside-stale', 'state');
  const issuer = await findSignInIssuer(services, opened.issuer);
  if (!issuer) return fail('outside-stale', 'state');
  const metadata = await outside.metadataOf(issuer.issuer);
  if (!metadata.ok) return metadata;
  try {
    const idToken = await changeCode(
      services,
      { issuer, metadata: metadata.value, url, redirectUri },
      opened,
    );
    // The library has looked at nonce, audience and times; the signature is looked at here, by the algorithms of this issuer.
    const verified = await verifyBy(outside, issuer, idToken, { audience: issuer.clientId, now: now() });
    if (!verified.ok)
      return verified.failure.code === 'issuer-away' ? verified : fail('outside-refused', 'id_token');
    const { person, payload } = verified.value;
    const authTime = provenAt(payload, now());
    const { to, again } = opened;
    if (again && (authTime === null || now() - authTime >= RECENT_MS))
      return fail('outside-not-again', 'id_token');
    return ok({ issuer, person, to, again, authTime });
  } catch (error) {
    if (error instanceof OutsideAway) return fail('issuer-away', 'issuer', ASK_AGAIN);
    if (error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied')
      return fail('outside-denied', 'error');
    if (REFUSALS.some((refusal) => error instanceof refusal)) return fail('outside-refused', 'code');
    throw error;
  }
}

/** The page that a sign-in which is under way is to come back to; null where that cannot be read any more. */
export const pageUnderWay = async (
  { config }: Pick<OutsideSignInServices, 'config'>,
  kept: string,
): Promise<string | null> => (await opens(config, kept))?.to ?? null;

/** What the library throws where an answer is not what was asked for. */
const REFUSALS = [
  oauth.AuthorizationResponseError,
  oauth.ResponseBodyError,
  oauth.OperationProcessingError,
  oauth.UnsupportedOperationError,
  oauth.WWWAuthenticateChallengeError,
];

interface Answer {
  readonly issuer: SignInIssuer;
  readonly metadata: IssuerMetadata;
  readonly url: URL;
  readonly redirectUri: string;
}

/** Checks state and issuer of the answer, and changes its code for the ID token. */
async function changeCode(
  { config, outside }: OutsideSignInServices,
  { issuer, metadata, url, redirectUri }: Answer,
  { state, nonce, verifier }: z.infer<typeof underWay>,
): Promise<string> {
  // It came as JSON, where nothing is undefined. By which algorithms the issuer may sign is decided here, not by what it said an hour ago.
  const server = {
    ...metadata,
    id_token_signing_alg_values_supported: [...issuer.algorithms],
  } as oauth.AuthorizationServer;
  const client: oauth.Client = { client_id: issuer.clientId };
  const parameters = oauth.validateAuthResponse(server, client, url, state);
  const secret = await issuer.secret();
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    proofOf(metadata, secret),
    parameters,
    redirectUri,
    verifier,
    { [oauth.customFetch]: outside.ask, [oauth.allowInsecureRequests]: config.local },
  );
  const answered = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  if (answered.id_token === undefined) throw new Error('an ID token was required and is missing');
  return answered.id_token;
}

/** How this service proves to an issuer who it is: by HTTP Basic, unless the issuer takes the form alone. */
function proofOf(metadata: IssuerMetadata, secret: string | null): oauth.ClientAuth {
  if (secret === null) return oauth.None();
  const methods = z.array(z.string()).safeParse(metadata['token_endpoint_auth_methods_supported']);
  const formAlone =
    methods.success &&
    methods.data.includes('client_secret_post') &&
    !methods.data.includes('client_secret_basic');
  return formAlone ? oauth.ClientSecretPost(secret) : oauth.ClientSecretBasic(secret);
}

async function opens(config: Config, kept: string): Promise<z.infer<typeof underWay> | null> {
  try {
    const text = new TextDecoder().decode(await unwrap(config.wrapKeys, CONTEXT, kept));
    return underWay.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
