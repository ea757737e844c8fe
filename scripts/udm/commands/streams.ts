import type { Command } from 'commander';
import { acting, tableColumns, type Udm } from '../command.ts';
import { table } from '../shown.ts';
import { addressCommands, addressState } from './webhooks.ts';

/** `udm audit streams`: addresses that the audit log is streamed to. */
export function streamsCommand(audit: Command): void {
  const streams = audit.command('streams').description('addresses that the audit log is streamed to');
  streams.command('list').description('show the streams').action(acting(list));
  streams
    .command('add <address>')
    .description('stream the log to an https address from now on; its secret is shown once')
    .action(acting(add));
  addressCommands(streams, { path: '/udm/v10/audit/streams', noun: 'stream' });
}

async function list(udm: Udm): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/audit/streams');
  const items = data?.items ?? [];
  const rows = items.map((item) => [item.id, addressState(item), String(item.takenTo), item.url]);
  const head = ['ID', 'STATE', 'TAKEN TO LINK', 'URL'];
  const text = rows.length === 0 ? 'No streams.' : table(head, rows, { elastic: 3, columns: tableColumns() });
  udm.result(items, text, items.map(({ id }) => id).join('\n'));
}

async function add(udm: Udm, [url = '']: readonly string[]): Promise<void> {
  const { data } = await udm.session().api.POST('/udm/v10/audit/streams', { body: { url } });
  if (data) udm.result(data, `Added ${data.id}. Its secret, shown this once:\n${data.secret}`, data.secret);
}
