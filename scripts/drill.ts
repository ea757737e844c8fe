import { readArguments, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { drillDeploy } from './drill/deploy.ts';

const HELP = `npm run drill -- deploy [--cuts N]

Plays what an operator does, on this machine alone, and tells what happened.

  deploy      an empty account of a double of Cloudflare, to a decrypted export; then again, which changes nothing; cut off
              at requests that change something, and gone on with; and failures, each with its remedy
  --cuts N    at how many requests it is cut off, spread over all of them (3; 0: at every one, which takes an hour)
  --help      this text`;

const OPTIONS = {
  cuts: { type: 'string', default: '3' },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values, positionals } = readArguments({ args, options: OPTIONS, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [name, ...more] = positionals;
  if (name !== 'deploy' || more.length > 0) throw new UsageError('The drills are: deploy');
  if (!/^\d+$/.test(values.cuts)) throw new UsageError('--cuts takes a whole number');
  return drillDeploy(Number(values.cuts), stopSignal());
});
