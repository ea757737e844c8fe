import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, UsageError } from '../cli/command.ts';
import { freePort } from '../dev/port.ts';
import { localSecrets } from '../dev/secrets.ts';
import { servedAt } from '../dev/served.ts';
import { startService } from '../dev/service.ts';
import { PROJECT } from '../dev/wrangler.ts';
import type { Operated } from './ask-operator.ts';

/** Where a command of the operator works, as options. */
export const PLACE_OPTIONS = {
  'persist-to': { type: 'string' },
  remote: { type: 'boolean', default: false },
  url: { type: 'string' },
} as const;

export const PLACE_HELP = `  --persist-to DIR    the folder of "npm run dev" (.dev in the project), served or not
  --remote            a deployment; its key comes in the environment variable OPERATOR_KEY
  --url URL           the deployment's address`;

interface Place {
  readonly 'persist-to'?: string | undefined;
  readonly remote: boolean;
  readonly url?: string | undefined;
}

/** Does something as the operator of a deployment, or of a local folder, whose service is started where it does not run. */
export async function asOperator<T>(
  place: Place,
  signal: AbortSignal,
  act: (operated: Operated) => Promise<T>,
): Promise<T> {
  const folder = place['persist-to'];
  if (place.remote) {
    if (folder !== undefined) throw new UsageError('--remote and --persist-to exclude each other');
    if (!place.url) throw new UsageError('--remote needs --url, the address of the deployment');
    const key = process.env['OPERATOR_KEY'];
    if (!key)
      throw new CommandError('Set the environment variable OPERATOR_KEY to the key of the deployment.');
    return act({ url: place.url, key, signal });
  }
  if (place.url !== undefined) throw new UsageError('--url goes with --remote');
  const persistTo = resolve(folder ?? `${PROJECT}.dev`);
  if (!existsSync(persistTo))
    throw new CommandError(`There is no folder ${persistTo}: name that of "npm run dev" by --persist-to.`);
  const key = keyIn(localSecrets(persistTo));
  const url = servedAt(persistTo);
  if (url) return act({ url, key, signal });
  const service = await startService({ port: await freePort(), persistTo, output: 2 }, signal);
  try {
    return await act({ url: service.url, key, signal });
  } finally {
    await service.stop();
  }
}

function keyIn(envFile: string): string {
  const [, key] = /^OPERATOR_KEY='([^']+)'$/m.exec(readFileSync(envFile, 'utf8')) ?? [];
  if (!key) throw new CommandError(`There is no OPERATOR_KEY in ${envFile}.`);
  return key;
}
