import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SECRET_MAKERS } from '../../scripts/dev/secrets.ts';
import { nextSlot } from '../../scripts/keys/next-slot.ts';
import type { KeyPlace } from '../../scripts/keys/place.ts';
import type { RingName } from '../../scripts/keys/rings.ts';
import { rotate } from '../../scripts/keys/rotate.ts';
import type { ShownKey } from '../../scripts/keys/shown.ts';
import { readConfig } from '../../src/config.ts';
import { currentKey, LEAD_MS, takenUntil, type Dated, type Placed } from '../../src/config/rings.ts';

const MINUTE = 60_000;
const [TOKEN_MS, LINK_MS] = [60 * MINUTE, 10 * MINUTE];
const VARS = { ISSUER: 'i', AUDIENCE: 'a', RETENTION_DAYS: '30', MAX_VOLUME_MB: '512' };

/** A deployment as its keys' operations tell of it, with a clock to set; `puts` are the requests that put secrets. */
const world = {
  now: 0,
  secrets: {} as Record<string, string>,
  puts: [] as Readonly<Record<string, string | null>>[],
  left: {} as Record<string, number>,
  rewraps: 0,
};
const shown = (ring: readonly Placed<Dated & { readonly id: string }>[], livesMs: number) =>
  ring.map((key) => ({
    id: key.id,
    slot: key.slot,
    signs: key === currentKey(ring, world.now),
    from: new Date(key.from).toISOString(),
    until: iso(takenUntil(ring, key, livesMs)),
  }));
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

const server = createServer((request, response) => {
  if (request.url?.endsWith('/rewrap')) {
    world.rewraps += 1;
    const done = { rewrapped: world.left['webhooks'] ?? 0, lost: 0, next: null };
    delete world.left['webhooks'];
    response.end(JSON.stringify(done));
    return;
  }
  const { signingKeys, linkKeys, wrapKeys } = readConfig({ ...VARS, ...world.secrets });
  const jwt = signingKeys.reveal().map(({ kid, ...key }) => ({ id: kid, ...key }));
  const wrap = shown(wrapKeys, LINK_MS).map((key) => ({
    ...key,
    left: key.signs ? { webhooks: 9 } : world.left,
  }));
  response.end(
    JSON.stringify({
      at: new Date(world.now).toISOString(),
      leadSeconds: LEAD_MS / 1_000,
      rings: { jwt: shown(jwt, TOKEN_MS), link: shown(linkKeys, LINK_MS), wrap },
    }),
  );
}).listen(0, '127.0.0.1');
afterAll(() => void server.close());

const place = (change: Partial<KeyPlace> = {}): KeyPlace => ({
  // A TCP server's address is an object.
  operated: {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: 'operator',
    signal: new AbortController().signal,
  },
  put: async (secrets) => {
    world.puts.push(secrets);
    for (const [name, value] of Object.entries(secrets))
      if (value === null) delete world.secrets[name];
      else world.secrets[name] = value;
  },
  leadMs: ({ leadSeconds }) => leadSeconds * 1_000,
  restarts: false,
  ...change,
});

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  world.puts = [];
  world.left = {};
  world.rewraps = 0;
  world.secrets = Object.fromEntries(Object.entries(SECRET_MAKERS).map(([name, make]) => [name, make('k1')]));
  world.now = Date.now() + 1_000;
});

const PLAIN: Parameters<typeof rotate>[2] = { olderThanMs: null, leaked: false };
const go = (rings: readonly RingName[], how: Partial<typeof PLAIN> = {}) =>
  rotate(place(), rings, { ...PLAIN, ...how });
const putNames = () => world.puts.map((secrets) => Object.keys(secrets).toSorted());

