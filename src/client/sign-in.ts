import { z } from 'zod';
import { RefusedRequest, repeated, shownText } from './requests.ts';
import type { Patience } from './requests.ts';

/** A token is renewed when less than this is left of it, so that one long request does not outlive it. */
const TOKEN_MARGIN_MS = 10 * 60_000;

const tokenAnswer = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  refresh_token: z.string().optional(),
});
/** RFC 6749, section 5.2. */
const tokenError = z.object({
  error: z.string(),
  error_description: z.string().optional(),
  code: z.string().optional(),
});

/** An OAuth client of the service, at its address. */
export interface OAuthClient {
  /** Base address of the service, without a slash at its end. */
  readonly url: string;
  readonly clientId: string;
  /** "" of a client that has none. */
  readonly clientSecret: string;
}

/** Where the service is and who asks. With a user the grant is `password`, without one `client_credentials`. */
export interface Connection extends OAuthClient {
  readonly user: { readonly name: string; readonly password: string } | null;
}

/** A sign-in that the service refused, in a sentence for the person. */
export class RefusedSignIn extends RefusedRequest {}

/** The form of a token request (RFC 6749, sections 4.1, 4.3, 4.4 and 6). */
export type Grant = Readonly<Record<string, string>> & { readonly grant_type: string };

/** What a sign-in brought. Times are milliseconds since 1970. */
export interface Tokens {
  readonly access: string;
  /** When the access token is to be renewed. */
  readonly renewAt: number;
  /** Good for one renewal; null where the client signed in for itself. */
  readonly refresh: string | null;
}

/** Answers a valid `Authorization` header, whatever it takes. */
export type Bearer = () => Promise<string>;

/** The grant that a connection stands for. */
export const grantOf = ({ user }: Pick<Connection, 'user'>): Grant =>
  user
    ? { grant_type: 'password', username: user.name, password: user.password }
    : { grant_type: 'client_credentials' };

/** Signs in at the first call and again when the token is about to expire. */
export function signedIn(connection: Connection, patience: Patience = {}): Bearer {
  let tokens: Tokens | null = null;
  return async () => {
    if (tokens === null || Date.now() >= tokens.renewAt)
      tokens = await requestTokens(connection, grantOf(connection), patience);
    return `Bearer ${tokens.access}`;
  };
}

/** Asks for tokens. Throws a `RefusedRequest` that says in a sentence what was wrong. */
export async function requestTokens(
  client: OAuthClient,
  grant: Grant,
  patience: Patience = {},
): Promise<Tokens> {
  const { url } = client;
  const init = { ...asClient(client, grant), ...(patience.signal ? { signal: patience.signal } : {}) };
  const answer = await repeated(() => fetch(`${url}/auth/v3/oauth/token`, init), patience);
  const text = await answer.text();
  if (!answer.ok) throw refusal(url, answer.status, text);
  const parsed = tokenAnswer.safeParse(jsonOf(text));
  if (!parsed.success) throw new RefusedRequest(answer.status, noService(url, 'answers without a token'));
  const life = parsed.data.expires_in * 1000;
  return {
    access: parsed.data.access_token,
    renewAt: Date.now() + Math.max(life / 2, life - TOKEN_MARGIN_MS),
    refresh: parsed.data.refresh_token ?? null,
  };
}

/** Calls a refresh token back, with all that came of its sign-in (RFC 7009). Throws where the service did not. */
export async function callBack(client: OAuthClient, token: string, patience: Patience = {}): Promise<void> {
  const init = asClient(client, { token });
  const answer = await repeated(() => fetch(`${client.url}/auth/v3/oauth/revoke`, init), patience);
  if (!answer.ok) throw refusal(client.url, answer.status, await answer.text());
}

/** A form that a client sends: with its secret by HTTP Basic, or with its id alone (RFC 6749, sections 2.3.1 and 3.2.1). */
function asClient({ clientId, clientSecret }: OAuthClient, form: Readonly<Record<string, string>>) {
  if (clientSecret === '')
    return { method: 'POST', body: new URLSearchParams({ ...form, client_id: clientId }) };
  // Form-encoded text is ASCII, which is all that btoa takes.
  const basic = btoa(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`);
  return { method: 'POST', headers: { authorization: `Basic ${basic}` }, body: new URLSearchParams(form) };
}

function refusal(url: string, status: number, text: string): RefusedRequest {
  const parsed = tokenError.safeParse(jsonOf(text));
  if (parsed.success) {
    const { error, error_description: said, code: failure } = parsed.data;
    return new RefusedSignIn(status, `Signing in was refused: ${said ?? error}`, { failure });
  }
  if (status >= 500)
    return new RefusedRequest(
      status,
      `Signing in failed, the service answered ${status}: ${shownText(text)}`,
    );
  return new RefusedRequest(status, noService(url, `answered ${status}`));
}

const noService = (url: string, what: string): string =>
  `There is no User Data Management at ${url}: POST /auth/v3/oauth/token ${what}. Check the address.`;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** RFC 6749 §2.3.1: id and secret are form-encoded before they are joined for HTTP Basic. */
const formEncoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
