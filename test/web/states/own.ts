import * as made from './fixtures.ts';
import { Refused, type State, type Viewer } from './state.ts';

const SECOND = {
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  uri: `otpauth://totp/UDM:demo?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=UDM`,
};
const CODES = { recoveryCodes: Array.from({ length: 10 }, (_, index) => `abcd-efgh-${1000 + index}`) };
const ON = { ...made.ME, secondFactor: { enabled: true, required: false, recoveryCodes: 7 } };
const CERTIFICATES = { certificates: made.CERTIFICATES };
const LINE = Buffer.from('{"IXNID":"1"}\n{"broken\n');

const press = async ({ page }: Viewer, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).first().click();
};
const choose = async (viewer: Viewer, button: string, name: string, buffer: Buffer): Promise<void> => {
  const chosen = viewer.page.waitForEvent('filechooser');
  await press(viewer, button);
  await (await chosen).setFiles({ name, mimeType: 'application/octet-stream', buffer });
};

const AROUND: readonly State[] = [
  {
    name: 'help',
    path: '/jobs',
    act: async ({ page, words }) => {
      // The first heading stands while it is asked who is there: no key is heard yet.
      await page.getByRole('heading', { level: 1, name: words('jobs.title') }).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'user-menu',
    path: '/jobs',
    act: async (viewer) => {
      await press(viewer, 'demo');
      await viewer.page.getByRole('menuitem', { name: viewer.words('menu.logout') }).waitFor();
    },
  },
  {
    name: 'navigation',
    path: '/jobs',
    act: async (viewer) => {
      const { page, words, wide } = viewer;
      await press(viewer, words(wide ? 'menu.fold' : 'menu.open'));
      if (!wide) await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'notice-failed',
    path: '/keys',
    answers: { settings: { requireApiKey: false, cipherByAdministratorsOnly: false, secondFactor: [] } },
    act: async (viewer) => {
      const { page, words } = viewer;
      await page.getByRole('switch', { name: words('settings.requireApiKey') }).waitFor();
      await viewer.answer({ settings: new Refused(400, 'own-api-key-first') });
      await page.getByRole('switch', { name: words('settings.requireApiKey') }).click({ force: true });
      await page
        .getByRole('status')
        .getByText(words.failure('own-api-key-first', {}) ?? '')
        .waitFor();
      await page
        .getByRole('status')
        .getByRole('button', { name: words('problem.copyId') })
        .waitFor();
    },
  },
];

const OWN: readonly State[] = [
  {
    name: 'certificate-refused',
    path: '/preferences',
    answers: { ...CERTIFICATES, 'cipher/.*': new Refused(400, 'private-key') },
    act: async (viewer) => {
      await choose(viewer, viewer.words('certificate.chooseFile'), 'key.pem', Buffer.from('x'));
      await viewer.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'certificate-add',
    path: '/preferences',
    answers: CERTIFICATES,
    act: async (viewer) => {
      await press(viewer, viewer.words('certificate.add'));
      await viewer.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'certificate-remove',
    path: '/preferences',
    answers: CERTIFICATES,
    act: async (viewer) => {
      const { label } = made.CERTIFICATES.items[1] ?? { label: '' };
      await press(viewer, viewer.words('certificate.removeNamed', { label }));
      await viewer.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'factor-begun',
    path: '/preferences',
    answers: { 'me/second-factor': SECOND },
    act: async (viewer) => {
      await press(viewer, viewer.words('factor.setUp'));
      await viewer.page.getByRole('img', { name: viewer.words('factor.picture') }).waitFor();
    },
  },
  {
    name: 'factor-codes',
    path: '/preferences',
    answers: { me: ON, 'me/second-factor/recovery-codes': CODES },
    act: async (viewer) => {
      await press(viewer, viewer.words('factor.renew'));
      await viewer.page.getByRole('list', { name: viewer.words('factor.codesTitle') }).waitFor();
    },
  },
  {
    name: 'factor-remove',
    path: '/preferences',
    answers: { me: ON },
    act: async (viewer) => {
      await press(viewer, viewer.words('factor.remove'));
      await viewer.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'service',
    path: '/preferences',
    answers: {
      version: { version: '1.2.3', buildNumber: '17', changeset: '4a06c04', name: 'x', jurisdiction: 'eu' },
    },
    act: async ({ page, words }) => page.getByText(words('jurisdiction.eu')).scrollIntoViewIfNeeded(),
  },
  { name: 'import', path: '/import' },
  {
    name: 'import-waiting',
    path: '/import',
    act: (viewer) => choose(viewer, viewer.words('import.choose'), `${made.LONG.slice(0, 120)}.jsonl`, LINE),
  },
  {
    name: 'import-done',
    path: '/import',
    act: async (viewer) => {
      await choose(viewer, viewer.words('import.choose'), 'interactions.jsonl', LINE);
      await press(viewer, viewer.words('import.start'));
      await viewer.page
        .getByText(viewer.words('import.line', { line: 2 }))
        .first()
        .waitFor();
    },
  },
  {
    name: 'import-refused',
    path: '/import',
    answers: { 'import/.*': new Refused(503, 'imports-busy', { data: { seconds: 5 } }) },
    act: async (viewer) => {
      await choose(viewer, viewer.words('import.choose'), 'interactions.jsonl', LINE);
      await press(viewer, viewer.words('import.start'));
      await viewer.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'import-broken',
    path: '/import',
    act: async (viewer) => {
      await choose(viewer, viewer.words('import.choose'), 'interactions.jsonl.gz', LINE);
      await press(viewer, viewer.words('import.start'));
      await viewer.page.getByText(viewer.words.failure('gzip-broken', {}) ?? '').waitFor();
    },
  },
  { name: 'contacts', path: '/contacts' },
  {
    name: 'contacts-erase',
    path: '/contacts',
    act: async (viewer) => {
      await viewer.page.getByRole('textbox').first().fill(made.LONG);
      await press(viewer, viewer.words('contacts.erase'));
      await viewer.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'contacts-receipt',
    path: '/contacts',
    answers: {
      'contacts/.*': {
        contactId: made.LONG,
        contacts: 1,
        contactAttributes: 4,
        interactions: 1_200,
        documents: 17,
        notReached: {
          files: 12,
          filesUntil: '2026-12-20T04:00:11.000Z',
          runs: 2,
          backupsUntil: '2026-12-25T09:30:00.000Z',
        },
      },
    },
    act: async (viewer) => {
      const { page, words } = viewer;
      await page.getByRole('textbox').first().fill(made.LONG);
      await press(viewer, words('contacts.erase'));
      await press(viewer, words('contacts.verb'));
      await page.getByText(words('contacts.receipt')).waitFor();
    },
  },
];

/** What stands around the pages, and what somebody does for themselves. */
export const OWN_STATES: readonly State[] = [...AROUND, ...OWN];
