import { z } from '@hono/zod-openapi';
import { ApiWarning, JobInfo, JobView, Progress, RunView } from '../../model/api/job-info.ts';
import { ApiText, JobRequest } from '../../model/api/job-request.ts';
import { exportTypeSentBack, isSentBack } from '../../model/api/sent-back.ts';
import { EXPORT_TYPES, type ExportType } from '../../model/export-type.ts';
import { MAX_CURSOR } from '../lists/cursor.ts';
import { DataEntry } from './data-entry.ts';
import * as examples from './examples.ts';
import * as field from './fields.ts';
import { described } from './fields.ts';
import * as part from './job-parts.ts';
import { DeliveryPart, DestinationBody, DestinationPart } from './schemas-destination.ts';
import { SealedForPart } from './sealed-for.ts';

/** The shape of `POST /export/jobs`; what the values mean is decided by the model. */
export const JobBody = JobRequest.extend({
  source: described(ApiText, {
    ...part.SOURCE,
    description: 'Where the records come from, by name or label.',
    example: 'UCS',
  }),
  type: described(ApiText, {
    ...part.BODY_TYPE,
    description:
      'UCS exports the window in full, DataSync what was imported or changed since the last Finished run, with `deleted.json` for what was erased, expired or moved out of what the job exports. In an answer that is sent back the data type, as `exportType` has this.',
    example: 'UCS',
  }),
  title: described(ApiText, {
    ...part.TITLE,
    description: 'The name of the job.',
    example: 'E-mails of October',
  }),
  description: described(ApiText.optional(), {
    ...part.DESCRIPTION,
    description: 'What the job is for.',
    example: 'With attachments',
  }),
  timeFrame: part.TimeFramePart,
  schedulerParam: part.SchedulerPart,
  jobParams: part.ParamsPart,
  suspended: described(JobRequest.shape.suspended, {
    description: 'Whether the job waits to be resumed.',
  }),
  fileSplitSize: described(ApiText.optional(), {
    ...part.SPLIT_SIZE,
    description: 'Counts when `jobParams.fileSplitSize` is not given.',
    example: '100 MB',
  }),
  id: z
    .union([z.number().openapi(field.ID), z.string().openapi({ pattern: '^[0-9]{1,16}$' })])
    .optional()
    .openapi({
      description:
        'Stands in what `GET export/jobs/{id}` answers. A body that has it, or `exportType`, is such an answer, sent back: what only the service sets is ignored, `suspended` too.',
      example: 17,
    }),
  exportType: z
    .enum(EXPORT_TYPES)
    .optional()
    .openapi({ description: 'Stands in what `GET export/jobs/{id}` answers; see `type`.' }),
  destination: DestinationBody.optional(),
}).openapi('Job', {
  description: 'A job to create, or the new definition of one.',
  example: examples.JOB_BODY,
});

/**
 * The request that a body stands for: the outer `fileSplitSize`, where answers show it, counts when the inner one is missing. An
 * answer that is sent back and names no export type has `own`, and asks for nothing by its `suspended`.
 */
export function requestOf(body: z.infer<typeof JobBody>, own: ExportType = 'UCS'): JobRequest {
  const { id, exportType, fileSplitSize, jobParams, destination: _, ...same } = body;
  const params = { ...jobParams, fileSplitSize: jobParams.fileSplitSize || fileSplitSize || undefined };
  if (!isSentBack({ id, exportType })) return { ...same, jobParams: params };
  return { ...same, type: exportTypeSentBack(body) ?? own, suspended: false, jobParams: params };
}

const shape = JobInfo.shape;
/** What jobs and history items have in common. */
const info = {
  id: described(shape.id, { ...field.ID, description: 'The id of the job or history item.' }),
  type: described(shape.type, { description: 'What is exported.' }),
  source: described(shape.source, { description: 'Where the records come from.' }),
  title: described(shape.title, { ...part.TITLE, description: 'The name of the job.' }),
  fileSplitSize: described(shape.fileSplitSize, {
    ...part.SPLIT_SIZE,
    description: 'The size of a volume before it is encrypted, as submitted; "" where none was asked for.',
  }),
  fileName: described(shape.fileName, {
    ...field.NAME,
    description: 'The last volume of the latest run, "" until it is finished.',
  }),
  fileSize: described(shape.fileSize, { ...field.bounds, description: 'Bytes of all volumes.' }),
  status: described(shape.status, { description: 'The status of the run; of a job that of its latest run.' }),
  createdDate: described(shape.createdDate, { ...field.INSTANT, description: 'When it was submitted.' }),
  dateFrom: described(shape.dateFrom, {
    ...field.INSTANT_OR_NONE,
    description: 'ISO 8601; "" for an open end.',
  }),
  dateTo: described(shape.dateTo, { ...field.INSTANT_OR_NONE, description: 'ISO 8601; "" for an open end.' }),
  description: described(shape.description, {
    ...part.DESCRIPTION,
    description: 'What the job is for; of a run that failed, why.',
  }),
  media: z.array(field.nameField('A media type.')).readonly().openapi({
    description: 'Media types as submitted; ["all"] or [] means all.',
  }),
  progress: described(shape.progress, { minimum: 0, maximum: 100, description: 'Percent.' }),
  parentId: described(shape.parentId, {
    ...field.bounds,
    description: '0 for a job; the id of its job for a history item.',
  }),
  exportAttachments: described(shape.exportAttachments, {
    description: 'Whether the documents of interactions come along.',
  }),
  exportType: described(JobView.shape.exportType, {
    description: 'UCS: the window in full. DataSync: what changed since the last Finished run.',
  }),
  createdBy: described(JobView.shape.createdBy, {
    ...field.NAME,
    description:
      'The user or client that asked for it; of a start by the clock, that made the job. Absent or "" where it was made before this was kept.',
  }),
  timeFrame: part.TimeFramePart,
  jobParams: part.ParamsPart,
};