describe('npm run keys -- rotate', () => {
  it('puts a key beside the one that signs, then in the place of the older one, and never while that is needed', async () => {
    expect(await go(['jwt', 'link', 'wrap'])).toBe(0);
    expect(putNames()).toEqual([['JWT_PRIVATE_KEY_2', 'LINK_KEY_2', 'WRAP_KEYS_2']]);
    // Again at once, as after one that was cut off when it had put them: nothing more is done.
    expect(await go(['jwt', 'link', 'wrap'])).toBe(0);
    expect(said.join('\n')).toMatch(/jwt is being rotated already: \w+ is in use from \S+Z\./);
    world.now += LEAD_MS + MINUTE;
    expect(await go(['jwt'])).toBe(1);
    expect(said.at(-1)).toMatch(/^jwt what \w+ has signed holds until \S+Z: rotate again after that\.$/);
    expect(world.puts).toHaveLength(1);
    world.now += TOKEN_MS + 5 * MINUTE;
    expect(await go(['jwt', 'link'])).toBe(0);
    expect(putNames().at(-1)).toEqual(['JWT_PRIVATE_KEY', 'LINK_KEY']);
    for (const secret of [
      ...Object.values(world.secrets),
      ...world.puts.flatMap((put) => Object.values(put)),
    ])
      for (const piece of (secret ?? '').split(/[^A-Za-z0-9+/_=-]/).filter(({ length }) => length > 30))
        expect(said.join('\n')).not.toContain(piece);
  });

  it('goes on where it was cut off, before and after the keys were put', async () => {
    const cut = async () => Promise.reject(new Error('cut off'));
    await expect(rotate(place({ put: cut }), ['jwt'], PLAIN)).rejects.toThrow('cut off');
    expect(await go(['jwt'])).toBe(0);
    expect(putNames()).toEqual([['JWT_PRIVATE_KEY_2']]);
    const { put } = place();
    const after: KeyPlace['put'] = async (secrets) => {
      await put(secrets);
      throw new Error('cut off');
    };
    await expect(rotate(place({ put: after }), ['jwt', 'link'], PLAIN)).rejects.toThrow('cut off');
    expect(await go(['jwt', 'link'])).toBe(0);
    expect(putNames()).toEqual([['JWT_PRIVATE_KEY_2'], ['LINK_KEY_2']]);
  });

  it('wraps anew before it drops a key that wrapped, and drops none that something is under', async () => {
    await go(['wrap']);
    world.now += LEAD_MS + 60 * MINUTE;
    world.left = { webhooks: 3, runs: 1 };
    expect(await go(['wrap'])).toBe(1);
    expect(said.join('\n')).toContain('Wrapped anew: 3.');
    expect(said.at(-1)).toBe('wrap under k1 there is left: 1 runs that may have an open volume.');
    world.left = {};
    expect(await go(['wrap'])).toBe(0);
    expect(putNames()).toEqual([['WRAP_KEYS_2'], ['WRAP_KEYS']]);
    expect(world.secrets['WRAP_KEYS']).not.toContain('k1:');
  });

  it('leaves young keys alone where it is asked for old ones', async () => {
    world.now += 89 * 86_400_000;
    expect(await go(['jwt'], { olderThanMs: 90 * 86_400_000 })).toBe(0);
    expect([world.puts, said.at(-1)]).toEqual([[], expect.stringContaining('jwt is young enough')]);
    world.now += 2 * 86_400_000;
    expect(await go(['jwt'], { olderThanMs: 90 * 86_400_000 })).toBe(0);
    expect(putNames()).toEqual([['JWT_PRIVATE_KEY_2']]);
  });

  it('replaces all of a ring at once where a key has leaked', async () => {
    await go(['jwt', 'link']);
    const before = Object.values(world.secrets);
    expect(await go(['jwt', 'link'], { leaked: true })).toBe(0);
    expect(world.puts.at(-1)).toMatchObject({ JWT_PRIVATE_KEY_2: null, LINK_KEY_2: null });
    const { signingKeys, linkKeys } = readConfig({ ...VARS, ...world.secrets });
    expect([signingKeys.reveal(), linkKeys].map(({ length }) => length)).toEqual([1, 1]);
    expect(before).not.toContain(world.secrets['JWT_PRIVATE_KEY']);
  });
});

describe('where the next key goes', () => {
  const key = (change: Partial<ShownKey>): ShownKey => ({
    id: 'a',
    slot: 'LINK_KEY',
    from: null,
    signs: false,
    until: null,
    ...change,
  });
  it.each([
    ['one without an age is old', [key({ signs: true })], { is: 'put', slot: 'LINK_KEY_2' }],
    [
      'several in one secret, put by hand',
      [key({ signs: true }), key({ id: 'b' })],
      { is: 'put', slot: 'LINK_KEY_2' },
    ],
    ['the first is free', [key({ signs: true, slot: 'LINK_KEY_2' })], { is: 'put', slot: 'LINK_KEY' }],
    [
      'an older one that nothing followed in time',
      [key({ signs: true }), key({ id: 'b', slot: 'LINK_KEY_2' })],
      { is: 'early', why: 'no key has followed on b' },
    ],
  ] as const)('%s', (_, keys, next) => {
    expect(nextSlot('link', keys, { now: 1, olderThanMs: 1_000 })).toEqual(next);
  });
});
