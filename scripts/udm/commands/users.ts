import type { Command } from 'commander';
import type { components } from '../../../src/client/api.d.ts';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { LIST_SIZE, limitOption, listed } from '../lists.ts';
import { rolesOption, type RoleOption } from '../roles-option.ts';
import { minute, sheet, table } from '../shown.ts';

type User = components['schemas']['User'];

interface Filter {
  readonly name?: string;
  readonly role?: string;
  readonly disabled?: boolean;
  readonly limit?: number;
}

/** `udm users`: the people of a contact center. */
export function usersCommand(program: Command): void {
  const users = program.command('users').description('add, show and change users');
  limitOption(users.command('list').alias('ls').description('list users, the newest first'))
    .option('--name <text>', 'those with this in their name')
    .option('--with-role <role>', 'those with this role')
    .option('--disabled', 'those who may not sign in')
    .option('--no-disabled', 'those who may')
    .action(acting<Filter & { withRole?: string }>(list));
  users.command('show <name>').description('show a user').action(acting(show));
  rolesOption(users.command('add <name>').description('add a user, and print the invitation'))
    .addHelpText('after', INVITED)
    .action(acting<RoleOption>(add));
  rolesOption(
    users.command('roles <name>').description('put other roles in the place of those that a user has'),
  ).action(acting<RoleOption>((udm, [name = ''], { role }) => change(udm, name, { roles: [...role] })));
  users
    .command('disable <name>')
    .description('let nobody sign in as the user, and end what is open')
    .action(acting((udm, [name = '']) => change(udm, name, { disabled: true })));
  users
    .command('enable <name>')
    .description('let the user sign in again')
    .action(acting((udm, [name = '']) => change(udm, name, { disabled: false })));
  users
    .command('invite <name>')
    .description('let a user choose a password, as for one that was forgotten')
    .addHelpText('after', INVITED)
    .action(acting(invite));
  users
    .command('reset-second-factor <name>')
    .description('remove the second factor of a user who has lost it')
    .option('-y, --yes', 'does not ask')
    .action(acting<{ yes?: boolean }>(resetFactor));
  users
    .command('remove <name>')
    .alias('rm')
    .description('remove a user')
    .option('-y, --yes', 'does not ask')
    .action(acting<{ yes?: boolean }>(remove));
}

const INVITED = '\nThe invitation is a link that is shown this once, and good once within 72 hours.';

async function list(
  udm: Udm,
  _: readonly string[],
  { name, withRole: role, disabled, limit = LIST_SIZE }: Filter & { withRole?: string },
): Promise<void> {
  const query = {
    size: limit,
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(disabled === undefined ? {} : { disabled }),
  };
  const { data } = await udm.session().api.GET('/udm/v10/users', { params: { query } });
  const items = data?.items ?? [];
  const rows = items.map((user) => [
    user.name,
    user.roles.join(', '),
    stateOf(user),
    user.secondFactor ? 'yes' : '-',
    minute(user.createdDate),
  ]);
  const head = ['NAME', 'ROLES', 'STATE', 'SECOND FACTOR', 'ADDED (UTC)'];
  const text =
    items.length === 0 ? 'No user matches.' : table(head, rows, { elastic: 0, columns: tableColumns() });
  listed(udm, { items, count: data?.count ?? 0, text, names: items.map((user) => user.name) });
}

const stateOf = ({ disabled, invited }: User): string =>
  disabled ? 'disabled' : invited ? 'invited' : 'active';

const userText = (user: User): string =>
  sheet([
    ['User', user.name],
    ['Roles', user.roles.join(', ') || 'none'],
    ['State', stateOf(user)],
    ['From', user.issuer ?? ''],
    ['Second factor', user.secondFactor ? 'set up' : 'none'],
    ['Added', `${minute(user.createdDate)} UTC${user.createdBy ? ` by ${user.createdBy}` : ''}`],
    ['Password changed', user.passwordChangedAt ? `${minute(user.passwordChangedAt)} UTC` : ''],
  ]);

async function show(udm: Udm, [name = '']: readonly string[]): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/users/{name}', { params: { path: { name } } });
  if (data) udm.result(data, userText(data));
}

async function add(udm: Udm, [name = '']: readonly string[], { role }: RoleOption): Promise<void> {
  const body = { name, roles: [...role] };
  const { data } = await udm.session().api.POST('/udm/v10/users', { body });
  if (data) udm.result(data, `Added ${name}. Invitation:\n${data.invitation ?? ''}`, data.invitation);
}

async function change(udm: Udm, name: string, body: components['schemas']['UserChange']): Promise<void> {
  const { data } = await udm
    .session()
    .api.PATCH('/udm/v10/users/{name}', { params: { path: { name } }, body });
  if (data) udm.result(data, `Changed.\n\n${userText(data)}`, data.name);
}

async function invite(udm: Udm, [name = '']: readonly string[]): Promise<void> {
  const { data } = await udm
    .session()
    .api.POST('/udm/v10/users/{name}/invitation', { params: { path: { name } } });
  if (data) udm.result(data, `Invitation of ${name}:\n${data.invitation}`, data.invitation);
}

async function remove(udm: Udm, [name = '']: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  await udm.confirm(`Remove the user ${name} for good?`, yes);
  await udm.session().api.DELETE('/udm/v10/users/{name}', { params: { path: { name } } });
  udm.result({ removed: name }, `Removed ${name}.`, '');
}

async function resetFactor(
  udm: Udm,
  [name = '']: readonly string[],
  { yes }: { yes?: boolean },
): Promise<void> {
  await udm.confirm(`Remove the second factor of ${name}, and end what is open?`, yes);
  await udm.session().api.DELETE('/udm/v10/users/{name}/second-factor', { params: { path: { name } } });
  udm.result({ reset: name }, `${name} signs in by the password alone, and is told of it.`, '');
}
