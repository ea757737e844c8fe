import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { components } from '../../src/client/api.d.ts';
import { JOB_TYPES, type JobType } from '../../src/model/records.ts';
import { SCHEDULE_TYPES, type ScheduleType } from '../../src/model/schedule.ts';
import { OPERATORS } from '../../src/model/filter.ts';
import { typedValue } from '../../src/model/typed-filter.ts';
import { EXPORT_TYPES, type ExportType } from '../../src/model/export-type.ts';

/** The body that creates or edits a job. */
export type SubmittedJob = components['schemas']['Job'];
/** A job as the service shows it. */
export type ShownJob = components['schemas']['JobInfo'];

/** What a member of a record has to be. */
type RecordFilter = NonNullable<SubmittedJob['jobParams']['filters']>[number];

/** The fields of a job as options; what is left out keeps what the job has, or the default. */
export interface JobFields {
  readonly title?: string;
  readonly description?: string;
  /** As it was typed: the service says which there are. */
  readonly source?: SubmittedJob['source'];
  readonly exportType?: ExportType;
  readonly type?: JobType;
  readonly contactId?: string;
  readonly media?: string;
  readonly attachments?: boolean;
  readonly splitSize?: string;
  readonly filter?: readonly RecordFilter[];
  readonly all?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly last?: string;
  readonly now?: boolean;
  readonly startDate?: string;
  readonly runs?: ScheduleType;
  readonly cron?: string;
  readonly timeZone?: string;
  readonly suspended?: boolean;
}

/** What is exported: the fields that `udm export` has, too. */
export const contentOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--type <type>', 'what is exported (Interaction)')
        .choices([...JOB_TYPES])
        .argParser(readType),
    )
    .option('--contact-id <id>', 'the CONTACTID of the one contact that --type Person exports')
    .option('--title <title>', 'title of the job')
    .option('--media <a,b>', 'media types; "all" for every one')
    .option('--from <date>', 'start of the time frame, inclusive')
    .option('--to <date>', 'end of the time frame, exclusive')
    .option('--attachments', 'with the documents')
    .option('--no-attachments', 'without the documents')
    .option('--split-size <size>', 'volumes of this size, 64KB to 512MB; "" for one file')
    .addOption(
      new Option(
        '--filter <filter>',
        'what records have to be, as "SUBJECT contains order", or an attribute of contacts, as "LastName eq Doe"; several are joined by and',
      ).argParser(readFilter),
    );

/** A filter as its name, operator and value; values of `in` are parted by commas. Numbers and flags are such where the operator takes no text. */
function readFilter(text: string, before: readonly RecordFilter[] = []): readonly RecordFilter[] {
  const [, name, operator, value] = /^\s*(\S+)\s+(\S+)(?:\s+(.*))?$/s.exec(text) ?? [];
  const known = OPERATORS.find((one) => one === operator);
  if (name === undefined || known === undefined)
    throw new InvalidArgumentError(`Write NAME OPERATOR VALUE; operators are ${OPERATORS.join(', ')}.`);
  const filter = { name, operator: known };
  return [...before, value === undefined ? filter : { ...filter, value: valueOf(known, value) }];
}

function valueOf(operator: RecordFilter['operator'], text: string): NonNullable<RecordFilter['value']> {
  if (operator === 'in') return text.split(',').map((one) => one.trim());
  if (operator === 'exists') return text === 'true' || (text === 'false' ? false : text);
  return typedValue(operator, text);
}

function readType(text: string): JobType {
  const type = JOB_TYPES.find((name) => name.toLowerCase() === text.toLowerCase());
  if (type) return type;
  throw new InvalidArgumentError(`Allowed choices are ${JOB_TYPES.join(', ')}.`);
}

/** Every field of a job. */
export const jobOptions = (command: Command): Command =>
  contentOptions(command)
    .option('--description <text>', 'what the job is for')
    .option('--all', 'the whole history')
    .option('--last <duration>', 'the time before each run, as P7D or PT12H')
    .addOption(
      new Option('--export-type <type>', 'UCS: the time frame; DataSync: what has changed').choices([
        ...EXPORT_TYPES,
      ]),
    )
    .option('--source <source>', 'where the records come from')
    .option('--now', 'runs at once')
    .option('--no-now', 'does not run at once')
    .option('--start-date <date>', 'first start, UTC unless it says otherwise')
    .addOption(new Option('--runs <how>', 'how often it runs').choices([...SCHEDULE_TYPES]))
    .option('--cron <expression>', 'when it runs: five fields, by the clocks of the time zone')
    .option('--time-zone <zone>', 'the zone of its starts and days, as Europe/Berlin (UTC)')
    .option('--suspended', 'starts suspended')
    .option('--no-suspended', 'starts active');

