import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig, SETTINGS } from '../../src/config.ts';
import { nearestName } from '../../src/model/nearest-name.ts';
import { CommandError, UsageError } from '../cli/command.ts';
import { localSecrets } from './secrets.ts';
import { PROJECT } from './wrangler.ts';

/** `NAME = "value"` of wrangler.toml, and `NAME='value'` of the file of secrets. */
const SETTING = /^(?<name>[A-Z_]+) ?= ?(?<quote>["'])(?<value>.*)\k<quote>$/gm;

/** Throws at once, with the service's own words, what it would fail over when it starts. `vars` are `KEY:VALUE`. */
export function checkSettings(vars: readonly string[], persistTo: string): void {
  const given = vars.map((item) => [item.slice(0, item.indexOf(':')), item.slice(item.indexOf(':') + 1)]);
  const unknown = given.find(([name = '']) => !SETTINGS.includes(name))?.[0];
  if (unknown !== undefined)
    throw new UsageError(
      `There is no setting ${unknown}; the nearest is ${nearestName(unknown, SETTINGS) ?? 'none'}`,
    );
  const file = localSecrets(persistTo);
  const secrets = settingsOf(file);
  const env: Readonly<Record<string, string>> = {
    ...settingsOf(join(PROJECT, 'wrangler.toml')),
    ...secrets,
    ...Object.fromEntries(given),
  };
  try {
    readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const secret = Object.keys(secrets).some((name) => error.wrong.includes(`${name} (`));
    const kept = secret ? ` Secrets are kept in ${file}; without it new ones are made.` : '';
    throw new CommandError(`${error.message}${kept}`);
  }
}

const settingsOf = (file: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...readFileSync(file, 'utf8').matchAll(SETTING)].map(({ groups }) => [
      groups?.['name'],
      groups?.['value'],
    ]),
  );
