import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { CommandError } from '../cli/command.ts';
import { remedyOf } from './remedies.ts';

/** Where Cloudflare's API is; wrangler reads the same variable. */
const BASE = 'https://api.cloudflare.com/client/v4';
const TRIES = 3;
const PAUSE_MS = 500;
const PATIENCE_MS = 60_000;

const envelope = z.object({
  success: z.boolean(),
  errors: z.array(z.object({ code: z.number(), message: z.string() })).default([]),
  result: z.unknown(),
});

/** What Cloudflare's API refused: `code` is its own number for the reason. */
export class CloudflareError extends CommandError {
  readonly status: number;
  readonly code: number;
  constructor(doing: string, status: number, said: { readonly code: number; readonly message: string }) {
    super(
      `Cloudflare refused to ${doing} (${said.message}, code ${said.code}, status ${status}). ${remedyOf(said.code, status, doing)}`.trim(),
    );
    this.status = status;
    this.code = said.code;
  }
}

/** One request. `doing` ends the sentence "Cloudflare refused to …". */
export interface Call<T> {
  readonly doing: string;
  /** Below `/accounts/<id>`, unless it begins with `~`: then below the API itself. */
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly body?: unknown;
  readonly contentType?: string;
  /** Of a bucket that lies in a jurisdiction: it is found there alone. */
  readonly jurisdiction?: string | undefined;
  /** Asked again when the connection fails, since it changes nothing; GETs always are. */
  readonly reads?: boolean;
  readonly answer: z.ZodType<T>;
}

/** Cloudflare's API, for one login and account. */
export class Cloudflare {
  readonly #token: string;
  readonly #account: string;
  readonly #signal: AbortSignal;
  readonly #base: string;
  /** What Cloudflare's clock said at the last answer, and ours at that moment (milliseconds since 1970). */
  clock: { readonly theirs: number; readonly ours: number } | null = null;

  constructor(token: string, account: string, signal: AbortSignal) {
    this.#token = token;
    this.#account = account;
    this.#signal = signal;
    this.#base = process.env['CLOUDFLARE_API_BASE_URL'] ?? BASE;
  }

  /** The same login for an account. */
  of(account: string): Cloudflare {
    return new Cloudflare(this.#token, account, this.#signal);
  }

  async ask<T>(call: Call<T>): Promise<T> {
    const { doing } = call;
    const answer = await this.#send(call);
    const date = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isNaN(date)) this.clock = { theirs: date, ours: Date.now() };
    const parsed = envelope.safeParse(jsonOf(await answer.text()));
    if (!parsed.success) {
      const message = `the answer is none of Cloudflare's API`;
      throw new CloudflareError(doing, answer.status, { code: 0, message });
    }
    const { success, errors, result } = parsed.data;
    if (!success || !answer.ok)
      throw new CloudflareError(
        doing,
        answer.status,
        errors[0] ?? { code: 0, message: 'no reason was given' },
      );
    const read = call.answer.safeParse(result);
    if (read.success) return read.data;
    const message = `the answer has another form than expected: ${z.prettifyError(read.error)}`;
    throw new CloudflareError(doing, answer.status, { code: 0, message });
  }

  /** The same, and null where there is no such thing. */
  async find<T>(call: Call<T>): Promise<T | null> {
    try {
      return await this.ask(call);
    } catch (error) {
      if (error instanceof CloudflareError && error.status === 404) return null;
      throw error;
    }
  }

  async #send(call: Call<unknown>): Promise<Response> {
    const { path, method = 'GET', body, contentType = 'application/json', jurisdiction, doing } = call;
    const url = `${this.#base}${path.startsWith('~') ? path.slice(1) : `/accounts/${this.#account}${path}`}`;
    const tries = method === 'GET' || call.reads ? TRIES : 1;
    for (let tried = 1; ; tried += 1) {
      try {
        const answer = await fetch(url, {
          method,
          headers: {
            Authorization: `Bearer ${this.#token}`,
            'Content-Type': contentType,
            ...(jurisdiction === undefined ? {} : { 'cf-r2-jurisdiction': jurisdiction }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.any([this.#signal, AbortSignal.timeout(PATIENCE_MS)]),
        });
        if (tried >= tries || (answer.status < 500 && answer.status !== 429)) return answer;
        await answer.body?.cancel();
      } catch (error) {
        this.#signal.throwIfAborted();
        if (tried >= tries)
          throw new CommandError(
            `Cloudflare could not be asked to ${doing}: ${reasonOf(error)}. Look after the network (a proxy, a firewall), and run it again: it goes on where it stopped.`,
          );
      }
      await sleep(PAUSE_MS * tried, undefined, { signal: this.#signal });
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
};