/** What a new job is where nothing is said: all interactions with their documents, once. */
const NEW_JOB: SubmittedJob = {
  source: 'UCS',
  type: 'UCS',
  title: '',
  timeFrame: { all: true },
  schedulerParam: {},
  jobParams: { type: 'Interaction', media: ['all'] },
  suspended: false,
};

/** The body of a new job. */
export function newJob(fields: JobFields): SubmittedJob {
  const { type = 'Interaction' } = fields;
  // Lists show titles: whom it is of stands in the job alone.
  const what = type === 'Person' ? 'All of one contact' : `${type}s`;
  return withFields(NEW_JOB, { title: `${what}, exported by udm`, ...fields });
}

/** What would make this very job again. */
export function bodyOf(job: ShownJob): SubmittedJob {
  const { source, exportType, title, description, timeFrame, schedulerParam, jobParams, suspended } = job;
  const same = { title, description, timeFrame, schedulerParam, jobParams, suspended };
  // Its secret stays where it goes back to its own job; another job has to be given one.
  return { source, type: exportType, ...same, ...defined({ destination: job.destination }) };
}

/** A body with the fields that were given in place of its own. */
export function withFields(body: SubmittedJob, fields: JobFields): SubmittedJob {
  return {
    ...body,
    ...defined({
      title: fields.title,
      description: fields.description,
      source: fields.source,
      type: fields.exportType,
      suspended: fields.suspended,
    }),
    timeFrame: timeFrameOf(body.timeFrame, fields),
    schedulerParam: scheduleOf(body.schedulerParam, fields),
    jobParams: paramsOf(body.jobParams, fields),
  };
}

function timeFrameOf(
  own: SubmittedJob['timeFrame'],
  { all, from, to, last }: JobFields,
): SubmittedJob['timeFrame'] {
  const { dateFrom, dateTo } = own;
  // Each form is named by itself, so that the service can tell that they do not go together.
  const forms = defined({ all, last });
  if (from === undefined && to === undefined) return Object.keys(forms).length > 0 ? forms : own;
  return { ...forms, ...defined({ dateFrom: from ?? dateFrom, dateTo: to ?? dateTo }) };
}

/** A new rhythm (runs, cron) replaces the old one whole; whether it runs now goes with each saving. */
function scheduleOf(
  own: SubmittedJob['schedulerParam'],
  { now, startDate, runs, cron, timeZone }: JobFields,
): SubmittedJob['schedulerParam'] {
  const { startDate: start, timeZone: zone, immediately, ...rhythm } = own;
  const same = runs === undefined && cron === undefined;
  const kept = same ? rhythm : {};
  const ofNow = now === undefined ? { immediately } : { immediately: now };
  const ofStart = startDate === undefined ? { startDate: now ? undefined : start } : { startDate };
  return { ...kept, ...defined({ runs, cron, timeZone: timeZone ?? zone, ...ofNow, ...ofStart }) };
}

function paramsOf(own: SubmittedJob['jobParams'], fields: JobFields): SubmittedJob['jobParams'] {
  const { type = own.type, media, attachments, splitSize, filter } = fields;
  const { fileSplitSize, contactId: before, ...params } = own;
  // A job that is made one of another type asks for nobody any more.
  const contactId = fields.contactId ?? (type === 'Person' ? before : undefined);
  const size = splitSize ?? fileSplitSize;
  return {
    ...params,
    ...defined({ type, contactId, exportAttachments: attachments, filters: filter && [...filter] }),
    ...(media === undefined
      ? {}
      : {
          media: media
            .split(',')
            .map((name) => name.trim())
            .filter(Boolean),
        }),
    ...(size ? { fileSplitSize: size } : {}),
  };
}

/** The fields that have a value. */
function defined<T extends Readonly<Record<string, unknown>>>(fields: T) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>; // what is undefined was left out
  };
}
