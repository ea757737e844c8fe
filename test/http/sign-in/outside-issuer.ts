import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { OutsideAway } from '../../../src/platform/outside-fetch.ts';
import { START } from '../harness.ts';

export const ISSUER = 'https://id.acme.example';
type Alg = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';

/** An issuer outside, which can change its keys, be away, and counts how often it is asked. */
export class OutsideIssuer {
  readonly keys = new Map<string, CryptoKey>();
  published: JWK[] = [];
  away = false;
  asked = 0;
  /** What its token endpoint answers, and what it was sent. */
  answer: object = {};
  status = 200;
  form = new URLSearchParams();
  authorization = '';
  document: object = {
    issuer: ISSUER,
    jwks_uri: `${ISSUER}/keys`,
    authorization_endpoint: `${ISSUER}/authorize`,
    token_endpoint: `${ISSUER}/token`,
    end_session_endpoint: `${ISSUER}/end`,
    authorization_response_iss_parameter_supported: true,
    // What it said before it had another key.
    id_token_signing_alg_values_supported: ['RS256'],
  };

  async newKey(kid: string, alg: Alg = 'RS256', keep = true): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    this.keys.set(kid, privateKey);
    this.published = [...(keep ? this.published : []), { ...(await exportJWK(publicKey)), kid, alg }];
  }

  readonly ask = async (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    this.asked += 1;
    if (this.away) throw new OutsideAway('away');
    const path = new URL(String(address)).pathname;
    if (path === '/keys') return Response.json({ keys: this.published });
    if (path !== '/token') return Response.json(this.document);
    this.form = init.body instanceof URLSearchParams ? init.body : new URLSearchParams();
    this.authorization = new Headers(init.headers).get('authorization') ?? '';
    return Response.json(
      { access_token: 'x', token_type: 'Bearer', expires_in: 60, ...this.answer },
      { status: this.status },
    );
  };

  token(
    claims: object = {},
    {
      kid = 'k1',
      alg = 'RS256',
      key = this.keys.get(kid),
    }: { kid?: string; alg?: string; key?: CryptoKey | undefined } = {},
  ): Promise<string> {
    const seconds = START / 1_000;
    const own = { preferred_username: 'olga', roles: ['UDM UCSX Exporter'] };
    const times = { iat: seconds, exp: seconds + 300 };
    const all = { iss: ISSUER, aud: 'udm-acme', sub: 's-olga', ...times, ...own, ...claims };
    if (!key) throw new Error(`the issuer has no key ${kid}`);
    return new SignJWT(all).setProtectedHeader({ alg, kid }).sign(key);
  }
}
