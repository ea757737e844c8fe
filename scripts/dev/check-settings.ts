import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { CommandError } from '../cli/command.ts';
import { localSecrets } from './secrets.ts';
import { PROJECT } from './wrangler.ts';

/** `NAME = "value"` of wrangler.toml, and `NAME='value'` of the file of secrets. */
const SETTING = /^(?<name>[A-Z_]+) ?= ?(?<quote>["'])(?<value>.*)\k<quote>$/gm;

/** Throws at once, with the service's own words, what it would fail over when it starts. `vars` are `KEY:VALUE`. */
export function checkSettings(vars: readonly string[], persistTo: string): void {
  const given = vars.map((item) => [item.slice(0, item.indexOf(':')), item.slice(item.indexOf(':') + 1)]);
  const env: Readonly<Record<string, string>> = {
    ...settingsOf(join(PROJECT, 'wrangler.toml')),
    ...settingsOf(localSecrets(persistTo)),
    ...Object.fromEntries(given),
  };
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Error) throw new CommandError(error.message);
    throw error;
  }
}

const settingsOf = (file: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...readFileSync(file, 'utf8').matchAll(SETTING)].map(({ groups }) => [
      groups?.['name'],
      groups?.['value'],
    ]),
  );
