import { readArguments, readInteger, runCommand, UsageError } from '../cli/command.ts';
import { BUGS } from './simulate/planted.ts';
import { loadService } from './simulate/hooks.ts';

const HELP = `npm run simulate -- --seeds N [options]

Plays histories of the whole service in one process, on doubles of D1, R2, queues and Durable Objects, with time by hand: clients
of two contact centers, imports, faults, outages, lost answers, late and doubled messages, isolates and objects that die,
deployments, a D1 that is set back. Each history is drawn by its seed, the same every time, and judged at its end. Exit code 1
where one fails, with its seed and its trace.

  --seeds N        how many (200)
  --from S         the first (1)
  --bug NAME       with a bug planted, to see that it is found: a number of the list in scripts/lab/simulate/planted.ts
  --trace          prints the whole trace of the one that fails, not its end alone
  --digest         prints a digest of all traces: the same seeds have the same one
  --help           this text`;

const OPTIONS = {
  seeds: { type: 'string', default: '200' },
  from: { type: 'string', default: '1' },
  bug: { type: 'string' },
  trace: { type: 'boolean', default: false },
  digest: { type: 'boolean', default: false },
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
  loadService(values.bug === undefined ? null : bugOf(values.bug));
  // Loaded from here on alone, so that all of the service comes as the hooks give it.
  const { playAll } = await import('./simulate/play-all.ts');
  return playAll({ seeds, from, trace: values.trace, digest: values.digest });
});

function bugOf(number: string) {
  const bug = BUGS[readInteger('bug', number, [1, BUGS.length]) - 1];
  if (!bug) throw new UsageError(`no bug ${number}`);
  return bug;
}
