import type { components } from '../../../client/api.d.ts';
import { parseDefinition } from '../../../model/definition.ts';
import type { Failure } from '../../../model/failures.ts';
import { formatInstant, parseInstant } from '../../../model/instant.ts';
import type { JobRequest } from '../../../model/api/job-request.ts';
import type { ScheduleType } from '../../../model/schedule.ts';
import type { WordKey } from '../../words/words.ts';
import {
  destinationFault,
  destinationFields,
  NO_DESTINATION,
  type DestinationForm,
  type SentDestination,
} from './destination-form.ts';
import { filtersOf, rowsOf, type FilterRow } from './filters/filter-form.ts';
import { findZone, firstInstantOf, wallOf } from '../../../model/zone.ts';

/** A job as the API takes it. */
export type SentJob = components['schemas']['Job'];

/** How often, as the editor asks: "once" is now or later. */
export type RunChoice = 'now' | 'later' | Exclude<ScheduleType, 'once'>;
export type FrameChoice = 'all' | 'fixed' | 'last' | 'changes';

/** What the editor's fields hold, as typed. Times are `YYYY-MM-DDTHH:mm`: the start by the clocks of the zone, others in UTC. */
export interface JobForm extends DestinationForm {
  readonly title: string;
  readonly description: string;
  readonly type: string;
  /** Whose records are exported; where the type is Person. */
  readonly contactId: string;
  readonly allMedia: boolean;
  readonly media: readonly string[];
  readonly attachments: boolean;
  readonly run: RunChoice;
  readonly startDate: string;
  readonly everyHours: string;
  readonly cron: string;
  readonly zone: string;
  readonly frame: FrameChoice;
  readonly from: string;
  readonly to: string;
  readonly lastDays: string;
  readonly splitSize: string;
  readonly filters: readonly FilterRow[];
}

/** A title is all that a new job needs. */
export const NEW_JOB: JobForm = {
  title: '',
  description: '',
  type: 'Interaction',
  contactId: '',
  allMedia: true,
  media: [],
  attachments: true,
  run: 'now',
  startDate: '',
  everyHours: '1',
  cron: '0 3 * * *',
  zone: 'UTC',
  frame: 'all',
  from: '',
  to: '',
  lastDays: '1',
  splitSize: '',
  filters: [],
  ...NO_DESTINATION,
};

const isOnce = (run: RunChoice): run is 'now' | 'later' => run === 'now' || run === 'later';

/** The request that a form stands for, but for where its files are copied to (`destination-form.ts`), which decides nothing else. */
export function jobOf(form: JobForm): SentJob {
  const { run } = form;
  return {
    source: 'UCS',
    type: form.frame === 'changes' ? 'DataSync' : 'UCS',
    title: form.title,
    description: form.description,
    timeFrame: timeFrameOf(form),
    schedulerParam: {
      runs: isOnce(run) ? 'once' : run,
      ...(run === 'now' ? { immediately: true } : {}),
      ...(cronOf(form) === null ? {} : { cron: cronOf(form) ?? '' }),
      ...(run !== 'now' && form.startDate !== '' ? { startDate: utc(form.startDate, form.zone) } : {}),
      ...(run !== 'now' && form.zone !== 'UTC' ? { timeZone: form.zone } : {}),
    },
    jobParams: {
      // Chosen among the types, or read from a job that the service took.
      type: form.type as SentJob['jobParams']['type'],
      ...(form.type === 'Person' ? { contactId: form.contactId } : {}),
      media: form.allMedia || form.type === 'Contact' ? ['all'] : [...form.media],
      exportAttachments: form.attachments,
      ...(form.filters.length === 0 ? {} : { filters: [...filtersOf(form.filters)] }),
      ...(form.splitSize.trim() === '' ? {} : { fileSplitSize: form.splitSize.trim() }),
    },
    suspended: false,
  };
}

/** Every so many hours is a cron of its own; each hour is none. */
function cronOf({ run, cron, everyHours }: JobForm): string | null {
  if (run === 'cron') return cron.trim();
  const hours = Number(everyHours);
  return run === 'hourly' && hours > 1 ? `0 */${hours} * * *` : null;
}

function timeFrameOf({ frame, from, to, lastDays }: JobForm): SentJob['timeFrame'] {
  if (frame === 'last') return { last: `P${lastDays.trim()}D` };
  if (frame !== 'fixed') return { all: true };
  return { ...(from ? { dateFrom: utc(from) } : {}), ...(to ? { dateTo: utc(to) } : {}) };
}

/** A field's time as the API writes it; what is no time goes as it is, to be refused with its name. */
const utc = (typed: string, zone = 'UTC'): string => {
  const at = parseInstant(typed);
  return at === null ? typed : formatInstant(firstInstantOf(zone, at));
};

/** An API's time as a field holds it. */
const typed = (text: string | undefined, zone = 'UTC'): string => {
  const at = parseInstant(text ?? '');
  return at === null ? '' : formatInstant(wallOf(zone, at)).slice(0, 16);
};

/** As much of a job, or of a run, as its settings are read from. */
export interface JobSettings {
  readonly title: string;
  readonly description?: string;
  readonly exportType: string;
  readonly timeFrame: JobRequest['timeFrame'];
  readonly jobParams: JobRequest['jobParams'];
  readonly schedulerParam?: JobRequest['schedulerParam'];
  readonly destination?: SentDestination;
}

