import { formatInstant, parseInstant } from '../src/model/instant.ts';
import { bringCenterBack } from './backup/bring-back.ts';
import { readBackup } from './backup/read-backup.ts';
import { readArguments, readInteger, runCommand, UsageError } from './cli/command.ts';
import { confirmName } from './cli/confirm-name.ts';
import { stopSignal } from './cli/signals.ts';
import { deployedWorld, ENVIRONMENT_OPTIONS } from './deploy/environment.ts';
import { setDatabaseBack } from './deploy/set-database-back.ts';
import { requireOperatorKey } from './deploy/world.ts';
import { asOperator, PLACE_HELP, PLACE_OPTIONS } from './operator/operated.ts';
import { reportBack, reportRestored, reportSetBack } from './operator/restore-reports.ts';
import { restoreThrough } from './operator/restore-through.ts';
import { setBackThrough } from './operator/set-back-through.ts';
import { requireFile } from './udm/require-file.ts';

const HELP = `npm run restore -- [--hold DAYS] [place]
npm run restore -- --to TIME --env NAME [--hold DAYS] [--yes]
npm run restore -- --from FILE --key KEY [--invitations FILE] [place]

After D1 was set back to an earlier time: tells it again of every job, run and file that the objects know, removes what it
shows and is no more, lifts the sequence of ids, and holds every sweep that deletes from R2. Users, clients and
certificates that were made since are not brought back: nothing but D1 knows them. May be repeated at any time.

  --hold DAYS         days that no sweep deletes from R2 (30); 0 lets them go on at once

With --to it sets D1 and the objects back to a time of the last 30 days first, in this order, with sweeps held: objects, D1 by its Time
Travel, objects of what had been deleted since. Then it says what does not come back. All contact centers are set back; audit logs are not, and
no id is drawn twice. Cut off, it is begun again with the same time. Not locally: the platform alone keeps what objects were.

  --to TIME           in ISO 8601, 2026-11-26T20:00:00Z
  --env NAME          a deployment that "npm run deploy" made ("production"); needs a login, as that does
  --folder DIR        where "npm run deploy" keeps its notes (.deploy in the project)
  --yes               without asking

With --from it brings one contact center back from its backup ("npm run backup"), into a deployment that has nothing of it: jobs with their
ids and schedules, history, audit log, users, who are invited to choose a password. It is suspended then, until "npm run center --
resume". Cut off, it is begun again.

  --from FILE         the backup
  --key KEY           the private key that opens it, as PEM
  --invitations FILE  where the users' invitations are written, good for 72 hours (FILE.invitations.txt, beside the backup)

${PLACE_HELP}
  --help              this text

Exit code 0 when all is there.`;

const OPTIONS = {
  ...PLACE_OPTIONS,
  ...ENVIRONMENT_OPTIONS,
  hold: { type: 'string' },
  to: { type: 'string' },
  yes: { type: 'boolean', default: false },
  from: { type: 'string' },
  key: { type: 'string' },
  invitations: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const HOLD_DAYS = '30';
const read = (args: string[]) => readArguments({ args, options: OPTIONS });

await runCommand(async (args) => {
  const { values } = read(args);
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { from: file, key: keyFile, to } = values;
  if (file !== undefined && to !== undefined) throw new UsageError('--from and --to exclude each other');
  if (file === undefined)
    for (const option of ['key', 'invitations'] as const)
      if (values[option] !== undefined) throw new UsageError(`--${option} goes with --from`);
  if (to === undefined)
    for (const option of ['env', 'yes'] as const)
      if (values[option]) throw new UsageError(`--${option} goes with --to`);
  if (to !== undefined) return restoreTo(readTime(to), values);
  if (file !== undefined) return restoreFrom(file, keyFile, values);
  const holdDays = readInteger('hold', values.hold ?? HOLD_DAYS, [0, 3_650]);
  return asOperator(values, stopSignal(), async (operated) =>
    reportRestored(await restoreThrough(operated, holdDays), holdDays),
  );
});

type Values = ReturnType<typeof read>['values'];

/** Of contact centers all, so the name of the deployment is asked for once more. */
async function restoreTo(to: string, { env, folder, hold, yes, ...place }: Values): Promise<number> {
  if (env === undefined)
    throw new UsageError('--to needs --env: the platform alone keeps what objects were, not this machine');
  if (place.remote || place['persist-to'] !== undefined)
    throw new UsageError('--to goes without --remote and --persist-to');
  const holdDays = readInteger('hold', hold ?? HOLD_DAYS, [1, 3_650]);
  if (!yes)
    await confirmName(
      env,
      `All contact centers of ${env} will be what they were at ${to}. Type ${env} to go on`,
    );
  const signal = stopSignal();
  const world = await deployedWorld({ env, folder }, signal);
  const operated = { url: world.origin, key: requireOperatorKey(world), signal };
  return reportSetBack(
    await setBackThrough(operated, {
      to,
      holdDays,
      setDatabaseBack: async () => {
        const before = await setDatabaseBack(world, to);
        console.log(`D1 was set back. What it was before has the bookmark ${before}.`);
      },
    }),
    { to, holdDays },
  );
}

async function restoreFrom(file: string, keyFile: string | undefined, values: Values): Promise<number> {
  if (values.hold !== undefined) throw new UsageError('--hold and --from exclude each other');
  if (keyFile === undefined) throw new UsageError('--key is missing');
  requireFile(file);
  requireFile(keyFile);
  const whole = await readBackup({ file, keyFile });
  return asOperator(values, stopSignal(), async (operated) =>
    reportBack(
      await bringCenterBack(operated, { file, keyFile }, whole),
      values.invitations ?? `${file}.invitations.txt`,
    ),
  );
}

function readTime(text: string): string {
  const at = parseInstant(text);
  if (at === null) throw new UsageError(`--to takes a time in ISO 8601, not "${text}"`);
  return formatInstant(at);
}