const Warning = ApiWarning.extend({
  code: described(ApiWarning.shape.code, {
    description: 'What there is to do, as a word that stays the same.',
  }),
  message: described(ApiWarning.shape.message, { ...field.SENTENCE, description: 'The same for people.' }),
}).openapi('Warning', { description: 'Something that is to be done soon.', example: examples.WARNING });

/** What there is to warn of, where there is anything. */
export const warnings = z.array(Warning).readonly().optional().openapi({
  description: 'What is to be done soon, where there is anything: the certificate on file ends.',
});

/** A job as v10 answers it (`JobView` of the model), with what there is to warn of. */
export const JobAnswer = JobView.extend({
  ...info,
  suspended: described(JobView.shape.suspended, { description: 'Whether no further run starts.' }),
  scheduleType: described(JobView.shape.scheduleType, { description: 'How often the job runs.' }),
  schedulerParam: part.SchedulerPart,
  latestStatus: described(JobView.shape.latestStatus, { description: 'The status of the latest run.' }),
  latestStartedAt: described(JobView.shape.latestStartedAt, {
    ...field.INSTANT_OR_NONE,
    description: 'When the latest run started; "" before one did.',
  }),
  nextStartsAt: described(JobView.shape.nextStartsAt, {
    ...field.INSTANT_OR_NONE,
    description: 'When the next run starts; "" where none will.',
  }),
  latestHistoryId: described(JobView.shape.latestHistoryId, {
    ...field.bounds,
    description: 'The history item of the latest run; 0 before there is one.',
  }),
  latestReason: described(JobView.shape.latestReason, {
    ...field.SENTENCE,
    description: 'Why the latest run failed; "" where it did not.',
  }),
  destination: DestinationPart.readonly().optional(),
  warnings,
}).openapi('JobInfo', { description: 'A job and how it stands.', example: examples.JOB_INFO });

/** What there is to say of a run beside its files. */
const RunDetail = z
  .looseObject({
    reason: field.sentenceField('Why the run did not finish.').optional(),
    note: field.sentenceField('What was done otherwise than asked.').optional(),
    recordsExported: field.whole('Records that were written so far.').optional(),
    recordsTotal: field.whole('Records that were planned.').optional(),
    volumes: field.whole('Files that the run made.').optional(),
    filesExpireAt: field.instant('When the files are deleted.').optional(),
    files: z
      .enum(['expired', 'deleted'])
      .optional()
      .openapi({ description: 'Why the files are there no more.' }),
  })
  .readonly()
  .openapi('RunDetail', { description: 'What there is to say of a run beside its files.' });

/** A history item as v10 answers it (`RunView` of the model). */
export const HistoryItem = RunView.extend({
  ...info,
  scheduledAt: described(RunView.shape.scheduledAt, {
    ...field.INSTANT,
    description: 'When the run was due.',
  }),
  startedAt: described(RunView.shape.startedAt, {
    ...field.INSTANT_OR_NONE,
    description: 'When it started; "" before it did.',
  }),
  finishedAt: described(RunView.shape.finishedAt, {
    ...field.INSTANT_OR_NONE,
    description: 'When it ended, well or not; "" before it did.',
  }),
  certificates: z.array(SealedForPart).readonly().optional().openapi({
    description: 'The certificates that its files are encrypted for; none before it is planned.',
  }),
  entities: z.array(DataEntry).readonly().optional().openapi({
    description:
      'What its archive holds, as the manifest in it says; none before it is Finished, and of runs from before this was kept.',
  }),
  detail: RunDetail,
  delivery: DeliveryPart.readonly().optional(),
}).openapi('HistoryItem', { description: 'A run of a job.', example: examples.HISTORY_ITEM });

/** What `GET /export/history/{id}/progress` answers. */
export const ProgressAnswer = z
  .object({
    progress: described(Progress.shape.progress, { minimum: 0, maximum: 100, description: 'Percent.' }),
    status: described(Progress.shape.status, { description: 'The status of the run.' }),
    recordsExported: field.whole('Records that were written so far.'),
    recordsTotal: field.whole('Records that were planned.'),
    bytesWritten: field.whole('Bytes of the files so far.'),
    estimatedSecondsRemaining: field.whole('Null while nothing is known.').nullable(),
  } satisfies Record<keyof Progress, z.ZodType>)
  .openapi('JobProgress', { description: 'How far a run is.', example: examples.PROGRESS });

/** A page of a list; the name stands in the API document. */
export const pageAnswer = <T extends z.ZodType>(name: string, item: T) =>
  z
    .object({
      count: field
        .whole('Number of matches; absent when asked by cursor.')
        .optional()
        .openapi({ example: 1 }),
      from: field.whole('The number of items skipped.').openapi({ example: 0 }),
      items: z.array(item).openapi({ description: 'The items of this page.' }),
      nextCursor: z.string().optional().openapi({
        maxLength: MAX_CURSOR,
        description:
          'Where the list goes on: asked by cursor, or where one request could not read all that was asked for. Absent where nothing follows.',
      }),
      size: field.whole('The page size asked for.').openapi({ example: 50 }),
    })
    .openapi(name, { description: 'A page of a list.' });
