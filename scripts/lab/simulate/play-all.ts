import { createHash } from 'node:crypto';
import { play, type Played } from './play.ts';
import { makeSetup } from './setup.ts';
import { takeGlobals } from './world/globals.ts';

/** Lines of a failing history's trace that are shown. */
const SHOWN = 150;

/** Plays seed after seed until one fails; answers the exit code. */
export async function playAll({
  seeds,
  from,
  trace,
  digest,
}: {
  readonly seeds: number;
  readonly from: number;
  /** Whether the whole trace of a history that fails is printed. */
  readonly trace: boolean;
  /** Whether a digest of all traces is. */
  readonly digest: boolean;
}): Promise<number> {
  const setup = await makeSetup();
  takeGlobals();
  const begun = performance.now();
  const runs: Record<string, number> = {};
  const hash = createHash('sha256');
  let steps = 0;
  for (let seed = from; seed < from + seeds; seed += 1) {
    const played = await play(seed, setup, trace || digest);
    if (digest) hash.update(played.trace.join('\n'));
    steps += played.steps;
    for (const [status, count] of Object.entries(played.runs)) runs[status] = (runs[status] ?? 0) + count;
    if (played.wrong.length > 0) {
      tell(seed, played, trace ? 0 : -SHOWN);
      return 1;
    }
  }
  const seconds = (performance.now() - begun) / 1000;
  const counts = Object.entries(runs).map(([status, count]) => `${count} ${status}`);
  console.log(
    `${seeds} histories from seed ${from}, ${steps} steps, runs: ${counts.join(', ')}; ${seconds.toFixed(1)} s.`,
  );
  if (digest) console.log(`digest ${hash.digest('hex')}`);
  console.log('Nothing was lost, doubled, swapped, shown across or left over.');
  return 0;
}

function tell(seed: number, { trace, wrong, steps }: Played, from: number): void {
  console.log(trace.slice(from).join('\n'));
  for (const what of wrong) console.log(`WRONG: ${what}`);
  console.log(`Seed ${seed} fails after ${steps} steps; again: npm run simulate -- --seeds 1 --from ${seed}`);
}
