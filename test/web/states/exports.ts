import * as access from './access-fixtures.ts';
import * as made from './fixtures.ts';
import { Refused, type State, type Viewer } from './state.ts';

const JOBS = {
  'export/jobs\\?from.*': made.listed(made.job(), made.job({ id: 11, title: made.LONG })),
};
const RUNS = { 'export/history\\?.*': made.listed(made.run(), made.FAILED_RUN, made.RUNNING) };
const FILES = { 'file-metadatas\\?.*': made.listed(made.file(), ...made.SET) };
const COUNTED = {
  selection: 's',
  count: 1_200,
  expiresAt: access.ENTRY.time,
  first: Array.from({ length: 10 }, (_, id) => ({ id: String(id), name: null, title: made.LONG })),
};

/** The button of what can be done with the chosen rows. */
export const pickAll = async ({ page, words }: Viewer): Promise<void> => {
  await page.locator('thead input[type=checkbox]').check();
  await page.getByRole('region', { name: words('table.bulk') }).waitFor();
};
const bulk = async (viewer: Viewer, name: string): Promise<void> => {
  await pickAll(viewer);
  const { page, words } = viewer;
  const bar = page.getByRole('region', { name: words('table.bulk') });
  await bar.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
};
const openMenu = async ({ page, words }: Viewer, name: string): Promise<void> => {
  await page.getByRole('button', { name: words('table.more', { name }) }).click();
  await page.getByRole('menuitem').first().waitFor();
};
const filled = async ({ page, words }: Viewer, run: string): Promise<void> => {
  await page.getByRole('textbox', { name: words('job.title') }).fill('Weekly export');
  await page.getByRole('combobox', { name: words('job.run') }).selectOption(run);
};

