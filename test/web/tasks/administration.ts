import { expect } from 'vitest';
import type { Person, Task } from './person.ts';

/** Adds a job: what is not filled in stays as it is offered. */
async function add(person: Person, title: string, fill: () => Promise<void> = async () => {}): Promise<void> {
  const { press, write, button, field, link } = person;
  await press(button('Add job'));
  await write(field('Title'), title);
  await fill();
  await press(button('Save'));
  await link(title).waitFor();
}

const list = ({ page }: Person, name: string) => page.getByRole('combobox', { name });
const active = ({ page }: Person, title: string) => page.getByRole('switch', { name: `Active: ${title}` });
const select = ({ page }: Person, title: string) => page.getByRole('checkbox', { name: `Select ${title}` });
const foreseen = ({ page }: Person) =>
  page.getByRole('complementary', { name: 'What these settings lead to' });

/** "Administration": the Jobs page. */
export const ADMINISTRATION: readonly Task[] = [
  {
    name: 'add a job that runs at once',
    act: async (person) => {
      await person.goTo('Jobs');
      await add(person, 'Everything');
    },
  },
  {
    name: 'add a job of some media, without attachments, that runs daily',
    act: async (person) => {
      const { page, turn, choose, suggest, sound } = person;
      await add(person, 'Daily', async () => {
        await turn(page.getByRole('switch', { name: 'All media types' }), false);
        await suggest(page.getByRole('combobox', { name: /^Media types/ }), 'Chat');
        await turn(page.getByRole('switch', { name: 'Export attachments' }), false);
        await choose(list(person, 'Run'), 'Daily');
        await foreseen(person).getByText('records').first().waitFor();
        expect(await foreseen(person).locator('ol').getByRole('listitem').count()).toBe(5);
        await sound();
      });
    },
  },
  {
    name: 'add a job of contacts that runs every four hours, counted from 00:00 UTC',
    act: async (person) => {
      const { page, choose } = person;
      await add(person, 'Hourly', async () => {
        await choose(list(person, 'Type'), 'Contact');
        await choose(list(person, 'Run'), 'Hourly');
        await choose(list(person, 'Every how many hours'), '4');
        await page.getByText('Counted from 00:00 UTC').waitFor();
        const [next = ''] = await foreseen(person).locator('ol').getByRole('listitem').allInnerTexts();
        expect(next).toMatch(/(00|04|08|12|16|20):00 UTC/);
      });
    },
  },
  {
    name: 'add a job of a fixed interval, for one later moment, in files of a size',
    act: async (person) => {
      const { page, press, write, choose, sound } = person;
      await add(person, 'Once, later', async () => {
        await press(page.getByRole('radio', { name: 'Fixed interval' }));
        await write(page.getByLabel('Start (UTC)'), '2026-01-01T00:00');
        await write(page.getByLabel('End (UTC)'), '2026-11-01T13:30');
        await write(person.field(/File split size/), '64KB');
        await choose(list(person, 'Run'), 'Once, later');
        await write(page.getByLabel(/^Start at \(UTC\)/), '2031-05-06T07:08');
        await foreseen(person).getByText('6 May 2031, 07:08 UTC').waitFor();
        await sound();
      });
    },
  },
  {
    name: 'add a job of those records alone that filters leave, mend a wrong one, and find them again',
    act: async (person) => {
      const { page, write, choose, suggest, press, button, link, goTo, sound } = person;
      const of = (part: string) => page.getByLabel(part).first();
      await add(person, 'Filtered', async () => {
        await press(button('Add a filter'));
        // One that is not among the first.
        await write(of('Field of filter 1'), 'DURATION');
        await page.keyboard.press('Escape');
        await choose(of('Comparison of filter 1'), 'is at least');
        await press(button('Add a filter'));
        await suggest(of('Field of filter 2'), 'SUBJECT');
        await choose(of('Comparison of filter 2'), 'is there');
        await press(button('Add a filter'));
        await press(button('Remove filter 3'));
        await choose(list(person, 'Run'), 'Daily');
        await press(button('Save'));
        await page.getByText('One field needs your attention.').waitFor();
        await sound();
        await write(of('Value of filter 1'), '1');
        await foreseen(person)
          .getByText(/^At most [\d,]+ records/)
          .waitFor();
      });
      await press(link('Filtered'));
      await expect.poll(() => of('Field of filter 1').inputValue()).toBe('DURATION');
      expect(await of('Field of filter 2').inputValue()).toBe('SUBJECT');
      await goTo('Jobs');
    },
  },
  {
    name: 'add a weekly job, and one by a cron expression that is read back in words',
    act: async (person) => {
      const { page, write, choose, field, press, button } = person;
      await add(person, 'Weekly', () => choose(list(person, 'Run'), 'Weekly'));
      await add(person, 'By cron', async () => {
        await choose(list(person, 'Run'), 'By cron expression');
        await write(field(/Cron expression/), '99 3 * * *');
        await press(button('Save'));
        await page.getByText('One field needs your attention.').waitFor();
        await write(field(/Cron expression/), '30 3 * * MON-FRI');
        await page.getByText('At 03:30 UTC, from Monday to Friday.').waitFor();
      });
    },
  },
  {
    name: 'sort and filter the jobs by their headers, and find them so by the address',
    act: async ({ page, press, write, button, link }) => {
      await press(button('Title'));
      await page.waitForURL(/sort=title/);
      await press(button('Filter by Type'));
      await press(page.getByRole('menuitem', { name: 'Contact' }));
      await page.waitForURL(/type=Contact/);
      await page.getByText('1–1 of 1').waitFor();
      await link('Hourly').waitFor();
      await press(button(/^Remove the filter Type/));
      await write(page.getByRole('searchbox', { name: 'Search titles' }), 'kly');
      await page.waitForURL(/title=kly/);
      await page.reload();
      await link('Weekly').waitFor();
      expect(await page.locator('tbody tr').count()).toBe(1);
      await press(button('Clear the filters'));
      await link('Everything').waitFor();
    },
  },
  {
    name: 'suspend and resume with the slider, which says of a spent job why it cannot',
    act: async (person) => {
      const { page, turn, told } = person;
      await turn(active(person, 'Daily'), false);
      await told('“Daily” is suspended.');
      // The row that is asked for anew may come a moment after it is told.
      await expect.poll(() => active(person, 'Daily').isChecked()).toBe(false);
      await turn(active(person, 'Daily'), true);
      await told('“Daily” is active again.');
      await page
        .getByRole('row', { name: /Everything/ })
        .getByText('Finished')
        .waitFor({ timeout: 120_000 });
      expect(await active(person, 'Everything').isDisabled()).toBe(true);
    },
  },
  {
    name: 'clone a selected job',
    act: async (person) => {
      const { turn, press, write, bulk, field, button, link } = person;
      await turn(select(person, 'Weekly'), true);
      await press(bulk('Clone selected'));
      await write(field('Title'), 'Weekly, too');
      await press(button('Save'));
      await link('Weekly, too').waitFor();
    },
  },
  {
    name: 'edit a job, be asked before changes are left, and not edit one that ran once',
    act: async (person) => {
      const { page, press, write, field, button, link, dialog } = person;
      await press(button('Edit: Weekly, too'));
      await write(field('Title'), 'Weekly, changed');
      await press(button('Cancel'));
      await press(dialog('Leave without saving?').getByRole('button', { name: 'Stay' }));
      expect(await field('Title').inputValue()).toBe('Weekly, changed');
      await press(button('Save'));
      await link('Weekly, changed').waitFor();
      await press(button('More actions: Everything'));
      await page.getByRole('menuitem', { name: /^Edit.*cannot be edited/ }).waitFor();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'suspend all that match with what they are counted by, and delete them',
    act: async (person) => {
      const { page, press, write, turn, bulk, dialog, told, button, link, sound } = person;
      await write(page.getByRole('searchbox', { name: 'Search titles' }), 'weekly');
      await page.waitForURL(/title=weekly/);
      await page.getByText('1–2 of 2').waitFor();
      await turn(page.getByRole('checkbox', { name: 'Select all' }), true);
      await press(bulk('Suspend'));
      await press(dialog('Suspend 2 jobs?').getByRole('button', { name: 'Suspend 2 jobs' }));
      await told('2 jobs are suspended.');
      await turn(page.getByRole('checkbox', { name: 'Select all' }), true);
      await press(bulk('Delete'));
      await press(button('Delete 2 jobs'));
      await told('2 jobs were deleted.');
      await page.getByText('Nothing matches the filters.').waitFor();
      await sound();
      await press(button('Clear the filters'));
      await link('Everything').waitFor();
    },
  },
  {
    name: 'delete a job by its own menu',
    act: async ({ page, press, fromMenu, button, told, link }) => {
      await fromMenu('By cron', 'Delete');
      await press(button('Delete the job'));
      await told('The job was deleted.');
      await link('By cron').waitFor({ state: 'detached' });
      // The page takes the focus of what is gone a moment later.
      await expect.poll(() => page.evaluate('document.activeElement !== document.body')).toBe(true);
    },
  },
  {
    name: 'see how far a run is, and what time is left',
    act: async ({ page, press, regard, button }) => {
      // A run of so few records is over before anybody looks: the list is made to say that it is not.
      await page.route('**/udm/v10/export/jobs?*', async (route) => {
        const answer = await route.fetch();
        const body = (await answer.json()) as { items: Record<string, unknown>[] };
        const item = body.items.find(({ title }) => title === 'Everything');
        const startedAt = new Date(Date.now() - 60_000).toISOString();
        Object.assign(item ?? {}, { status: 'In Progress', progress: 42, latestStartedAt: startedAt });
        await route.fulfill({ json: body });
      });
      await press(button('Refresh'));
      const row = page.getByRole('row', { name: /Everything/ });
      await row.getByText(/42 %/).waitFor();
      await regard(row.locator('[data-tone=blue]'));
      await page
        .getByRole('tooltip')
        .getByText(/In Progress, .* left/)
        .waitFor();
      await page.unrouteAll({ behavior: 'wait' });
    },
  },
  {
    name: 'see the history of a job',
    act: async ({ page, press, button, headed }) => {
      await press(button('Show the history of this job: Everything'));
      await headed('History');
      await page.waitForURL(/jobId=/);
      await page.getByText('Finished', { exact: true }).waitFor();
    },
  },
];
