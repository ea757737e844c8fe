import type { Command } from 'commander';
import type { components } from '../../../src/client/api.d.ts';
import { isMailAddress } from '../../../src/model/mail-address.ts';
import { mailUrl, WEBHOOK_EVENTS } from '../../../src/model/webhook.ts';
import { UsageError } from '../../cli/command.ts';
import { acting, tableColumns, type Udm } from '../command.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { readId } from '../read-id.ts';
import { minute, table } from '../shown.ts';

type Event = (typeof WEBHOOK_EVENTS)[number];
type Webhook = components['schemas']['Webhook'];

interface AddOptions {
  readonly job?: string;
  readonly events?: string;
}

/** `udm webhooks`: addresses that are told what happens. */
export function webhooksCommand(program: Command): void {
  const webhooks = program
    .command('webhooks')
    .description('addresses that are told what happens, by https or by mail');
  webhooks.command('list').description('show the webhooks').action(acting(list));
  webhooks
    .command('add <address>')
    .description('tell an https address, whose secret is shown once, or a mail address')
    .option('--job <id>', 'what happens to this job alone')
    .option('--events <names>', `of these alone, comma-separated: ${WEBHOOK_EVENTS.join(', ')}`)
    .action(acting<AddOptions>(add));
  addressCommands(webhooks, { path: '/udm/v10/webhooks', noun: 'webhook' });
}

/** Where addresses of a kind stand in the API, and what one is called. */
interface AddressKind {
  readonly path: '/udm/v10/webhooks' | '/udm/v10/audit/streams';
  readonly noun: string;
}

/** What can be done with an address that is told something, whatever that is. */
export function addressCommands(command: Command, { path, noun }: AddressKind): void {
  command
    .command('test <id>')
    .description('send a test and show what was answered')
    .action(acting(test(path)));
  command
    .command('deliveries <id>')
    .description(`show what a ${noun} was told, and what it answered`)
    .action(acting(deliveries(path)));
  command
    .command('secret <id>')
    .description('make another secret; the one before signs as well for a day')
    .action(acting(renew(path)));
  command
    .command('enable <id>')
    .description(`tell a ${noun} again`)
    .action(acting(switched(path, true)));
  command
    .command('disable <id>')
    .description(`tell a ${noun} nothing`)
    .action(acting(switched(path, false)));
  command
    .command('remove <id>')
    .description(`remove a ${noun} with what it was told`)
    .option('--yes', 'do not ask')
    .action(acting<{ yes?: boolean }>(remove(path)));
}

type Path = AddressKind['path'];
type AddressAct = (udm: Udm, args: readonly string[]) => Promise<number | void>;

/** How an address stands, in words. */
export const addressState = ({
  enabled,
  disabledBy,
  failingSince,
}: Pick<Webhook, 'enabled' | 'disabledBy' | 'failingSince'>): string => {
  if (!enabled) return disabledBy === 'failures' ? 'disabled: it failed' : 'disabled';
  return failingSince ? `failing since ${minute(failingSince)} UTC` : 'enabled';
};

async function list(udm: Udm): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/webhooks');
  const items = data?.items ?? [];
  const rows = items.map((item) => [
    item.id,
    item.jobId === null ? 'all jobs' : `job ${item.jobId}`,
    addressState(item),
    item.events.length === WEBHOOK_EVENTS.length ? 'everything' : item.events.join(', '),
    item.url,
  ]);
  const head = ['ID', 'OF', 'STATE', 'EVENTS', 'URL'];
  const text =
    rows.length === 0 ? 'No webhooks.' : table(head, rows, { elastic: 4, columns: tableColumns() });
  udm.result(items, text, items.map(({ id }) => id).join('\n'));
}

async function add(udm: Udm, [address = '']: readonly string[], { job, events }: AddOptions): Promise<void> {
  const body = {
    url: isMailAddress(address) ? mailUrl(address) : address,
    ...(job === undefined ? {} : { jobId: readId(job) }),
    ...(events === undefined ? {} : { events: eventsOf(events) }),
  };
  const { data } = await udm.session().api.POST('/udm/v10/webhooks', { body });
  if (!data) return;
  if (data.secret === '')
    udm.result(data, `Added ${data.id}. Test it: udm webhooks test ${data.id}`, data.id);
  else udm.result(data, `Added ${data.id}. Its secret, shown this once:\n${data.secret}`, data.secret);
}

function eventsOf(names: string): Event[] {
  return names.split(',').map((name) => {
    const event = WEBHOOK_EVENTS.find((one) => one === name.trim());
    if (!event) throw new UsageError(`--events takes ${WEBHOOK_EVENTS.join(', ')}, not ${name.trim()}`);
    return event;
  });
}

const pathOf = (id: string) => ({ params: { path: { id } } });

const test =
  (path: Path): AddressAct =>
  async (udm, [id = '']) => {
    const { data } = await udm.session().api.POST(`${path}/{id}/test` as const, pathOf(id));
    if (!data) return;
    const { delivered, status, answer } = data;
    const said = [status, answer].filter(Boolean).join(' ');
    udm.result(data, delivered ? `It was taken: ${said}` : `It was not taken: ${said}`, String(delivered));
    return delivered ? undefined : EXIT_CODES.failed[0];
  };

const deliveries =
  (path: Path): AddressAct =>
  async (udm, [id = '']) => {
    const { data } = await udm.session().api.GET(`${path}/{id}/deliveries` as const, pathOf(id));
    const items = data?.items ?? [];
    const rows = items.map((item) => [
      minute(item.at),
      item.eventId,
      item.event,
      item.state,
      String(item.tries),
      [item.status, item.answer].filter(Boolean).join(' '),
    ]);
    const head = ['AT, UTC', 'ID', 'EVENT', 'STATE', 'TRIES', 'ANSWER'];
    const text =
      rows.length === 0 ? 'Nothing yet.' : table(head, rows, { elastic: 5, columns: tableColumns() });
    udm.result(items, text);
  };

const renew =
  (path: Path): AddressAct =>
  async (udm, [id = '']) => {
    const { data } = await udm.session().api.POST(`${path}/{id}/secret` as const, pathOf(id));
    if (data) udm.result(data, `Its secret, shown this once:\n${data.secret}`, data.secret);
  };

const switched =
  (path: Path, enabled: boolean): AddressAct =>
  async (udm, [id = '']) => {
    const { data } = await udm
      .session()
      .api.PATCH(`${path}/{id}` as const, { ...pathOf(id), body: { enabled } });
    if (data) udm.result(data, `${id} is ${enabled ? 'enabled' : 'disabled'}.`, id);
  };

const remove =
  (path: Path) =>
  async (udm: Udm, [id = '']: readonly string[], { yes }: { yes?: boolean }): Promise<void> => {
    await udm.confirm(`Nothing will be sent to ${id} any more.`, yes);
    await udm.session().api.DELETE(`${path}/{id}` as const, pathOf(id));
    udm.result({ id }, `Removed ${id}.`, id);
  };