const LISTS: readonly State[] = [
  { name: 'jobs-chosen', path: '/jobs', answers: JOBS, act: pickAll },
  { name: 'jobs-menu', path: '/jobs', answers: JOBS, act: (viewer) => openMenu(viewer, 'Weekly export') },
  {
    name: 'jobs-filter',
    path: '/jobs?title=Weekly&type=Interaction&suspend=false',
    answers: JOBS,
    act: async ({ page, words }) => {
      const name = words('table.filterBy', { column: words('column.type') });
      await page.getByRole('button', { name }).click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  { name: 'jobs-no-match', path: '/jobs?title=nothing', answers: { 'export/jobs\\?from.*': made.NOTHING } },
  {
    name: 'jobs-columns',
    path: '/jobs',
    answers: JOBS,
    act: async ({ page, words }) => {
      await page.getByRole('button', { name: words('table.columns') }).click();
      await page.getByRole('menuitemcheckbox', { name: words('column.id') }).waitFor();
    },
  },
  {
    name: 'jobs-dimmed',
    path: '/jobs',
    answers: JOBS,
    act: async ({ page, words, answer }) => {
      await answer({ 'export/jobs\\?from.*': 'held' });
      await page.getByRole('button', { name: words('column.title'), exact: true }).click();
      await page.locator('table[data-stale]').waitFor();
    },
  },
  {
    name: 'jobs-delete',
    path: '/jobs',
    answers: { ...JOBS, selections: COUNTED },
    act: (viewer) => bulk(viewer, viewer.words('jobs.delete')),
  },
  {
    name: 'jobs-refused',
    path: '/jobs',
    answers: {
      ...JOBS,
      selections: COUNTED,
      'export/jobs/suspend\\?.*': {
        done: 3,
        refused: [7, 11].map((id) => ({ id, code: 'spent', message: '' })),
      },
    },
    act: async (viewer) => {
      await bulk(viewer, viewer.words('jobs.suspend'));
      const { page, words } = viewer;
      await page.getByRole('button', { name: words.count('jobs.suspendVerb', COUNTED.count) }).click();
      await page.getByText(words.count('bulk.refused', 2)).waitFor();
    },
  },
  {
    name: 'jobs-too-many',
    path: '/jobs',
    answers: { ...JOBS, selections: new Refused(400, 'too-many', { data: { max: 1_000 } }) },
    act: async (viewer) => {
      await pickAll(viewer);
      const bar = viewer.page.getByRole('region', { name: viewer.words('table.bulk') });
      await bar.getByRole('button', { name: viewer.words('jobs.delete'), exact: true }).click();
      await viewer.page.getByRole('dialog').getByRole('alert').waitFor();
    },
  },
  {
    name: 'history-menu',
    path: '/history',
    answers: RUNS,
    act: (viewer) => openMenu(viewer, 'Weekly export 8'),
  },
  {
    name: 'history-delete',
    path: '/history',
    answers: { ...RUNS, selections: COUNTED },
    act: (viewer) => bulk(viewer, viewer.words('history.delete')),
  },
  { name: 'artifacts-chosen', path: '/artifacts', answers: FILES, act: pickAll },
  {
    name: 'artifacts-set',
    path: '/artifacts',
    answers: FILES,
    act: async ({ page }) => {
      await page.locator('tbody [aria-expanded=false]').first().click();
    },
  },
  {
    name: 'artifacts-decrypt',
    path: '/artifacts',
    answers: FILES,
    act: async (viewer) => {
      await pickAll(viewer);
      const { page, words } = viewer;
      const bar = page.getByRole('region', { name: words('table.bulk') });
      await bar.getByRole('button', { name: words('decrypt.title') }).click();
      await page.getByRole('dialog').locator('pre').first().waitFor();
    },
  },
  {
    name: 'artifacts-downloads',
    path: '/artifacts',
    answers: { ...FILES, 'files\\?.*': new Refused(404, 'files-missing', { data: { count: 2 } }) },
    act: async (viewer) => {
      await pickAll(viewer);
      const { page, words } = viewer;
      await page.getByRole('button', { name: words.count('artifacts.downloadVerb', 4) }).click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  },
];

const JOB: readonly State[] = [
  { name: 'job-new', path: '/jobs/new', act: (viewer) => filled(viewer, 'now') },
  {
    name: 'job-all-sections',
    path: '/jobs/new',
    act: async (viewer) => {
      const { page, words } = viewer;
      await filled(viewer, 'cron');
      await page.getByRole('textbox', { name: words('job.cron') }).fill('30 3 * * MON-FRI');
      // By keys: what is pressed by a point may lie below the bar that stays at the bottom.
      await page.getByRole('switch', { name: words('job.media.all') }).press(' ');
      await page.getByRole('radio', { name: words('job.frame.fixed') }).press(' ');
      await page.getByRole('textbox', { name: words('job.fileSplitSize') }).fill('1MB');
      await page.getByLabel(words('job.media')).first().waitFor();
    },
  },
  {
    name: 'job-wrong',
    path: '/jobs/new',
    act: async ({ page, words }) => {
      await page.getByRole('combobox', { name: words('job.run') }).selectOption('hourly');
      await page.getByRole('textbox', { name: words('job.fileSplitSize') }).fill('1XB');
      await page.getByRole('button', { name: words('job.save') }).click();
      await page.getByText(words.count('job.faults', 2)).waitFor();
    },
  },
  {
    name: 'job-filters',
    path: '/jobs/13',
    answers: {
      'export/jobs/13': made.job({
        id: 13,
        jobParams: { ...made.job().jobParams, filters: made.FILTERS },
      }),
    },
    act: async ({ page, words }) => {
      await page.getByRole('group', { name: words('filters.one', { number: 5 }) }).waitFor();
    },
  },
  {
    name: 'job-filters-wrong',
    path: '/jobs/new',
    act: async ({ page, words }) => {
      await page.getByRole('textbox', { name: words('job.title') }).fill('Weekly export');
      await page.getByRole('button', { name: words('filters.add') }).press('Enter');
      await page.getByRole('group', { name: words('filters.one', { number: 1 }) }).waitFor();
      await page.getByRole('button', { name: words('job.save') }).click();
      await page.getByText(words('job.faults.one')).waitFor();
    },
  },
  {
    name: 'job-filter-choices',
    path: '/jobs/new',
    act: async ({ page, words }) => {
      await page.getByRole('button', { name: words('filters.add') }).press('Enter');
      await page
        .getByLabel(words('filters.name', { number: 1 }))
        .first()
        .fill('DATE');
      await page.getByRole('option', { name: 'STARTDATE' }).waitFor();
    },
  },
  {
    name: 'job-refused',
    path: '/jobs/new',
    answers: { 'export/jobs': new Refused(400, 'certificate-needed', { field: 'certificate' }) },
    act: async (viewer) => {
      await filled(viewer, 'now');
      await viewer.page.getByRole('button', { name: viewer.words('job.save') }).click();
      await viewer.page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'job-leave',
    path: '/jobs/new',
    act: async (viewer) => {
      await filled(viewer, 'weekly');
      await viewer.page.getByRole('button', { name: viewer.words('dialog.cancel') }).click();
      await viewer.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'job-locked',
    path: '/jobs/13',
    answers: {
      'export/jobs/13': made.job({
        id: 13,
        scheduleType: 'once',
        schedulerParam: { runs: 'once', immediately: true },
      }),
    },
  },
  { name: 'run-failed', path: '/history/9', answers: { 'export/history/9': made.FAILED_RUN } },
  {
    name: 'run-filters',
    path: '/history/8',
    answers: {
      'export/history/8': made.run({ jobParams: { ...made.run().jobParams, filters: made.FILTERS } }),
    },
  },
  { name: 'run-running', path: '/history/10', answers: { 'export/history/10': made.RUNNING } },
  {
    name: 'run-gone',
    path: '/history/99',
    answers: { 'export/history/99': new Refused(404, 'no-history-item', { data: { id: 99 } }) },
  },
];

/** What there is of jobs, their runs and their files, beyond the pages themselves. */
export const EXPORT_STATES: readonly State[] = [...LISTS, ...JOB];
