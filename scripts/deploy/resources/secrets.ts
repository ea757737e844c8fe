import { z } from 'zod';
import { ConfigError, readConfig } from '../../../src/config.ts';
import { CommandError } from '../../cli/command.ts';
import { SECRET_MAKERS } from '../../dev/secrets.ts';
import type { Names } from '../names.ts';
import type { Resource } from '../resource.ts';
import { operatorKey, type World } from '../world.ts';
import { latestVersion } from './versions.ts';

const NAMES = Object.keys(SECRET_MAKERS);
const listed = z.array(z.object({ name: z.string() }));

/**
 * The Worker's secrets. Only those that are not there are made; no key of a deployment is ever replaced here, and none is printed, kept
 * or passed as an argument: they go in the body of one request. Those alone are kept on this machine that are asked for again: the operator's,
 * the token of monitoring, and what alerts are signed with.
 */
export const secretsResource = ({ worker }: Names): Resource => {
  const path = `/workers/scripts/${worker}/secrets`;
  const missing = async ({ cloudflare }: World): Promise<readonly string[]> => {
    const found = await cloudflare.find({
      doing: 'list the secrets of the Workers script',
      path,
      answer: listed,
    });
    const there = new Set(found?.map(({ name }) => name));
    return NAMES.filter((name) => !there.has(name));
  };
  return {
    title: 'secrets of the Worker',
    about: NAMES.join(', '),
    look: async (world) => {
      const lacks = await missing(world);
      if (lacks.length === NAMES.length) return { is: 'absent' };
      return lacks.length > 0
        ? { is: 'different', how: `${lacks.join(', ')} missing` }
        : { is: 'right', note: NAMES.join(', ') };
    },
    make: async (world) => {
      const secrets = (await missing(world)).map((name) => [name, valueOf(name, world)]);
      await putSecrets(world, Object.fromEntries(secrets));
      world.found.version = await latestVersion(world);
    },
  };
};

/** Puts secrets, and takes those out that are null. All in one request: a Worker that has some of its keys answers nothing. */
export async function putSecrets(
  { cloudflare, names }: Pick<World, 'cloudflare' | 'names'>,
  secrets: Readonly<Record<string, string | null>>,
): Promise<void> {
  const put = Object.entries(secrets).map(([name, text]) => [
    name,
    text === null ? null : { name, text, type: 'secret_text' },
  ]);
  await cloudflare.ask({
    doing: 'put the secrets of the Workers script',
    path: `/workers/scripts/${names.worker}/secrets-bulk`,
    method: 'PATCH',
    body: { secrets: Object.fromEntries(put) },
    contentType: 'application/merge-patch+json',
    answer: z.unknown(),
  });
}

const keptIn = ({ folder }: World): Readonly<Record<string, string>> => ({
  OPERATOR_KEY: folder.operatorKey,
  METRICS_TOKEN: folder.metricsToken,
  ALERTS_SECRET: folder.alertsSecret,
});

/** One that stands in the environment under its name is taken as it is: so can keys be kept in a vault. */
function valueOf(name: string, world: World): string {
  const make = SECRET_MAKERS[name];
  if (!make) throw new Error(`nothing makes the secret ${name}`);
  const given = name === 'OPERATOR_KEY' ? operatorKey(world) : process.env[name];
  if (given) return checked(name, given);
  const made = make('k1');
  // Kept before it is put: what is put cannot be read again.
  const file = keptIn(world)[name];
  if (file !== undefined) world.folder.write(file, `${made}\n`);
  return made;
}

/** Throws with the service's own words where it would not take a secret; they name it, and show nothing of it. */
function checked(name: string, given: string): string {
  const others = Object.entries(SECRET_MAKERS).map(([other, make]) => [other, make('k1')]);
  const vars = { ISSUER: 'issuer', AUDIENCE: 'audience', RETENTION_DAYS: '1', MAX_VOLUME_MB: '1' };
  try {
    readConfig({ ...vars, ...Object.fromEntries(others), [name]: given });
    return given;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new CommandError(
      `The secret in the environment is not one that the service takes: ${error.wrong}.`,
    );
  }
}
