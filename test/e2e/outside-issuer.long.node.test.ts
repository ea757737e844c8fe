import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startedService, type Running } from './service.ts';

/** An issuer that somebody else has written, on the loopback; its pages sign in whoever says a name. */
let server: Server;
let running: Running;
let url = '';
let id = '';
let handle: (...given: Parameters<ReturnType<Provider['callback']>>) => unknown = () => undefined;

async function newKey(kid: string, alg: 'RS256' | 'ES256'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' };
}

/** Starts the issuer anew, with these keys: the first of an algorithm signs. */
function publish(keys: readonly JWK[], alg: 'RS256' | 'ES256'): void {
  const provider = new Provider(url, {
    clients: [
      {
        client_id: 'udm-acme',
        client_secret: 'a secret of thirty-two characters',
        redirect_uris: [`${running.service.url}/auth/v3/callback`],
        post_logout_redirect_uris: [`${running.service.url}/sign-in`],
        id_token_signed_response_alg: alg,
      },
    ],
    jwks: { keys: [...keys] as never[] }, // keys as jose writes them
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: sub, roles: ['UDM UCSX Exporter'] }),
    }),
    claims: { profile: ['preferred_username', 'roles'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['loopback'] },
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256'] },
  });
  const callback = provider.callback();
  handle = callback;
}

beforeAll(async () => {
  running = await startedService();
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is an object
  publish([await newKey('k1', 'RS256')], 'RS256');
  const added = await running.session.api.POST('/udm/v10/issuers', {
    body: {
      name: 'Acme',
      issuer: url,
      audience: 'udm-acme',
      algorithms: ['RS256', 'ES256'],
      clientId: 'udm-acme',
      clientSecret: 'a secret of thirty-two characters',
    },
  });
  id = added.data?.id ?? '';
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await running?.stop();
});

/** A browser without a screen: it keeps cookies by host and port, follows redirects, and sends the one form of a page. */
class Walk {
  readonly #cookies = new Map<string, Map<string, string>>();
  async go(address: string, init: RequestInit = {}): Promise<{ url: string; text: string }> {
    const { origin } = new URL(address);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), Cookie };
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    return location ? this.go(new URL(location, address).href) : { url: address, text: await answer.text() };
  }
  /** Sends the form of a page. */
  submit(page: { url: string; text: string }, fields: Record<string, string>) {
    const [, action = ''] = /<form[^>]*action="([^"]+)"/.exec(page.text) ?? [];
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]+)"/g)];
    const given = hidden.map(([, name = '', value = '']) => [name, value] as [string, string]);
    const body = new URLSearchParams([...given, ...Object.entries(fields)]);
    return this.go(new URL(action, page.url).href, { method: 'POST', body });
  }
  /** Signs in at the issuer as somebody, allows it, and answers where that led. */
  async signIn(name: string): Promise<string> {
    const { service } = running;
    const login = await this.go(`${service.url}/auth/v3/sign-in/outside?issuer=${id}&to=/history`);
    const consent = await this.submit(login, { login: name, password: 'any' });
    return (await this.submit(consent, {})).url;
  }
  async me(): Promise<unknown> {
    return JSON.parse((await this.go(`${running.service.url}/udm/v10/me`)).text);
  }
}

it('signs people in at a provider, through a change of its keys and of their algorithm', async () => {
  const { service } = running;
  const first = new Walk();
  expect(await first.signIn('olga')).toBe(`${service.url}/history`);
  expect(await first.me()).toMatchObject({ name: 'olga', ccid: 'demo', roles: ['exporter'] });
  // Its keys are all others from here on, and it signs by another algorithm.
  publish([await newKey('k2', 'ES256'), await newKey('k3', 'RS256')], 'ES256');
  // A key that is not known is asked for at once, but not twice in half a minute.
  await new Promise((resolve) => setTimeout(resolve, 31_000));
  const second = new Walk();
  expect(await second.signIn('otto')).toBe(`${service.url}/history`);
  expect(await second.me()).toMatchObject({ name: 'otto', roles: ['exporter'] });
}, 120_000);
