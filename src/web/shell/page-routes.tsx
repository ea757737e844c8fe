import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { PAGE_PATHS } from '../../model/page-paths.ts';
import { NotFoundPage } from '../pages/not-found-page.tsx';

const HomePage = lazy(() =>
  import('../pages/home/home-page.tsx').then((page) => ({ default: page.HomePage })),
);

/** Which page stands at which address; each is loaded when somebody goes there. */
export const PageRoutes = () => (
  <Switch>
    <Route path={PAGE_PATHS.home} component={HomePage} />
    <Route component={NotFoundPage} />
  </Switch>
);
