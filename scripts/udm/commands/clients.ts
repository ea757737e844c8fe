import type { Command } from 'commander';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { LIST_SIZE, limitOption, listed } from '../lists.ts';
import { rolesOption, type RoleOption } from '../roles-option.ts';
import { minute, table } from '../shown.ts';

/** `udm clients`: programs that sign in. */
export function clientsCommand(program: Command): void {
  const clients = program.command('clients').description('add, show and change OAuth clients');
  limitOption(clients.command('list').alias('ls').description('list clients, the newest first'))
    .option('--name <text>', 'those with this in their name')
    .action(acting<{ name?: string; limit?: number }>(list));
  rolesOption(clients.command('add <name>').description('add a client, and print its id and secret'))
    .addHelpText(
      'after',
      '\nThe secret is shown this once. With --quiet two lines are printed: id and secret.',
    )
    .action(acting<RoleOption>(add));
  rolesOption(
    clients.command('roles <id>').description('put other roles in the place of those that a client has'),
  ).action(acting<RoleOption>(change));
  clients.command('rename <id> <name>').description('give a client another name').action(acting(rename));
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

async function add(udm: Udm, [name = '']: readonly string[], { role }: RoleOption): Promise<void> {
  const { data } = await udm.session().api.POST('/udm/v10/clients', { body: { name, roles: [...role] } });
  if (!data) return;
  const { id, secret } = data;
  udm.result(
    data,
    `Added ${name}.\nClient id: ${id}\nSecret, shown this once: ${secret}`,
    `${id}\n${secret}`,
  );
}

async function change(udm: Udm, [id = '']: readonly string[], { role }: RoleOption): Promise<void> {
  const { data } = await udm
    .session()
    .api.PATCH('/udm/v10/clients/{id}', { params: { path: { id } }, body: { roles: [...role] } });
  if (data) udm.result(data, `Changed: ${data.name} has the roles ${data.roles.join(', ') || 'none'}.`, id);
}

async function rename(udm: Udm, [id = '', name = '']: readonly string[]): Promise<void> {
  const { data } = await udm
    .session()
    .api.PATCH('/udm/v10/clients/{id}', { params: { path: { id } }, body: { name } });
  if (data) udm.result(data, `Changed: ${id} is ${data.name}.`, id);
}

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
