import type { Command } from 'commander';
import { openPrompt } from '../../cli/prompt.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';

/** `udm me second-factor`: one-time codes of an authenticator, which signing in asks for. */
export function secondFactorCommands(me: Command): void {
  const factor = me.command('second-factor').description('set up and remove the own second factor');
  factor
    .command('set-up')
    .description('set one up, and print the recovery codes')
    .addHelpText('after', '\nThe secret goes to an authenticator; a code of it is asked for then.')
    .action(acting(setUp));
  factor
    .command('recovery-codes')
    .description('make other recovery codes; those from before are good no more')
    .action(acting(renew));
  factor
    .command('remove')
    .alias('rm')
    .description('remove it')
    .option('-y, --yes', 'does not ask')
    .action(acting<{ yes?: boolean }>(remove));
}

async function setUp(udm: Udm): Promise<void> {
  const { api } = udm.session();
  const { data: begun } = await api.POST('/udm/v10/me/second-factor');
  if (!begun) return;
  process.stderr.write(`Secret, for the authenticator: ${begun.secret}\n${begun.uri}\n`);
  const prompt = openPrompt();
  try {
    const code = await prompt.ask('Code that it shows');
    const { data } = await api.POST('/udm/v10/me/second-factor/confirm', { body: { code } });
    if (data) shown(udm, data, 'Set up. Sign in again with "udm login".');
  } finally {
    prompt.close();
  }
}

async function renew(udm: Udm): Promise<void> {
  const { data } = await udm.session().api.POST('/udm/v10/me/second-factor/recovery-codes');
  if (data) shown(udm, data, 'Made; those from before are good no more.');
}

async function remove(udm: Udm, _: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  await udm.confirm('Remove your second factor?', yes);
  await udm.session().api.DELETE('/udm/v10/me/second-factor');
  udm.result({ removed: true }, 'Removed. Sign in again with "udm login".', '');
}

function shown(udm: Udm, data: { readonly recoveryCodes: readonly string[] }, words: string): void {
  const codes = data.recoveryCodes.join('\n');
  udm.result(data, `${words}\nRecovery codes, shown this once, each good once:\n\n${codes}`, codes);
}
