import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a service that is played answers to one request. */
export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A service that plays the answers of the API, on a port that stays the same while it is away. */
export class PlayedService {
  #server: Server | null = null;
  #port = 0;
  /** Method and path of what was asked. */
  readonly seen: string[] = [];
  answer: Answering = (_, response) => json(response, 404, {});

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      request.resume();
      const { method = '', url = '' } = request;
      if (url === '/auth/v3/oauth/token')
        return json(response, 200, { access_token: 'the-token', expires_in: 3600 });
      this.seen.push(`${method} ${url}`);
      this.answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    // A TCP server's address is an object.
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** A run on its way, or at its end, as `GET …/progress` shows it. */
export const progressOf = (status: string) => ({
  status,
  progress: status === 'Finished' ? 100 : 40,
  recordsExported: 4,
  recordsTotal: 10,
  bytesWritten: 1,
  estimatedSecondsRemaining: null,
});
