import { readArguments, readInteger, runCommand } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { asOperator, PLACE_HELP, PLACE_OPTIONS } from './operator/operated.ts';
import { restoreThrough } from './operator/restore-through.ts';

const HELP = `npm run restore -- [--persist-to DIR | --remote --url URL] [--hold DAYS]

After D1 was set back to an earlier time: tells it again of every job, run and file that the objects know, removes what it
shows and is no more, lifts the sequence of ids, and holds every sweep that deletes from R2. Users, clients and
certificates that were made since are not brought back: nothing but D1 knows them. May be repeated at any time.

${PLACE_HELP}
  --hold DAYS         days that no sweep deletes from R2 (30); 0 lets them go on at once
  --help              this text

Exit code 0 when all is in D1.`;

const OPTIONS = {
  ...PLACE_OPTIONS,
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
  return asOperator(values, stopSignal(), async (operated) =>
    report(await restoreThrough(operated, holdDays), holdDays),
  );
});

function report({ restored, ghosts }: { restored: number; ghosts: number }, holdDays: number): number {
  const jobs = (count: number) => `${count} ${count === 1 ? 'job' : 'jobs'}`;
  console.log(`D1 was told of ${jobs(restored)}, and no longer shows ${jobs(ghosts)} that had been deleted.`);
  console.log(
    holdDays === 0 ? 'Sweeps delete from R2 again.' : `No sweep deletes from R2 for ${holdDays} days.`,
  );
  return 0;
}
