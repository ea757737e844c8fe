import { decodeJwt, exportSPKI, generateKeyPair, importJWK, UnsecuredJWT, type CryptoKey } from 'jose';
import { vi } from 'vitest';
import { config, signToken, START, withToken } from '../harness.ts';
import { OutsideIssuer } from '../sign-in/outside-issuer.ts';
import { row, type Attack } from './attack.ts';
import { app, CCID, issuer, signInOutside, uses } from './world.ts';

const SECONDS = START / 1_000;
/** One answer for every forgery: it tells nothing of which check failed. */
const FORGED = '401 token-invalid';
const EXPIRED = '401 token-expired';
/** An ID token that is refused leaves nobody signed in. */
const NOT_IN = ['/sign-in?problem=outside-refused', 401];

type Change = NonNullable<Parameters<typeof signToken>[1]>;
const own = (change: Change) => async () => uses(await signToken(CCID, change));
const outside =
  (claims: object, header: object = {}) =>
  async () =>
    uses(await issuer.token(claims, header));
const idToken =
  (claims: object, header: object = {}) =>
  () =>
    signInOutside(claims, { header });

/** A token whose header says that nothing signs it. */
const unsigned = (token: string, kid: string): string => {
  const [, payload = '', signature = ''] = token.split('.');
  return `${Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url')}.${payload}.${signature}`;
};
const hmacOf = (text: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(text), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
const foreignKey = async () => (await generateKeyPair('RS256')).privateKey;

/** What this service publishes of its key, as whoever verifies by HMAC would take it. */
async function publicPem(): Promise<string> {
  const jwk = config.signingKeys.reveal()[0]!; // a ring is never empty
  const key = await importJWK({ kty: 'RSA', n: jwk.n, e: jwk.e }, 'RS256', { extractable: true });
  return exportSPKI(key);
}

/** Tokens of this service, of an outside issuer, and ID tokens of a sign-in there. */
export const FORGED_TOKENS: readonly Attack[] = [
  row('alg: none', 'a token of this service', FORGED, async () =>
    uses(new UnsecuredJWT(decodeJwt(await signToken(CCID))).encode()),
  ),
  row('alg: none', 'with our kid and a signature that was good', FORGED, async () =>
    uses(unsigned(await signToken(CCID), 'test')),
  ),
  row('alg: none', 'a token of an outside issuer', FORGED, async () =>
    uses(unsigned(await issuer.token(), 'k1')),
  ),
  row('HMAC with the public key', 'a token of this service', FORGED, async () =>
    uses(await signToken(CCID, { header: { alg: 'HS256' }, key: await hmacOf(await publicPem()) })),
  ),
  row('HMAC with the public key', 'a token of an outside issuer', FORGED, async () => {
    const key = await hmacOf(JSON.stringify(issuer.published[0]));
    return uses(await issuer.token({}, { alg: 'HS256', key }));
  }),
  row('a foreign key under a known kid', 'a token of this service', FORGED, async () =>
    uses(await signToken(CCID, { key: await foreignKey() })),
  ),
  row('a foreign key under a known kid', 'a good token with a changed byte', FORGED, async () => {
    const good = await signToken(CCID);
    const [, , signature = ''] = good.split('.');
    return uses(good.replace(signature, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`));
  }),
  row('a foreign key under a known kid', 'no token at all', [FORGED, FORGED], async () => [
    await uses('nonsense'),
    await uses('a.b.c'),
  ]),
  row('a foreign key under a known kid', 'a token of an outside issuer', FORGED, async () =>
    uses(await issuer.token({}, { key: await foreignKey() })),
  ),
  row('a foreign key under a known kid', 'an ID token', NOT_IN, async () => {
    const forger = new OutsideIssuer();
    await forger.newKey('k1');
    return signInOutside({}, { header: { key: forger.keys.get('k1') } });
  }),

  row('wrong audience', 'a token of this service', FORGED, own({ claims: { aud: 'elsewhere' } })),
  row('wrong audience', 'an outside token', FORGED, outside({ aud: 'elsewhere' })),
  row('wrong audience', 'an outside token that is like one', FORGED, outside({ aud: 'udm-acme-not' })),
  row('wrong audience', 'an outside token without one', FORGED, outside({ aud: undefined })),
  row('wrong audience', 'an ID token for another client', NOT_IN, idToken({ aud: 'somebody-else' })),
  row('wrong issuer', 'a token of this service', FORGED, own({ claims: { iss: 'elsewhere' } })),
  row('wrong issuer', 'an outside token', FORGED, outside({ iss: 'https://id.evil.example' })),
  row('wrong issuer', 'an outside token that says to be ours', FORGED, outside({ iss: config.issuer })),
  row('wrong issuer', 'an ID token', NOT_IN, idToken({ iss: 'https://evil.example' })),
  row('wrong issuer', 'the answer to a sign-in (RFC 9207)', NOT_IN, () =>
    signInOutside({}, { answer: { iss: 'https://evil.example' } }),
  ),

  row('wrong contact center', 'no one', FORGED, own({ claims: { ccid: undefined } })),
  row('wrong contact center', 'an empty one', FORGED, own({ claims: { ccid: '' } })),
  row('wrong contact center', 'one that is no text', FORGED, own({ claims: { ccid: 7 } })),
  row('wrong contact center', 'no roles there', FORGED, own({ claims: { roles: undefined } })),
  row('wrong contact center', 'an outside token for another one', CCID, async () => {
    const token = await issuer.token({ ccid: 'others', contact_center_id: 'others' });
    return (await (await app.request('/udm/v10/me', withToken(token))).json<{ ccid: string }>()).ccid;
  }),
  row(
    'wrong contact center',
    'an outside name with one in it',
    FORGED,
    outside({ preferred_username: String.raw`others\admin` }),
  ),
  row(
    'wrong contact center',
    'an outside name that is a path',
    FORGED,
    outside({ preferred_username: '../a' }),
  ),
  row('wrong contact center', 'an outside token of nobody', [FORGED, FORGED], async () => [
    await outside({ sub: undefined })(),
    await outside({ preferred_username: undefined })(),
  ]),

  row('expired', 'a token of this service', EXPIRED, own({ claims: { exp: SECONDS } })),
  row('expired', 'a token of this service without an end', FORGED, own({ claims: { exp: undefined } })),
  row('expired', 'an outside token', EXPIRED, outside({ exp: SECONDS })),
  row('expired', 'an outside token without an end', FORGED, outside({ exp: undefined })),
  row('expired', 'an ID token', NOT_IN, idToken({ exp: SECONDS - 60 })),
  row('not valid yet', 'a token of this service', FORGED, own({ claims: { nbf: SECONDS + 1 } })),
  row('not valid yet', 'an outside token', FORGED, outside({ nbf: SECONDS + 1 })),

  row('a key that was rotated away', 'of this service', FORGED, async () =>
    uses(await signToken(CCID, { header: { kid: 'before' }, key: await foreignKey() })),
  ),
  row(
    'a key that was rotated away',
    'our own key under another kid',
    FORGED,
    own({ header: { kid: 'other' } }),
  ),
  row('a key that was rotated away', 'of an outside issuer', ['204', FORGED, '204'], async () => {
    const old = await issuer.token();
    const before = await uses(old);
    await issuer.newKey('k2', 'RS256', false);
    // For so long keys are gone by.
    vi.advanceTimersByTime(601_000);
    return [before, await uses(old), await uses(await issuer.token({}, { kid: 'k2' }))];
  }),
];
