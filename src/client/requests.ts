import { z } from 'zod';
import { ClientError } from './client-error.ts';

const RETRY_DELAYS_MS = [500, 2_000, 5_000];
/** An answer that is no error body is shown up to this many characters. */
const SHOWN = 300;

const errorBody = z.object({
  status: z.object({ message: z.string(), detail: z.object({ code: z.string().optional() }).optional() }),
});

/** How a session behaves while the service does not answer. */
export interface Patience {
  readonly signal?: AbortSignal;
  /** Told at once when no answer came, before it is asked again after `waitMs`. */
  readonly onAway?: (reason: string, waitMs: number) => void;
}

/** A request that the service answered with an error; `status` is the HTTP status. */
export class RefusedRequest extends ClientError {
  readonly status: number;
  /** What the service itself said, without the request that it said it of. */
  readonly said: string;
  /** What is wrong, as the service's own word for it; "" where it said none. */
  readonly failure: string;
  constructor(status: number, message: string, { said = message, failure = '' } = {}) {
    super('refused', message);
    this.name = 'RefusedRequest';
    this.status = status;
    this.said = said;
    this.failure = failure;
  }
}

/** What a refused request's answer says, as an error for the user; `what` names the request. Reads the answer's body. */
export async function refusedRequest(what: string, answer: Response): Promise<RefusedRequest> {
  const text = await answer.text();
  const parsed = errorBody.safeParse(parseJson(text));
  const said = parsed.success ? parsed.data.status.message : shownText(text);
  const failure = parsed.success ? parsed.data.status.detail?.code : undefined;
  return new RefusedRequest(answer.status, `${what} was answered ${answer.status}: ${said}`, {
    said,
    failure,
  });
}

/** An answer that is no error of this service (a proxy's page, say), as one line. */
export const shownText = (text: string): string =>
  text
    .replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, SHOWN) || '(no text)';

/**
 * Repeats a request that can be sent twice while the connection fails; throws a `ClientError` when it stays so. What fails is told
 * at once.
 */
export async function repeated(
  request: () => Promise<Response>,
  { signal, onAway }: Patience = {},
): Promise<Response> {
  for (const delay of RETRY_DELAYS_MS) {
    try {
      return await reached(request);
    } catch (error) {
      signal?.throwIfAborted();
      if (!isUnreachable(error)) throw error;
      onAway?.(error.message, delay);
      await new Promise((resolve) => setTimeout(resolve, delay));
      signal?.throwIfAborted();
    }
  }
  return reached(request);
}

/** How often, and after which pauses, it is asked whether a request is done that another one with its key is under way of. */
const FIRST_DONE = { tries: 20, pauseMs: 1_000 };

/** Asks anew while the first request with the same key is under way: its answer was lost, and comes with the next. */
export async function doneFirst(
  ask: () => Promise<Response | RefusedRequest>,
  { signal }: Patience = {},
): Promise<Response | RefusedRequest> {
  for (let tried = 1; ; tried += 1) {
    const answer = await ask();
    const underWay = answer instanceof RefusedRequest && answer.failure === 'key-under-way';
    if (!underWay || tried >= FIRST_DONE.tries) return answer;
    await new Promise((resolve) => setTimeout(resolve, FIRST_DONE.pauseMs));
    signal?.throwIfAborted();
  }
}

/** Sends a request once; throws a `ClientError` with code `unreachable` where no answer came. */
export async function reached(request: () => Promise<Response>): Promise<Response> {
  try {
    return await request();
  } catch (error) {
    // fetch throws a TypeError when there is no answer; everything else is not mended by asking again.
    if (!(error instanceof TypeError)) throw error;
    throw new ClientError('unreachable', `The service cannot be reached: ${reasonOf(error)}.`);
  }
}

export const isUnreachable = (error: unknown): error is ClientError =>
  error instanceof ClientError && error.code === 'unreachable';

/** What the codes of broken connections mean; browsers tell none. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at this address (ECONNREFUSED)',
  ECONNRESET: 'the connection was broken off (ECONNRESET)',
  UND_ERR_SOCKET: 'the connection was broken off',
  ENOTFOUND: 'there is no host of this name (ENOTFOUND)',
  EAI_AGAIN: 'the name of the host cannot be looked up now (EAI_AGAIN)',
  ETIMEDOUT: 'it did not answer in time (ETIMEDOUT)',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  EHOSTUNREACH: 'there is no way to its host (EHOSTUNREACH)',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its TLS certificate is signed by itself',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its TLS certificate is not trusted',
  CERT_HAS_EXPIRED: 'its TLS certificate has expired',
};

function reasonOf(error: Error): string {
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  const code = 'code' in cause ? String(cause.code) : '';
  return REASONS[code] ?? (cause.message || code || error.message);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
