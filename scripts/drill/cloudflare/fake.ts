import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { emptyAccount, type Account } from './account.ts';
import { Platform } from './platform.ts';
import { Refusal } from './route.ts';
import { ROUTES } from './routes.ts';

/** A request that came, as the drill judges it. */
export interface Seen {
  /** `POST /queues`: without the account; of the deployed service with its host. */
  readonly what: string;
  readonly status: number;
  /** Whether it changes anything, at Cloudflare or in the service. */
  readonly changes: boolean;
}

/** What a drill does to a request that changes something: `index` counts them from 0. */
export interface Intervention {
  /** Before it is carried out. A refusal that is answered stands in its place. */
  before?(index: number, what: string): Refusal | void;
  /** After it, before the answer goes out. */
  after?(index: number, what: string): void;
}

/** A double of Cloudflare's API on the loopback, and of what runs there. */
export class FakeCloudflare {
  readonly account: Account = emptyAccount();
  /** Further accounts of the login. */
  readonly others: { id: string; name: string }[] = [];
  readonly seen: Seen[] = [];
  readonly unknown: string[] = [];
  intervention: Intervention = {};
  /** Milliseconds that its clock is ahead. */
  ahead = 0;
  readonly platform: Platform;
  readonly #server: Server;
  #changes = 0;

  constructor(folder: string) {
    this.platform = new Platform(folder);
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    // A TCP server's address is an object.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await this.platform.close();
  }

  /** Requests that changed something since the last call. */
  takeChanges(): readonly string[] {
    const changes = this.seen.filter(({ changes: changed }) => changed).map(({ what }) => what);
    this.seen.length = 0;
    this.#changes = 0;
    return changes;
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer); // no encoding is set
    const body = Buffer.concat(chunks);
    const url = new URL(incoming.url ?? '/', this.url);
    const method = incoming.method ?? 'GET';
    const host = incoming.headers['x-deployed-host'];
    const path = url.pathname.replace(/^\/api\/accounts\/[^/]+/, '').replace(/^\/api/, '~');
    const what = host === undefined ? `${method} ${path}` : `${method} ${String(host)}${url.pathname}`;
    const changes = changesSomething(method, path, body);
    const index = changes ? this.#changes++ : -1;
    let answer: Response;
    try {
      const refused = changes ? this.intervention.before?.(index, what) : undefined;
      if (refused) throw refused;
      const headers = new Headers(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      );
      answer =
        host === undefined
          ? await this.#api({ method, path, url, headers, body })
          : await this.#service(String(host), { method, url, headers, body });
    } catch (error) {
      answer = refusalAnswer(error);
      if (!(error instanceof Refusal)) this.unknown.push(`${what}: ${String(error)}`);
    }
    this.seen.push({ what, status: answer.status, changes });
    if (changes) this.intervention.after?.(index, what);
    const bytes = Buffer.from(await answer.arrayBuffer());
    response.setHeader('Date', new Date(Date.now() + this.ahead).toUTCString());
    for (const [name, value] of answer.headers)
      if (!/^(content-length|transfer-encoding|content-encoding|date)$/.test(name))
        response.appendHeader(name, value);
    response.writeHead(answer.status).end(bytes);
  }

  async #api({ method, path, url, headers, body }: Came & { readonly path: string }): Promise<Response> {
    const { account } = this;
    if (headers.get('authorization') !== `Bearer ${account.token}`)
      throw new Refusal(401, 1_000, 'Invalid API Token');
    if (path === '~/accounts') return ok([{ id: account.id, name: account.name }, ...this.others]);
    const [, area = ''] = /^\/(\w+)/.exec(path) ?? [];
    if (!account.allowed.has(area)) throw new Refusal(403, 10_000, 'Authentication error');
    for (const [of, form, answer] of ROUTES) {
      const match = form.exec(path);
      if (of !== method || !match) continue;
      const request = new Request(url, { method, headers, ...(method === 'GET' ? {} : { body }) });
      const parts = match.slice(1).map(decodeURIComponent);
      return ok(await answer({ account, platform: this.platform, query: url.searchParams, parts, request }));
    }
    throw new Error('the double knows no such operation');
  }

  #service(host: string, { method, url, headers, body }: Came): Promise<Response> {
    headers.delete('x-deployed-host');
    headers.delete('connection');
    headers.set('host', host);
    const init = { method, headers, body: body.length > 0 ? new Uint8Array(body).buffer : null };
    return this.platform.dispatch(`https://${host}${url.pathname}${url.search}`, init);
  }
}

interface Came {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Buffer;
}

const ok = (result: unknown): Response => Response.json({ success: true, errors: [], messages: [], result });

function refusalAnswer(error: unknown): Response {
  const { status, code, message } = error instanceof Refusal ? error : new Refusal(500, 1_101, String(error));
  return Response.json(
    { success: false, errors: [{ code, message }], messages: [], result: null },
    { status },
  );
}

/** A question to the database is sent by POST as well. */
function changesSomething(method: string, path: string, body: Buffer): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return !(path.endsWith('/query') && /^\{"sql":"\s*(SELECT|PRAGMA)/i.test(body.toString('utf8', 0, 100)));
}
