import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import { reached } from '../../src/client/requests.ts';
import { RefusedSignIn, requestTokens } from '../../src/client/sign-in.ts';
import type { OAuthClient, Tokens } from '../../src/client/sign-in.ts';
import { CommandError } from '../cli/command.ts';
import { landingPage } from './landing-page.ts';

/** The client without a secret that every deployment has, and where it is answered: on this machine, at whatever port is free (RFC 8252, 7.3). */
const CLIENT_ID = 'udm';
const HOST = '127.0.0.1';
const PATH = '/callback';
/** How long a person has to decide, milliseconds. */
const PATIENCE_MS = 10 * 60_000;

const metadata = z.object({ issuer: z.string(), authorization_endpoint: z.url() });

/** What a sign-in by browser is told with. */
interface Telling {
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Signs a person in by their browser: authorization code with PKCE, answered on the loopback. No password passes the terminal. */
export async function signInByBrowser(
  url: string,
  { signal, say }: Telling,
): Promise<{ readonly client: OAuthClient; readonly tokens: Tokens }> {
  const service = await describedBy(url);
  const [state, verifier] = [randomText(), randomText()];
  const server = createServer();
  try {
    const redirectUri = `http://${HOST}:${await listening(server)}${PATH}`;
    const address = new URL(service.authorization_endpoint);
    const asked = {
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: redirectUri,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state,
    };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    const answer = answered(server, { state, issuer: service.issuer, signal });
    say(`Allow the sign-in in your browser; where none opens, at\n\n  ${address.href}\n`);
    openBrowser(address.href);
    const client = { url, clientId: CLIENT_ID, clientSecret: '' };
    const grant = { grant_type: 'authorization_code', redirect_uri: redirectUri, code_verifier: verifier };
    const tokens = await requestTokens(client, { ...grant, code: await answer }, { signal });
    return { client, tokens };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const randomText = (): string => randomBytes(32).toString('base64url');

/** Where the service has people decide, and what it calls itself. */
async function describedBy(url: string): Promise<z.infer<typeof metadata>> {
  const answer = await reached(() => fetch(`${url}/.well-known/openid-configuration`));
  const parsed = metadata.safeParse(await answer.json().catch(() => null));
  if (parsed.success) return parsed.data;
  throw new CommandError(
    `${url} does not tell how to sign in by a browser. Check the address, or leave --browser out.`,
  );
}

/** Answers the port. */
const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : 0);
    });
  });

interface Expected {
  readonly state: string;
  readonly issuer: string;
  readonly signal: AbortSignal;
}

/**
 * The code that the browser brings. A request with another state is none of this sign-in: it gets no more than a page, and the wait goes
 * on, or any page in the browser could end it.
 */
function answered(server: Server, { state, issuer, signal }: Expected): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new CommandError('Nobody allowed the sign-in.')), PATIENCE_MS);
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${HOST}`);
    const mine = pathname === PATH && request.method === 'GET' && searchParams.get('state') === state;
    const said = mine && searchParams.get('iss') === issuer ? searchParams : null;
    const code = said?.get('code');
    const page = landingPage(said === null ? 'unknown' : code ? 'done' : 'refused');
    response.writeHead(page.status, page.headers).end(page.text, () => {
      if (code) resolve(code);
      else if (said) reject(new RefusedSignIn(401, refusal(said)));
    });
  });
  return promise.finally(() => clearTimeout(timer));
}

const refusal = (said: URLSearchParams): string =>
  said.get('error') === 'access_denied'
    ? 'The sign-in was denied in the browser.'
    : `Signing in was refused: ${said.get('error_description') ?? said.get('error') ?? 'without a reason'}`;

/** How each system opens an address. BROWSER stands for another command; "none" opens nothing. */
function openBrowser(address: string): void {
  const own = process.env['BROWSER'];
  if (own === 'none') return;
  const [command = '', ...args] = own ? [own] : (OPENERS[process.platform] ?? ['xdg-open']);
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  // Without a browser the address is opened by hand.
  child.on('error', () => undefined);
  child.unref();
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  // Not by `start`: a shell would read the "&" in the address.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
