import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startedService, type Running } from '../e2e/service.ts';

const GUESSES = 1_000;
const MINUTE_MS = 60_000;
const PASSWORD = 'staple correct horse';
/** From where its owner signs in. */
const HOME = '192.0.2.7';
/** Users that are guessed at, each fewer times in a row than a pause begins at. */
const USERS = 30;
const TRIES = 4;
/** What a median of few milliseconds differs by from one minute to the next. */
const SLACK_MS = 5;

let running: Running;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds until an answer was read. */
async function timed(ask: () => Promise<Response>): Promise<number> {
  const since = performance.now();
  await (await ask()).arrayBuffer();
  return performance.now() - since;
}
let addresses = 0;
/** A sign-in from an address of its own, so that none waits for another's guesses. */
function signIn(
  userName: string,
  password: string,
  address = `198.18.${(addresses += 1) >> 8}.${addresses & 255}`,
) {
  const { url } = running.service;
  return fetch(`${url}/auth/v3/sign-in`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-UDM-Request': '1',
      Origin: url,
      'CF-Connecting-IP': address,
    },
    body: JSON.stringify({ userName, password }),
  });
}
const version = () => fetch(`${running.service.url}/udm/v10/version`);
const names = (stem: string) => Array.from({ length: USERS }, (_, index) => `${stem}-${index}`);

beforeAll(async () => {
  running = await startedService();
  for (const name of [...names('known'), 'guessed'])
    await running.session.api.POST('/udm/v10/users', {
      body: { name, roles: ['exporter'], password: PASSWORD },
    });
}, 600_000);
afterAll(() => running?.stop());

describe('1,000 guesses a minute at one name', () => {
  it('keep nobody else waiting, lock the name with growing pauses, and let the right password in after', async () => {
    expect((await signIn('guessed', PASSWORD, HOME)).status).toBe(200);
    const idle: number[] = [];
    const busy: number[] = [];
    const statuses = new Map<number, number>();
    const pauses: number[] = [];
    const guess = async () => {
      const answer = await signIn('guessed', 'a wrong password');
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 429) pauses.push(Number(answer.headers.get('Retry-After')));
    };
    // Quiet times lie between those with guesses, so that what else the machine does falls on both.
    const ROUNDS = 5;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const until = Date.now() + 3_000; Date.now() < until; await sleep(20))
        idle.push(await timed(version));
      const begun = Date.now();
      const guesses: Promise<void>[] = [];
      const over = new AbortController();
      const traffic = (async () => {
        for (; !over.signal.aborted; await sleep(20)) busy.push(await timed(version));
      })();
      for (let count = 0; count < GUESSES / ROUNDS; count += 1) {
        guesses.push(guess());
        await sleep(Math.max(0, begun + ((count + 1) * MINUTE_MS) / GUESSES - Date.now()));
      }
      await Promise.all(guesses);
      over.abort();
      await traffic;
    }
    const story = `idle ${median(idle)} ms, beside guesses ${median(busy)} ms, ${JSON.stringify([...statuses])}`;
    console.log(story);
    expect(median(busy), story).toBeLessThan(2 * median(idle) + SLACK_MS);
    expect(statuses.get(401), story).toBeLessThan(30);
    expect((statuses.get(401) ?? 0) + (statuses.get(429) ?? 0), story).toBe(GUESSES);
    expect(Math.max(...pauses)).toBeGreaterThan(15);
    // Where its owner signs in from, it waits ten seconds at most, and the right password is let in.
    let answer = await signIn('guessed', PASSWORD, HOME);
    for (; answer.status === 429; answer = await signIn('guessed', PASSWORD, HOME))
      await sleep(Number(answer.headers.get('Retry-After')) * 1_000);
    expect(answer.status).toBe(200);
  }, 600_000);
});

describe('names that somebody has and names that nobody has', () => {
  it('are refused after the same time: medians within 10 %', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    await signIn('warm up', 'x');
    for (let round = 0; round < TRIES; round += 1)
      for (let index = 0; index < USERS; index += 1)
        // Side by side in turn, so that what else the machine does falls on both.
        for (const kind of index % 2 === 0
          ? (['known', 'unknown'] as const)
          : (['unknown', 'known'] as const))
          times[kind].push(await timed(() => signIn(`${kind}-${index}`, 'a wrong password')));
    const [known, unknown] = [median(times.known), median(times.unknown)];
    console.log(`known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms`);
    expect(Math.abs(known - unknown) / Math.max(known, unknown)).toBeLessThan(0.1);
  }, 600_000);
});
