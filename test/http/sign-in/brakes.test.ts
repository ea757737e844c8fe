import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { braked, type Tried } from '../../../src/identity/brakes.ts';
import { hashPassword, NOBODY } from '../../../src/identity/password.ts';
import { fail, ok } from '../../../src/model/failures.ts';
import { forgetBrakes, forgetPlaces } from '../../../src/store/brakes.ts';
import { addClient, addUser, config, makeApp, signToken, START, withToken, type Failed } from '../harness.ts';
import { inLength } from '../../support/mode.ts';
import { fc } from '../../support/property.ts';
import { Browser } from './browser.ts';

const DAY = 86_400_000;
const clock = { now: START };
const services = { db: env.DB, flood: async () => true, now: () => clock.now };
const HOME = '192.0.2.7';
const AWAY = '198.51.100.9';
let names = 0;
const somebody = (): Tried => ({ user: { tenant: null, name: `name-${(names += 1)}` } });

/** A try whose password is right or wrong: what it came to, or the seconds to wait. */
async function attempt(tried: Tried, right: boolean, address = ''): Promise<'right' | 'wrong' | number> {
  const judged = await braked(services, tried, address, async () =>
    right ? ok(null) : fail('user-refused', 'username'),
  );
  if (judged.ok) return 'right';
  const { code, data } = judged.failure;
  return code === 'too-many-tries' ? Number(data.seconds) : 'wrong';
}
/** Waits as it is told to, then guesses again; answers the pauses. */
async function guess(tried: Tried, count: number, address = ''): Promise<readonly number[]> {
  const pauses: number[] = [];
  while (pauses.length < count) {
    const came = await attempt(tried, false, address);
    if (typeof came !== 'number') continue;
    pauses.push(came);
    clock.now += came * 1_000;
  }
  return pauses;
}

beforeEach(() => {
  clock.now = START;
});

describe('the brake of a name', () => {
  it('grows from the fifth wrong try in a row, up to 15 minutes', async () => {
    const tried = somebody();
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await attempt(tried, false)).toBe('wrong');
    expect(await guess(tried, 12)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    expect(await attempt(tried, true)).toBe('right');
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await attempt(tried, false)).toBe('wrong');
  });

  it('refuses the right password, too, until the pause is over, and no longer for being asked', async () => {
    const tried = somebody();
    await guess(tried, 3);
    await attempt(tried, false);
    for (let asked = 0; asked < 5; asked += 1) expect(await attempt(tried, true)).toBe(8);
    clock.now += 7_999;
    expect(await attempt(tried, true)).toBe(1);
    clock.now += 1;
    expect(await attempt(tried, true)).toBe('right');
  });

  it('is 10 s at most from an address that the name signed in from within 30 days', async () => {
    const tried = somebody();
    expect(await attempt(tried, true, HOME)).toBe('right');
    await guess(tried, 12, AWAY);
    await attempt(tried, false, AWAY);
    expect([await attempt(tried, true, AWAY), await attempt(tried, true, HOME)]).toEqual([900, 10]);
    clock.now += 10_000;
    expect([await attempt(tried, false, AWAY), await attempt(tried, true, HOME)]).toEqual([890, 'right']);
    clock.now += 31 * DAY;
    await guess(tried, 12, AWAY);
    await attempt(tried, false, AWAY);
    expect(await attempt(tried, true, HOME)).toBe(900);
  });

  it('knows a place by the upper half of an IPv6 address, as it counts by', async () => {
    const tried = somebody();
    expect(await attempt(tried, true, '2001:db8:1:2::a')).toBe('right');
    await guess(tried, 12, AWAY);
    await attempt(tried, false, AWAY);
    const from = async (address: string) => attempt(tried, true, address);
    expect([await from('2001:db8:1:3::a'), await from('2001:db8:1:2::b')]).toEqual([900, 10]);
  });

  it('judges 20 of a burst, and after them one at a time', async () => {
    const tried = somebody();
    let judged = 0;
    const slow = () =>
      braked(services, tried, '', async () => {
        judged += 1;
        await new Promise((resolve) => setTimeout(resolve, 100));
        return fail('user-refused', 'username');
      });
    await Promise.all(Array.from({ length: 100 }, slow));
    expect(judged).toBe(20);
    clock.now += 900_000;
    await Promise.all(Array.from({ length: 20 }, slow));
    expect(judged).toBe(21);
  });

  it('lets go of tries that died or threw', async () => {
    const tried = somebody();
    const broken = () => braked(services, tried, '', () => Promise.reject(new Error('D1 is away')));
    for (let count = 0; count < 30; count += 1) await expect(broken()).rejects.toThrow('D1 is away');
    expect(await attempt(tried, true)).toBe('right');
    await env.DB.prepare('UPDATE brakes SET open = 20, tried_at = ?').bind(clock.now).run();
    expect(await attempt(tried, true)).toBe(1);
    clock.now += 10_000;
    expect(await attempt(tried, true)).toBe('right');
  });

  it('is forgotten after a day', async () => {
    const tried = somebody();
    await guess(tried, 5);
    clock.now += DAY;
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await attempt(tried, false)).toBe('wrong');
    expect(await forgetBrakes(env.DB, clock.now, 1_000)).toBeGreaterThan(0);
    expect(await forgetPlaces(env.DB, clock.now, 1_000)).toBeGreaterThan(0);
  });
});

