import { leadsOutside, outsideUrl, type Outside } from './outside-address.ts';

/** What another service may take to answer, and how much of the answer is read. */
const PATIENCE_MS = 5_000;
const MOST_BYTES = 256 * 1024;

/** Another service did not answer, or with what nobody can use. The message names it, and no secret. */
export class OutsideAway extends Error {
  override readonly name = 'OutsideAway';
}

/**
 * `fetch` for addresses that somebody gave: refused where they are not public, no redirect is followed (one could lead inside), and an
 * answer ends after five seconds and 256 KB. Throws `OutsideAway`.
 */
export const outsideFetch =
  (outside: Outside, send: (url: string, init: RequestInit) => Promise<Response> = fetch) =>
  async (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    const url = outsideUrl(String(address), 'address', outside);
    if (!url.ok) throw new OutsideAway(`an address that may not be asked (${url.failure.code})`);
    const { href, hostname } = url.value;
    try {
      if (!(await leadsOutside(url.value, outside))) throw new OutsideAway('its name leads nowhere public');
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await send(href, { ...init, signal, redirect: 'manual' });
      if (answer.status >= 300 && answer.status < 400) throw new OutsideAway('it redirects');
      return new Response(await bounded(answer), { status: answer.status, headers: answer.headers });
    } catch (error) {
      throw new OutsideAway(`${hostname} did not answer: ${error instanceof Error ? error.message : ''}`);
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
