/** Operations that take an `Idempotency-Key`: what they make is made once, however often they are asked for it. */
const TAKING = /\/udm\/v10\/export\/(?:jobs|jobs\/\d+\/run|history\/\d+\/retry)$/;
const HEADER = 'Idempotency-Key';
const KEY_BYTES = 16;
/** Requests whose answers never came that are remembered; the oldest go. */
const REMEMBERED = 50;

/** Whether a request may be sent again under the same key, and does nothing twice. */
export function takesKey({ method, url }: Pick<Request, 'method' | 'url'>): boolean {
  const { pathname, searchParams } = new URL(url);
  return method === 'POST' && TAKING.test(pathname) && searchParams.get('dryRun') !== 'true';
}

/** A new key, as a string of RFC 9651. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return `"${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}

/** Gives a request a key, where it takes one and has none. */
export function giveKey(request: Request, key = newKey()): void {
  if (takesKey(request) && !request.headers.has(HEADER)) request.headers.set(HEADER, key);
}

/** Keys of requests that are not known to be done: who asks for the same once more, since no answer came, gets what the first one made. */
export class RequestKeys {
  readonly #open = new Map<string, string>();

  /** Gives a request its key; answers what tells that it was done. */
  async give(request: Request): Promise<() => void> {
    if (!takesKey(request)) return () => undefined;
    const what = `${request.url}\n${await request.clone().text()}`;
    const key = this.#open.get(what) ?? newKey();
    this.#open.set(what, key);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= REMEMBERED) break;
      this.#open.delete(oldest);
    }
    giveKey(request, key);
    return () => this.#open.delete(what);
  }
}
