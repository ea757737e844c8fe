import { fail, ok, type Result } from './failure.ts';
import { parseInstant, type Instant } from './instant.ts';
import type { ExportType, JobRequest, ScheduleType, TimeFrame } from './job.ts';
import { DATA_TYPES, MEDIA_TYPES, type DataType } from './records.ts';

/** The interval [from, to) that a run exports; null is an open end. */
export interface Window {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** A job that makes sense: the request, and what it means. Rules: semantics.md, "Jobs". */
export interface Definition {
  readonly title: string;
  readonly description: string;
  readonly type: DataType;
  readonly exportType: ExportType;
  readonly scheduleType: ScheduleType;
  readonly window: Window;
  /** Lower-case media names; null means all. */
  readonly media: readonly string[] | null;
  readonly attachments: boolean;
  /** As submitted, so that a client can edit or clone the job from its answer. */
  readonly request: JobRequest;
}

export const TITLE_MAX = 255;
export const DESCRIPTION_MAX = 4_000;

/** Decides whether a request of the right shape is a job. `ownMedia` are the media of the center's own records. */
export function parseDefinition(request: JobRequest, ownMedia: readonly string[]): Result<Definition> {
  const title = request.title.trim();
  if (title.length < 1 || title.length > TITLE_MAX)
    return fail('invalid', 'title', `title must have 1 to ${TITLE_MAX} characters after trimming`);
  const description = request.description ?? '';
  if (description.length > DESCRIPTION_MAX)
    return fail('invalid', 'description', `description may have at most ${DESCRIPTION_MAX} characters`);
  const kind = parseKind(request);
  if (!kind.ok) return kind;
  const media = parseMedia(request.jobParams.media, ownMedia);
  if (!media.ok) return media;
  const window = parseTimeFrame(request.timeFrame);
  if (!window.ok) return window;
  const scheduleType = parseSchedule(request);
  if (!scheduleType.ok) return scheduleType;
  if (request.jobParams.fileSplitSize)
    return fail(
      'refused',
      'jobParams.fileSplitSize',
      'split archives are not offered yet: leave fileSplitSize empty',
    );
  return ok({
    title,
    description,
    ...kind.value,
    scheduleType: scheduleType.value,
    window: window.value,
    media: media.value,
    attachments: request.jobParams.exportAttachments ?? true,
    request: { ...request, title, description },
  });
}

function parseKind(request: JobRequest): Result<{ type: DataType; exportType: ExportType }> {
  if (request.source === 'InfoMart')
    return fail('refused', 'source', 'Info Mart exports are not supported: use the source UCS');
  if (request.source !== 'UCS') return fail('invalid', 'source', 'source must be UCS');
  if (request.type === 'DataSync')
    return fail('refused', 'type', 'incremental exports (DataSync) are not offered yet: use the type UCS');
  if (request.type !== 'UCS') return fail('invalid', 'type', 'type must be UCS or DataSync');
  const type = DATA_TYPES.find((name) => name === request.jobParams.type);
  if (!type)
    return fail('invalid', 'jobParams.type', `jobParams.type must be one of ${DATA_TYPES.join(', ')}`);
  return ok({ type, exportType: request.type });
}

function parseMedia(media: readonly string[], ownMedia: readonly string[]): Result<readonly string[] | null> {
  const folded = [...new Set(media.map((name) => name.toLowerCase()))];
  if (folded.length === 0) return ok(null);
  if (folded.includes('all')) {
    if (folded.length === 1) return ok(null);
    return fail(
      'invalid',
      'jobParams.media',
      '"all" stands alone: leave it out or leave the other media out',
    );
  }
  const unknown = folded.find((name) => !Object.hasOwn(MEDIA_TYPES, name) && !ownMedia.includes(name));
  if (unknown !== undefined) {
    const shown = JSON.stringify(unknown.slice(0, 64));
    return fail('invalid', 'jobParams.media', `${shown} is no media type: GET data/sub-types lists them`);
  }
  return ok(folded);
}

function parseTimeFrame(frame: TimeFrame): Result<Window> {
  const bounded = frame.dateFrom !== undefined || frame.dateTo !== undefined;
  const forms = [frame.all === true, bounded, frame.last !== undefined].filter(Boolean).length;
  if (forms !== 1)
    return fail(
      'invalid',
      'timeFrame',
      'timeFrame takes exactly one of: all (true), dateFrom and/or dateTo, last',
    );
  if (frame.last !== undefined)
    return fail('refused', 'timeFrame.last', 'last is for recurring jobs: give dateFrom and dateTo');
  const from = parseBound('dateFrom', frame.dateFrom);
  if (!from.ok) return from;
  const to = parseBound('dateTo', frame.dateTo);
  if (!to.ok) return to;
  if (from.value !== null && to.value !== null && from.value >= to.value)
    return fail('invalid', 'timeFrame.dateFrom', 'dateFrom must be before dateTo');
  return ok({ from: from.value, to: to.value });
}

function parseBound(name: 'dateFrom' | 'dateTo', text: string | undefined): Result<Instant | null> {
  if (text === undefined) return ok(null);
  const at = parseInstant(text);
  if (at !== null) return ok(at);
  return fail('invalid', `timeFrame.${name}`, `${name} must be ISO 8601 or YYYY-MM-DD HH:mm:ss (UTC)`);
}

function parseSchedule(request: JobRequest): Result<ScheduleType> {
  const { cron, runs, startDate, immediately } = request.schedulerParam;
  if (cron !== undefined || startDate !== undefined || (runs !== undefined && runs !== 'once'))
    return fail(
      'refused',
      'schedulerParam',
      'schedules are not offered yet: send {"immediately": true}, with runs "once" or without it',
    );
  if (immediately !== true)
    return fail('invalid', 'schedulerParam.immediately', 'a job that runs once needs "immediately": true');
  if (request.suspended)
    return fail('invalid', 'suspended', 'a job that runs immediately cannot start suspended: send false');
  return ok('once');
}
