import { CommandError } from '../cli/command.ts';
import { logIn } from './login.ts';
import { preflight } from './preflight.ts';
import type { Mode } from './walk.ts';
import type { World } from './world.ts';

/** Logs in and looks after what the account must have. Null of a dry run that cannot. */
export async function prepare(
  { names, folder, signal }: Pick<World, 'names' | 'folder' | 'signal'>,
  mode: Mode,
): Promise<World | null> {
  try {
    const login = await logIn(signal);
    const { cloudflare, account } = login;
    console.log(
      `Account ${account.name} (${account.id}), login from ${login.from}, environment ${names.environment}.`,
    );
    const { origin, notes } = await preflight(cloudflare, names, folder.domain);
    for (const note of notes) console.log(note);
    const found = { databaseId: null, version: null };
    return { names, folder, login, cloudflare, origin, signal, found, say };
  } catch (error) {
    if (mode !== 'dry-run' || !(error instanceof CommandError)) throw error;
    console.log(`${error.message}\n\nNothing could be looked at. In an empty account this would be made:`);
    return null;
  }
}

function say(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K    … ${text}\r`);
}
