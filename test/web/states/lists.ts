import * as access from './access-fixtures.ts';
import { COST_FULL, COST_NONE } from './cost.ts';
import * as made from './fixtures.ts';
import { Refused, type Answers, type State } from './state.ts';

/** A page that reads: what it asks for, as the ends of paths, with answers that hold much. */
interface Reading {
  readonly name: string;
  readonly path: string;
  readonly full: Answers;
  /** What it is answered where there is nothing; left out where that cannot be. */
  readonly none?: Answers;
  readonly privilege: string;
}

const FULL: readonly Reading[] = [
  {
    name: 'home',
    path: '/',
    full: {
      'export/jobs\\?size=100&bg.*': made.listed(made.job(), made.job({ id: 11, title: made.LONG })),
      'export/history\\?.*': made.listed(made.FAILED_RUN, made.RUNNING, made.run()),
      'file-metadatas\\?.*': made.listed(...made.SET, made.file()),
      certificates: made.CERTIFICATES,
    },
    none: {
      'export/jobs\\?size=100&bg.*': made.NOTHING,
      'export/history\\?.*': made.NOTHING,
      'file-metadatas\\?.*': made.NOTHING,
      certificates: made.NOTHING,
    },
    privilege: 'jobs.read',
  },
  {
    name: 'jobs',
    path: '/jobs',
    full: {
      'export/jobs\\?from.*': made.listed(
        made.job(),
        made.job({ id: 11, title: made.LONG, suspended: true, status: 'Suspended' }),
        made.job({ id: 12, status: 'In Progress', progress: 42, latestStartedAt: made.RUNNING.startedAt }),
        made.job({ id: 13, title: 'Once', scheduleType: 'once', nextStartsAt: '', status: 'Failed' }),
      ),
    },
    none: { 'export/jobs\\?from.*': made.NOTHING },
    privilege: 'jobs.read',
  },
  {
    name: 'history',
    path: '/history',
    full: {
      'export/history\\?.*': made.listed(made.run(), made.FAILED_RUN, made.RUNNING, ...made.STATUSES),
    },
    none: { 'export/history\\?.*': made.NOTHING },
    privilege: 'history.read',
  },
  {
    name: 'artifacts',
    path: '/artifacts',
    full: { 'file-metadatas\\?.*': made.listed(made.file(), ...made.SET) },
    none: { 'file-metadatas\\?.*': made.NOTHING },
    privilege: 'files.read',
  },
  {
    name: 'notifications',
    path: '/notifications',
    full: { webhooks: access.WEBHOOKS },
    none: { webhooks: { max: 20, items: [] } },
    privilege: 'jobs.read',
  },
  {
    name: 'cost',
    path: '/cost',
    full: COST_FULL,
    none: COST_NONE,
    privilege: 'jobs.read',
  },
  {
    name: 'people',
    path: '/people',
    full: {
      'users\\?.*': made.listed(
        access.person(),
        access.LONG_PERSON,
        access.person({ id: 'b', name: 'ben', invited: true, roles: [] }),
      ),
    },
    none: { 'users\\?.*': made.NOTHING },
    privilege: 'users.read',
  },
  {
    name: 'keys',
    path: '/keys',
    full: {
      'api-keys\\?.*': made.listed(access.KEY, {
        ...access.KEY,
        id: 'k-2',
        name: 'gateway',
        roles: null,
        expiresAt: null,
        lastUsedAt: null,
      }),
      'clients\\?.*': made.listed(access.CLIENT, {
        ...access.CLIENT,
        id: 'c-2',
        name: 'nightly',
        redirectUris: [],
      }),
      issuers: { items: [access.ISSUER] },
    },
    none: { 'api-keys\\?.*': made.NOTHING, 'clients\\?.*': made.NOTHING, issuers: { items: [] } },
    privilege: 'users.read',
  },
  {
    name: 'audit',
    path: '/audit',
    full: {
      'audit\\?.*': made.listed(access.ENTRY, {
        ...access.ENTRY,
        id: 49,
        outcome: 'done',
        count: 1,
        objects: [],
      }),
      'audit/streams': access.STREAMS,
    },
    none: { 'audit\\?.*': made.NOTHING, 'audit/streams': { max: 5, items: [] } },
    privilege: 'audit.read',
  },
  {
    name: 'preferences',
    path: '/preferences',
    full: {
      certificates: made.CERTIFICATES,
      'me/programs': made.PROGRAMS,
    },
    none: { certificates: { max: 5, items: [] }, 'me/programs': { items: [] } },
    privilege: 'cipher.read',
  },
  {
    name: 'job',
    path: '/jobs/7',
    full: { 'export/jobs/7': made.job({ title: made.LONG }) },
    privilege: 'jobs.read',
  },
  {
    name: 'run',
    path: '/history/8',
    full: { 'export/history/8': made.run({ title: made.LONG, createdBy: access.LONG_PERSON.name }) },
    privilege: 'history.read',
  },
];

/** As a refusal, which is not tried again before it is shown. */
const FAILED = new Refused(400, 'internal-error');

/** The same answer to all that a page asks for. */
const all = (answers: Answers, answer: Answers[string]): Answers =>
  Object.fromEntries(Object.keys(answers).map((end) => [end, answer]));

/** Every page that reads: with much, with nothing, while it waits, refused, failed, and with what it showed before. */
export const READING_STATES: readonly State[] = FULL.flatMap(
  ({ name, path, full, none, privilege }): State[] => [
    { name, path, answers: full },
    ...(none ? [{ name: `${name}-empty`, path, answers: none }] : []),
    { name: `${name}-loading`, path, answers: all(full, 'held') },
    { name: `${name}-failed`, path, answers: all(full, FAILED) },
    {
      name: `${name}-forbidden`,
      path,
      answers: all(full, new Refused(403, 'privilege-missing', { data: { privilege } })),
    },
    {
      name: `${name}-stale`,
      path,
      answers: full,
      act: async ({ page, words }) => {
        await page.waitForLoadState('networkidle');
        // As the browser tells it; an emulated outage ends with the first inspection.
        await page.evaluate(`dispatchEvent(new Event('offline'))`);
        const [said = ''] = words('offline.since').split('.');
        await page.getByRole('status').getByText(said).waitFor();
      },
    },
  ],
);
