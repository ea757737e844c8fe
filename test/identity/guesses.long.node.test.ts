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
/** Quiet times, times of other requests and times of guesses in turn: each tells how much slower the one is than the other. */
const PAIRS = 12;
const QUIET_MS = 5_000;
/** What the machine does besides can spoil a measurement, and what is measured spoils every one: it is taken so often at most. */
const MEASUREMENTS = 3;
/** How much slower an answer may be beside guesses than in a quiet time. */
const SLOWER = 2;
/**
 * Where others keep the machine busy every request waits for every other: as many that nothing is judged for show how much. Beside those
 * guesses may not be slower by more than this factor, and where they are so slow themselves a quiet time tells nothing.
 */
const BUSY_MACHINE = 1.5;

let running: Running;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds until an answer was read. */
async function timed(ask: () => Promise<Response>): Promise<number> {
  const since = performance.now();
  await (await ask()).arrayBuffer();
  return performance.now() - since;
}
/** Measures until what was found is fine, and answers the last that was found. */
async function measured<T>(measure: () => Promise<T>, isFine: (found: T) => boolean): Promise<T> {
  let found = await measure();
  for (let count = 1; count < MEASUREMENTS && !isFine(found); count += 1) found = await measure();
  return found;
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

/** What came of guesses: how they were answered, and the pauses that were asked for. */
interface Guessed {
  readonly statuses: Map<number, number>;
  readonly pauses: number[];
}

/** Medians of how long `GET /version` takes, milliseconds: in a quiet time, beside requests that nothing is judged for, and beside guesses. */
interface Times {
  readonly idle: number;
  readonly plain: number;
  readonly busy: number;
}

/** How long `GET /version` takes beside as many requests as fit in at 1,000 a minute. */
async function beside(ask: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  const begun = Date.now();
  const asked: Promise<void>[] = [];
  const over = new AbortController();
  const traffic = (async () => {
    for (; !over.signal.aborted; await sleep(20)) times.push(await timed(version));
  })();
  for (let count = 0; count < GUESSES / PAIRS; count += 1) {
    asked.push(ask());
    await sleep(Math.max(0, begun + ((count + 1) * MINUTE_MS) / GUESSES - Date.now()));
  }
  await Promise.all(asked);
  over.abort();
  await traffic;
  return median(times);
}

async function timesInTurn({ statuses, pauses }: Guessed): Promise<Times> {
  const idle: number[] = [];
  for (const until = Date.now() + QUIET_MS; Date.now() < until; await sleep(20))
    idle.push(await timed(version));
  const plain = await beside(async () => {
    expect((await signIn('', '')).status).toBe(400);
  });
  const busy = await beside(async () => {
    const answer = await signIn('guessed', 'a wrong password');
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status === 429) pauses.push(Number(answer.headers.get('Retry-After')));
  });
  return { idle: median(idle), plain, busy };
}

describe('1,000 guesses a minute at one name', () => {
  it('keep nobody else waiting, lock the name with growing pauses, and let the right password in after', async () => {
    expect((await signIn('guessed', PASSWORD, HOME)).status).toBe(200);
    const guessed: Guessed = { statuses: new Map(), pauses: [] };
    const { statuses, pauses } = guessed;
    let sent = 0;
    // In turn, so that what else the machine does falls on all; a turn on which it falls more is one of many.
    const found = await measured(
      async () => {
        const turns: Times[] = [];
        for (let turn = 0; turn < PAIRS; turn += 1) turns.push(await timesInTurn(guessed));
        sent += Math.ceil(GUESSES / PAIRS) * PAIRS;
        const of = (value: (times: Times) => number) => median(turns.map(value));
        const [toIdle, toPlain] = [
          of(({ idle, busy }) => busy / idle),
          of(({ plain, busy }) => busy / plain),
        ];
        const isBusy = of(({ idle, plain }) => plain / idle) > BUSY_MACHINE;
        console.log(
          `idle ${of(({ idle }) => idle).toFixed(2)} ms, beside requests ${of(({ plain }) => plain).toFixed(2)} ms, beside guesses ${of(({ busy }) => busy).toFixed(2)} ms: ${toIdle.toFixed(2)} and ${toPlain.toFixed(2)} times as long${isBusy ? ', on a busy machine' : ''}, ${JSON.stringify([...statuses])}`,
        );
        return isBusy ? toPlain : toIdle;
      },
      (ratio) => ratio < SLOWER,
    );
    expect(found).toBeLessThan(SLOWER);
    // Nearly all of them cost nothing: few are judged, and every one is answered.
    expect(statuses.get(401)).toBeLessThan(30);
    expect((statuses.get(401) ?? 0) + (statuses.get(429) ?? 0)).toBe(sent);
    expect(Math.max(...pauses)).toBeGreaterThan(15);
    // Where its owner signs in from, it waits ten seconds at most, and the right password is let in.
    let answer = await signIn('guessed', PASSWORD, HOME);
    for (; answer.status === 429; answer = await signIn('guessed', PASSWORD, HOME))
      await sleep(Number(answer.headers.get('Retry-After')) * 1_000);
    expect(answer.status).toBe(200);
  }, 900_000);
});

describe('names that somebody has and names that nobody has', () => {
  it('are refused after the same time: medians within 10 %', async () => {
    await signIn('warm up', 'x');
    let measurement = 0;
    const refused = async (name: string) => {
      const answer = await signIn(name, 'a wrong password');
      expect(answer.status).toBe(401);
      return answer;
    };
    const apart = await measured(
      async () => {
        measurement += 1;
        const nameOf = { known: 'known', unknown: `unknown-${measurement}` };
        const times = { known: [] as number[], unknown: [] as number[] };
        for (let index = 0; index < USERS; index += 1)
          for (let round = 0; round < TRIES; round += 1)
            // Side by side in turn, so that what else the machine does falls on both.
            for (const kind of (index + round) % 2 === 0
              ? (['known', 'unknown'] as const)
              : (['unknown', 'known'] as const))
              times[kind].push(await timed(() => refused(`${nameOf[kind]}-${index}`)));
        const [known, unknown] = [median(times.known), median(times.unknown)];
        console.log(`known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms`);
        // What is wrong with a known name is forgiven so; of unknown ones there are others next time.
        for (const name of names('known')) expect((await signIn(name, PASSWORD)).status).toBe(200);
        return Math.abs(known - unknown) / Math.max(known, unknown);
      },
      (found) => found < 0.1,
    );
    expect(apart).toBeLessThan(0.1);
  }, 900_000);
});
