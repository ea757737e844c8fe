import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { PAGE_PATHS } from '../../model/page-paths.ts';
import { addTexts, firstLanguage } from '../words/dictionaries.ts';
import { NotFoundPage } from '../pages/not-found-page.tsx';

const HomePage = lazy(() =>
  import('../pages/home/home-page.tsx').then((page) => ({ default: page.HomePage })),
);
const JobsPage = lazy(() =>
  import('../pages/jobs/jobs-page.tsx').then((page) => ({ default: page.JobsPage })),
);
const NewJobPage = lazy(() =>
  import('../pages/job/job-page.tsx').then((page) => ({ default: page.NewJobPage })),
);
const JobPage = lazy(() => import('../pages/job/job-page.tsx').then((page) => ({ default: page.JobPage })));
const HistoryPage = lazy(() =>
  import('../pages/history/history-page.tsx').then((page) => ({ default: page.HistoryPage })),
);
const RunPage = lazy(() => import('../pages/run/run-page.tsx').then((page) => ({ default: page.RunPage })));
const ArtifactsPage = lazy(() =>
  import('../pages/artifacts/artifacts-page.tsx').then((page) => ({ default: page.ArtifactsPage })),
);
const PreferencesPage = lazy(() =>
  import('../pages/preferences/preferences-page.tsx').then((page) => ({ default: page.PreferencesPage })),
);
const ImportPage = lazy(() =>
  import('../pages/import/import-page.tsx').then((page) => ({ default: page.ImportPage })),
);
const ContactsPage = lazy(() =>
  import('../pages/contacts/contacts-page.tsx').then((page) => ({ default: page.ContactsPage })),
);

/** Texts that the pages on access alone use come with them. */
const accessTexts = () =>
  addTexts('access', firstLanguage(document.documentElement.lang, navigator.languages));
const PeoplePage = lazy(async () => {
  const [page] = await Promise.all([import('../pages/people/people-page.tsx'), accessTexts()]);
  return { default: page.PeoplePage };
});
const KeysPage = lazy(async () => {
  const [page] = await Promise.all([import('../pages/keys/keys-page.tsx'), accessTexts()]);
  return { default: page.KeysPage };
});
const AuditPage = lazy(async () => {
  const [page] = await Promise.all([import('../pages/audit/audit-page.tsx'), accessTexts()]);
  return { default: page.AuditPage };
});

/** Which page stands at which address; each is loaded when somebody goes there. */
export const PageRoutes = () => (
  <Switch>
    <Route path={PAGE_PATHS.home} component={HomePage} />
    <Route path={PAGE_PATHS.jobs} component={JobsPage} />
    <Route path={PAGE_PATHS.newJob} component={NewJobPage} />
    <Route path={PAGE_PATHS.job} component={JobPage} />
    <Route path={PAGE_PATHS.history} component={HistoryPage} />
    <Route path={PAGE_PATHS.run} component={RunPage} />
    <Route path={PAGE_PATHS.artifacts} component={ArtifactsPage} />
    <Route path={PAGE_PATHS.preferences} component={PreferencesPage} />
    <Route path={PAGE_PATHS.import} component={ImportPage} />
    <Route path={PAGE_PATHS.contacts} component={ContactsPage} />
    <Route path={PAGE_PATHS.people} component={PeoplePage} />
    <Route path={PAGE_PATHS.keys} component={KeysPage} />
    <Route path={PAGE_PATHS.audit} component={AuditPage} />
    <Route component={NotFoundPage} />
  </Switch>
);
