import type { Command } from 'commander';
import { z } from 'zod';
import { openSession } from '../../../src/client/session.ts';
import { grantOf, requestTokens, callBack } from '../../../src/client/sign-in.ts';
import { CommandError } from '../../cli/command.ts';
import { openPrompt } from '../../cli/prompt.ts';
import type { Prompt } from '../../cli/prompt.ts';
import { signInByBrowser } from '../browser-sign-in.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { baseUrl, DEFAULT_URL } from '../connection.ts';
import { explainError } from '../explain-error.ts';
import { DEFAULT_PROFILE, profilesFile, readProfiles, writeProfiles } from '../profiles.ts';
import type { Profile } from '../profiles.ts';
import { table } from '../shown.ts';
import { signInByPassword } from '../sign-in-again.ts';

interface Options {
  readonly clientId?: string;
  readonly user?: string;
  readonly browser?: boolean;
}

/** `udm login`, `udm logout` and `udm profiles`: who is asking whom. */
export function loginCommands(program: Command): void {
  program
    .command('login')
    .description('sign in, and stay signed in')
    .option('--browser', 'sign in by your browser: nothing is typed here')
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
--browser opens a page of the service, where you sign in and allow it; a second
factor is asked for there. Without it what is missing is asked for: address,
client, its secret, user, password, and a code where the user has a second
factor. From a pipe each answer is one line, in this order. Secrets are no
options, since every process could read them there. Kept are the tokens and the
client's
secret, which renews them, in a file that you alone can read; the password is
not kept. --profile names the sign-in, so that there can be several.`;

async function login(udm: Udm, _: readonly string[], options: Options): Promise<void> {
  const { profile: name = process.env['UDM_PROFILE'] ?? DEFAULT_PROFILE } = udm.common;
  const before = readProfiles().profiles[name];
  const kept = await (options.browser ? byBrowser(udm, before) : byQuestions(udm, options, before));
  writeProfiles({ current: name, profiles: { ...readProfiles().profiles, [name]: kept } });
  const { url, user, clientId } = kept;
  udm.result(
    { profile: name, url, user },
    `Signed in to ${url} as ${user ?? clientId}. The sign-in is kept in ${profilesFile()}`,
    '',
  );
}

const whoever = z.object({ ccid: z.string(), name: z.string() });

async function byBrowser(udm: Udm, before: Profile | undefined): Promise<Profile> {
  const url = baseUrl(udm.common.url ?? (await asked(addressOf(before))));
  const { client, tokens } = await signInByBrowser(url, udm);
  const me = await openSession({ url, bearer: async () => `Bearer ${tokens.access}` }).get('/me', whoever);
  return { ...client, user: me && `${me.ccid}\\${me.name}`, tokens };
}

async function byQuestions(
  udm: Udm,
  { clientId: givenId, user: givenUser }: Options,
  before: Profile | undefined,
): Promise<Profile> {
  return asked(async (prompt) => {
    const url = baseUrl(udm.common.url ?? (await addressOf(before)(prompt)));
    const clientId = givenId ?? (await needed(prompt, 'Client id', before?.clientId));
    const clientSecret = await prompt.askSecret('Client secret');
    const named = givenUser ?? (await prompt.ask('User (empty: the client itself)', before?.user ?? ''));
    const user = named ? { name: named, password: await prompt.askSecret('Password') } : null;
    const client = { url, clientId, clientSecret };
    const patience = { signal: udm.signal };
    const tokens = user
      ? await signInByPassword(prompt, client, { user, patience })
      : await requestTokens(client, grantOf({ user }), patience);
    return { ...client, user: user?.name ?? null, tokens };
  });
}

const addressOf = (before: Profile | undefined) => (prompt: Prompt) =>
  prompt.ask('Address of the service', before?.url ?? DEFAULT_URL);

async function asked<T>(ask: (prompt: Prompt) => Promise<T>): Promise<T> {
  const prompt = openPrompt();
  try {
    return await ask(prompt);
  } finally {
    prompt.close();
  }
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
  if (gone?.tokens.refresh) await called(udm, gone, gone.tokens.refresh);
  writeProfiles({ current, profiles });
  udm.result({ profile: name }, `Forgot the sign-in "${name}" to ${gone?.url ?? ''}.`, '');
}

/** A service that is away keeps nobody from forgetting: what it does not hear of ends by itself. */
async function called(udm: Udm, kept: Profile, refresh: string): Promise<void> {
  try {
    await callBack(kept, refresh, { signal: udm.signal });
  } catch (error) {
    udm.say(
      `The service was not told, so that the sign-in ends there in 30 days: ${String(explainError(error))}`,
    );
  }
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
