import { Option } from 'commander';
import type { Command } from 'commander';
import type { components } from '../../../src/client/api.d.ts';
import { ROLE_NAMES } from '../../../src/model/roles.ts';
import { openPrompt } from '../../cli/prompt.ts';
import { UsageError } from '../../cli/command.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { minute, plain, sheet } from '../shown.ts';
import { programCommands } from './programs.ts';
import { secondFactorCommands } from './second-factor.ts';

type Factor = (typeof ROLE_NAMES)[number] | 'all';

interface Changes {
  readonly requireApiKey?: 'on' | 'off';
  readonly certificateByAdministrators?: 'on' | 'off';
  readonly secondFactor?: readonly (Factor | 'none')[];
}

/** `udm roles`, `udm settings` and `udm me`: what there is to allow, what the center demands, and who asks. */
export function accessCommands(program: Command): void {
  program.command('roles').description('show what each role may do').action(acting(roles));
  const settings = program.command('settings').description('show and change what the contact center demands');
  settings.command('show', { isDefault: true }).description('show it').action(acting(showSettings));
  const onOff = ['on', 'off'];
  settings
    .command('set')
    .description('change it')
    .addOption(
      new Option('--require-api-key <on|off>', 'a request by token carries an API key').choices(onOff),
    )
    .addOption(
      new Option(
        '--certificate-by-administrators <on|off>',
        'administrators alone replace the certificate',
      ).choices(onOff),
    )
    .addOption(
      new Option('--second-factor <role...>', 'roles that need a second factor').choices([
        ...ROLE_NAMES,
        'all',
        'none',
      ]),
    )
    .action(acting<Changes>(changeSettings));
  const me = program.command('me').description('show who is signed in, change the own password');
  me.command('show', { isDefault: true }).description('show it').action(acting(showMe));
  me.command('password')
    .description('change the own password')
    .addHelpText('after', '\nBoth are asked for; from a pipe they are two lines, the current password first.')
    .action(acting(changePassword));
  secondFactorCommands(me);
  programCommands(me);
}

async function roles(udm: Udm): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/roles');
  const items = data?.items ?? [];
  const text = items
    .map(({ name, description, privileges }) => `${name}\n  ${description}\n  ${privileges.join(', ')}`)
    .join('\n');
  udm.result(items, text, items.map(({ name }) => name).join('\n'));
}

async function showSettings(udm: Udm): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/settings');
  if (data) udm.result(data, settingsText(data));
}

const settingsText = (settings: {
  requireApiKey: boolean;
  cipherByAdministratorsOnly: boolean;
  secondFactor: readonly string[];
}): string =>
  sheet([
    ['API key beside a token', settings.requireApiKey ? 'demanded' : 'not demanded'],
    ['Certificate', settings.cipherByAdministratorsOnly ? 'by administrators alone' : 'by exporters, too'],
    ['Second factor', settings.secondFactor.join(', ') || 'by nobody'],
  ]);

async function changeSettings(udm: Udm, _: readonly string[], changes: Changes): Promise<void> {
  const { requireApiKey, certificateByAdministrators, secondFactor } = changes;
  const body = {
    ...(requireApiKey === undefined ? {} : { requireApiKey: requireApiKey === 'on' }),
    ...(certificateByAdministrators === undefined
      ? {}
      : { cipherByAdministratorsOnly: certificateByAdministrators === 'on' }),
    ...(secondFactor === undefined
      ? {}
      : { secondFactor: secondFactor.filter((name): name is Factor => name !== 'none') }),
  };
  if (Object.keys(body).length === 0) throw new UsageError('Nothing to change was given');
  const { data } = await udm.session().api.PATCH('/udm/v10/settings', { body });
  if (data) udm.result(data, `Changed.\n\n${settingsText(data)}`, '');
}

async function showMe(udm: Udm): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/me');
  if (!data) return;
  const text = sheet([
    ['Name', `${data.name} (${data.kind})`],
    ['Contact center', data.ccid],
    ['Roles', data.roles.join(', ') || 'none'],
    ['May', data.privileges.join(', ') || 'nothing'],
    ['Second factor', factorText(data.secondFactor)],
    ['Password changed', data.passwordChangedAt ? `${minute(data.passwordChangedAt)} UTC` : ''],
  ]);
  const notices = data.notices.map(({ time, message }) => `${minute(time)} UTC: ${plain(message)}`);
  udm.result(data, [text, ...notices].join('\n'), data.name);
}

const factorText = ({ enabled, required, recoveryCodes }: components['schemas']['SecondFactor']): string => {
  if (enabled) return `set up, ${recoveryCodes} recovery codes left`;
  return required ? 'needed: "udm me second-factor set-up"' : 'none';
};

async function changePassword(udm: Udm): Promise<void> {
  const prompt = openPrompt();
  try {
    const currentPassword = await prompt.askSecret('Current password');
    const newPassword = await prompt.askSecret('New password');
    await udm.session().api.PATCH('/udm/v10/me', { body: { currentPassword, newPassword } });
  } finally {
    prompt.close();
  }
  udm.result({ changed: true }, 'Changed. Sign in again with "udm login" when the token ends.', '');
}
