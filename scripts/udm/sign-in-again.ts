import type { Patience } from '../../src/client/requests.ts';
import { grantOf, RefusedSignIn, requestTokens } from '../../src/client/sign-in.ts';
import type { OAuthClient, Tokens } from '../../src/client/sign-in.ts';
import { signInByBrowser } from './browser-sign-in.ts';
import { openPrompt } from '../cli/prompt.ts';
import type { Prompt } from '../cli/prompt.ts';

/** Signs a user in by password, and asks for a code where the user has a second factor. */
export async function signInByPassword(
  prompt: Prompt,
  client: OAuthClient,
  { user, patience }: { readonly user: { name: string; password: string }; readonly patience: Patience },
): Promise<Tokens> {
  const grant = grantOf({ user });
  try {
    return await requestTokens(client, grant, patience);
  } catch (error) {
    if (!(error instanceof RefusedSignIn) || error.failure !== 'second-factor-needed') throw error;
    const otp = await prompt.ask('Code of the second factor');
    return requestTokens(client, { ...grant, otp }, patience);
  }
}

/**
 * Has a person whose sign-in is too old for what they want sign in again: by a browser, where they did before, or by the password. What a
 * pipe says is for the command, so only a terminal is asked.
 */
export async function signInOnceMore(
  { url, clientId, clientSecret }: OAuthClient,
  name: string,
  { patience, login }: { readonly patience: Patience; readonly login: string },
): Promise<Tokens> {
  const words = 'This needs a sign-in within the last five minutes';
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const client = { url, clientId, clientSecret };
  if (clientSecret === '') {
    say(`${words}.`);
    const { signal = new AbortController().signal } = patience;
    return (await signInByBrowser(url, { signal, say })).tokens;
  }
  if (!process.stdin.isTTY) throw new RefusedSignIn(403, `${words}: sign in again with "${login}".`);
  say(`${words}: give the password of ${name} again.`);
  const prompt = openPrompt();
  try {
    const password = await prompt.askSecret('Password');
    return await signInByPassword(prompt, client, { user: { name, password }, patience });
  } finally {
    prompt.close();
  }
}
