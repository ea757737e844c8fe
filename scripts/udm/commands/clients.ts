import type { Command } from 'commander';
import type { components } from '../../../src/client/api.d.ts';
import type { RoleName } from '../../../src/model/roles.ts';
import { UsageError } from '../../cli/command.ts';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { LIST_SIZE, limitOption, listed } from '../lists.ts';
import { rolesOption, type RoleOption } from '../roles-option.ts';
import { minute, sheet, table } from '../shown.ts';

interface AddressOption {
  readonly redirectUri?: readonly string[];
}
interface Change extends AddressOption {
  readonly name?: string;
  readonly role?: readonly RoleName[];
}

/** `--redirect-uri`, several of which may be given. */
const addressOption = (command: Command): Command =>
  command.option(
    '--redirect-uri <address...>',
    'where browsers may be sent back to: https, or http of 127.0.0.1 or [::1]; "" for none',
  );

/** `udm clients`: programs that sign in. */
export function clientsCommand(program: Command): void {
  const clients = program.command('clients').description('add, show and change OAuth clients');
  limitOption(clients.command('list').alias('ls').description('list clients, the newest first'))
    .option('--name <text>', 'those with this in their name')
    .action(acting<{ name?: string; limit?: number }>(list));
  clients.command('show <id>').description('show a client').action(acting(show));
  addressOption(
    rolesOption(clients.command('add <name>').description('add a client, and print its id and secret')),
  )
    .addHelpText(
      'after',
      '\nThe secret is shown this once. With --quiet two lines are printed: id and secret.',
    )
    .action(acting<RoleOption & AddressOption>(add));
  rolesOption(
    clients.command('roles <id>').description('put other roles in the place of those that a client has'),
  ).action(acting<RoleOption>((udm, [id = ''], { role }) => change(udm, id, { role })));
  clients
    .command('rename <id> <name>')
    .description('give a client another name')
    .action(acting((udm, [id = '', name = '']) => change(udm, id, { name })));
  addressOption(
    rolesOption(
      clients.command('set <id>').description('change a client: its name, its roles, its addresses'),
    ).option('--name <name>', 'another name'),
  ).action(
    acting<RoleOption & Change>((udm, [id = ''], { role, ...more }) =>
      change(udm, id, { ...more, ...(role.length === 0 ? {} : { role }) }),
    ),
  );
  clients
    .command('new-secret <id>')
    .description('make another secret, and print it; the one from before is good no more')
    .option('-y, --yes', 'does not ask')
    .action(acting<{ yes?: boolean }>(renew));
  clients
    .command('remove <id>')
    .alias('rm')
    .description('remove a client, and end its tokens')
    .option('-y, --yes', 'does not ask')
    .action(acting<{ yes?: boolean }>(remove));
}

async function list(
  udm: Udm,
  _: readonly string[],
  { name, limit = LIST_SIZE }: { name?: string; limit?: number },
): Promise<void> {
  const query = { size: limit, ...(name === undefined ? {} : { name }) };
  const { data } = await udm.session().api.GET('/udm/v10/clients', { params: { query } });
  const items = data?.items ?? [];
  const rows = items.map((client) => [
    client.id,
    client.name,
    client.roles.join(', '),
    minute(client.createdDate),
  ]);
  const head = ['ID', 'NAME', 'ROLES', 'ADDED (UTC)'];
  const text =
    items.length === 0 ? 'No client matches.' : table(head, rows, { elastic: 1, columns: tableColumns() });
  listed(udm, { items, count: data?.count ?? 0, text, names: items.map(({ id }) => id) });
}

async function show(udm: Udm, [id = '']: readonly string[]): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/clients/{id}', { params: { path: { id } } });
  if (data) udm.result(data, clientText(data));
}

const clientText = (client: components['schemas']['OAuthClient']): string =>
  sheet([
    ['Client', client.id],
    ['Name', client.name],
    ['Roles', client.roles.join(', ') || 'none'],
    ['Browsers go back to', client.redirectUris.join(' ') || 'nowhere: it signs nobody in with one'],
    ['Added', `${minute(client.createdDate)} UTC${client.createdBy ? ` by ${client.createdBy}` : ''}`],
  ]);

async function add(
  udm: Udm,
  [name = '']: readonly string[],
  { role, redirectUri }: RoleOption & AddressOption,
): Promise<void> {
  const body = { name, roles: [...role], ...addresses(redirectUri) };
  const { data } = await udm.session().api.POST('/udm/v10/clients', { body });
  if (!data) return;
  const { id, secret } = data;
  udm.result(
    data,
    `Added ${name}.\nClient id: ${id}\nSecret, shown this once: ${secret}`,
    `${id}\n${secret}`,
  );
}

async function change(udm: Udm, id: string, { name, role, redirectUri }: Change): Promise<void> {
  const body = {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { roles: [...role] }),
    ...addresses(redirectUri),
  };
  if (Object.keys(body).length === 0) throw new UsageError('Nothing to change was given');
  const { data } = await udm.session().api.PATCH('/udm/v10/clients/{id}', { params: { path: { id } }, body });
  if (data) udm.result(data, `Changed.\n\n${clientText(data)}`, id);
}

/** What `--redirect-uri` says; "" stands for none. */
const addresses = (given: readonly string[] | undefined) =>
  given === undefined ? {} : { redirectUris: given.filter((address) => address !== '') };

async function renew(udm: Udm, [id = '']: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  await udm.confirm(`Make another secret for the client ${id}? The one from before ends.`, yes);
  const { data } = await udm.session().api.POST('/udm/v10/clients/{id}/secret', { params: { path: { id } } });
  if (data) udm.result(data, `Secret of ${data.name}, shown this once: ${data.secret}`, data.secret);
}

async function remove(udm: Udm, [id = '']: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  await udm.confirm(`Remove the client ${id} for good?`, yes);
  await udm.session().api.DELETE('/udm/v10/clients/{id}', { params: { path: { id } } });
  udm.result({ removed: id }, `Removed ${id}.`, '');
}
