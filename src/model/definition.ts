import { fail, ok, type Result } from './failures.ts';
import { parseInstant, type Instant } from './instant.ts';
import { parseDuration, type Duration } from './duration.ts';
import type { RecordFilter, JobRequest } from './api/job-request.ts';
import { EXPORT_TYPES, SOURCES, type ExportType } from './export-type.ts';
import { parseFilters } from './filter.ts';
import { parseSchedule } from './parse-schedule.ts';
import { foldMedia, JOB_TYPES, MEDIA_TYPES, type JobType } from './records.ts';
import { isRecurring, type Schedule } from './schedule.ts';
import { parseSplitSize } from './split-size.ts';

/** The interval [from, to) that a run exports; null is an open end. */
export interface Window {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** What `timeFrame` means: a fixed window, or a stretch of time up to each run's start. */
export type Extent = { readonly window: Window } | { readonly last: Duration };

/** A job that makes sense: the request, and what it means. */
export interface Definition {
  readonly title: string;
  readonly description: string;
  readonly type: JobType;
  /** Whose records a job of the type Person exports; null of any other. */
  readonly contactId: string | null;
  readonly exportType: ExportType;
  readonly schedule: Schedule;
  readonly extent: Extent;
  /** Lower-case media names; null means all. */
  readonly media: readonly string[] | null;
  readonly attachments: boolean;
  /** What interactions or contacts have to be, all of it. */
  readonly filters: readonly RecordFilter[];
  /** Bytes of a volume before sealing, as asked for; null when not. */
  readonly splitBytes: number | null;
  readonly suspended: boolean;
  /** As submitted, so that a client can edit or clone the job from its answer. */
  readonly request: JobRequest;
}

/** What deciding needs to know: the media of the center's own records, and the time. */
export interface DefinitionContext {
  readonly ownMedia: readonly string[];
  readonly now: Instant;
}

/** The one source; lists show its label, which is taken too. */
const SOURCE = 'UCS';
export const TITLE_MAX = 255;
export const DESCRIPTION_MAX = 4_000;
/** Longest key of a record, in UTF-16 units. */
const MAX_KEY = 255;

/** Decides whether a request of the right shape is a job. */
export function parseDefinition(request: JobRequest, context: DefinitionContext): Result<Definition> {
  const title = request.title.trim();
  if (title.length < 1 || title.length > TITLE_MAX) return fail('title-length', 'title', { max: TITLE_MAX });
  const description = request.description ?? '';
  if (description.length > DESCRIPTION_MAX) return fail('too-long', 'description', { max: DESCRIPTION_MAX });
  const kind = parseKind(request);
  if (!kind.ok) return kind;
  const media = parseMedia(request.jobParams.media, context.ownMedia);
  if (!media.ok) return media;
  const filters = parseFilters(request.jobParams.filters);
  if (!filters.ok) return filters;
  const schedule = parseSchedule(request, context.now);
  if (!schedule.ok) return schedule;
  const extent = parseTimeFrame(request, schedule.value);
  if (!extent.ok) return extent;
  const splitBytes = parseSplitSize(request.jobParams.fileSplitSize, 'jobParams.fileSplitSize');
  if (!splitBytes.ok) return splitBytes;
  return ok({
    title,
    description,
    ...kind.value,
    schedule: schedule.value,
    extent: extent.value,
    media: media.value,
    attachments: request.jobParams.exportAttachments ?? true,
    filters: filters.value,
    splitBytes: splitBytes.value,
    suspended: request.suspended,
    request: { ...request, source: SOURCE, title, description },
  });
}

function parseKind(request: JobRequest): Result<Pick<Definition, 'type' | 'exportType' | 'contactId'>> {
  if (request.source === 'InfoMart') return fail('source-not-supported', 'source');
  if (request.source !== SOURCE && request.source !== SOURCES[SOURCE])
    return fail('unknown-source', 'source');
  const exportType = EXPORT_TYPES.find((name) => name === request.type);
  if (!exportType) return fail('not-one-of', 'type', { choices: EXPORT_TYPES.join(', ') });
  const type = JOB_TYPES.find((name) => name === request.jobParams.type);
  if (!type) return fail('not-one-of', 'jobParams.type', { choices: JOB_TYPES.join(', ') });
  const contactId = parseContact(request, type);
  return contactId.ok ? ok({ type, exportType, contactId: contactId.value }) : contactId;
}

/** Whom a job of the type Person exports. What changed of one contact nobody asks for again and again: such a job is UCS. */
function parseContact({ type: exportType, jobParams }: JobRequest, type: JobType): Result<string | null> {
  const { contactId } = jobParams;
  const field = 'jobParams.contactId';
  if (type !== 'Person') return contactId === undefined ? ok(null) : fail('contact-of-person', field);
  if (exportType === 'DataSync') return fail('person-of-data-sync', 'type');
  if (!contactId) return fail('contact-missing', field);
  if (contactId.length > MAX_KEY) return fail('name-length', field, { max: MAX_KEY });
  return ok(contactId);
}

function parseMedia(media: readonly string[], ownMedia: readonly string[]): Result<readonly string[] | null> {
  const folded = [...new Set(media.map(foldMedia))];
  if (folded.length === 0) return ok(null);
  if (folded.includes('all')) {
    if (folded.length === 1) return ok(null);
    return fail('all-media-and-others', 'jobParams.media');
  }
  const unknown = folded.find((name) => !Object.hasOwn(MEDIA_TYPES, name) && !ownMedia.includes(name));
  if (unknown !== undefined) return fail('unknown-media', 'jobParams.media', { name: unknown.slice(0, 64) });
  return ok(folded);
}

function parseTimeFrame({ timeFrame, type }: JobRequest, schedule: Schedule): Result<Extent> {
  const bounded = timeFrame.dateFrom !== undefined || timeFrame.dateTo !== undefined;
  const forms = [timeFrame.all === true, bounded, timeFrame.last !== undefined].filter(Boolean).length;
  if (forms !== 1) return fail('time-frame-forms', 'timeFrame');
  if (type === 'DataSync' && timeFrame.all !== true) return fail('time-frame-of-data-sync', 'timeFrame');
  if (timeFrame.last !== undefined) return parseLast(timeFrame.last, schedule);
  const from = parseBound('dateFrom', timeFrame.dateFrom);
  if (!from.ok) return from;
  const to = parseBound('dateTo', timeFrame.dateTo);
  if (!to.ok) return to;
  if (from.value !== null && to.value !== null && from.value >= to.value)
    return fail('time-frame-order', 'timeFrame.dateFrom');
  return ok({ window: { from: from.value, to: to.value } });
}

function parseLast(text: string, schedule: Schedule): Result<Extent> {
  const field = 'timeFrame.last';
  if (!isRecurring(schedule)) return fail('last-of-one-time', field);
  const last = parseDuration(text);
  return last ? ok({ last }) : fail('not-a-duration', field);
}

function parseBound(name: 'dateFrom' | 'dateTo', text: string | undefined): Result<Instant | null> {
  if (text === undefined) return ok(null);
  const at = parseInstant(text);
  return at === null ? fail('not-a-date', `timeFrame.${name}`) : ok(at);
}
