import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import { z } from 'zod';
import { CommandError } from '../../scripts/cli/command.ts';
import type { paths } from './api.d.ts';
import type { Connection } from './connection.ts';

/** A token is renewed when less than this is left of it, so that one long request does not outlive it. */
const TOKEN_MARGIN_MS = 10 * 60_000;
const RETRY_DELAYS_MS = [500, 2_000, 5_000];

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });
const errorBody = z.object({ status: z.object({ message: z.string() }) });

/** The service seen by one caller. */
export interface Session {
  readonly url: string;
  /** Sends one request under `/udm/v10` with a valid token; never follows a redirect. */
  send(path: string, init?: RequestInit & { duplex?: 'half' }): Promise<Response>;
  /** GET of a JSON answer, parsed; null for 204. Asked again a few times when the connection fails. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T | null>;
  /**
   * The operations of the API document by path, typed by it. A GET is asked again a few times when the connection fails;
   * what is refused throws a `CommandError`.
   */
  readonly api: Client<paths>;
}

/** Opens a session: nothing is sent before the first request. */
export function openSession(connection: Connection, signal?: AbortSignal): Session {
  const url = connection.url;
  const abortable = signal ? { signal } : {};
  let token = { text: '', renewAt: 0 };
  const bearer = async () => {
    if (Date.now() >= token.renewAt) token = await requestToken(connection, signal);
    return `Bearer ${token.text}`;
  };
  const send: Session['send'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', await bearer());
    return fetch(`${url}/udm/v10${path}`, { ...init, ...abortable, headers, redirect: 'manual' });
  };
  const api = createClient<paths>({
    baseUrl: url,
    fetch: async (request) => {
      request.headers.set('authorization', await bearer());
      const once = () => fetch(request.clone(), { ...abortable, redirect: 'manual' });
      const answer = await (request.method === 'GET' ? repeated(once, signal) : once());
      const { pathname } = new URL(request.url);
      if (!answer.ok) throw await refusal(`${request.method} ${pathname.replace(/^\/udm\/v10/, '')}`, answer);
      return answer;
    },
  });
  return {
    url,
    send,
    api,
    async get(path, schema) {
      const answer = await repeated(() => send(path), signal);
      if (answer.status === 204) return null;
      if (!answer.ok) throw await refusal(`GET ${path}`, answer);
      return schema.parse(await answer.json());
    },
  };
}

/** What a refused request's answer says, as an error for the user. */
export async function refusal(what: string, answer: Response): Promise<CommandError> {
  const text = await answer.text();
  const parsed = errorBody.safeParse(parseJson(text));
  const message = parsed.success ? parsed.data.status.message : text.slice(0, 500);
  return new CommandError(`${what} was answered ${answer.status}: ${message}`);
}

/** Repeats a request that can be sent twice while the connection fails; throws a `CommandError` when it stays so. */
export async function repeated(request: () => Promise<Response>, signal?: AbortSignal): Promise<Response> {
  for (const delay of RETRY_DELAYS_MS) {
    try {
      return await request();
    } catch (error) {
      signal?.throwIfAborted();
      // fetch throws a TypeError when there is no answer; everything else is not mended by asking again.
      if (!(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
  try {
    return await request();
  } catch (error) {
    if (error instanceof TypeError)
      throw new CommandError(`The service cannot be reached: ${reasonOf(error)}`);
    throw error;
  }
}

async function requestToken(
  connection: Connection,
  signal: AbortSignal | undefined,
): Promise<{ text: string; renewAt: number }> {
  const { clientId, clientSecret, user, url } = connection;
  const form = user
    ? { grant_type: 'password', username: user.name, password: user.password }
    : { grant_type: 'client_credentials' };
  const basic = Buffer.from(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`).toString('base64');
  const init = {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams(form),
    ...(signal ? { signal } : {}),
  };
  const answer = await repeated(() => fetch(`${url}/auth/v3/oauth/token`, init), signal);
  if (!answer.ok)
    throw new CommandError(
      `Signing in was refused (${answer.status}): ${(await answer.text()).slice(0, 500)}`,
    );
  const { access_token, expires_in } = tokenAnswer.parse(await answer.json());
  const life = expires_in * 1000;
  return { text: access_token, renewAt: Date.now() + Math.max(life / 2, life - TOKEN_MARGIN_MS) };
}

/** RFC 6749 §2.3.1: id and secret are form-encoded before they are joined for HTTP Basic. */
const formEncoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

const reasonOf = (error: Error): string =>
  error.cause instanceof Error ? error.cause.message : error.message;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
