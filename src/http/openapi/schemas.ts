import { z } from '@hono/zod-openapi';
import type { JobRequest } from '../../model/api/job-request.ts';
import { EXPORT_TYPES } from '../../model/export-type.ts';
import { SCHEDULE_TYPES } from '../../model/schedule.ts';
import { STATUS_LABELS } from '../../model/status.ts';
import { DATA_TYPES, KINDS } from '../../model/records.ts';
import * as examples from './examples.ts';

/** Text that can be stored and searched: well-formed Unicode without NUL. */
export const text = z
  .string()
  .refine(
    (value) => value.isWellFormed() && !value.includes('\0'),
    'must be well-formed Unicode without NUL',
  );

/** `timeFrame` of a job (reference, `TimeFrame`), with `last` beside it. */
export const TimeFrame = z.object({
  all: z.boolean().optional(),
  dateFrom: text.optional(),
  dateTo: text.optional(),
  last: text.optional().openapi({ description: 'ISO 8601 duration up to the start of the run.' }),
});
/** `schedulerParam` of a job (reference, `SchedulerParam`). */
export const SchedulerParam = z.object({
  immediately: z.boolean().optional(),
  cron: text.optional(),
  runs: text.optional().openapi({ description: SCHEDULE_TYPES.join(', ') }),
  startDate: text.optional(),
});
/** `jobParams` of a job (reference, `UcsJobParams`). */
export const JobParams = z.object({
  fileSplitSize: text.optional(),
  type: text.openapi({ description: DATA_TYPES.join(', ') }),
  media: z.array(text).readonly().openapi({ description: '["all"] or [] means all.' }),
  exportAttachments: z.boolean().optional(),
});

/** The shape of `POST /export/jobs`; what the values mean is decided by the model. */
export const JobBody = z
  .object({
    source: text.openapi({ example: 'UCS' }),
    type: text.openapi({ description: EXPORT_TYPES.join(', '), example: 'UCS' }),
    title: text.openapi({ example: 'E-mails of October' }),
    description: text.optional(),
    timeFrame: TimeFrame,
    schedulerParam: SchedulerParam,
    jobParams: JobParams,
    fileSplitSize: text
      .optional()
      .openapi({ description: 'Counts when `jobParams.fileSplitSize` is not given.', example: '100 MB' }),
    suspended: z.boolean(),
  })
  .openapi('Job', { example: examples.JOB_BODY });

/** The request that a body stands for: the outer `fileSplitSize`, where answers show it, counts when the inner one is missing. */
export function requestOf({ fileSplitSize, jobParams, ...same }: z.infer<typeof JobBody>): JobRequest {
  return { ...same, jobParams: { ...jobParams, fileSplitSize: jobParams.fileSplitSize || fileSplitSize } };
}

const whole = z.number().int();
const label = z.enum(Object.values(STATUS_LABELS));
const info = {
  id: whole,
  type: z.enum(DATA_TYPES),
  source: z.literal('UCS'),
  title: z.string(),
  fileSplitSize: z.string(),
  fileName: z
    .string()
    .openapi({ description: 'The last volume of the latest run, "" until it is finished.' }),
  fileSize: whole.openapi({ description: 'Bytes of all volumes.' }),
  status: label,
  createdDate: z.string(),
  dateFrom: z.string().openapi({ description: 'ISO 8601; "" for an open end.' }),
  dateTo: z.string().openapi({ description: 'ISO 8601; "" for an open end.' }),
  description: z.string(),
  media: z.array(z.string()).readonly(),
  progress: whole.openapi({ description: 'Percent.' }),
  parentId: whole.openapi({ description: '0 for a job; the id of its job for a history item.' }),
  exportAttachments: z.boolean(),
  exportType: z.enum(EXPORT_TYPES),
  timeFrame: TimeFrame,
  jobParams: JobParams,
};

/** A job as v10 answers it (`JobView` of the model). */
export const JobAnswer = z
  .object({
    ...info,
    suspended: z.boolean(),
    scheduleType: z.enum(SCHEDULE_TYPES),
    schedulerParam: SchedulerParam,
    latestStatus: label,
    latestStartedAt: z.string(),
    nextStartsAt: z.string(),
  })
  .openapi('JobInfo', { example: examples.JOB_INFO });

/** A history item as v10 answers it (`RunView` of the model). */
export const HistoryItem = z
  .object({
    ...info,
    scheduledAt: z.string(),
    startedAt: z.string(),
    finishedAt: z.string(),
    detail: z
      .looseObject({
        reason: z.string().optional().openapi({ description: 'Why the run did not finish.' }),
        note: z.string().optional().openapi({ description: 'What was done otherwise than asked.' }),
      })
      .openapi({ description: 'What there is to say of the run beside its files.' }),
  })
  .openapi('HistoryItem', { example: examples.HISTORY_ITEM });

/** What `GET /export/history/{id}/progress` answers. */
export const ProgressAnswer = z
  .object({
    progress: whole.openapi({ description: 'Percent.' }),
    status: label,
    recordsExported: whole,
    recordsTotal: whole,
    bytesWritten: whole,
    estimatedSecondsRemaining: whole.nullable().openapi({ description: 'Null while nothing is known.' }),
  })
  .openapi('JobProgress', { example: examples.PROGRESS });

/** A file that can be downloaded. */
export const FileItem = z
  .object({
    name: z.string(),
    jobTitle: z.string(),
    type: z.enum(DATA_TYPES),
    source: z.literal('UCS'),
    size: whole.openapi({ description: 'Bytes.' }),
    uploadDate: z.string(),
    expiryDate: z.string(),
    remainingDays: whole.openapi({ description: 'Whole days until the file expires.' }),
    historyId: whole,
    jobId: whole,
    sha256: z.string().openapi({ description: 'Of the file as downloaded, lower-case hex.' }),
  })
  .openapi('FileMetadata', { example: examples.FILE_ITEM });

/** A signed link to a file. */
export const FileLink = z.object({ path: z.string() }).openapi('PreSignedUri', {
  example: { path: examples.LINK },
});

/** The certificate on file. */
export const CertificateInfo = z
  .object({ ccid: z.string(), name: z.string(), size: whole, lastModified: z.string() })
  .openapi('CertificateInfo', { example: examples.CERTIFICATE });

/** What an import did, line by line. */
export const ImportAnswer = z
  .object({
    kind: z.enum(KINDS),
    received: whole,
    inserted: whole,
    updated: whole,
    unchanged: whole,
    rejected: whole,
    waiting: whole.openapi({ description: 'Records whose owner has not been imported yet.' }),
    errors: z.array(z.object({ line: whole, message: z.string() })).readonly(),
  })
  .openapi('ImportReport', { example: examples.IMPORT_REPORT });

/** What an erasure removed, in records. */
export const ErasureAnswer = z
  .object({
    contactId: z.string(),
    contacts: whole,
    contactAttributes: whole,
    interactions: whole,
    documents: whole,
  })
  .openapi('Erasure', { example: examples.ERASURE });

/** A page of a list; the name stands in the API document. */
export const pageAnswer = <T extends z.ZodType>(name: string, item: T) =>
  z
    .object({
      count: whole
        .optional()
        .openapi({ description: 'Number of matches; absent when asked by cursor.', example: 1 }),
      from: whole.openapi({ description: 'The number of items skipped.', example: 0 }),
      items: z.array(item),
      nextCursor: z
        .string()
        .optional()
        .openapi({ description: 'Asked by cursor: where the list goes on. Absent on the last page.' }),
      size: whole.openapi({ description: 'The page size asked for.', example: 50 }),
    })
    .openapi(name);
