import type { Command } from 'commander';
import { grantOf, requestTokens } from '../../../src/client/sign-in.ts';
import { CommandError } from '../../cli/command.ts';
import { openPrompt } from '../../cli/prompt.ts';
import type { Prompt } from '../../cli/prompt.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { baseUrl, DEFAULT_URL } from '../connection.ts';
import { DEFAULT_PROFILE, profilesFile, readProfiles, writeProfiles } from '../profiles.ts';
import { table } from '../shown.ts';

interface Options {
  readonly clientId?: string;
  readonly user?: string;
}

/** `udm login`, `udm logout` and `udm profiles`: who is asking whom. */
export function loginCommands(program: Command): void {
  program
    .command('login')
    .description('sign in, and stay signed in')
    .option('--client-id <id>', 'OAuth client')
    .option('--user <name>', 'user, or CONTACT-CENTER\\user; "" for the client itself')
    .addHelpText('after', LOGIN_HELP)
    .action(acting<Options>(login));
  program.command('logout').description('forget a sign-in').action(acting(logout));
  const profiles = program.command('profiles').description('show the sign-ins that are kept, choose one');
  profiles.command('list', { isDefault: true }).alias('ls').description('list them').action(acting(list));
  profiles.command('use <name>').description('mean this one where none is named').action(acting(use));
}

const LOGIN_HELP = `
What is missing is asked for: address, client, its secret, user, password. From
a pipe each answer is one line, in this order. Secrets are no options, since
every process could read them there. Kept are the tokens and the client's
secret, which renews them, in a file that you alone can read; the password is
not kept. --profile names the sign-in, so that there can be several.`;

async function login(udm: Udm, _: readonly string[], options: Options): Promise<void> {
  const { profile: name = process.env['UDM_PROFILE'] ?? DEFAULT_PROFILE, url: given } = udm.common;
  const all = readProfiles();
  const before = all.profiles[name];
  const prompt = openPrompt();
  try {
    const url = baseUrl(given ?? (await prompt.ask('Address of the service', before?.url ?? DEFAULT_URL)));
    const clientId = options.clientId ?? (await needed(prompt, 'Client id', before?.clientId));
    const clientSecret = await prompt.askSecret('Client secret');
    const named = options.user ?? (await prompt.ask('User (empty: the client itself)', before?.user ?? ''));
    const user = named ? { name: named, password: await prompt.askSecret('Password') } : null;
    const client = { url, clientId, clientSecret };
    const tokens = await requestTokens(client, grantOf({ user }), { signal: udm.signal });
    const kept = { ...client, user: user?.name ?? null, tokens };
    writeProfiles({ current: name, profiles: { ...all.profiles, [name]: kept } });
  } finally {
    prompt.close();
  }
  const { url, user, clientId } = readProfiles().profiles[name] ?? { url: '', user: null, clientId: '' };
  udm.result(
    { profile: name, url, user },
    `Signed in to ${url} as ${user ?? clientId}. The sign-in is kept in ${profilesFile()}`,
    '',
  );
}

async function needed(prompt: Prompt, question: string, initial = ''): Promise<string> {
  const answer = await prompt.ask(question, initial);
  if (!answer) throw new CommandError(`${question} is missing.`);
  return answer;
}

async function logout(udm: Udm): Promise<void> {
  const all = readProfiles();
  const name = udm.common.profile ?? all.current;
  if (!Object.hasOwn(all.profiles, name)) throw new CommandError(`There is no profile "${name}".`);
  const { [name]: gone, ...profiles } = all.profiles;
  const current = all.current === name ? (Object.keys(profiles)[0] ?? DEFAULT_PROFILE) : all.current;
  writeProfiles({ current, profiles });
  udm.result({ profile: name }, `Forgot the sign-in "${name}" to ${gone?.url ?? ''}.`, '');
}

async function list(udm: Udm): Promise<void> {
  const { current, profiles } = readProfiles();
  const items = Object.entries(profiles).map(([name, { url, user, clientId }]) => ({
    name,
    current: name === current,
    url,
    user: user ?? `${clientId} (client)`,
  }));
  const rows = items.map((item) => [item.current ? '*' : '', item.name, item.url, item.user]);
  const text =
    rows.length === 0
      ? 'There is no sign-in: "udm login" makes one.'
      : table(['', 'PROFILE', 'SERVICE', 'AS'], rows, { elastic: 2, columns: null });
  udm.result(items, text, items.map(({ name }) => name).join('\n'));
}

async function use(udm: Udm, [name = '']: readonly string[]): Promise<void> {
  const all = readProfiles();
  if (!Object.hasOwn(all.profiles, name))
    throw new CommandError(`There is no profile "${name}": make it with "udm login --profile ${name}".`);
  writeProfiles({ ...all, current: name });
  udm.result({ profile: name }, `"${name}" is meant from now on.`, '');
}
