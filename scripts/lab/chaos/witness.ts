/** A request that changes something, and was answered that it did. */
export interface Act {
  /** `POST /udm/v10/export/jobs` */
  readonly what: string;
  /** Under which the audit log names it. */
  readonly requestId: string;
}

/** Ways to ask that change nothing. */
const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Notes every act of this process at a service, as long as it watches: whoever asks, they ask by `fetch`. What was asked and not answered
 * is not noted, since nobody knows whether it was done.
 */
export class Witness {
  readonly #url: string;
  readonly #fetch = globalThis.fetch;
  readonly acts: Act[] = [];

  constructor(url: string) {
    this.#url = url;
    globalThis.fetch = (input, init) => this.#asked(new Request(input, init));
  }

  async #asked(request: Request): Promise<Response> {
    const { method, url } = request;
    const answer = await this.#fetch(request);
    const requestId = answer.headers.get('x-request-id');
    if (url.startsWith(this.#url) && !READS.includes(method) && answer.ok && requestId !== null)
      this.acts.push({ what: `${method} ${new URL(url).pathname}`, requestId });
    return answer;
  }

  /** Watches no longer. */
  close(): void {
    globalThis.fetch = this.#fetch;
  }
}
