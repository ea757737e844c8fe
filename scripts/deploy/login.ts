import { z } from 'zod';
import { CommandError } from '../cli/command.ts';
import { runWrangler } from '../dev/wrangler.ts';
import { Cloudflare, CloudflareError } from './cloudflare.ts';
import { TOKENS } from './remedies.ts';

/** Who deploys, and where. */
export interface Login {
  readonly cloudflare: Cloudflare;
  readonly account: { readonly id: string; readonly name: string };
  /** Where the login is from, for people. */
  readonly from: string;
}

const kept = z.object({ type: z.string(), token: z.string() });
const accounts = z.array(z.object({ id: z.string(), name: z.string() }));

/** The login of CLOUDFLARE_API_TOKEN, else that of `wrangler login`, and the one account that it is for. */
export async function logIn(signal: AbortSignal): Promise<Login> {
  const given = process.env['CLOUDFLARE_API_TOKEN'];
  const token = given ? given : await keptToken(signal);
  const from = given ? 'CLOUDFLARE_API_TOKEN' : 'wrangler login';
  const bare = new Cloudflare(token, '', signal);
  const account = await accountOf(bare, from);
  return { cloudflare: bare.of(account.id), account, from };
}

async function keptToken(signal: AbortSignal): Promise<string> {
  const output = await runWrangler(['auth', 'token', '--json'], null, signal).catch(() => '');
  const found = kept.safeParse(jsonIn(output));
  if (found.success) return found.data.token;
  throw new CommandError(
    `There is no login for Cloudflare. Run "npx wrangler login" (it opens a browser), or make a token at ${TOKENS} and put it into the environment variable CLOUDFLARE_API_TOKEN.`,
  );
}

async function accountOf(cloudflare: Cloudflare, from: string): Promise<Login['account']> {
  const list = await listed(cloudflare, from);
  const wanted = process.env['CLOUDFLARE_ACCOUNT_ID'];
  if (wanted) {
    const found = list.find(({ id }) => id === wanted);
    if (found) return found;
    // A token that may not list accounts may be of this one all the same.
    if (list.length === 0) return { id: wanted, name: 'of CLOUDFLARE_ACCOUNT_ID' };
    throw new CommandError(
      `CLOUDFLARE_ACCOUNT_ID names the account ${wanted}, which the login (${from}) does not reach. It reaches: ${shown(list)}.`,
    );
  }
  const [only, ...others] = list;
  if (only && others.length === 0) return only;
  if (!only)
    throw new CommandError(
      `The login (${from}) reaches no account: give the token the permission "Account · Account Settings · Read" at ${TOKENS}, or name the account by CLOUDFLARE_ACCOUNT_ID.`,
    );
  throw new CommandError(
    `The login (${from}) reaches several accounts: ${shown(list)}. Say which one by the environment variable CLOUDFLARE_ACCOUNT_ID.`,
  );
}

async function listed(cloudflare: Cloudflare, from: string): Promise<z.infer<typeof accounts>> {
  try {
    return await cloudflare.ask({
      doing: 'list the accounts',
      path: '~/accounts?per_page=50',
      answer: accounts,
    });
  } catch (error) {
    if (!(error instanceof CloudflareError) || error.status >= 500) throw error;
    throw new CommandError(
      `Cloudflare does not take the login (${from}): ${error.message.replace(/^.*?\(/, '').replace(/\).*$/s, '')}. The token is wrong, expired or withdrawn: make another one at ${TOKENS}, or run "npx wrangler login".`,
    );
  }
}

const shown = (list: z.infer<typeof accounts>): string =>
  list.map(({ id, name }) => `${name} (${id})`).join(', ');

function jsonIn(output: string): unknown {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}
