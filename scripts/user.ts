import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { checkNewPassword } from '../src/identity/password-rules.ts';
import { newSecret } from '../src/identity/secrets.ts';
import { failureText } from '../src/labels/failures/words.ts';
import { CommandError, readArguments, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { PROJECT } from './dev/wrangler.ts';
import { askPassword } from './user/ask-password.ts';
import { executeSql } from './user/database.ts';
import { readAccount, type NamedAccount } from './user/options.ts';
import { addRemoteClient, addRemoteUser, type AddedAccount, type Deployment } from './user/remote.ts';
import { insertClient, insertUser } from './user/statements.ts';

const HELP = `npm run user -- add --ccid CCID --name NAME --role ROLE... [place]
npm run user -- add-client --ccid CCID --name NAME --role ROLE... [place]

Adds a user, or an OAuth client, of a contact center; a new contact center needs nothing else. Names are unique in a
contact center. Works while the service runs.

The password comes from the environment variable UDM_PASSWORD, else from one line of standard input, else it is asked
for: no secret is an argument, which every process could read. A client's secret is made, and printed once.

  --role ROLE         exporter, importer, administrator, auditor or security; may be repeated
  --persist-to DIR    the local database of "npm run dev" in this folder (.dev in the project)
  --remote            a deployment, through its own operations; an empty password makes an invitation there
  --url URL           the deployment's address
  --profile NAME      as whom, of the sign-ins that "udm login" keeps; the first users and clients of a contact center are
                      added with the environment variable OPERATOR_KEY in its place
  --help              this text`;

const OPTIONS = {
  ccid: { type: 'string' },
  name: { type: 'string' },
  id: { type: 'string' },
  role: { type: 'string', multiple: true },
  'persist-to': { type: 'string' },
  remote: { type: 'boolean', default: false },
  url: { type: 'string' },
  profile: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  refuseSecrets(args);
  const { values, positionals } = readArguments({ args, options: OPTIONS, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [verb, ...more] = positionals;
  if ((verb !== 'add' && verb !== 'add-client') || more.length > 0) {
    throw new UsageError('The command is "add" or "add-client"');
  }
  const kind = verb === 'add' ? 'user' : 'client';
  const account = readAccount({ ...values, name: values.name ?? values.id });
  const { remote, url, profile, 'persist-to': folder } = values;
  if (!remote) {
    await addLocally(kind, account, resolve(folder ?? `${PROJECT}.dev`));
    return 0;
  }
  if (folder !== undefined) throw new UsageError('--remote and --persist-to exclude each other');
  if (!url) throw new UsageError('--remote needs --url, the address of the deployment');
  const operatorKey = process.env['OPERATOR_KEY'];
  const deployment = { url, profile, operatorKey, signal: stopSignal() };
  report(kind, account, await addRemotely(kind, account, deployment));
  return 0;
});

/** Before the arguments are read: whoever passes a secret is told why it is refused, and where it belongs. */
function refuseSecrets(args: readonly string[]): void {
  const given = args.find((arg) => /^--(password|secret)(=|$)/.test(arg));
  if (given === undefined) return;
  const option = given.replace(/=.*$/s, '');
  throw new UsageError(
    `${option} is refused: secrets never travel as command-line arguments, which every process can read. The password is read from UDM_PASSWORD, else from one line of standard input, else it is asked for; a client's secret is made`,
  );
}

async function addRemotely(
  kind: 'user' | 'client',
  account: NamedAccount,
  deployment: Deployment,
): Promise<AddedAccount> {
  if (kind === 'client') return addRemoteClient(deployment, account);
  const password = await askPassword('Password (empty: an invitation)');
  return addRemoteUser(deployment, account, password || undefined);
}

async function addLocally(kind: 'user' | 'client', account: NamedAccount, persistTo: string): Promise<void> {
  const made = newSecret((count) => new Uint8Array(randomBytes(count)));
  const secret = kind === 'client' ? made.secret : await goodPassword(account);
  const now = Date.now();
  const insert =
    kind === 'user'
      ? await insertUser({ ...account, secret }, now)
      : insertClient({ ...account, secret }, now);
  try {
    await executeSql(`${insert};\n`, { persistTo }, stopSignal());
  } catch (error) {
    throw explained(error, kind, account.name);
  }
  report(kind, account, kind === 'client' ? { id: account.name, secret } : {});
}

async function goodPassword(account: NamedAccount): Promise<string> {
  const password = await askPassword('Password');
  const judged = checkNewPassword(password, account);
  if (!judged.ok) throw new CommandError(failureText({ ...judged.failure, field: 'The password' }));
  return password;
}

function report(
  kind: string,
  { name, ccid, roles }: NamedAccount,
  { id, secret, invitation }: AddedAccount,
): void {
  console.log(`Added ${kind} ${name} to contact center ${ccid} (${roles.join(', ')}).`);
  if (secret) console.log(`Client id: ${id}\nSecret, shown this once: ${secret}`);
  if (invitation) console.log(`Invitation, good once within 72 hours: ${invitation}`);
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
