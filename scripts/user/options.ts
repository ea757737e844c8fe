import { CCID } from '../../src/model/ccid.ts';
import { ROLE_NAMES, type RoleName } from '../../src/model/roles.ts';
import { UsageError } from '../cli/command.ts';

const MAX_NAME = 255;

/** The options of an account as node:util's parseArgs gives them. */
interface AccountValues {
  readonly ccid?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: readonly string[] | undefined;
}

/** A user or client to add, without its secret. */
export interface NamedAccount {
  readonly ccid: string;
  readonly name: string;
  readonly roles: readonly RoleName[];
}

/** A user's or a client's data from the command line; throws a `UsageError` that names what is missing or wrong. */
export function readAccount(values: AccountValues): NamedAccount {
  const name = required('name', values.name);
  // `tenant\user` is how a user names both when signing in; a name is the end of a path, too.
  if (name.length > MAX_NAME || name !== name.trim() || /[\\/:\p{Cc}]|^\.{1,2}$/u.test(name)) {
    throw new UsageError(
      `--name takes 1 to ${MAX_NAME} characters without "/", "\\", ":" and control characters, and without spaces at its ends`,
    );
  }
  return { name, ccid: readCcid(values.ccid), roles: readRoles(values.role ?? []) };
}

/** The contact center of `--ccid`. */
export function readCcid(value: string | undefined): string {
  const ccid = required('ccid', value);
  if (!CCID.test(ccid)) throw new UsageError('--ccid takes 1 to 64 letters, digits, ".", "_" and "-"');
  return ccid;
}

function required(option: string, value: string | undefined): string {
  if (!value) throw new UsageError(`--${option} is missing`);
  return value;
}

function readRoles(names: readonly string[]): readonly RoleName[] {
  const wrong = names.find((name) => !ROLE_NAMES.some((known) => known === name));
  if (wrong !== undefined || names.length === 0) {
    const what = wrong === undefined ? '--role is missing' : `"${wrong}" is no role`;
    throw new UsageError(`${what}; the roles are ${ROLE_NAMES.join(', ')}`);
  }
  return ROLE_NAMES.filter((name) => names.includes(name));
}
