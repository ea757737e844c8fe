import * as access from './access-fixtures.ts';
import * as made from './fixtures.ts';
import { Refused, type State, type Viewer } from './state.ts';

const CONSENT =
  '/authorize?response_type=code&client_id=udm&code_challenge=x&code_challenge_method=S256&redirect_uri=http://127.0.0.1/';
const ASKED = {
  name: made.LONG,
  ofService: false,
  roles: ['exporter', 'importer'],
  address: 'https://reports.example.org',
  local: false,
};
const named = async ({ page, words }: Viewer): Promise<void> => {
  await page.getByRole('textbox', { name: words('login.userName') }).fill('demo');
  await page.getByRole('button', { name: words('login.next') }).click();
};
const password = async (viewer: Viewer): Promise<void> => {
  await named(viewer);
  const { page, words } = viewer;
  await page.getByLabel(words('login.password'), { exact: true }).fill('wrong');
  await page.getByRole('button', { name: words('login.submit'), exact: true }).click();
};
const press = async ({ page }: Viewer, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).first().click();
};
/** What is seen before somebody is signed in. */
const OUTSIDE: readonly State[] = [
  { name: 'sign-in', path: '/sign-in', outside: true },
  { name: 'sign-in-password', path: '/sign-in', outside: true, act: named },
  {
    name: 'sign-in-ways',
    path: '/sign-in',
    outside: true,
    answers: {
      'issuers.*': { passwords: true, items: [access.ISSUER, { id: 'i-2', name: made.LONG.slice(0, 60) }] },
    },
    act: named,
  },
  {
    name: 'sign-in-wrong',
    path: '/sign-in',
    outside: true,
    answers: { 'sign-in': new Refused(401, 'user-refused') },
    act: async (viewer) => {
      await password(viewer);
      await viewer.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-in-braked',
    path: '/sign-in',
    outside: true,
    answers: { 'sign-in': new Refused(429, 'too-many-tries', { data: { seconds: 16 } }) },
    act: async (viewer) => {
      await password(viewer);
      await viewer.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-in-code',
    path: '/sign-in',
    outside: true,
    answers: { 'sign-in': new Refused(401, 'second-factor-needed') },
    act: async (viewer) => {
      await password(viewer);
      await viewer.page.getByLabel(viewer.words('login.code'), { exact: true }).waitFor();
    },
  },
  { name: 'sign-in-problem', path: '/sign-in?problem=outside-refused', outside: true },
  { name: 'signed-in-window', path: '/sign-in/done?problem=outside-denied', outside: true },
  { name: 'invitation', path: `/invitation#${'a'.repeat(40)}`, outside: true },
  { name: 'invitation-broken', path: '/invitation', outside: true },
  { name: 'away', path: '/jobs', outside: true, answers: { me: new Refused(400, 'internal-error') } },
];

const DECIDING: readonly State[] = [
  { name: 'consent', path: CONSENT, answers: { 'oauth/consent\\?.*': ASKED } },
  {
    name: 'consent-refused',
    path: CONSENT,
    answers: { 'oauth/consent\\?.*': new Refused(400, 'redirect-unknown') },
  },
  {
    name: 'first-factor',
    path: '/',
    answers: { me: { ...made.ME, secondFactor: { enabled: false, required: true, recoveryCodes: 0 } } },
  },
  { name: 'denied', path: '/', answers: { me: { ...made.ME, roles: [], privileges: [] } } },
  {
    name: 'account-notices',
    path: '/jobs',
    answers: {
      me: {
        ...made.ME,
        name: access.LONG_PERSON.name,
        notices: ['password-changed', 'webhook-disabled', 'token-reused'].map((code) => ({
          code,
          time: access.KEY.lastUsedAt,
          message: '',
        })),
      },
    },
  },
  {
    name: 'session-ended',
    path: '/jobs/new',
    act: async (viewer) => {
      const { page, words } = viewer;
      await page.getByRole('textbox', { name: words('job.title') }).fill('Weekly export');
      await viewer.answer({ 'export/jobs': new Refused(401, 'session-ended') });
      await press(viewer, words('job.save'));
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'prove-again',
    path: '/preferences',
    answers: { 'me/second-factor': new Refused(403, 'sign-in-again') },
    act: async (viewer) => {
      await press(viewer, viewer.words('factor.setUp'));
      await viewer.page.getByRole('dialog').waitFor();
    },
  },
];

/** Signing in, letting a program in, and what keeps somebody from going on. */
export const ENTERING_STATES: readonly State[] = [...OUTSIDE, ...DECIDING];
