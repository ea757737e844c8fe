import { Option } from 'commander';
import type { Command } from 'commander';
import { ROLE_NAMES, type RoleName } from '../../src/model/roles.ts';

/** What `--role` brought. */
export interface RoleOption {
  readonly role: readonly RoleName[];
}

/** `--role`, several of which may be given; without one, none. */
export const rolesOption = (command: Command): Command =>
  command.addOption(
    new Option('--role <role...>', 'what it may do; "udm roles" tells what each means')
      .choices(ROLE_NAMES)
      .default([], 'none'),
  );
