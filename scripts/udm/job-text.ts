import type { components } from '../../src/client/api.d.ts';
import { FAILURE_WORDS } from '../../src/labels/failures/words.ts';
import { byteSize } from '../cli/byte-size.ts';
import type { ShownJob } from './job-fields.ts';
import { minute, sheet } from './shown.ts';

type HistoryItem = components['schemas']['HistoryItem'];
type HistoryItemDetails = components['schemas']['HistoryItemDetails'];
type JobPreview = components['schemas']['JobPreview'];

/** A job, field by field. */
export const jobText = (job: ShownJob): string =>
  sheet([
    ['Job', String(job.id)],
    ['Title', job.title],
    ['Description', job.description],
    ['Exports', contentOf(job)],
    ['Time frame', timeFrameText(job.timeFrame)],
    ['Runs', scheduleText(job)],
    ['State', job.suspended ? 'suspended' : 'active'],
    ['Latest run', `${job.latestStatus}${job.latestStartedAt ? `, ${minute(job.latestStartedAt)} UTC` : ''}`],
    ['Next run', job.nextStartsAt ? `${minute(job.nextStartsAt)} UTC` : 'none'],
    ['Copied to', job.destination ? placeText(job.destination) : ''],
    ['Created', `${minute(job.createdDate)} UTC`],
  ]);

/** Where files are copied to, as one address. */
export const placeText = ({
  endpoint,
  bucket,
  prefix,
}: Pick<components['schemas']['DestinationInfo'], 'endpoint' | 'bucket' | 'prefix'>): string =>
  `${endpoint}/${bucket}/${prefix}`;

/** How far a run's files are on their way into a bucket. */
export function deliveryText(delivery: components['schemas']['Delivery']): string {
  const { state, code, files, filesDelivered, nextTryAt } = delivery;
  const why = code === '' || state === 'delivering' ? '' : `: ${FAILURE_WORDS.en[code]}`;
  const next = nextTryAt ? ` The next try is at ${minute(nextTryAt)} UTC.` : '';
  return `${state}, ${filesDelivered} of ${files} files to ${placeText(delivery)}${why}${next}`;
}

/** A run, field by field. */
export const runText = (run: HistoryItemDetails): string =>
  sheet([
    ['Run', String(run.id)],
    ['Job', String(run.parentId)],
    ['Title', run.title],
    ['Exports', contentOf(run)],
    ['Time frame', timeFrameText(run.timeFrame)],
    ['Status', run.status === 'In Progress' ? `${run.status}, ${run.progress} %` : run.status],
    ['Reason', run.detail.reason ?? (run.status === 'Finished' ? '' : run.description)],
    ['Note', run.detail.note ?? ''],
    ['Started', run.startedAt ? `${minute(run.startedAt)} UTC` : ''],
    ['Ended', run.finishedAt ? `${minute(run.finishedAt)} UTC` : ''],
    ['Last file', run.fileName],
    ['Size', run.fileSize ? byteSize(run.fileSize) : ''],
    ['Delivery', run.delivery ? deliveryText(run.delivery) : ''],
    ...(run.entities ?? []).map(entityLine),
    ...run.events.map(({ at, message }, index) => {
      return [index === 0 ? 'Events' : ' ', `${at.slice(0, 19).replace('T', ' ')}  ${message}`] as const;
    }),
  ]);

const entityLine = ({ name, records, bytes }: components['schemas']['DataEntry']) =>
  [name, `${records.toLocaleString('en')}, ${byteSize(bytes)}`] as const;

/** What a job would be, field by field. */
export const previewText = (preview: JobPreview): string =>
  sheet([
    ['Records', `${preview.exact ? '' : 'at most '}${preview.records.toLocaleString('en')}`],
    ['Before packing', `${preview.exact ? '' : 'at most '}${byteSize(preview.bytes)}`],
    ['Files', preview.volumes === 1 ? '1' : `at most ${preview.volumes}`],
    ...preview.entities.map(entityLine),
    ['Takes', takesText(preview.estimate)],
    ['Costs', costsText(preview.estimate)],
    ...preview.nextStarts.map((at, index) => [index === 0 ? 'Starts' : '', `${minute(at)} UTC`] as const),
    ...(preview.warnings ?? []).map(({ message }) => ['Warning', message] as const),
  ]);

type Estimate = JobPreview['estimate'];

const takesText = ({ minutes, exact }: Estimate): string =>
  minutes === null
    ? 'not known before the first run'
    : `${exact ? 'about' : 'at most about'} ${minutes.toLocaleString('en')} min`;

const costsText = ({ dollars, pricesOf, exact }: Estimate): string =>
  `${exact ? '' : 'at most '}US$ ${dollars.toLocaleString('en', { maximumSignificantDigits: 2 })} at list prices of ${pricesOf}`;

function contentOf({
  type,
  media,
  exportAttachments,
  exportType,
  fileSplitSize,
  jobParams,
}: ShownJob | HistoryItem): string {
  const parts = [type === 'Person' ? `all of the contact ${jobParams.contactId}` : `${type}s`];
  if (type !== 'Contact') {
    const all = media.length === 0 || media.includes('all');
    parts.push(
      all ? 'all media' : media.join(', '),
      exportAttachments ? 'with documents' : 'without documents',
    );
  }
  if (exportType === 'DataSync') parts.push('what has changed (DataSync)');
  for (const { name, operator, value } of jobParams.filters ?? [])
    parts.push(`${name} ${operator} ${String(value ?? '')}`.trim());
  if (fileSplitSize) parts.push(`volumes of ${fileSplitSize}`);
  return parts.join(', ');
}

function timeFrameText({ dateFrom, dateTo, last }: ShownJob['timeFrame']): string {
  if (last) return `the ${last} before each run`;
  if (!dateFrom && !dateTo) return 'everything';
  return `${dateFrom ? `from ${dateFrom}` : 'from the beginning'} ${dateTo ? `to ${dateTo}` : 'on'}`;
}

function scheduleText({ scheduleType, schedulerParam }: ShownJob): string {
  const { cron, startDate, timeZone = 'UTC' } = schedulerParam;
  const rhythm = cron ? `by the cron ${cron}` : scheduleType;
  const from = startDate ? `${rhythm}, from ${startDate}` : rhythm;
  return timeZone === 'UTC' ? from : `${from}, in ${timeZone}`;
}
