import { UsageError } from '../cli/command.ts';

/** The environment that has no name behind those of its things. */
export const PRODUCTION = 'production';

/** How the things of an environment are called at Cloudflare. */
export interface Names {
  readonly environment: string;
  readonly worker: string;
  readonly database: string;
  readonly bucket: string;
  /** Starts, slices, and where both go that were delivered in vain. */
  readonly queues: readonly string[];
}

const QUEUES = [
  'export-starts',
  'export-slices',
  'export-deliveries',
  'record-compactions',
  'export-slices-dead',
] as const;
const PROJECT_NAME = 'user-data-management';
/** Behind the longest name there is room for so many characters: a Worker's name is part of a host name, of 63 at most. */
const ENVIRONMENT = /^[a-z](?:[a-z0-9-]{0,18}[a-z0-9])?$/;

/** The names of an environment: those of wrangler.toml for `production`, with `-<environment>` behind them for any other. */
export function namesOf(environment: string): Names {
  if (!ENVIRONMENT.test(environment))
    throw new UsageError(
      `--env takes a name of 1 to 20 small letters, digits and "-", as "staging", not "${environment}"`,
    );
  const behind = environment === PRODUCTION ? '' : `-${environment}`;
  const [worker, database, bucket] = Array<string>(3).fill(`${PROJECT_NAME}${behind}`) as [
    string,
    string,
    string,
  ]; // three of one name
  return { environment, worker, database, bucket, queues: QUEUES.map((queue) => `${queue}${behind}`) };
}

/** What wrangler.toml calls a queue, and what the environment calls it. */
export const queueNames = (names: Names): readonly (readonly [string, string])[] =>
  QUEUES.map((queue, index) => [queue, names.queues[index] ?? queue]);
