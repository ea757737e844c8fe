import { resolve } from 'node:path';
import { UsageError } from '../cli/command.ts';
import { deployedWorld, ENVIRONMENT_OPTIONS } from '../deploy/environment.ts';
import { putSecrets } from '../deploy/resources/secrets.ts';
import { requireOperatorKey } from '../deploy/world.ts';
import { putLocalSecrets } from '../dev/secrets.ts';
import { PROJECT } from '../dev/wrangler.ts';
import type { Operated } from '../operator/ask-operator.ts';
import { asOperator, PLACE_HELP, PLACE_OPTIONS } from '../operator/operated.ts';
import type { ShownKeys } from './shown.ts';

/** A service whose keys are looked at and changed. */
export interface KeyPlace {
  readonly operated: Operated;
  /** Puts secrets, and takes those out that are null. */
  readonly put: (secrets: Readonly<Record<string, string | null>>) => Promise<void>;
  /** How long before it signs a key is put. */
  readonly leadMs: (keys: ShownKeys) => number;
  /** Whether the service knows what was put when it is started anew, and not before. */
  readonly restarts: boolean;
}

export const KEY_PLACE_OPTIONS = {
  ...PLACE_OPTIONS,
  ...ENVIRONMENT_OPTIONS,
} as const;

export const KEY_PLACE_HELP = `  --env NAME          a deployment that "npm run deploy" made ("production"); needs a login, as that does
  --folder DIR        where "npm run deploy" keeps its notes (.deploy in the project)
${PLACE_HELP}
                      (list and rewrap alone: keys are put with a login)`;

interface Options {
  readonly env?: string | undefined;
  readonly folder: string;
  readonly 'persist-to'?: string | undefined;
  readonly remote: boolean;
  readonly url?: string | undefined;
}

/** Does something with the keys of a deployment, or of a local folder. */
export async function atKeys<T>(
  options: Options,
  signal: AbortSignal,
  act: (place: KeyPlace) => Promise<T>,
): Promise<T> {
  if (options.env === undefined) return atFolder(options, signal, act);
  if (options.remote || options['persist-to'] !== undefined)
    throw new UsageError('--env goes without --remote and --persist-to');
  const world = await deployedWorld({ env: options.env, folder: options.folder }, signal);
  return act({
    operated: { url: world.origin, key: requireOperatorKey(world), signal },
    put: (secrets) => putSecrets(world, secrets),
    leadMs: ({ leadSeconds }) => leadSeconds * 1_000,
    restarts: false,
  });
}

/** One isolate serves a folder, and reads its secrets as it starts: a key may sign at once. */
const atFolder = <T>(
  options: Options,
  signal: AbortSignal,
  act: (place: KeyPlace) => Promise<T>,
): Promise<T> =>
  asOperator(options, signal, (operated) =>
    act({
      operated,
      put: async (secrets) => {
        if (options.remote)
          throw new UsageError(
            'Keys are put with a login: name the deployment by --env, in place of --remote',
          );
        putLocalSecrets(resolve(options['persist-to'] ?? `${PROJECT}.dev`), secrets);
      },
      leadMs: () => 0,
      restarts: true,
    }),
  );
