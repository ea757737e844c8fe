import { CommandError } from '../cli/command.ts';
import { runWrangler } from '../dev/wrangler.ts';
import { explainWrangler } from './remedies.ts';
import { wranglerConfig } from './wrangler-config.ts';
import type { World } from './world.ts';

/** Runs wrangler on the environment's own configuration; `doing` ends the sentence "wrangler failed to …". */
export async function runDeployWrangler(world: World, doing: string, args: readonly string[]): Promise<void> {
  world.folder.write(world.folder.config, wranglerConfig(world));
  try {
    await runWrangler([...args, '--config', world.folder.config], null, world.signal);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const said = explainWrangler(error.message.replace(/^.*\n/, ''), doing);
    throw new CommandError(`wrangler failed to ${doing}. It said:\n${said}`);
  }
}
