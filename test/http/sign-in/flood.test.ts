import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { braked } from '../../../src/identity/brakes.ts';
import { ok } from '../../../src/model/failures.ts';
import { floodGate } from '../../../src/platform/flood-gate.ts';
import { makeApp, START } from '../harness.ts';
import { Browser } from './browser.ts';

const tried = { user: { tenant: null, name: 'somebody' } };
const services = { flood: floodGate(env.FLOOD, 'https://udm.test'), now: () => START };
/** A database that must not be asked. */
const untouched = new Proxy(env.DB, {
  get: () => {
    throw new Error('the database was asked');
  },
});
const judge = async () => ok('judged');

const LIMIT = 300;

/** Uses up what an address may try in ten seconds, then has it try once more; again where the ten seconds ended in between. */
async function flooded<T>(key: string, ask: () => Promise<T>, isRefused: (answer: T) => boolean): Promise<T> {
  for (let round = 1; ; round += 1) {
    const limits = await Promise.all(
      Array.from({ length: LIMIT + 1 }, () => env.FLOOD.limit({ key: `https://udm.test ${key}` })),
    );
    const answer = await ask();
    if (isRefused(answer) || round === 3) {
      expect(limits.filter(({ success }) => success).length).toBeLessThanOrEqual(LIMIT);
      return answer;
    }
  }
}

describe('an address that floods the service', () => {
  it.each([
    ['waits ten seconds, and no try of it costs the database anything', '192.0.2.201', '192.0.2.201'],
    ['is the home behind an IPv6 address, which changes its lower half', '2001:db8:0:9', '2001:db8:0:9::77'],
  ])('%s', async (_, key, address) => {
    const ask = () => braked({ ...services, db: untouched }, tried, address, judge).catch(() => null);
    const refused = await flooded(key, ask, (answer) => answer !== null);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'too-many-tries', data: { seconds: 10 } } });
    expect(await braked({ ...services, db: env.DB }, tried, '192.0.2.202', judge)).toEqual(ok('judged'));
  });

  it('is told so by the sign-in itself', async () => {
    const { app } = makeApp({ flood: services.flood });
    const browser = () =>
      new Browser(app, 'https://udm.test', '192.0.2.203').signIn('somebody', 'a password');
    const answer = await flooded('192.0.2.203', browser, ({ status }) => status === 429);
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '10']);
  });
});

describe('a try that cannot be counted', () => {
  it.each([
    ['without the binding', undefined],
    ['while the binding fails', { limit: () => Promise.reject(new Error('away')) }],
  ])('is let in %s, to the brakes behind it', async (_, limiter) => {
    const gate = floodGate(limiter, '');
    expect(await braked({ db: env.DB, now: services.now, flood: gate }, tried, '192.0.2.204', judge)).toEqual(
      ok('judged'),
    );
  });
});
