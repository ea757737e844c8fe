import type { App } from '../harness.ts';

/** A browser as the service sees it: it keeps the cookie, and its pages send changes as they should. */
export class Browser {
  cookie = '';
  readonly #app: App;
  readonly #origin: string;
  readonly #address: string;
  constructor(app: App, origin = 'https://udm.test', address = '192.0.2.7') {
    this.#app = app;
    this.#origin = origin;
    this.#address = address;
  }

  /** What a page of this service asks; `headers` stand in the places of its own, "" leaves one out. */
  async ask(method: string, path: string, json?: object, headers: Readonly<Record<string, string>> = {}) {
    const own: Record<string, string> = {
      Origin: this.#origin,
      'X-UDM-Request': '1',
      Cookie: this.cookie,
      'User-Agent': 'Test/1',
      'CF-Connecting-IP': this.#address,
      ...(json ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    };
    const given = Object.entries(own).filter(([, value]) => value !== '');
    const body = json ? { body: JSON.stringify(json) } : {};
    const init = { method, headers: Object.fromEntries(given), ...body };
    const response = await this.#app.request(`${this.#origin}${path}`, init);
    const set = response.headers.get('Set-Cookie')?.split(';')[0];
    if (set !== undefined) this.cookie = set.endsWith('=') ? '' : set;
    return response;
  }

  signIn(userName: string, password: string, more: object = {}) {
    return this.ask('POST', '/auth/v3/sign-in', { userName, password, ...more });
  }
}
