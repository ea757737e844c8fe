import { lazy, type ComponentType } from 'react';
import { Route, Switch } from 'wouter';
import { PAGE_PATHS } from '../../model/page-paths.ts';
import { addTexts, firstLanguage, type Part } from '../words/dictionaries.ts';
import { NotFoundPage } from '../pages/not-found-page.tsx';

type Load = () => Promise<ComponentType>;

/** Texts of the pages that exports are made, watched and taken on; and of those that are a person's own. */
const RUNS: readonly Part[] = ['lists', 'exports'];
const OWN: readonly Part[] = ['own'];

/** Which page stands at which address, the first that fits; and the texts that come with it, where it has some of its own. */
const LOADS: readonly (readonly [path: string, load: Load, texts?: readonly Part[]])[] = [
  [PAGE_PATHS.home, async () => (await import('../pages/home/home-page.tsx')).HomePage],
  [PAGE_PATHS.jobs, async () => (await import('../pages/jobs/jobs-page.tsx')).JobsPage, RUNS],
  [
    PAGE_PATHS.newJob,
    async () => (await import('../pages/job/job-page.tsx')).NewJobPage,
    [...RUNS, 'editor'],
  ],
  [PAGE_PATHS.job, async () => (await import('../pages/job/job-page.tsx')).JobPage, [...RUNS, 'editor']],
  [PAGE_PATHS.history, async () => (await import('../pages/history/history-page.tsx')).HistoryPage, RUNS],
  [PAGE_PATHS.run, async () => (await import('../pages/run/run-page.tsx')).RunPage, RUNS],
  [
    PAGE_PATHS.artifacts,
    async () => (await import('../pages/artifacts/artifacts-page.tsx')).ArtifactsPage,
    RUNS,
  ],
  [
    PAGE_PATHS.preferences,
    async () => (await import('../pages/preferences/preferences-page.tsx')).PreferencesPage,
    ['own', 'access'],
  ],
  [PAGE_PATHS.import, async () => (await import('../pages/import/import-page.tsx')).ImportPage, OWN],
  [PAGE_PATHS.contacts, async () => (await import('../pages/contacts/contacts-page.tsx')).ContactsPage, OWN],
  [
    PAGE_PATHS.people,
    async () => (await import('../pages/people/people-page.tsx')).PeoplePage,
    ['lists', 'access'],
  ],
  [PAGE_PATHS.keys, async () => (await import('../pages/keys/keys-page.tsx')).KeysPage, ['lists', 'access']],
  [
    PAGE_PATHS.audit,
    async () => (await import('../pages/audit/audit-page.tsx')).AuditPage,
    ['lists', 'access'],
  ],
];

const PAGES = LOADS.map(([path, load, texts]) => ({
  path,
  Page: lazy(async () => {
    const language = firstLanguage(document.documentElement.lang, navigator.languages);
    const [page] = await Promise.all([load(), texts && addTexts(texts, language)]);
    return { default: page };
  }),
}));

/** The page that somebody came for is on its way before it is known who it is; one that cannot be loaded says so where it is shown. */
const came = LOADS.find(([path]) => new RegExp(`^${path.replace(':id', '[^/]+')}$`).test(location.pathname));
came?.[1]().catch(() => undefined);

/** Each page is loaded when somebody goes there. */
export const PageRoutes = () => (
  <Switch>
    {PAGES.map(({ path, Page }) => (
      <Route key={path} path={path} component={Page} />
    ))}
    <Route component={NotFoundPage} />
  </Switch>
);
