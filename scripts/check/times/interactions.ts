import type { Page } from 'playwright-core';

/** Something that a person does, and where; what comes before it is not measured. */
interface Interaction {
  readonly what: string;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
  readonly act: (page: Page) => Promise<void>;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const selectAll = (page: Page) => page.getByRole('checkbox', { name: 'Select all' }).click();

/** What is done most, and what draws most anew. */
export const INTERACTIONS: readonly Interaction[] = [
  { what: 'jobs: sort by a header', path: '/jobs', act: press('Title') },
  {
    what: 'jobs: type into the search',
    path: '/jobs',
    act: (page) => page.getByRole('searchbox').pressSequentially('chats', { delay: 60 }),
  },
  { what: 'jobs: choose all rows', path: '/jobs', act: selectAll },
  { what: "jobs: open a row's menu", path: '/jobs', act: press(/^More actions/) },
  { what: 'jobs: open a filter', path: '/jobs', act: press('Filter by Type') },
  {
    what: 'jobs: ask before deleting',
    path: '/jobs',
    prepare: selectAll,
    act: (page) =>
      page
        .getByRole('region', { name: /selected rows/ })
        .getByRole('button', { name: 'Delete' })
        .click(),
  },
  { what: 'jobs: go to the editor', path: '/jobs', act: press('Add job') },
  {
    what: 'editor: type a title',
    path: '/jobs/new',
    act: (page) =>
      page.getByRole('textbox', { name: 'Title' }).pressSequentially('Weekly export', { delay: 60 }),
  },
  {
    what: 'editor: switch the media off',
    path: '/jobs/new',
    act: (page) => page.getByRole('switch', { name: 'All media types' }).click({ force: true }),
  },
  { what: 'editor: save without a title', path: '/jobs/new', act: press('Save') },
  {
    what: 'history: go to a run',
    path: '/history',
    act: (page) => page.locator('tbody a').first().click(),
  },
  { what: 'artifacts: unfold a set', path: '/artifacts', act: press(/^Volumes: /) },
  { what: 'artifacts: open the decryption panel', path: '/artifacts', act: press(/^Decrypt: /) },
  {
    what: 'everywhere: go to another page',
    path: '/jobs',
    act: (page) => page.getByRole('navigation', { name: 'Pages', exact: true }).getByText('Audit').click(),
  },
  {
    what: 'everywhere: open the menu of the user',
    path: '/',
    act: (page) => page.getByRole('button', { name: 'demo', exact: true }).click(),
  },
];