/** The form of a job that is there, to edit or to clone it. A run has no schedule: cloned, it runs once, now. */
export function formOf({
  title,
  description,
  exportType,
  timeFrame,
  jobParams,
  schedulerParam = {},
  destination,
}: JobSettings): JobForm {
  const { runs, cron, startDate, immediately, timeZone } = schedulerParam;
  const zone = findZone(timeZone ?? 'UTC') ?? 'UTC';
  const hours = /^0 \*\/(\d+) \* \* \*$/.exec(cron ?? '')?.[1];
  const media = jobParams.media.filter((name) => name.toLowerCase() !== 'all');
  const all = media.length === 0;
  return {
    ...NEW_JOB,
    title,
    description: description ?? '',
    type: jobParams.type,
    contactId: jobParams.contactId ?? '',
    allMedia: all,
    media,
    attachments: jobParams.exportAttachments ?? true,
    run: runChoice({ runs, cron, immediately, startDate }, hours !== undefined),
    startDate: typed(startDate, zone),
    zone,
    everyHours: hours ?? '1',
    cron: cron ?? NEW_JOB.cron,
    frame: frameChoice(exportType, timeFrame),
    from: typed(timeFrame.dateFrom),
    to: typed(timeFrame.dateTo),
    lastDays: /^P(\d+)D$/.exec(timeFrame.last ?? '')?.[1] ?? NEW_JOB.lastDays,
    splitSize: jobParams.fileSplitSize ?? '',
    filters: rowsOf(jobParams.filters),
    ...destinationFields(destination),
  };
}

function runChoice({ runs, cron, startDate }: JobRequest['schedulerParam'], hourly: boolean): RunChoice {
  if (hourly) return 'hourly';
  if (cron !== undefined) return 'cron';
  const known = (['hourly', 'daily', 'weekly', 'monthly'] as const).find((name) => name === runs);
  return known ?? (startDate === undefined ? 'now' : 'later');
}

function frameChoice(exportType: string, { last, dateFrom, dateTo }: JobRequest['timeFrame']): FrameChoice {
  if (exportType === 'DataSync') return 'changes';
  if (last !== undefined) return 'last';
  return dateFrom === undefined && dateTo === undefined ? 'all' : 'fixed';
}

/** A field of the editor: of a filter, a part of its row. */
export type FieldName = keyof JobForm | `filters.${number}.${FilterPart}`;
const FILTER_PARTS = ['name', 'operator', 'value'] as const;
type FilterPart = (typeof FILTER_PARTS)[number];

/** Which row and part of the filters a field is; null where it is another one. */
export function filterPartOf(field: string): { readonly index: number; readonly part: FilterPart } | null {
  const [, index, name] = /^filters\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const part = FILTER_PARTS.find((one) => one === name);
  return part ? { index: Number(index), part } : null;
}

/** Which field of the editor a failure's field means. */
const FIELDS: Readonly<Record<string, keyof JobForm>> = {
  title: 'title',
  description: 'description',
  type: 'frame',
  timeFrame: 'from',
  'timeFrame.dateFrom': 'from',
  'timeFrame.dateTo': 'to',
  'timeFrame.last': 'lastDays',
  'schedulerParam.cron': 'cron',
  'schedulerParam.startDate': 'startDate',
  'schedulerParam.runs': 'run',
  'schedulerParam.timeZone': 'zone',
  schedulerParam: 'startDate',
  'jobParams.media': 'media',
  'jobParams.type': 'type',
  'jobParams.filters': 'filters',
  'jobParams.contactId': 'contactId',
  'jobParams.fileSplitSize': 'splitSize',
  fileSplitSize: 'splitSize',
  'destination.endpoint': 'endpoint',
  'destination.bucket': 'bucket',
  'destination.region': 'region',
  'destination.prefix': 'prefix',
  'destination.accessKeyId': 'accessKeyId',
  'destination.secretAccessKey': 'secret',
};

/** What the editor calls its fields. */
export const LABELS: Readonly<Partial<Record<keyof JobForm, WordKey>>> = {
  title: 'job.title',
  description: 'job.description',
  frame: 'job.timeFrame',
  from: 'job.fromUtc',
  to: 'job.toUtc',
  lastDays: 'job.lastDays',
  cron: 'job.cron',
  zone: 'job.zone',
  startDate: 'job.startAt',
  run: 'job.run',
  media: 'job.media',
  type: 'job.type',
  contactId: 'job.contactId',
  splitSize: 'job.fileSplitSize',
  filters: 'filters.title',
  endpoint: 'destination.endpoint',
  bucket: 'destination.bucket',
  region: 'destination.region',
  prefix: 'destination.prefix',
  accessKeyId: 'destination.accessKeyId',
  secret: 'destination.secret',
};

/** The editor's field that a failure is of; null where it is of none. */
export function fieldOf(field: string): FieldName | null {
  const known = FIELDS[field];
  if (known) return known;
  const own = field.replace(/^jobParams\./, '');
  const found = filterPartOf(own);
  return found ? `filters.${found.index}.${found.part}` : null;
}

/** What is wrong with a form, by the rules of the service itself; null where nothing is. */
export function formFault(
  form: JobForm,
  ownMedia: readonly string[],
  now: number,
): Failure | 'no-media' | null {
  if (form.type !== 'Contact' && !form.allMedia && form.media.length === 0) return 'no-media';
  const definition = parseDefinition(jobOf(form), { ownMedia, now });
  return definition.ok ? destinationFault(form) : definition.failure;
}
