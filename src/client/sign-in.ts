import { z } from 'zod';
import { RefusedRequest, repeated } from './requests.ts';

/** A token is renewed when less than this is left of it, so that one long request does not outlive it. */
const TOKEN_MARGIN_MS = 10 * 60_000;
const SHOWN = 500;

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

/** Where the service is and who asks. With a user the grant is `password`, without one `client_credentials`. */
export interface Connection {
  /** Base address of the service, without a slash at its end. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly user: { readonly name: string; readonly password: string } | null;
}

/** Signs in at the first call and again when the token is about to expire; each call answers a valid `Authorization` header. */
export function signedIn(connection: Connection, signal?: AbortSignal): () => Promise<string> {
  let token = { text: '', renewAt: 0 };
  return async () => {
    if (Date.now() >= token.renewAt) token = await requestToken(connection, signal);
    return `Bearer ${token.text}`;
  };
}

async function requestToken(
  connection: Connection,
  signal: AbortSignal | undefined,
): Promise<{ text: string; renewAt: number }> {
  const { clientId, clientSecret, user, url } = connection;
  const form = user
    ? { grant_type: 'password', username: user.name, password: user.password }
    : { grant_type: 'client_credentials' };
  // Form-encoded text is ASCII, which is all that btoa takes.
  const basic = btoa(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`);
  const init = {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams(form),
    ...(signal ? { signal } : {}),
  };
  const answer = await repeated(() => fetch(`${url}/auth/v3/oauth/token`, init), signal);
  if (!answer.ok) {
    const said = (await answer.text()).slice(0, SHOWN);
    throw new RefusedRequest(answer.status, `Signing in was refused (${answer.status}): ${said}`);
  }
  const { access_token, expires_in } = tokenAnswer.parse(await answer.json());
  const life = expires_in * 1000;
  return { text: access_token, renewAt: Date.now() + Math.max(life / 2, life - TOKEN_MARGIN_MS) };
}

/** RFC 6749 §2.3.1: id and secret are form-encoded before they are joined for HTTP Basic. */
const formEncoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
