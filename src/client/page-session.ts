import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { paths } from './api.d.ts';
import { ClientError } from './client-error.ts';
import { RequestKeys } from './request-keys.ts';

/** Marks a request of these pages: a form of another origin cannot send it, so the service takes changes by cookie with it alone. */
const MARK = { 'X-UDM-Request': '1' } as const;

/** What the service said of a request that it refused, as a page shows it: by `failure`, never by its English sentence. */
export class PageRefusal extends ClientError {
  readonly status: number;
  /** `detail.code` of the error body; "" where the answer was none of this service. */
  readonly failure: string;
  readonly field: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Under which the operator finds the request. */
  readonly requestId: string;
  /** When it may be asked again, in seconds; null where the service did not say. */
  readonly retryAfter: number | null;
  /** Everything in `detail`, for answers that say more. */
  readonly detail: Readonly<Record<string, unknown>>;
  constructor(answer: Response, body: unknown) {
    const detail = detailOf(body);
    const failure = textOf(detail['code']);
    super('refused', failure || `status ${answer.status}`);
    this.name = 'PageRefusal';
    this.status = answer.status;
    this.failure = failure;
    this.field = textOf(detail['field']);
    this.data = valuesOf(detail['data']);
    this.requestId = textOf(detail['requestId']) || (answer.headers.get('x-request-id') ?? '');
    this.retryAfter = Number(answer.headers.get('retry-after')) || null;
    this.detail = detail;
  }
}

/** The service seen by a page of its own origin: the browser's cookie is the permission, and no script can read it. */
export interface PageSession {
  /** The operations of the API document by path. What is refused throws a `PageRefusal`. */
  readonly api: Client<paths>;
  /** Sends what the document does not describe, or what is no JSON. Throws as `api` does. */
  send(path: string, init?: RequestInit): Promise<Response>;
}

/** What a page does about some refusals. */
export interface PageReactions {
  /** Nobody is signed in. */
  readonly signedOut: () => void;
  /** The person has to prove again who it is; true where that was done, and the request goes on. */
  readonly again: () => Promise<boolean>;
  /** The person has to set up a second factor before anything else. */
  readonly factorFirst: () => void;
}

/** Opens the service at `origin`. */
export function openPageSession(origin: string, reactions: PageReactions): PageSession {
  const keys = new RequestKeys();
  /** `make` makes the request, a second time where the person had to prove again who it is. */
  const send = async (make: () => Request): Promise<Response> => {
    const refused = await tried(make());
    if (refused instanceof Response) return refused;
    if (refused.failure === 'sign-in-again' && (await reactions.again())) {
      const second = await tried(make());
      if (second instanceof Response) return second;
      throw second;
    }
    throw refused;
  };
  const tried = async (request: Request): Promise<Response | PageRefusal> => {
    const answer = await answered(request);
    if (answer.ok) return answer;
    if (answer.status === 401 && !new URL(request.url).pathname.startsWith('/auth/')) reactions.signedOut();
    const refusal = new PageRefusal(answer, await answer.json().catch(() => null));
    if (refusal.failure === 'second-factor-first') reactions.factorFirst();
    return refusal;
  };
  return {
    api: createClient<paths>({
      baseUrl: origin,
      headers: MARK,
      fetch: async (request) => {
        const done = await keys.give(request);
        const answer = await send(() => request.clone());
        done();
        return answer;
      },
    }),
    send: (path, init = {}) => {
      const headers = new Headers(init.headers);
      for (const [name, value] of Object.entries(MARK)) headers.set(name, value);
      return send(() => new Request(origin + path, { ...init, headers }));
    },
  };
}

/** Throws a `ClientError` with code `unreachable` where no answer came. An aborted request stays an abort. */
async function answered(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ClientError('unreachable', error.message);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function detailOf(body: unknown): Readonly<Record<string, unknown>> {
  const status = isRecord(body) ? body['status'] : null;
  const detail = isRecord(status) ? status['detail'] : null;
  return isRecord(detail) ? detail : {};
}

function valuesOf(data: unknown): Readonly<Record<string, string | number>> {
  if (!isRecord(data)) return {};
  return Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}
