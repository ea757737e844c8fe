import type { Command } from 'commander';
import { UsageError } from '../../cli/command.ts';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { LIST_SIZE, limitOption, listed } from '../lists.ts';
import { rolesOption, type RoleOption } from '../roles-option.ts';
import { minute, table } from '../shown.ts';

interface Change {
  readonly name?: string;
  readonly expires?: string;
  readonly withTokenAlone?: boolean;
}

/** `udm keys`: API keys, which requests carry as `x-api-key`. */
export function keysCommand(program: Command): void {
  const keys = program.command('keys').description('make, show and remove API keys');
  limitOption(keys.command('list').alias('ls').description('list keys, the newest first'))
    .option('--name <text>', 'those with this in their name')
    .action(acting<{ name?: string; limit?: number }>(list));
  rolesOption(keys.command('add <name>').description('make a key, and print it'))
    .option('--expires <time>', 'when it ends, ISO 8601')
    .addHelpText(
      'after',
      '\nThe key is shown this once. Without a role it only goes with a token; with one it acts alone.',
    )
    .action(acting<RoleOption & { expires?: string }>(add));
  rolesOption(keys.command('set <id>').description('change a key: its name, its end, its roles'))
    .option('--name <name>', 'another name')
    .option('--expires <time>', 'when it ends, ISO 8601; "never" for no end')
    .option('--with-token-alone', 'takes its roles: it only goes with a token then')
    .action(acting<RoleOption & Change>(change));
  keys
    .command('renew <id>')
    .description('make another key in the place of one, and print it')
    .option('-y, --yes', 'does not ask')
    .action(acting<{ yes?: boolean }>(renew));
  keys
    .command('remove <id>')
    .alias('rm')
    .description('remove a key')
    .option('-y, --yes', 'does not ask')
    .action(acting<{ yes?: boolean }>(remove));
}

async function list(
  udm: Udm,
  _: readonly string[],
  { name, limit = LIST_SIZE }: { name?: string; limit?: number },
): Promise<void> {
  const query = { size: limit, ...(name === undefined ? {} : { name }) };
  const { data } = await udm.session().api.GET('/udm/v10/api-keys', { params: { query } });
  const items = data?.items ?? [];
  const rows = items.map((key) => [
    key.id,
    key.name,
    key.roles?.join(', ') ?? 'with a token',
    minute(key.lastUsedAt ?? ''),
    minute(key.expiresAt ?? ''),
  ]);
  const head = ['ID', 'NAME', 'ROLES', 'USED (UTC)', 'ENDS (UTC)'];
  const text =
    items.length === 0 ? 'No key matches.' : table(head, rows, { elastic: 1, columns: tableColumns() });
  listed(udm, { items, count: data?.count ?? 0, text, names: items.map(({ id }) => id) });
}

async function add(
  udm: Udm,
  [name = '']: readonly string[],
  { role, expires }: RoleOption & { expires?: string },
): Promise<void> {
  const body = {
    name,
    ...(role.length === 0 ? {} : { roles: [...role] }),
    ...(expires === undefined ? {} : { expiresAt: expires }),
  };
  const { data } = await udm.session().api.POST('/udm/v10/api-keys', { body });
  if (data) udm.result(data, `Made ${name} (${data.id}). Key, shown this once:\n${data.key}`, data.key);
}

async function change(
  udm: Udm,
  [id = '']: readonly string[],
  { role, name, expires, withTokenAlone }: RoleOption & Change,
): Promise<void> {
  const body = {
    ...(name === undefined ? {} : { name }),
    ...(withTokenAlone ? { roles: [] } : role.length === 0 ? {} : { roles: [...role] }),
    ...(expires === undefined ? {} : { expiresAt: expires === 'never' ? '' : expires }),
  };
  if (Object.keys(body).length === 0) throw new UsageError('Nothing to change was given');
  const { data } = await udm
    .session()
    .api.PATCH('/udm/v10/api-keys/{id}', { params: { path: { id } }, body });
  if (data) udm.result(data, `Changed ${data.name}: ${data.roles?.join(', ') ?? 'with a token'}.`, id);
}

async function renew(udm: Udm, [id = '']: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  await udm.confirm(`Make another key in the place of ${id}? The one from before ends.`, yes);
  const { data } = await udm
    .session()
    .api.POST('/udm/v10/api-keys/{id}/secret', { params: { path: { id } } });
  if (data) udm.result(data, `Key ${data.name}, shown this once:\n${data.key}`, data.key);
}

async function remove(udm: Udm, [id = '']: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  await udm.confirm(`Remove the key ${id} for good?`, yes);
  await udm.session().api.DELETE('/udm/v10/api-keys/{id}', { params: { path: { id } } });
  udm.result({ removed: id }, `Removed ${id}.`, '');
}
