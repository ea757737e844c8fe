import { lazy, type ComponentType } from 'react';
import { Route, Switch } from 'wouter';
import { firstLanguage } from '../../labels/languages.ts';
import { PAGE_PATHS } from '../../model/page-paths.ts';
import { PAGE_SOURCES } from '../../model/page-sources.ts';
import { addTexts } from '../words/dictionaries.ts';
import { NotFoundPage } from '../pages/not-found-page.tsx';

interface Loaded {
  readonly Page: ComponentType;
  /** Asks for what the page shows first, before it is drawn. */
  readonly begin?: () => void;
}

/** Which page stands at which address, the first that fits; what else each is made of stands in `model/page-sources.ts`. */
const LOADS: readonly (readonly [name: keyof typeof PAGE_PATHS, load: () => Promise<Loaded>])[] = [
  ['home', async () => ({ Page: (await import('../pages/home/home-page.tsx')).HomePage })],
  [
    'jobs',
    async () => {
      const { JobsPage, beginJobs } = await import('../pages/jobs/jobs-page.tsx');
      return { Page: JobsPage, begin: beginJobs };
    },
  ],
  ['newJob', async () => ({ Page: (await import('../pages/job/job-page.tsx')).NewJobPage })],
  ['job', async () => ({ Page: (await import('../pages/job/job-page.tsx')).JobPage })],
  [
    'history',
    async () => {
      const { HistoryPage, beginHistory } = await import('../pages/history/history-page.tsx');
      return { Page: HistoryPage, begin: beginHistory };
    },
  ],
  ['run', async () => ({ Page: (await import('../pages/run/run-page.tsx')).RunPage })],
  [
    'artifacts',
    async () => {
      const { ArtifactsPage, beginArtifacts } = await import('../pages/artifacts/artifacts-page.tsx');
      return { Page: ArtifactsPage, begin: beginArtifacts };
    },
  ],
  [
    'preferences',
    async () => ({ Page: (await import('../pages/preferences/preferences-page.tsx')).PreferencesPage }),
  ],
  [
    'notifications',
    async () => ({ Page: (await import('../pages/notifications/notifications-page.tsx')).NotificationsPage }),
  ],
  ['cost', async () => ({ Page: (await import('../pages/cost/cost-page.tsx')).CostPage })],
  ['import', async () => ({ Page: (await import('../pages/import/import-page.tsx')).ImportPage })],
  ['contacts', async () => ({ Page: (await import('../pages/contacts/contacts-page.tsx')).ContactsPage })],
  ['people', async () => ({ Page: (await import('../pages/people/people-page.tsx')).PeoplePage })],
  ['keys', async () => ({ Page: (await import('../pages/keys/keys-page.tsx')).KeysPage })],
  ['audit', async () => ({ Page: (await import('../pages/audit/audit-page.tsx')).AuditPage })],
];

const PAGES = LOADS.map(([name, load]) => ({
  path: PAGE_PATHS[name],
  Page: lazy(async () => {
    const language = firstLanguage(document.documentElement.lang, navigator.languages);
    const [{ Page }] = await Promise.all([load(), addTexts(PAGE_SOURCES[name].texts, language)]);
    return { default: Page };
  }),
}));

/**
 * The page that somebody came for, and what it shows first, are on their way before it is known who it is; one that cannot be loaded
 * says so where it is shown.
 */
const came = LOADS.find(([name]) =>
  new RegExp(`^${PAGE_PATHS[name].replace(':id', '[^/]+')}$`).test(location.pathname),
);
void came?.[1]().then(
  ({ begin }) => begin?.(),
  () => undefined,
);

/** Each page is loaded when somebody goes there. */
export const PageRoutes = () => (
  <Switch>
    {PAGES.map(({ path, Page }) => (
      <Route key={path} path={path} component={Page} />
    ))}
    <Route component={NotFoundPage} />
  </Switch>
);
