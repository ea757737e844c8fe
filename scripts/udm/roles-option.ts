import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { ROLE_NAMES, type RoleName } from '../../src/model/roles.ts';

/** What `--role` brought. */
export interface RoleOption {
  readonly role: readonly RoleName[];
}

function readRoles(text: string, before: readonly RoleName[]): readonly RoleName[] {
  const names = text.split(',').map((name) => name.trim());
  const roles = names.map((name) => ROLE_NAMES.find((role) => role === name));
  const unknown = names.find((_, index) => roles[index] === undefined);
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no role "${unknown}": they are ${ROLE_NAMES.join(', ')}.`);
  return [...before, ...roles.filter((role) => role !== undefined)];
}

/** `--role`, several of which may be given, by themselves or with commas between them; without one, none. */
export const rolesOption = (command: Command): Command =>
  command.addOption(
    new Option('--role <role...>', 'what it may do; "udm roles" tells what each means')
      .choices(ROLE_NAMES)
      .argParser(readRoles)
      .default([], 'none'),
  );
