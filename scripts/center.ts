import { LIMIT_NAMES, readChanges } from './center/limits.ts';
import { listCenters, VERBS } from './center/verbs.ts';
import { readArguments, runCommand, UsageError } from './cli/command.ts';
import { confirmName } from './cli/confirm-name.ts';
import { stopSignal } from './cli/signals.ts';
import { asOperator, PLACE_HELP, PLACE_OPTIONS } from './operator/operated.ts';
import { readCcid } from './user/options.ts';

const HELP = `npm run center -- list [place]
npm run center -- create|show|limits|suspend|resume|remove --ccid CCID [options] [place]

Contact centers, as the operator of a deployment sees them.

  list      all of them
  create    --admin NAME   its first administrator, who is invited; more is up to them
  show      what it has, counted to 1,000, and what it may have
  limits    --set NAME=VALUE   changes what it may have at most; several are parted by commas. VALUE is a whole number, or
            "default". What is there already stays, but history items. Jobs and bytes count at once, runs within a
            minute, history items within a day
${LIMIT_NAMES}
  suspend   nobody of it is let in, within a minute; what is due waits; runs in progress go to their end, of which webhooks,
            mails and streams are still told
  resume    goes on with a suspended one
  remove    suspends it, and removes all that it has ever had: this cannot be undone. May be repeated where it was cut off
            --with-audit     its audit log, too, which else stays for its AUDIT_DAYS
            --receipt FILE   what was removed, and that nothing was left, as JSON
            --yes            without asking

${PLACE_HELP}
  --help              this text

Exit code 0 when it was done.`;

const OPTIONS = {
  ...PLACE_OPTIONS,
  ccid: { type: 'string' },
  admin: { type: 'string' },
  set: { type: 'string', multiple: true },
  'with-audit': { type: 'boolean', default: false },
  receipt: { type: 'string' },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;
const read = (args: string[]) => readArguments({ args, options: OPTIONS, allowPositionals: true });

await runCommand(async (args) => {
  const { values, positionals } = read(args);
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [verb = '', ...more] = positionals;
  if (more.length > 0) throw new UsageError(`"${more[0]}" is one word too many`);
  if (verb === 'list') {
    await asOperator(values, stopSignal(), listCenters);
    return 0;
  }
  const known = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (!known) throw new UsageError(`The command is list, ${Object.keys(VERBS).join(', ')}, not "${verb}"`);
  for (const option of ['admin', 'set', 'with-audit', 'receipt', 'yes'] as const)
    if (values[option] && !known.takes.includes(option)) throw new UsageError(`${verb} takes no --${option}`);
  const ccid = readCcid(values.ccid);
  if (verb === 'create' && !values.admin) throw new UsageError('--admin is missing');
  if (verb === 'limits') readChanges(values.set ?? []);
  if (verb === 'remove' && !values.yes)
    await confirmName(
      ccid,
      `All jobs, files, records, users and keys of contact center ${ccid} will be removed for good. Type its name to go on`,
    );
  await asOperator(values, stopSignal(), (on) => known.act(on, ccid, values));
  return 0;
});
