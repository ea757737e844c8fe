import { z } from '@hono/zod-openapi';
import { EXPORT_TYPES, SOURCES } from '../../model/export-type.ts';
import { ApiText, RecordFilter, JobParams, SchedulerParam, TimeFrame } from '../../model/api/job-request.ts';
import { DESCRIPTION_MAX, TITLE_MAX } from '../../model/definition.ts';
import { MAX_FILTERS, MAX_VALUES, OPERATORS } from '../../model/filter.ts';
import { JOB_TYPES } from '../../model/records.ts';
import { SCHEDULE_TYPES } from '../../model/schedule.ts';
import { described, NAME } from './fields.ts';

/** What the parts of a job take, as texts; what they mean is decided by the model (`parseInstant`, `parseSplitSize`, `parseCron`). */
export const DATE = {
  pattern: String.raw`^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?([Zz]|[+-]\d{2}(:?\d{2})?)?)?$`,
};
export const SPLIT_SIZE = {
  pattern: String.raw`^\s*(\d{1,12}(\.\d{1,6})?\s*([KMGkmg][Bb])?)?\s*$`,
};
export const TITLE = { minLength: 1, maxLength: TITLE_MAX };
export const DESCRIPTION = { maxLength: DESCRIPTION_MAX };
const CRON_MAX = 1_024;
const ZONE_MAX = 64;

/** `timeFrame` of a job (reference, `TimeFrame`), with `last` beside it. */
export const TimeFramePart = TimeFrame.extend({
  all: described(TimeFrame.shape.all, { description: 'The whole history.' }),
  dateFrom: described(TimeFrame.shape.dateFrom, {
    ...DATE,
    description: 'From this moment on; ISO 8601, UTC without a zone.',
    example: '2026-10-01T00:00:00Z',
  }),
  dateTo: described(TimeFrame.shape.dateTo, {
    ...DATE,
    description: 'Up to this moment, which is not included any more.',
    example: '2026-11-01T00:00:00Z',
  }),
  last: described(TimeFrame.shape.last, {
    description: 'ISO 8601 duration up to the start of the run; of recurring jobs.',
    format: 'duration',
    example: 'P1D',
  }),
}).openapi('TimeFrame', {
  description: 'Which part of the history: everything, from and/or to a date, or the last stretch of time.',
});

/** `schedulerParam` of a job (reference, `SchedulerParam`). */
export const SchedulerPart = SchedulerParam.extend({
  immediately: described(SchedulerParam.shape.immediately, {
    description: 'Whether a run starts now; of a recurring job one beside those of its schedule.',
  }),
  cron: described(SchedulerParam.shape.cron, {
    description: 'Minute, hour, day of month, month, day of week, by the clocks of the time zone.',
    maxLength: CRON_MAX,
    example: '0 2 * * *',
  }),
  runs: described(SchedulerParam.shape.runs, {
    description: 'How often the job runs; `once` unless given, `cron` where one is given.',
    enum: [...SCHEDULE_TYPES],
  }),
  startDate: described(SchedulerParam.shape.startDate, {
    ...DATE,
    description: 'Nothing starts before; what recurs takes time and day from it.',
    example: '2026-12-01T02:00:00Z',
  }),
  timeZone: described(SchedulerParam.shape.timeZone, {
    description:
      'The zone by whose clocks the job starts, and whose days `timeFrame.last` counts; UTC unless given. A start that its clocks skip is made as they are set forward; one in an hour that comes twice runs once, hours that recur (`hourly`, or by `*`, a step or a list of all) in both.',
    maxLength: ZONE_MAX,
    example: 'Europe/Berlin',
  }),
}).openapi('SchedulerParam', { description: 'When the job runs.' });

/** As long as a body may be. */
const FILTER_TEXT = { maxLength: 65_536, description: 'A text.' };
const FilterValue = z.union([
  described(ApiText, FILTER_TEXT),
  z.number().openapi({ minimum: -Number.MAX_VALUE, maximum: Number.MAX_VALUE }),
  z.boolean(),
]);

/** A filter of `jobParams`. */
const FilterPart = z
  .strictObject({
    name: described(RecordFilter.shape.name, {
      ...NAME,
      description:
        'A member of interactions or contacts, a key of ALLATTRIBUTES, or the ATTRIBUTENAME of an attribute of contacts, such as `LastName`; a DataSync job asks for no attributes.',
      example: 'SUBJECT',
    }),
    operator: described(RecordFilter.shape.operator, {
      enum: [...OPERATORS],
      description: 'How the member is compared: texts without case, but for IXNID and CONTACTID.',
    }),
    value: z
      .union([FilterValue, z.array(FilterValue).readonly().openapi({ maxItems: MAX_VALUES })])
      .optional()
      .openapi({
        description:
          'What it is compared with: a list for `in`, a text for `contains` and `startsWith`, a number or a date for `gt`, `gte`, `lt` and `lte`; `exists` takes true, unless given, or false.',
      }),
  })
  .openapi('RecordFilter', {
    description: 'What a member of a record has to be.',
    example: { name: 'SUBJECT', operator: 'contains', value: 'order' },
  });

/** `jobParams` of a job (reference, `UcsJobParams`). */
export const ParamsPart = JobParams.extend({
  fileSplitSize: described(JobParams.shape.fileSplitSize, {
    ...SPLIT_SIZE,
    description: 'The size of a volume before it is encrypted, 64 KB to 512 MB; a bare number is bytes.',
    example: '100 MB',
  }),
  type: described(JobParams.shape.type, {
    description:
      'What is exported; `Person` is all of one contact: its interactions with their documents, and the contact with its attributes. UCS only.',
    enum: [...JOB_TYPES],
  }),
  contactId: described(JobParams.shape.contactId, {
    ...NAME,
    description:
      'The CONTACTID of the contact that a job of the type `Person` exports. The contact always comes along; time frame, media and filters are of its interactions.',
    example: 'C-1',
  }),
  media: z
    .array(described(ApiText, { ...NAME, description: 'A media type, or `all`.' }))
    .readonly()
    .openapi({ description: 'Media types of the interactions, without case; ["all"] or [] means all.' }),
  exportAttachments: described(JobParams.shape.exportAttachments, {
    description: 'Whether the documents of interactions come along; true unless given.',
  }),
  filters: z
    .array(FilterPart.readonly())
    .readonly()
    .optional()
    .openapi({
      maxItems: MAX_FILTERS,
      description:
        'What interactions or contacts have to be, all of it; documents and attributes come with theirs. Of several attributes of one name one that meets a filter is enough; `ne` has to hold for all. A DataSync job tells in `deleted.json` what does not meet them any more.',
      example: [{ name: 'LastName', operator: 'eq', value: 'Doe' }],
    }),
}).openapi('UcsJobParams', { description: 'What the job exports.' });

/** The names and labels of the sources that a job may have. */
export const SOURCE = { enum: Object.entries(SOURCES).flat() };
/** `type` of a body: the export type, or what is exported in an answer that is sent back. */
export const BODY_TYPE = { enum: [...EXPORT_TYPES, ...JOB_TYPES] };
