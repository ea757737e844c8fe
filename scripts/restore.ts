import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, readArguments, readInteger, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { freePort } from './dev/port.ts';
import { localSecrets } from './dev/secrets.ts';
import { servedAt } from './dev/served.ts';
import { startService } from './dev/service.ts';
import { PROJECT } from './dev/wrangler.ts';
import { restoreThrough } from './restore/restore-through.ts';

const HELP = `npm run restore -- [--persist-to DIR | --remote --url URL] [--hold DAYS]

After D1 was set back to an earlier time: tells it again of every job, run and file that the objects know, removes what it
shows and is no more, lifts the sequence of ids, and holds every sweep that deletes from R2. Users, clients and
certificates that were made since are not brought back: nothing but D1 knows them. May be repeated at any time.

  --persist-to DIR    the folder of "npm run dev" (.dev in the project), served or not
  --remote            a deployment; its key comes in the environment variable OPERATOR_KEY
  --url URL           the deployment's address
  --hold DAYS         days that no sweep deletes from R2 (30); 0 lets them go on at once
  --help              this text

Exit code 0 when all is in D1.`;

const OPTIONS = {
  'persist-to': { type: 'string' },
  remote: { type: 'boolean', default: false },
  url: { type: 'string' },
  hold: { type: 'string', default: '30' },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const holdDays = readInteger('hold', values.hold, [0, 3_650]);
  const signal = stopSignal();
  if (values.remote) {
    if (values['persist-to'] !== undefined)
      throw new UsageError('--remote and --persist-to exclude each other');
    if (!values.url) throw new UsageError('--remote needs --url, the address of the deployment');
    const key = process.env['OPERATOR_KEY'];
    if (!key)
      throw new CommandError('Set the environment variable OPERATOR_KEY to the key of the deployment.');
    return report(await restoreThrough({ url: values.url, key, holdDays, signal }), holdDays);
  }
  const persistTo = resolve(values['persist-to'] ?? `${PROJECT}.dev`);
  if (!existsSync(persistTo))
    throw new CommandError(`There is no folder ${persistTo}: name that of "npm run dev" by --persist-to.`);
  const key = keyIn(localSecrets(persistTo));
  const url = servedAt(persistTo);
  if (url) return report(await restoreThrough({ url, key, holdDays, signal }), holdDays);
  const service = await startService({ port: await freePort(), persistTo, output: 2 }, signal);
  try {
    return report(await restoreThrough({ url: service.url, key, holdDays, signal }), holdDays);
  } finally {
    await service.stop();
  }
});

function keyIn(envFile: string): string {
  const [, key] = /^OPERATOR_KEY='([^']+)'$/m.exec(readFileSync(envFile, 'utf8')) ?? [];
  if (!key) throw new CommandError(`There is no OPERATOR_KEY in ${envFile}.`);
  return key;
}

function report({ restored, ghosts }: { restored: number; ghosts: number }, holdDays: number): number {
  const jobs = (count: number) => `${count} ${count === 1 ? 'job' : 'jobs'}`;
  console.log(`D1 was told of ${jobs(restored)}, and no longer shows ${jobs(ghosts)} that had been deleted.`);
  console.log(
    holdDays === 0 ? 'Sweeps delete from R2 again.' : `No sweep deletes from R2 for ${holdDays} days.`,
  );
  return 0;
}
