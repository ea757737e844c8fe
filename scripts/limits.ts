import { resolve } from 'node:path';
import { CommandError, readArguments, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { PROJECT } from './dev/wrangler.ts';
import { LIMIT_NAMES, readChanges, shownLimits } from './limits/changes.ts';
import { selectLimits, upsertLimits } from './limits/statements.ts';
import { querySql } from './user/database.ts';
import { readCcid } from './user/options.ts';

const HELP = `npm run limits -- --ccid CCID [--set NAME=VALUE,...] [place]

Shows what a contact center may have at most, or changes it. What is there already stays, also where it is more.

  --set NAME=VALUE    changes limits; VALUE is a whole number, or "default"; several are parted by commas:
${LIMIT_NAMES}
  --persist-to DIR    the local database of "npm run dev" in this folder (.dev in the project)
  --remote            the deployed database (needs wrangler's credentials)
  --help              this text

Works while the service runs: jobs and bytes count at once, runs within a minute, history items within a day.`;

const OPTIONS = {
  ccid: { type: 'string' },
  set: { type: 'string', multiple: true },
  'persist-to': { type: 'string' },
  remote: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const folder = values['persist-to'];
  if (values.remote && folder !== undefined)
    throw new UsageError('--remote and --persist-to exclude each other');
  const ccid = readCcid(values.ccid);
  const changes = readChanges(values.set ?? []);
  const target = values.remote ? 'remote' : { persistTo: resolve(folder ?? `${PROJECT}.dev`) };
  const ask = async (sql: string) => querySql(sql, target, stopSignal());
  try {
    if (changes) await ask(upsertLimits(ccid, changes));
    const [row] = await ask(selectLimits(ccid));
    console.log(`Limits of contact center ${ccid}:`);
    for (const line of shownLimits(row ?? {})) console.log(`  ${line}`);
    if (row?.['belongs'] === 0)
      console.log(`No user, client or job of ${ccid} is on file: is the name right?`);
  } catch (error) {
    const text = error instanceof CommandError ? error.message : '';
    if (!text.includes('no such table')) throw error;
    throw new CommandError(
      'There is no database yet: start "npm run dev" on this folder once, or apply the migrations.',
      { cause: error },
    );
  }
  return 0;
});
