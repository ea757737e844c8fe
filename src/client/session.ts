import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { z } from 'zod';
import type { paths } from './api.d.ts';
import { giveKey, takesKey } from './request-keys.ts';
import { doneFirst, reached, RefusedRequest, refusedRequest, repeated } from './requests.ts';
import type { Patience } from './requests.ts';
import { signedIn } from './sign-in.ts';
import type { Bearer, Connection } from './sign-in.ts';

/** The service seen by one caller. */
export interface Session {
  readonly url: string;
  /**
   * Sends one request under `/udm/v10` with a valid token; never follows a redirect. Throws a `ClientError` with code
   * `unreachable` where no answer came.
   */
  send(path: string, init?: RequestInit & { duplex?: 'half' }): Promise<Response>;
  /** GET of a JSON answer, parsed; null for 204. Asked again a few times when the connection fails. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T | null>;
  /**
   * The operations of the API document by path, typed by it. A GET is asked again a few times when the connection fails, and so is
   * what takes an `Idempotency-Key`, which it is sent with; what is refused throws a `RefusedRequest`; what asks for a sign-in of the last minutes is asked once more after `again`.
   */
  readonly api: Client<paths>;
}

/** A caller who has signed in already: where, and what answers their tokens. */
export interface SignedIn {
  /** Base address of the service, without a slash at its end. */
  readonly url: string;
  readonly bearer: Bearer;
  /** Has the person sign in again, where there is one to ask: `bearer` answers the new token then. */
  readonly again?: () => Promise<void>;
}

/** Opens a session: nothing is sent before the first request. */
export function openSession(caller: Connection | SignedIn, patience: Patience = {}): Session {
  const { url } = caller;
  const { signal } = patience;
  const abortable = signal ? { signal } : {};
  const { bearer, again } = 'bearer' in caller ? caller : { bearer: signedIn(caller, patience) };
  const send: Session['send'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', await bearer());
    return reached(() =>
      fetch(`${url}/udm/v10${path}`, { ...init, ...abortable, headers, redirect: 'manual' }),
    );
  };
  const api = createClient<paths>({
    baseUrl: url,
    fetch: async (request) => {
      giveKey(request);
      const repeatable = request.method === 'GET' || takesKey(request);
      const ask = async () => {
        request.headers.set('authorization', await bearer());
        const once = () => fetch(request.clone(), { ...abortable, redirect: 'manual' });
        const answer = await (repeatable ? repeated(once, patience) : reached(once));
        return answer.ok ? answer : refusedRequest(shown(request), answer);
      };
      let answer = await doneFirst(ask, patience);
      if (again && answer instanceof RefusedRequest && answer.failure === 'sign-in-again') {
        await again();
        answer = await ask();
      }
      if (answer instanceof RefusedRequest) throw answer;
      return answer;
    },
  });
  return {
    url,
    send,
    api,
    async get(path, schema) {
      const answer = await repeated(() => send(path), patience);
      if (answer.status === 204) return null;
      if (!answer.ok) throw await refusedRequest(`GET ${path}`, answer);
      return schema.parse(await answer.json());
    },
  };
}

/** `GET /export/jobs`: a request for people. */
const shown = ({ method, url }: Request): string =>
  `${method} ${new URL(url).pathname.replace(/^\/udm\/v10/, '')}`;