describe('the brake of an address', () => {
  it('holds guesses at many names, and no other address; a right one between them forgives nothing', async () => {
    for (const address of [AWAY, '2001:db8:1:2::1']) {
      for (let wrong = 0; wrong < 20; wrong += 1) {
        expect(await attempt(somebody(), false, address)).toBe('wrong');
        if (wrong % 5 === 0) expect(await attempt(somebody(), true, address)).toBe('right');
      }
      expect(await attempt(somebody(), true, address)).toBe(1);
      expect(await attempt(somebody(), true, HOME)).toBe('right');
    }
    expect(await attempt(somebody(), true, '2001:db8:1:2:ffff::7')).toBe(1);
    expect(await attempt(somebody(), true, '2001:db8:1:3::1')).toBe('right');
  });
});

describe('the brakes of codes', () => {
  /** A try that is refused with this code: the code, or the seconds to wait. */
  async function refused(tried: Tried, code: (typeof KINDS)[number], address = ''): Promise<string | number> {
    const judged = await braked(services, tried, address, async () => fail(code, 'code'));
    const { failure } = judged as Extract<typeof judged, { ok: false }>; // it refuses always
    return failure.code === 'too-many-tries' ? failure.data.seconds : failure.code;
  }
  const KINDS = ['user-refused', 'second-factor-needed', 'second-factor-refused'] as const;

  it('of a name are those of passwords, whatever is wrong; a right password alone forgives nothing', async () => {
    const tries = fc.array(fc.constantFrom(...KINDS), { minLength: 6, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(tries, async (codes) => {
        const tried = somebody();
        for (const [index, code] of codes.entries()) {
          const pause = index < 5 ? 0 : Math.min(2 ** (index - 5), 900);
          if (pause > 0) expect(await refused(tried, code)).toBe(pause);
          clock.now += pause * 1_000;
          expect(await refused(tried, code)).toBe(code);
        }
        expect(await attempt(tried, true)).toBeGreaterThan(0);
        clock.now += 900_000;
        expect(await attempt(tried, true)).toBe('right');
        expect(await refused(tried, 'second-factor-refused')).toBe('second-factor-refused');
      }),
      { numRuns: inLength(10, 200) },
    );
  });

  it('of an address count no right password: everybody with a second factor sends one before the code', async () => {
    const office = '203.0.113.5';
    for (let count = 0; count < 40; count += 1)
      expect(await refused(somebody(), 'second-factor-needed', office)).toBe('second-factor-needed');
    for (let count = 0; count < 20; count += 1)
      expect(await refused(somebody(), 'second-factor-refused', office)).toBe('second-factor-refused');
    expect(await refused(somebody(), 'second-factor-refused', office)).toBe(1);
  });
});

describe('over HTTP', () => {
  const made = makeApp();
  beforeAll(async () => {
    await addUser('ada', { ccid: 'adas', password: 'a password', roles: ['exporter'] });
    await addClient('app', { ccid: 'adas', secret: 'app-secret', roles: [] });
  });

  it('is forgiven by nobody of that name in another contact center', async () => {
    const { app } = makeApp();
    for (const ccid of ['twin-a', 'twin-b']) {
      await addUser('twin', { ccid, password: `the one of ${ccid}`, roles: [] });
      await addClient(`of-${ccid}`, { ccid, secret: 's', roles: [], platform: false });
    }
    const grant = async (ccid: string, password: string) => {
      const headers = { Authorization: `Basic ${btoa(`of-${ccid}:s`)}` };
      const body = new URLSearchParams({ grant_type: 'password', username: 'twin', password });
      return (await app.request('/auth/v3/oauth/token', { method: 'POST', headers, body })).status;
    };
    for (let wrong = 0; wrong < 5; wrong += 1) {
      expect(await grant('twin-a', 'wrong')).toBe(400);
      expect(await grant('twin-b', 'the one of twin-b')).toBe(200);
    }
    expect(await grant('twin-a', 'wrong')).toBe(429);
  });

  it('names that somebody has and names that nobody has get the same answers', async () => {
    const guesses = async (name: string) => {
      const answers: unknown[] = [];
      for (let count = 0; count < 7; count += 1) {
        const answer = await new Browser(made.app).signIn(name, 'wrong');
        const { status } = await answer.json<Failed>();
        answers.push([answer.status, answer.headers.get('Retry-After'), status]);
      }
      return answers;
    };
    const [known, unknown] = [await guesses('ada'), await guesses('nobody')];
    expect(known).toEqual(unknown);
    expect(known.at(-1)).toMatchObject([
      429,
      '1',
      { detail: { code: 'too-many-tries', data: { seconds: 1 } } },
    ]);
  });

  it('names that somebody has and names that nobody has cost the same work: the same statements, one slow hash', async () => {
    const asked: string[] = [];
    const prepare = (text: string) => {
      asked.push(text);
      return env.DB.prepare(text);
    };
    const db = new Proxy(env.DB, {
      get: (target, name) => (name === 'prepare' ? prepare : Reflect.get(target, name).bind(target)),
    });
    const { app } = makeApp({ db });
    await addUser('grace', { ccid: 'adas', password: 'a password', roles: [] });
    await addUser('disabled', { ccid: 'adas', password: 'a password', roles: [] });
    await addUser('invited', { ccid: 'adas', password: 'a password', roles: [] });
    await env.DB.prepare(`UPDATE users SET disabled = 1 WHERE name = 'disabled'`).run();
    await env.DB.prepare(`UPDATE users SET password_hash = '' WHERE name = 'invited'`).run();
    const workOf = async (name: string, password: string) => {
      asked.length = 0;
      const browser = new Browser(app, 'https://udm.test', '203.0.113.77');
      expect((await browser.signIn(name, password)).status).toBe(401);
      return [...asked];
    };
    for (const center of ['', 'adas\\']) {
      const known = await workOf(`${center}grace`, 'wrong');
      expect(known.length).toBeGreaterThan(3);
      for (const [name, password] of [
        ['nobody else', 'wrong'],
        ['disabled', 'a password'],
        ['invited', 'wrong'],
      ] as const)
        expect(await workOf(center + name, password)).toEqual(known);
    }
    const cost = (hash: string) => hash.split('$').slice(0, 4);
    expect(cost(NOBODY)).toEqual(cost(await hashPassword('a password', new Uint8Array(16))));
  });

  it('a client has to wait, in the words of the token endpoint', async () => {
    const ask = (secret: string) =>
      made.app.request('/auth/v3/oauth/token', {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa(`app:${secret}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
    for (let wrong = 0; wrong < 5; wrong += 1) expect((await ask('wrong')).status).toBe(401);
    const waiting = await ask('app-secret');
    expect([waiting.status, waiting.headers.get('Retry-After')]).toEqual([429, '1']);
    expect(await waiting.json()).toMatchObject({ error: 'temporarily_unavailable' });
    made.clock.now += 1_000;
    expect((await ask('app-secret')).status).toBe(200);
  });

  it('a contact center has so many requests in ten seconds, and others have theirs', async () => {
    const { app, clock: time } = makeApp({ config: { ...config, rateLimit: 3 } });
    const [one, other] = [withToken(await signToken('one')), withToken(await signToken('other'))];
    const ask = (init: RequestInit) => app.request('/udm/v10/export/jobs', init);
    for (let count = 0; count < 3; count += 1) expect((await ask(one)).status).toBe(204);
    const refused = await ask(one);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '10']);
    expect(refused.headers.get('RateLimit-Policy')).toBe('"center";q=3;w=10');
    expect((await ask(other)).status).toBe(204);
    time.now += 10_000;
    expect((await ask(one)).status).toBe(204);
  });
});
