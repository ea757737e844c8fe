import { Buffer } from 'node:buffer';
import { env } from 'cloudflare:workers';
import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { unwrap, wrap } from '../../src/config/wrap.ts';
import { openLink, signLink } from '../../src/http/downloads/link.ts';
import { issueAccessToken } from '../../src/identity/access-token.ts';
import { bearerVerifier, ownIssuer } from '../../src/identity/bearer.ts';

const NOW = 1_700_000_000_000;
const newKey = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64');
const configOf = (change: Readonly<Record<string, string>>) => readConfig({ ...env, ...change });

async function newJwk(kid: string, modulusLength = 2048): Promise<Record<string, unknown>> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength });
  return { ...(await exportJWK(privateKey)), kid };
}

/** What is said of an environment with this variable; what it says of it shows nothing of its value. */
function refusal(name: string, value: string): string {
  try {
    configOf({ [name]: value });
  } catch (error) {
    const { message } = error as Error;
    expect(message).toContain(`${name} (`);
    for (const piece of value.split(/[,:"]/).filter(({ length }) => length > 20))
      expect(message).not.toContain(piece);
    return message;
  }
  return 'nothing';
}

describe('WRAP_KEYS', () => {
  const good = newKey();
  it.each([
    [`2026.11:${good}`, 'the id of key 1 must have 1 to 32 letters'],
    [`:${good}`, 'the id of key 1'],
    [`${'a'.repeat(33)}:${good}`, 'the id of key 1'],
    [`a:${good},b c:${good}`, 'the id of key 2'],
    [`a:${good},a:${newKey()}`, 'the id of key 2 stands twice'],
    [`a:${good.slice(4)}`, 'key 1 must be id:base64 of 32 bytes'],
    [`a:${good},b:${'!'.repeat(44)}`, 'key 2 must be id:base64 of 32 bytes'],
    [`a:${good}:b`, 'key 1 must be id:base64 of 32 bytes'],
    [`a:${good},`, 'the id of key 2'],
    ['', 'the id of key 1'],
  ])('refuses %s', (value, words) => {
    expect(refusal('WRAP_KEYS', value)).toContain(words);
  });

  it('wraps by the first key, and unwraps by every one', async () => {
    const [before, after] = [newKey(), newKey()];
    const old = configOf({ WRAP_KEYS: `2026-10_a:${before}` });
    const ring = configOf({ WRAP_KEYS: `2026-11:${after}, 2026-10_a:${before}` });
    const plain = new Uint8Array([1, 2, 3]);
    expect(await unwrap(ring.wrapKeys, 'run', await wrap(old.wrapKeys, 'run', plain))).toEqual(plain);
    expect(await wrap(ring.wrapKeys, 'run', plain)).toMatch(/^2026-11\./);
  });
});

describe('LINK_KEY', () => {
  it.each([
    ['x', 'key 1 must be base64 of 32 bytes'],
    [`${newKey()},`, 'key 2 must be base64 of 32 bytes'],
    [Array(2).fill(newKey()).join(','), 'key 2 stands twice'],
  ])('refuses %s', (value, words) => {
    expect(refusal('LINK_KEY', value)).toContain(words);
  });

  it('signs by the first key; links of every one open, and of none that was dropped', () => {
    const [before, after] = [newKey(), newKey()];
    const target = { name: 'a.zip', key: 'artifacts/c/1/a.zip' };
    const linkBy = (keys: string) => {
      const path = signLink(configOf({ LINK_KEY: keys }).linkKeys, target, NOW + 60_000);
      return { name: target.name, query: new URL(path, 'http://x').searchParams };
    };
    const both = configOf({ LINK_KEY: `${after},${before}` }).linkKeys;
    for (const link of [linkBy(before), linkBy(`${after},${before}`)])
      expect(openLink(both, link, NOW)).toEqual({ ok: true, value: target });
    const newest = configOf({ LINK_KEY: after }).linkKeys;
    expect(openLink(newest, linkBy(`${after},${before}`), NOW)).toMatchObject({ ok: true });
    expect(openLink(newest, linkBy(before), NOW)).toMatchObject({ failure: { code: 'link-changed' } });
  });
});

describe('JWT_PRIVATE_KEY', () => {
  it('refuses what is no RSA key, one that is too short, and an id that stands twice', async () => {
    const good = await newJwk('a');
    const set = (...keys: readonly unknown[]) => JSON.stringify({ keys });
    expect(refusal('JWT_PRIVATE_KEY', 'nonsense')).toContain('key 1 must be a private RSA key as a JWK');
    expect(refusal('JWT_PRIVATE_KEY', set(good, { ...good, kid: '' }))).toContain('key 2 must be a private');
    expect(refusal('JWT_PRIVATE_KEY', set(good, { ...good, d: undefined }))).toContain('key 2 must be a');
    expect(refusal('JWT_PRIVATE_KEY', set(good, good))).toContain('the kid of key 2 stands twice');
    expect(refusal('JWT_PRIVATE_KEY', set())).toContain('has no key');
    // jose makes no key this short: what counts is the modulus.
    const short = Buffer.alloc(128, 255).toString('base64url');
    expect(refusal('JWT_PRIVATE_KEY', JSON.stringify({ ...good, n: short }))).toContain('and has 1024');
  });

  it('signs by the first key; tokens of every one are good, and of none that was dropped', async () => {
    const [before, after] = [await newJwk('before'), await newJwk('after')];
    const caller = {
      subject: 's',
      ccid: 'c',
      roles: ['exporter'],
      kind: 'user' as const,
      clientId: 'c1',
      sessionId: null,
      authTime: NOW,
    };
    const old = configOf({ JWT_PRIVATE_KEY: JSON.stringify(before) });
    const both = configOf({ JWT_PRIVATE_KEY: JSON.stringify({ keys: [after, before] }) });
    const newest = configOf({ JWT_PRIVATE_KEY: JSON.stringify({ keys: [after] }) });
    const asked = async (by: typeof old, of: typeof old) => {
      const token = await issueAccessToken(by, caller, { now: NOW, jti: '1', secretAt: 0 });
      const headers = { Authorization: `Bearer ${token}` };
      const issuer = ownIssuer(of, async ({ caller: value }) => ({ ok: true, value }));
      return bearerVerifier(issuer)(new Request('https://udm.test', { headers }), NOW);
    };
    for (const by of [old, both]) expect(await asked(by, both)).toEqual({ ok: true, value: caller });
    expect(await asked(both, newest)).toMatchObject({ ok: true });
    expect(await asked(old, newest)).toMatchObject({ failure: { code: 'token-invalid' } });
  });
});
