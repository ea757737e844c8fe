import { ROLES } from '../../src/model/roles.ts';
import { UsageError } from '../cli/command.ts';
import type { Account } from './statements.ts';

const CCID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const MAX_NAME = 255;

/** The account options as node:util's parseArgs gives them. */
export interface AccountValues {
  readonly ccid?: string | undefined;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly password?: string | undefined;
  readonly secret?: string | undefined;
  readonly role?: readonly string[] | undefined;
}

/** A user's or a client's data from the command line; throws a `UsageError` that names what is missing or wrong. */
export function readAccount(kind: 'user' | 'client', values: AccountValues): Account {
  const [nameOption, secretOption] =
    kind === 'user' ? (['name', 'password'] as const) : (['id', 'secret'] as const);
  const name = required(nameOption, values[nameOption]);
  const ccid = readCcid(values.ccid);
  // `tenant\user` is how a user names both when signing in; a colon ends a client's id in HTTP Basic (RFC 7617).
  const forbidden = kind === 'user' ? '\\' : ':';
  if (name.length > MAX_NAME || name.includes(forbidden) || /\p{Cc}/u.test(name)) {
    throw new UsageError(
      `--${nameOption} takes 1 to ${MAX_NAME} characters without "${forbidden}" and control characters`,
    );
  }
  return {
    name,
    ccid,
    secret: required(secretOption, values[secretOption]),
    roles: readRoles(values.role ?? []),
  };
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

function readRoles(names: readonly string[]): readonly string[] {
  const known = Object.keys(ROLES);
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined || names.length === 0) {
    const what = wrong === undefined ? '--role is missing' : `"${wrong}" is no role`;
    throw new UsageError(`${what}; the roles are ${known.join(', ')}`);
  }
  return known.filter((name) => names.includes(name));
}
