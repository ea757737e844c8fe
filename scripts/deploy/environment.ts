import { join, resolve } from 'node:path';
import { PROJECT } from '../dev/wrangler.ts';
import { Folder } from './folder.ts';
import { namesOf } from './names.ts';
import { prepare } from './prepare.ts';
import type { World } from './world.ts';

/** A deployment that "npm run deploy" made, as options of a command that needs its login. */
export const ENVIRONMENT_OPTIONS = {
  env: { type: 'string' },
  folder: { type: 'string', default: join(PROJECT, '.deploy') },
} as const;

/** Logs in to the account of a deployment, and finds its address. */
export async function deployedWorld(
  { env, folder }: { readonly env: string; readonly folder: string },
  signal: AbortSignal,
): Promise<World> {
  const names = namesOf(env);
  const world = await prepare(
    { names, folder: new Folder(resolve(folder), names.environment), signal },
    'check',
  );
  if (world === null) throw new Error('a check has logged in');
  return world;
}
