import { Buffer } from 'node:buffer';
import { env } from 'cloudflare:workers';
import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { readConfig, type Config } from '../../src/config.ts';
import { LEAD_MS } from '../../src/config/rings.ts';
import { unwrap, wrap } from '../../src/config/wrap.ts';
import { LINK_MS, openLink, signLink } from '../../src/http/downloads/link.ts';
import { issueAccessToken } from '../../src/identity/access-token.ts';
import { bearerVerifier, ownIssuer } from '../../src/identity/bearer.ts';
import { TOKEN_MS } from '../../src/identity/keys.ts';

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

const CALLER = {
  subject: 's',
  ccid: 'c',
  roles: ['exporter'],
  kind: 'user' as const,
  clientId: 'c1',
  sessionId: null,
  authTime: NOW,
};
const tokenBy = (config: Config, now: number) =>
  issueAccessToken(config, CALLER, { now, jti: '1', secretAt: 0 });

/** What a token comes to in an isolate. */
function opened(config: Config, token: string, now: number) {
  const issuer = ownIssuer(config, async ({ caller: value }) => ({ ok: true, value }));
  const headers = { Authorization: `Bearer ${token}` };
  return bearerVerifier(issuer)(new Request('https://udm.test', { headers }), now);
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
      const path = signLink(configOf({ LINK_KEY: keys }).linkKeys, target, {
        at: NOW,
        expiresAt: NOW + 60_000,
      });
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
    const old = configOf({ JWT_PRIVATE_KEY: JSON.stringify(before) });
    const both = configOf({ JWT_PRIVATE_KEY: JSON.stringify({ keys: [after, before] }) });
    const newest = configOf({ JWT_PRIVATE_KEY: JSON.stringify({ keys: [after] }) });
    const asked = async (by: Config, of: Config) => opened(of, await tokenBy(by, NOW), NOW);
    for (const by of [old, both]) expect(await asked(by, both)).toEqual({ ok: true, value: CALLER });
    expect(await asked(both, newest)).toMatchObject({ ok: true });
    expect(await asked(old, newest)).toMatchObject({ failure: { code: 'token-invalid' } });
  });
});

describe('a rotation', () => {
  const MINUTE = 60_000;
  const PUT = NOW + 100 * MINUTE;
  const FROM = (PUT + LEAD_MS) / 1_000;
  /** An isolate, as it is at a moment: it goes by the old environment until it learns of the new one. */
  const isolates = (before: Config, after: Config) =>
    [PUT + 1_000, PUT + LEAD_MS - 1_000].map((learns) => (now: number) => (now < learns ? before : after));
  /** Moments around it, and of each those at which what was signed then is shown, to its end. */
  const moments = Array.from({ length: 50 }, (_, index) => PUT - 80 * MINUTE + index * 5 * MINUTE);
  const shownAt = (signed: number, livesMs: number) =>
    [0, 0.3, 0.6, 0.9].map((part) => signed + part * livesMs).concat(signed + livesMs - 1_000);

  it('breaks no token: any isolate takes what any other has signed, until it ends', async () => {
    const [old, young] = [await newJwk('old'), await newJwk('young')];
    const before = configOf({ JWT_PRIVATE_KEY: JSON.stringify(old) });
    const after = configOf({
      JWT_PRIVATE_KEY: JSON.stringify(old),
      JWT_PRIVATE_KEY_2: JSON.stringify({ ...young, from: FROM }),
    });
    const both = isolates(before, after);
    const kids = new Set<unknown>();
    for (const signed of moments)
      for (const by of both) {
        const token = await tokenBy(by(signed), signed);
        kids.add(JSON.parse(atob(token.split('.')[0] ?? '')).kid);
        for (const now of shownAt(signed, TOKEN_MS))
          for (const of of both) expect(await opened(of(now), token, now)).toMatchObject({ ok: true });
      }
    expect(kids).toEqual(new Set(['old', 'young']));
    // Once all that it signed has ended nobody signs by the old one any more, whoever has it.
    const over = FROM * 1_000 + TOKEN_MS + 6 * MINUTE;
    const forged = await tokenBy(before, over);
    expect(await opened(after, forged, over)).toMatchObject({ failure: { code: 'token-invalid' } });
  });

  it('breaks no link, in the same way', () => {
    const [old, young] = [newKey(), newKey()];
    const before = configOf({ LINK_KEY: old });
    const both = isolates(before, configOf({ LINK_KEY: old, LINK_KEY_2: `${young}@${FROM}` }));
    const target = { name: 'a.zip', key: 'artifacts/c/1/a.zip' };
    for (const at of moments)
      for (const by of both) {
        const path = signLink(by(at).linkKeys, target, { at, expiresAt: at + LINK_MS });
        const link = { name: target.name, query: new URL(path, 'http://x').searchParams };
        for (const now of shownAt(at, LINK_MS))
          for (const of of both) expect(openLink(of(now).linkKeys, link, now)).toMatchObject({ ok: true });
      }
  });

  it('breaks nothing that is wrapped, and leaves the old key for what is under it', async () => {
    const [old, young] = [newKey(), newKey()];
    const before = configOf({ WRAP_KEYS: `old:${old}` });
    const after = configOf({ WRAP_KEYS: `old:${old}`, WRAP_KEYS_2: `young:${young}@${FROM}` });
    const plain = new Uint8Array([1, 2, 3]);
    for (const at of moments)
      for (const by of isolates(before, after)) {
        const text = await wrap(by(at).wrapKeys, 'run', plain, at);
        expect(text.startsWith(at < FROM * 1_000 ? 'old.' : 'young.')).toBe(true);
        for (const of of isolates(before, after))
          expect(await unwrap(of(at).wrapKeys, 'run', text)).toEqual(plain);
      }
  });

  it('signs by the newest key whose time has come, wherever it lies, and refuses one that lies in both secrets', async () => {
    const key = newKey();
    const ring = configOf({
      WRAP_KEYS: `new:${newKey()}@${FROM}`,
      WRAP_KEYS_2: `old:${newKey()}@1700000000`,
    });
    for (const [now, id] of [
      [NOW - 1, 'old'],
      [FROM * 1_000 - 1, 'old'],
      [FROM * 1_000, 'new'],
    ] as const)
      expect(await wrap(ring.wrapKeys, 'x', new Uint8Array(1), now)).toMatch(new RegExp(`^${id}\\.`));
    expect(() => configOf({ LINK_KEY: key, LINK_KEY_2: `${key}@5` })).toThrow(
      /LINK_KEY_2 \(has \w+ as the first/,
    );
  });
});
