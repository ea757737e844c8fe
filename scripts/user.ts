import { resolve } from 'node:path';
import { CommandError, readArguments, runCommand, UsageError } from './cli/command.ts';
import { openPrompt } from './cli/prompt.ts';
import { stopSignal } from './cli/signals.ts';
import { PROJECT } from './dev/wrangler.ts';
import { executeSql } from './user/database.ts';
import { readAccount } from './user/options.ts';
import { insertClient, insertUser } from './user/statements.ts';

const HELP = `npm run user -- add --ccid CCID --name NAME [--password PASSWORD] --role ROLE... [place]
npm run user -- add-client --ccid CCID --id ID [--secret SECRET] --role ROLE... [place]

Adds a user, or an OAuth client, of a contact center; a new contact center needs nothing else.
Works while the service runs. Names and ids are unique in a deployment. A password or secret that is not given is asked
for (from a pipe: its first line), which keeps it out of the shell's history.

  --role ROLE         exporter, importer, administrator or auditor; may be repeated
  --persist-to DIR    the local database of "npm run dev" in this folder (.dev in the project)
  --remote            the deployed database (needs wrangler's credentials)
  --help              this text`;

const OPTIONS = {
  ccid: { type: 'string' },
  name: { type: 'string' },
  password: { type: 'string' },
  id: { type: 'string' },
  secret: { type: 'string' },
  role: { type: 'string', multiple: true },
  'persist-to': { type: 'string' },
  remote: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values, positionals } = readArguments({ args, options: OPTIONS, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [verb, ...more] = positionals;
  if ((verb !== 'add' && verb !== 'add-client') || more.length > 0) {
    throw new UsageError('The command is "add" or "add-client"');
  }
  const folder = values['persist-to'];
  if (values.remote && folder !== undefined)
    throw new UsageError('--remote and --persist-to exclude each other');
  const kind = verb === 'add' ? 'user' : 'client';
  const account = readAccount(kind, { ...values, ...(await asked(kind, values)) });
  const insert = kind === 'user' ? insertUser : insertClient;
  const target = values.remote ? 'remote' : { persistTo: resolve(folder ?? `${PROJECT}.dev`) };
  try {
    await executeSql(`${await insert(account, Date.now())};\n`, target, stopSignal());
  } catch (error) {
    throw explained(error, kind, account.name);
  }
  console.log(
    `Added ${kind} ${account.name} to contact center ${account.ccid} (${account.roles.join(', ')}).`,
  );
  return 0;
});

/** The password or secret, asked for where it is not given: others could read it in a list of processes. */
async function asked(
  kind: 'user' | 'client',
  { password, secret }: { readonly password?: string | undefined; readonly secret?: string | undefined },
): Promise<{ password?: string; secret?: string }> {
  if ((kind === 'user' ? password : secret) !== undefined) return {};
  const prompt = openPrompt();
  try {
    const answer = await prompt.askSecret(kind === 'user' ? 'Password' : 'Client secret');
    return kind === 'user' ? { password: answer } : { secret: answer };
  } finally {
    prompt.close();
  }
}

/** What SQLite says of a name that is taken, and of a folder that no service has prepared, in words. */
function explained(error: unknown, kind: string, name: string): unknown {
  const text = error instanceof CommandError ? error.message : '';
  if (text.includes('UNIQUE constraint failed'))
    return new CommandError(`The ${kind} "${name}" exists already.`);
  if (text.includes('no such table')) {
    return new CommandError(
      'There is no database yet: start "npm run dev" on this folder once, or apply the migrations.',
    );
  }
  return error;
}
