import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { CommandError } from '../cli/command.ts';

/** A deployment, or the local service, and the key that its operator's operations ask for. */
export interface Operated {
  readonly url: string;
  readonly key: string;
  readonly signal: AbortSignal;
}

interface Asked {
  readonly method?: string;
  /** Sent as JSON; bytes as they are. */
  readonly body?: unknown;
}

/** What a service answers that cannot at the moment. */
const PASSING = [500, 502, 503, 504];
/** Pauses between tries, in milliseconds. */
const PAUSES = [1_000, 2_000, 4_000, 8_000];

const refusal = z.object({ status: z.object({ message: z.string() }) });

/** Asks one of the operator's operations; answers its JSON. A refusal becomes a `CommandError` with its words. */
export async function askOperator(operated: Operated, path: string, asked: Asked = {}): Promise<unknown> {
  return (await allowed(await send(operated, path, asked))).json();
}

/** The same in the middle of something long, of an operation that may be asked twice: what passes by itself is waited for. */
export async function askPatiently(operated: Operated, path: string, asked: Asked): Promise<unknown> {
  return (await answerPatiently(operated, path, asked)).json();
}

/** The same of an operation whose answer is no JSON. */
export async function answerPatiently(operated: Operated, path: string, asked: Asked): Promise<Response> {
  for (const pause of PAUSES) {
    const answer = await send(operated, path, asked).catch((error: unknown) => {
      if (operated.signal.aborted || !(error instanceof TypeError)) throw error;
      return null;
    });
    if (answer && !PASSING.includes(answer.status)) return allowed(answer);
    await answer?.body?.cancel();
    await sleep(pause, undefined, { signal: operated.signal });
  }
  return allowed(await send(operated, path, asked));
}

const send = ({ url, key, signal }: Operated, path: string, { method = 'GET', body }: Asked) =>
  fetch(new URL(`/udm/operator/${path}`, url), {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      'Content-Type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
    },
    ...(body === undefined
      ? {}
      : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
    signal,
  });

async function allowed(answer: Response): Promise<Response> {
  if (answer.status === 404)
    throw new CommandError(
      'The deployment has no OPERATOR_KEY: put one with "wrangler secret put OPERATOR_KEY".',
    );
  if (answer.ok) return answer;
  const said = refusal.safeParse(await answer.json().catch(() => null));
  throw new CommandError(said.success ? said.data.status.message : `The service answered ${answer.status}.`);
}
