import { PAGE_PATHS } from './page-paths.ts';

/** Texts that some pages alone say; they come with the first of these. The names are those of files in `labels/pages/`. */
export type TextPart =
  | 'access'
  | 'cost'
  | 'editor'
  | 'exports'
  | 'issuers'
  | 'lists'
  | 'notifications'
  | 'own';

/** What a page is built of, beyond what all are: its module in `src/web`, and its texts. */
export interface PageSource {
  readonly module: string;
  readonly texts: readonly TextPart[];
}

const source = (module: string, ...texts: readonly TextPart[]): PageSource => ({
  module: `pages/${module}-page.tsx`,
  texts,
});

/**
 * Which page is built of what. The document of a page names these files, so that a browser asks for all of them at once and not for one
 * after the other.
 */
export const PAGE_SOURCES: Readonly<Record<keyof typeof PAGE_PATHS, PageSource>> = {
  home: source('home/home'),
  signIn: source('sign-in/sign-in'),
  signedIn: source('sign-in/window'),
  invitation: source('invitation/invitation'),
  authorize: source('authorize/authorize'),
  jobs: source('jobs/jobs', 'lists', 'exports'),
  newJob: source('job/job', 'lists', 'exports', 'editor'),
  job: source('job/job', 'lists', 'exports', 'editor'),
  history: source('history/history', 'lists', 'exports'),
  run: source('run/run', 'lists', 'exports'),
  artifacts: source('artifacts/artifacts', 'lists', 'exports'),
  notifications: source('notifications/notifications', 'notifications'),
  cost: source('cost/cost', 'cost'),
  import: source('import/import', 'own'),
  contacts: source('contacts/contacts', 'own'),
  people: source('people/people', 'lists', 'access'),
  keys: source('keys/keys', 'lists', 'access', 'issuers'),
  audit: source('audit/audit', 'lists', 'access', 'notifications'),
  preferences: source('preferences/preferences', 'own', 'access'),
};

/** The names of all pages. */
export const PAGE_NAMES = Object.keys(PAGE_PATHS) as (keyof typeof PAGE_PATHS)[]; // the table has no others
