import { readArguments, readInteger, runCommand, UsageError } from '../cli/command.ts';
import { plant } from './histories/plant.ts';
import { SLIPS } from './histories/planted.ts';

const HELP = `npm run histories -- --seeds N [options]

Plays histories of packed records beside D1's tables, which are the model: imports out of order, repeated, changed, moved, waiting,
overtaken, erasures, retention, pieces made anew, runs that read an earlier version, kills between any two statements. After each
step every kind of export has to be the same, and the bookkeeping a recount. With each seed a second history is played, of DataSync jobs:
whoever applies their archives in order, and what they say was deleted, has to have what is there. Exit code 1 where one fails, with its seed.

  --seeds N        how many (200)
  --from S         the first (1)
  --bug NUMBER     with a slip planted, to see that it is found: a number of the list in scripts/lab/histories/planted.ts
  --help           this text`;

const OPTIONS = {
  seeds: { type: 'string', default: '200' },
  from: { type: 'string', default: '1' },
  bug: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const seeds = readInteger('seeds', values.seeds, [1, 10_000_000]);
  const from = readInteger('from', values.from, [0, 2 ** 31 - 1]);
  if (values.bug !== undefined) {
    const bug = SLIPS[readInteger('bug', values.bug, [1, SLIPS.length]) - 1];
    if (!bug) throw new UsageError(`no slip ${values.bug}`);
    plant(bug);
  }
  // Loaded from here on alone, so that the slip is in it.
  const [{ D1Model }, { playHistory }, { playFollowers }] = await Promise.all([
    import('./histories/d1-model.ts'),
    import('./histories/play.ts'),
    import('./histories/follow.ts'),
  ]);
  const model = new D1Model();
  const begun = performance.now();
  for (let seed = from; seed < from + seeds; seed += 1) {
    let { trace, wrong } = await playHistory(seed, model);
    if (wrong.length === 0) ({ trace, wrong } = await playFollowers(seed));
    if (wrong.length === 0) continue;
    console.log([...trace, ...wrong.map((what) => `WRONG: ${what}`)].join('\n'));
    console.log(`Seed ${seed} fails; again: npm run histories -- --seeds 1 --from ${seed}`);
    return 1;
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${seeds} histories from seed ${from} in ${seconds} s: no difference.`);
  return 0;
});
