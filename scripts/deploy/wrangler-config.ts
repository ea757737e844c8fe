import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../cli/command.ts';
import { PROJECT } from '../dev/wrangler.ts';
import type { Notes } from './folder.ts';
import { queueNames } from './names.ts';
import type { World } from './world.ts';

/** A line of wrangler.toml, and what stands there in the environment's configuration. */
type Change = readonly [line: RegExp, becomes: string];

export const projectConfig = (): string => readFileSync(`${PROJECT}wrangler.toml`, 'utf8');

/**
 * wrangler.toml with the names, ids and address of an environment, and with absolute paths, since it lies elsewhere. Throws where a line
 * that is to be changed is not there once: what would be deployed then is not what was meant.
 */
export function wranglerConfig(
  world: Pick<World, 'names' | 'found' | 'login' | 'origin' | 'folder'>,
): string {
  const { names, found } = world;
  let text = projectConfig();
  for (const [line, becomes] of changes(world)) {
    const times = [...text.matchAll(new RegExp(line, 'gm'))].length;
    if (times !== 1)
      throw new CommandError(
        `wrangler.toml has the line ${line.source} ${times} times, and it must be there once.`,
      );
    text = text.replace(new RegExp(line, 'm'), () => becomes);
  }
  if (world.folder.notes.mailFrom !== null) text += '\n[[send_email]]\nname = "MAIL"\n';
  for (const [queue, name] of queueNames(names)) text = text.replaceAll(`"${queue}"`, `"${name}"`);
  const made = '# Made by "npm run deploy" from wrangler.toml, anew each time: changes belong there.\n';
  return found.databaseId === null ? text : made + text;
}

function changes({
  names,
  found,
  login,
  origin,
  folder,
}: Parameters<typeof wranglerConfig>[0]): readonly Change[] {
  const value = (key: string, text: string) => `${key} = ${JSON.stringify(text)}`;
  const path = (key: string, relative: string) => value(key, join(PROJECT, relative));
  return [
    [
      /^name = "user-data-management"$/,
      `${value('name', names.worker)}\n${value('account_id', login.account.id)}`,
    ],
    [/^main = ".*"$/, path('main', 'src/index.ts')],
    [/^workers_dev = true$/, addressOf(folder.domain)],
    [/^directory = "\.web"$/, path('directory', '.web')],
    [/^migrations_dir = "migrations"$/, path('migrations_dir', 'migrations')],
    [/^ORIGIN = ""$/, `${value('ORIGIN', origin)}${mailOf(folder.notes.mailFrom)}`],
    [/^database_name = ".*"$/, value('database_name', names.database)],
    [/^database_id = ".*"$/, value('database_id', found.databaseId ?? '')],
    [/^bucket_name = ".*"$/, bucketOf(names.bucket, folder.notes.jurisdiction)],
    [/^JURISDICTION = ".*"$/, value('JURISDICTION', folder.notes.jurisdiction)],
    [/^LOCATION = ""$/, value('LOCATION', locationOf(folder.notes))],
  ];
}

/** From where mails come, which `[vars]` has where some are sent. */
const mailOf = (from: string | null): string =>
  from === null ? '' : `\nMAIL_FROM = ${JSON.stringify(from)}`;

/** A hint counts only where there is no jurisdiction. */
const locationOf = ({ jurisdiction, location }: Notes): string =>
  jurisdiction === 'none' ? (location ?? '') : '';

/** A bucket that lies in a jurisdiction is found there alone. */
const bucketOf = (name: string, jurisdiction: string): string =>
  `bucket_name = ${JSON.stringify(name)}${jurisdiction === 'none' ? '' : `\njurisdiction = ${JSON.stringify(jurisdiction)}`}`;

/** Where the Worker answers: at its own host name alone, where it has one. */
const addressOf = (domain: string | null): string =>
  domain === null
    ? 'workers_dev = true\npreview_urls = false'
    : `workers_dev = false\npreview_urls = false\nroutes = [{ pattern = ${JSON.stringify(domain)}, custom_domain = true }]`;

/** What wrangler.toml says of a table's keys, each block of `[[name]]` for itself: enough for numbers and texts. */
export function tablesOf(text: string, name: string): readonly Readonly<Record<string, string | number>>[] {
  return text
    .split(/^(?=\[)/m)
    .filter((block) => block.startsWith(`[[${name}]]`))
    .map((block) =>
      Object.fromEntries(
        [...block.matchAll(/^(\w+) = (?:"(.*)"|(\d+))$/gm)].map(([, key = '', quoted, number]) => [
          key,
          quoted ?? Number(number),
        ]),
      ),
    );
}

/** A variable of `[vars]`. */
export function variableOf(text: string, name: string): string {
  const [, value] = new RegExp(`^${name} = "(.*)"$`, 'm').exec(text) ?? [];
  if (value === undefined) throw new CommandError(`wrangler.toml has no ${name}.`);
  return value;
}
