import { z } from 'zod';
import { CommandError } from '../cli/command.ts';

/** A deployment, or the local service, and the key that its operator's operations ask for. */
export interface Operated {
  readonly url: string;
  readonly key: string;
  readonly signal: AbortSignal;
}

const refusal = z.object({ status: z.object({ message: z.string() }) });

/** Asks one of the operator's operations; answers its JSON. A refusal becomes a `CommandError` with its words. */
export async function askOperator(
  { url, key, signal }: Operated,
  path: string,
  { method = 'GET', body }: { readonly method?: string; readonly body?: unknown } = {},
): Promise<unknown> {
  const answer = await fetch(new URL(`/udm/operator/${path}`, url), {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  });
  if (answer.status === 404)
    throw new CommandError(
      'The deployment has no OPERATOR_KEY: put one with "wrangler secret put OPERATOR_KEY".',
    );
  const json: unknown = await answer.json().catch(() => null);
  if (answer.ok) return json;
  const said = refusal.safeParse(json);
  throw new CommandError(said.success ? said.data.status.message : `The service answered ${answer.status}.`);
}
