import { z } from 'zod';
import { ClientError } from './client-error.ts';

const RETRY_DELAYS_MS = [500, 2_000, 5_000];
/** An answer that is no error body is shown up to this many characters. */
const SHOWN = 500;

const errorBody = z.object({ status: z.object({ message: z.string() }) });

/** A request that the service answered with an error; `status` is the HTTP status. */
export class RefusedRequest extends ClientError {
  readonly status: number;
  constructor(status: number, message: string) {
    super('refused', message);
    this.name = 'RefusedRequest';
    this.status = status;
  }
}

/** What a refused request's answer says, as an error for the user; `what` names the request. Reads the answer's body. */
export async function refusedRequest(what: string, answer: Response): Promise<RefusedRequest> {
  const text = await answer.text();
  const parsed = errorBody.safeParse(parseJson(text));
  const message = parsed.success ? parsed.data.status.message : text.slice(0, SHOWN);
  return new RefusedRequest(answer.status, `${what} was answered ${answer.status}: ${message}`);
}

/** Repeats a request that can be sent twice while the connection fails; throws a `ClientError` when it stays so. */
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
      throw new ClientError('unreachable', `The service cannot be reached: ${reasonOf(error)}`);
    throw error;
  }
}

const reasonOf = (error: Error): string =>
  error.cause instanceof Error ? error.cause.message : error.message;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
