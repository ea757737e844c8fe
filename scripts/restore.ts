import { writeFileSync } from 'node:fs';
import { bringCenterBack, type BroughtBack } from './backup/bring-back.ts';
import { readBackup } from './backup/read-backup.ts';
import { readArguments, readInteger, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { asOperator, PLACE_HELP, PLACE_OPTIONS } from './operator/operated.ts';
import { restoreThrough } from './operator/restore-through.ts';
import { requireFile } from './udm/require-file.ts';

const HELP = `npm run restore -- [--hold DAYS] [place]
npm run restore -- --from FILE --key KEY [--invitations FILE] [place]

After D1 was set back to an earlier time: tells it again of every job, run and file that the objects know, removes what it
shows and is no more, lifts the sequence of ids, and holds every sweep that deletes from R2. Users, clients and
certificates that were made since are not brought back: nothing but D1 knows them. May be repeated at any time.

  --hold DAYS         days that no sweep deletes from R2 (30); 0 lets them go on at once

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
  hold: { type: 'string' },
  from: { type: 'string' },
  key: { type: 'string' },
  invitations: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { from: file, key: keyFile } = values;
  if (file === undefined) {
    for (const option of ['key', 'invitations'] as const)
      if (values[option] !== undefined) throw new UsageError(`--${option} goes with --from`);
    const holdDays = readInteger('hold', values.hold ?? '30', [0, 3_650]);
    return asOperator(values, stopSignal(), async (operated) =>
      report(await restoreThrough(operated, holdDays), holdDays),
    );
  }
  if (values.hold !== undefined) throw new UsageError('--hold and --from exclude each other');
  if (keyFile === undefined) throw new UsageError('--key is missing');
  requireFile(file);
  requireFile(keyFile);
  const invitations = values.invitations ?? `${file}.invitations.txt`;
  const whole = await readBackup({ file, keyFile });
  return asOperator(values, stopSignal(), async (operated) =>
    reportBack(await bringCenterBack(operated, { file, keyFile }, whole), invitations),
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

function reportBack(
  { ccid, at, counts, invitations, destinations }: BroughtBack,
  invitationsFile: string,
): number {
  console.log(`Contact center ${ccid} is back as it was at ${at}, and its audit log is whole.`);
  for (const [what, count] of Object.entries(counts)) console.log(`  ${what.padEnd(20)}${count}`);
  if (invitations.size > 0) {
    const lines = [...invitations].map(([name, link]) => `${name}  ${link}\n`);
    writeFileSync(invitationsFile, lines.join(''), { mode: 0o600 });
    console.log(
      `The invitations of ${invitations.size} users are in ${invitationsFile}: pass them on, and delete it.`,
    );
  }
  console.log(
    'It has no records: import them. Nobody knows the secrets of its clients, API keys and webhooks: make',
  );
  console.log('new ones. Second factors, and secrets of issuers’ clients, are set up anew.');
  for (const { job, endpoint } of destinations)
    console.log(`Job ${job} copied its files to ${endpoint}: set its destination anew.`);
  console.log(
    `It is suspended: npm run center -- resume --ccid ${ccid} lets it go on. What is due starts then.`,
  );
  return 0;
}
