import type { App } from '../harness.ts';

export const ORIGIN = 'https://udm.test';

/** A browser that signs in elsewhere: it keeps cookies by name, and follows nothing by itself. */
export class Jar {
  readonly cookies = new Map<string, string>();
  readonly #app: App;
  /** The issuer that it signs in at. */
  readonly #issuer: string;
  constructor(app: App, issuer: string) {
    this.#app = app;
    this.#issuer = issuer;
  }

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const Cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#app.request(`${ORIGIN}${path}`, {
      ...init,
      headers: { Origin: ORIGIN, 'X-UDM-Request': '1', Cookie, ...(init.headers as Record<string, string>) },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** Goes to the issuer, to come back to a page; answers where that led. */
  async begin(more = '', to = '/jobs?x=1', headers: Record<string, string> = {}): Promise<URL> {
    const path = `/auth/v3/sign-in/outside?issuer=${this.#issuer}&to=${encodeURIComponent(to)}${more}`;
    const answer = await this.ask(path, { headers });
    return new URL(answer.headers.get('Location') ?? `no:${answer.status}`, ORIGIN);
  }

  /** Comes back with what the issuer said; answers where the browser goes then. */
  async comeBack(query: Record<string, string>): Promise<string> {
    const answer = await this.ask(`/auth/v3/callback?${new URLSearchParams(query).toString()}`);
    return answer.headers.get('Location') ?? String(answer.status);
  }

  me(): Promise<Response> {
    return this.ask('/udm/v10/me');
  }
}

/** A parameter of an address. */
export const of = (at: URL, name: string): string => at.searchParams.get(name) ?? '';
