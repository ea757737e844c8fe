import * as access from './access-fixtures.ts';
import * as made from './fixtures.ts';
import { Refused, type State, type Viewer } from './state.ts';

const PEOPLE = {
  'users\\?role.*': made.listed(
    access.person({ name: 'demo', roles: ['administrator'] }),
    access.LONG_PERSON,
  ),
  'users\\?from.*': made.listed(access.person(), access.LONG_PERSON),
};
const KEYS = {
  'api-keys\\?.*': made.listed(access.KEY),
  'clients\\?.*': made.listed(access.CLIENT),
  issuers: { items: [access.ISSUER] },
};
const LOG = { 'audit\\?.*': made.listed(access.ENTRY) };
const HOOKS = { webhooks: access.WEBHOOKS };
const SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'.repeat(2);

const press = async ({ page }: Viewer, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).first().click();
};
const dialog = async (viewer: Viewer, name: string): Promise<void> => {
  await press(viewer, name);
  await viewer.page.getByRole('dialog').waitFor();
};
/** An entry of a row's menu, which opens a dialog. */
const fromMenu = async (viewer: Viewer, row: string, entry: string): Promise<void> => {
  const { page, words } = viewer;
  await press(viewer, words('table.more', { name: row }));
  await page.getByRole('menuitem', { name: entry }).click();
  await page.getByRole('dialog').waitFor();
};
const submitted = async ({ page }: Viewer): Promise<void> => {
  await page.getByRole('dialog').locator('button[type=submit]').click();
};

