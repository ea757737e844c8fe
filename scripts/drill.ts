import { readArguments, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { drillDeploy } from './drill/deploy.ts';
import { playTests } from './drill/play-tests.ts';
import { drillUpgrade } from './drill/upgrade.ts';

const HELP = `npm run drill -- deploy|upgrade|restore|alerts [options]

Plays what an operator does, on this machine alone, and tells what happened.

  deploy      an empty account of a double of Cloudflare, to a decrypted export; then again, which changes nothing; cut off
              at requests that change something, and gone on with; and failures, each with its remedy
  --cuts N    at how many requests it is cut off, spread over all of them (3; 0: at every one, which takes an hour)
  upgrade     the service of an earlier commit and this one's are swapped 20 times, forwards and back, each time by SIGKILL under a run;
              then every archive is compared record by record. Takes some minutes, and needs the history of the checkout
  --from REV  the earlier commit (the one before the last that changed what is stored)
  restore     while two contact centers work, D1 is set back at 20 random moments and told again by the objects, and at 20 more with the objects:
              nothing lost, swapped or shown across. In workerd, with a double of what the platform keeps of D1 and objects. Then the command itself sets
              a deployment to the double back, killed twice
  alerts      each alert is made to go off, and to be over: told once each, signed, and in the log
  --help      this text`;

const OPTIONS = {
  cuts: { type: 'string', default: '3' },
  from: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values, positionals } = readArguments({ args, options: OPTIONS, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [name, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`"${more[0]}" is one word too many`);
  if (name === 'upgrade') return drillUpgrade(values.from, stopSignal());
  if (name === 'restore')
    return playTests({ files: ['test/jobs/set-back', 'test/scripts/restore-to'], long: true }, stopSignal());
  if (name === 'alerts') return playTests({ files: ['test/jobs/alerts'], long: false }, stopSignal());
  if (name !== 'deploy') throw new UsageError('The drills are: deploy, upgrade, restore, alerts');
  if (!/^\d+$/.test(values.cuts)) throw new UsageError('--cuts takes a whole number');
  return drillDeploy(Number(values.cuts), stopSignal());
});
