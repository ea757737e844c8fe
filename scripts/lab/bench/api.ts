import { withBench, type Bench } from './bench-service.ts';
import { runOnce } from './one-run.ts';
import type { Settings } from './settings.ts';
import { median, rounded } from './statistics.ts';

const RUNS = 300;
const LEAST_RUNS = 60;
/** Runs that are made at a time, and requests that are under way at a time. */
const CONCURRENCY = 8;
const ROUND_MS = 2_000;
const POLL_MS = 100;

/** Requests a second of a list of history items, in turns with a route of Hono that does nothing. */
export function measureApi(settings: Settings) {
  const runs = Math.min(RUNS, Math.max(LEAST_RUNS, Math.floor((settings.records ?? Infinity) / 50)));
  return withBench('counted', settings.signal, async (bench) => {
    await makeRuns(bench, runs);
    settings.say(`api: made ${runs} runs`);
    const { session, url, signal } = bench;
    const askList = () => session.send('/export/history?size=50');
    const askBare = () => fetch(`${url}/bench/bare`, { signal });
    // The first round warms both up.
    await requestsPerSecond(askList);
    await requestsPerSecond(askBare);
    const rounds: { readonly list: number; readonly bare: number }[] = [];
    for (let round = 1; round <= settings.rounds; round += 1) {
      const list = await requestsPerSecond(askList);
      const bare = await requestsPerSecond(askBare);
      rounds.push({ list: rounded(list, 0), bare: rounded(bare, 0) });
      settings.say(`api ${round}: ${list.toFixed(0)} lists a second, ${bare.toFixed(0)} of nothing`);
    }
    const [list, bare] = [median(rounds.map((each) => each.list)), median(rounds.map((each) => each.bare))];
    return {
      api: { requestRatio: rounded(list / bare), requestsPerSecond: list, barePerSecond: bare, runs, rounds },
    };
  });
}

/** Empty exports: each is a job and its history item. */
async function makeRuns({ session }: Bench, count: number): Promise<void> {
  let left = count;
  const worker = async () => {
    while ((left -= 1) >= 0) await runOnce(session, { pollMs: POLL_MS });
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

/** The session keeps one token for all, and fetch its connections alive. */
async function requestsPerSecond(ask: () => Promise<Response>): Promise<number> {
  const start = performance.now();
  let answered = 0;
  const worker = async () => {
    while (performance.now() - start < ROUND_MS) {
      const answer = await ask();
      if (!answer.ok) throw new Error(`${answer.url} was answered ${answer.status}`);
      await answer.arrayBuffer();
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return answered / ((performance.now() - start) / 1_000);
}
