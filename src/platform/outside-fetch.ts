import { invocation } from './invocation.ts';
import { leadsOutside, outsideUrl, type Outside } from './outside-address.ts';

/** What another service may take to answer, and how much of the answer is read. */
const PATIENCE_MS = 5_000;
const MOST_BYTES = 256 * 1024;
/** Subrequests that one call takes at most: two questions to DNS, and the call itself. */
const A_CALL = { statements: 0, subrequests: 3 } as const;

/** Why there was no answer: the address may not be asked, it leads elsewhere, or nobody answered. */
export type AwayReason = 'private' | 'redirect' | 'silent';

/** Another service did not answer, or with what nobody can use. The message names it, and no secret. */
export class OutsideAway extends Error {
  override readonly name = 'OutsideAway';
  readonly reason: AwayReason;
  constructor(message: string, reason: AwayReason = 'silent') {
    super(message);
    this.reason = reason;
  }
}

/** Asks an address that somebody gave; `patience` is how long an answer may take, milliseconds. */
export type OutsideCall = (address: string | URL, init?: RequestInit, patience?: number) => Promise<Response>;

/**
 * `fetch` for addresses that somebody gave: refused where they are not public, no redirect is followed (one could lead inside), and an
 * answer ends after five seconds, unless whoever asks has more patience, and 256 KB. Throws `OutsideAway`.
 */
export const outsideFetch =
  (
    outside: Outside,
    send: (url: string, init: RequestInit) => Promise<Response> = (url, init) => fetch(url, init),
  ): OutsideCall =>
  async (address, init = {}, patience = PATIENCE_MS) => {
    const url = outsideUrl(String(address), 'address', outside);
    if (!url.ok) throw new OutsideAway(`an address that may not be asked (${url.failure.code})`, 'private');
    const { href, hostname } = url.value;
    invocation().spend(A_CALL);
    try {
      if (!(await leadsOutside(url.value, outside)))
        throw new OutsideAway('its name leads nowhere public', 'private');
      const signal = AbortSignal.timeout(patience);
      const answer = await send(href, { ...init, signal, redirect: 'manual' });
      if (answer.status >= 300 && answer.status < 400) throw new OutsideAway('it redirects', 'redirect');
      return new Response(await bounded(answer), { status: answer.status, headers: answer.headers });
    } catch (error) {
      const reason = error instanceof OutsideAway ? error.reason : 'silent';
      const why = error instanceof Error ? error.message : '';
      throw new OutsideAway(`${hostname} did not answer: ${why}`, reason);
    }
  };

/** The whole body, to its bound. */
async function bounded({ body }: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new OutsideAway(`it answers more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
