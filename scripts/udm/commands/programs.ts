import type { Command } from 'commander';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { minute, table } from '../shown.ts';

/** `udm me programs`: which programs are signed in as oneself, and how one is ended. */
export function programCommands(me: Command): void {
  const programs = me.command('programs').description('show and end the programs that are signed in as you');
  programs
    .command('list', { isDefault: true })
    .alias('ls')
    .description('list them, the one that was used last first')
    .action(acting(list));
  programs
    .command('end <id>')
    .description('end every sign-in of a program')
    .option('-y, --yes', 'does not ask')
    .addHelpText('after', '\nThis command line is the program "udm": ending it signs out every computer.')
    .action(acting<{ yes?: boolean }>(end));
}

async function list(udm: Udm): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/me/programs');
  const items = data?.items ?? [];
  const rows = items.map(({ id, name, byPassword, roles, signIns, usedAt }) => [
    id,
    name,
    byPassword ? 'password' : 'browser',
    roles.join(', '),
    String(signIns),
    minute(usedAt),
  ]);
  const head = ['ID', 'NAME', 'LET IN BY', 'ROLES', 'SIGN-INS', 'USED (UTC)'];
  const text =
    items.length === 0
      ? 'No program is signed in as you.'
      : table(head, rows, { elastic: 1, columns: tableColumns() });
  udm.result(items, text, items.map(({ id }) => id).join('\n'));
}

async function end(udm: Udm, [id = '']: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  await udm.confirm(`End every sign-in of the program ${id} as you?`, yes);
  await udm.session().api.DELETE('/udm/v10/me/programs/{id}', { params: { path: { id } } });
  udm.result({ ended: id }, `Ended: ${id} is signed in as you no more.`, '');
}
