import type { Command } from 'commander';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { jobText, previewText } from '../job-text.ts';
import { bodyOf, jobOptions, newJob, withFields } from '../job-fields.ts';
import type { SubmittedJob, JobFields, ShownJob } from '../job-fields.ts';
import { changeCommands } from './job-changes.ts';
import { LIST_SIZE, limitOption, listed } from '../lists.ts';
import { readId } from '../read-id.ts';
import { minute, table } from '../shown.ts';
import { waitFor, waitOptions } from '../wait.ts';
import type { WaitOptions } from '../wait.ts';
import { warn } from '../warn.ts';

interface Filter {
  readonly title?: string;
  readonly type?: string;
  readonly suspended?: boolean;
  readonly limit?: number;
}

/** `udm jobs`: what is defined. */
export function jobsCommand(program: Command): void {
  const jobs = program.command('jobs').description('define, show and change jobs');
  limitOption(jobs.command('list').alias('ls').description('list jobs, the newest first'))
    .option('--title <text>', 'those with this in their title')
    .option('--type <type>', 'those of this type')
    .option('--suspended', 'those that are suspended')
    .option('--no-suspended', 'those that are active')
    .action(acting<Filter>(list));
  jobs.command('show <id>').description('show a job').action(acting(show));
  waitOptions(jobOptions(jobs.command('create').description('create a job')))
    .option(...DRY_RUN)
    .addHelpText('after', CREATE_EXAMPLES)
    .action(acting<JobFields & Submitting>(create));
  waitOptions(jobOptions(jobs.command('clone <id>').description('create a job like another one')))
    .option(...DRY_RUN)
    .addHelpText('after', '\nWhat is not given is as in the job that is cloned.')
    .action(acting<JobFields & Submitting>(clone));
  jobOptions(jobs.command('edit <id>').description('change a recurring job'))
    .option(...DRY_RUN)
    .addHelpText('after', '\nWhat is not given stays. A job that runs once cannot be edited: clone it.')
    .action(acting<JobFields & DryRun>(edit));
  changeCommands(jobs);
}

interface DryRun {
  readonly dryRun?: boolean;
}
type Submitting = WaitOptions & DryRun;
const DRY_RUN = ['--dry-run', 'shows what it would hold and when it would start; changes nothing'] as const;

const CREATE_EXAMPLES = `
A job needs to know when it runs: --now, --start-date, --runs or --cron.

Examples:
  udm jobs create --title "All of 2025" --from 2025-01-01 --to 2026-01-01 --now
  udm jobs create --title Nightly --last P1D --runs daily
  udm jobs create --title Report --last P1D --cron "30 6 * * MON-FRI" --time-zone Europe/Berlin
  udm jobs create --title Sync --export-type DataSync --cron "0 */6 * * *"`;

async function list(udm: Udm, _: readonly string[], filter: Filter): Promise<void> {
  const { title, type, suspended, limit = LIST_SIZE } = filter;
  const query = {
    size: limit,
    ...(title === undefined ? {} : { title }),
    ...(type === undefined ? {} : { type }),
    ...(suspended === undefined ? {} : { suspend: suspended }),
  };
  const { data } = await udm.session().api.GET('/udm/v10/export/jobs', { params: { query } });
  const items = data?.items ?? [];
  const rows = items.map((job) => [
    String(job.id),
    job.title,
    job.type,
    job.suspended ? 'suspended' : job.scheduleType,
    job.latestStatus,
    minute(job.nextStartsAt),
  ]);
  const head = ['ID', 'TITLE', 'TYPE', 'RUNS', 'LATEST', 'NEXT (UTC)'];
  const text =
    items.length === 0 ? 'No job matches.' : table(head, rows, { elastic: 1, columns: tableColumns() });
  listed(udm, { items, count: data?.count ?? 0, text, names: items.map(({ id }) => String(id)) });
}

async function show(udm: Udm, [id]: readonly string[]): Promise<void> {
  const job = await findJob(udm, readId(id));
  udm.result(job, jobText(job));
}

async function create(udm: Udm, _: readonly string[], fields: JobFields & Submitting): Promise<number> {
  return submit(udm, newJob(fields), fields);
}

async function clone(udm: Udm, [id]: readonly string[], fields: JobFields & Submitting): Promise<number> {
  const job = await findJob(udm, readId(id));
  const { destination, ...same } = bodyOf(job);
  if (destination)
    udm.say(
      'The copy has no destination: its secret is known of no job but its own. Set one with "udm destination set".',
    );
  return submit(udm, withFields({ ...same, title: `${job.title} clone`.slice(0, 255) }, fields), fields);
}

async function submit(udm: Udm, body: SubmittedJob, options: Submitting): Promise<number> {
  const query = options.dryRun ? { dryRun: true } : {};
  const { data: job } = await udm.session().api.POST('/udm/v10/export/jobs', { params: { query }, body });
  if (!job) throw new Error('the service did not show the job that it created');
  if (!('id' in job)) {
    udm.result(job, previewText(job));
    return 0;
  }
  warn(udm, job.warnings);
  if (options.wait) {
    udm.say(`Created job ${job.id}.`);
    return waitFor(udm, { jobId: job.id });
  }
  udm.result(job, `Created job ${job.id}. ${nextText(job, body)}`, String(job.id));
  return 0;
}

function nextText(job: ShownJob, { schedulerParam }: SubmittedJob): string {
  if (schedulerParam.immediately) return `It runs now: udm watch ${job.id}`;
  if (job.suspended) return `It is suspended: udm jobs resume ${job.id}`;
  return `Its first run starts ${minute(job.nextStartsAt)} UTC.`;
}

async function edit(
  udm: Udm,
  [text]: readonly string[],
  { dryRun, ...fields }: JobFields & DryRun,
): Promise<void> {
  const id = readId(text);
  // "Now" is asked for with each saving: what the last one asked for is over.
  const body = withFields(bodyOf(await findJob(udm, id)), { now: false, ...fields });
  const { data: job } = await udm.session().api.PUT('/udm/v10/export/jobs/{id}', {
    params: { path: { id }, query: dryRun ? { dryRun } : {} },
    body,
  });
  if (job && !('id' in job)) udm.result(job, previewText(job));
  else if (job) udm.result(job, `Changed.\n\n${jobText(job)}`, String(job.id));
}

async function findJob(udm: Udm, id: number): Promise<ShownJob> {
  const { data: job } = await udm
    .session()
    .api.GET('/udm/v10/export/jobs/{id}', { params: { path: { id } } });
  if (!job) throw new Error(`the service did not show job ${id}`);
  return job;
}