const PEOPLE_STATES: readonly State[] = [
  {
    name: 'people-add',
    path: '/people',
    answers: PEOPLE,
    act: (viewer) => dialog(viewer, viewer.words('people.add')),
  },
  {
    name: 'people-add-wrong',
    path: '/people',
    answers: PEOPLE,
    act: async (viewer) => {
      await dialog(viewer, viewer.words('people.add'));
      await submitted(viewer);
      await viewer.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'people-invited',
    path: '/people',
    answers: {
      ...PEOPLE,
      'users/.*/invitation': {
        invitation: `https://udm.example.org/invitation#${SECRET}`,
        invitationExpiresAt: access.KEY.lastUsedAt,
      },
    },
    act: async (viewer) => {
      const { page, words } = viewer;
      await press(viewer, words('table.more', { name: access.LONG_PERSON.name }));
      await page.getByRole('menuitem', { name: words('people.invite') }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'people-roles',
    path: '/people',
    answers: PEOPLE,
    act: async (viewer) => {
      const name = `${viewer.words('people.roles')}: ${access.LONG_PERSON.name}`;
      await dialog(viewer, name);
    },
  },
  {
    name: 'people-delete',
    path: '/people',
    answers: PEOPLE,
    act: (viewer) => fromMenu(viewer, access.LONG_PERSON.name, viewer.words('people.delete')),
  },
  {
    name: 'people-menu',
    path: '/people',
    answers: { ...PEOPLE, 'users\\?role.*': made.listed(access.LONG_PERSON) },
    act: async (viewer) => {
      await press(viewer, viewer.words('table.more', { name: access.LONG_PERSON.name }));
      await viewer.page.getByRole('menuitem').first().waitFor();
    },
  },
];

const keys = (name: string, act: (viewer: Viewer) => Promise<void>, more: object = {}): State => ({
  name: `keys-${name}`,
  path: '/keys',
  answers: { ...KEYS, ...more },
  act,
});
const KEYS_STATES: readonly State[] = [
  keys('add', (viewer) => dialog(viewer, viewer.words('keys.addKey'))),
  keys('menu', async (viewer) => {
    await viewer.page
      .getByRole('button', { name: viewer.words('table.more', { name: made.LONG }) })
      .first()
      .click();
    await viewer.page.getByRole('menuitem').first().waitFor();
  }),
  keys('rename', (viewer) => fromMenu(viewer, made.LONG, viewer.words('keys.rename'))),
  keys(
    'made',
    async (viewer) => {
      await fromMenu(viewer, made.LONG, viewer.words('keys.renewKey'));
      await submitted(viewer);
      await viewer.page.getByText(SECRET).waitFor();
    },
    { 'api-keys/.*/secret': { ...access.KEY, key: SECRET } },
  ),
  keys('renew', (viewer) => fromMenu(viewer, made.LONG, viewer.words('keys.renewKey'))),
  keys('delete', (viewer) => dialog(viewer, `${viewer.words('people.delete')}: ${made.LONG}`)),
  keys('client-add', (viewer) => dialog(viewer, viewer.words('keys.addClient'))),
  keys('client-redirects', async (viewer) => {
    const { page, words } = viewer;
    await page
      .getByRole('button', { name: words('table.more', { name: made.LONG }) })
      .last()
      .click();
    await page.getByRole('menuitem', { name: words('keys.redirects') }).click();
    await page.getByRole('dialog').waitFor();
  }),
  keys('issuer-add', async (viewer) => {
    await dialog(viewer, viewer.words('issuers.add'));
    await viewer.page.getByText(viewer.words('issuers.more')).click();
  }),
  keys('issuer-change', (viewer) =>
    dialog(viewer, viewer.words('issuers.changeTitle', { name: access.ISSUER.name })),
  ),
  keys('issuer-delete', (viewer) =>
    dialog(viewer, viewer.words('issuers.deleteOf', { name: access.ISSUER.name })),
  ),
];

const LOG_STATES: readonly State[] = [
  {
    name: 'audit-entry',
    path: '/audit',
    answers: LOG,
    act: async (viewer) => {
      const name = `${viewer.words('audit.details')}: ${viewer.words('audit.entry', { id: access.ENTRY.id })}`;
      await dialog(viewer, name);
    },
  },
  {
    name: 'audit-filtered',
    path: '/audit?actor=demo&action=job.delete&outcome=done&object=job:17&from=2026-11-01&until=2026-11-30',
    answers: { 'audit\\?.*': made.NOTHING },
  },
];

const HOOK_STATES: readonly State[] = [
  {
    name: 'notifications-add',
    path: '/notifications',
    answers: HOOKS,
    act: (viewer) => dialog(viewer, viewer.words('webhooks.add')),
  },
  {
    name: 'notifications-refused',
    path: '/notifications',
    answers: HOOKS,
    act: async (viewer) => {
      await dialog(viewer, viewer.words('webhooks.add'));
      await viewer.answer({ webhooks: new Refused(400, 'address-private', { field: 'url' }) });
      await viewer.page.getByRole('dialog').getByRole('textbox').first().fill('https://10.0.0.1/x');
      await submitted(viewer);
      await viewer.page.getByRole('dialog').getByRole('alert').waitFor();
    },
  },
  {
    name: 'notifications-secret',
    path: '/notifications',
    answers: { ...HOOKS, 'webhooks/w-1/secret': { ...access.webhook(), secret: SECRET } },
    act: async (viewer) => {
      await press(viewer, viewer.words('webhooks.renew'));
      await viewer.page.getByRole('dialog').getByText(SECRET).waitFor();
    },
  },
  {
    name: 'notifications-test',
    path: '/notifications',
    answers: { ...HOOKS, 'webhooks/w-1/test': { delivered: false, status: 503, answer: made.LONG } },
    act: async (viewer) => {
      await press(viewer, viewer.words('webhooks.test'));
      await viewer.page.getByRole('status').getByText('503').waitFor();
    },
  },
  {
    name: 'notifications-deliveries',
    path: '/notifications',
    answers: { ...HOOKS, 'webhooks/w-1/deliveries': access.DELIVERIES },
    act: (viewer) => dialog(viewer, viewer.words('webhooks.deliveries')),
  },
  {
    name: 'notifications-remove',
    path: '/notifications',
    answers: HOOKS,
    act: (viewer) => dialog(viewer, viewer.words('webhooks.remove')),
  },
];

/** People, keys, the audit log and notifications, beyond the pages themselves. */
export const ACCESS_STATES: readonly State[] = [
  ...PEOPLE_STATES,
  ...KEYS_STATES,
  ...LOG_STATES,
  ...HOOK_STATES,
];
