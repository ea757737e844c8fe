import { z } from '@hono/zod-openapi';
import { ApiWarning, JobInfo, JobView, Progress, RunView, SealedFor } from '../../model/api/job-info.ts';
import { ApiText, JobParams, JobRequest, SchedulerParam, TimeFrame } from '../../model/api/job-request.ts';
import { exportTypeSentBack, isSentBack } from '../../model/api/sent-back.ts';
import { EXPORT_TYPES, type ExportType } from '../../model/export-type.ts';
import { DATA_TYPES, KINDS } from '../../model/records.ts';
import { SCHEDULE_TYPES } from '../../model/schedule.ts';
import * as examples from './examples.ts';

/**
 * A schema of the model with what the document says of it. A copy: the model's own may have been made before this library
 * taught schemas to carry such words, and other rooms use it without them.
 */
export const described = <T extends z.ZodType>(
  schema: T,
  words: { description?: string; example?: string },
): T => schema.clone().openapi(words);

/** `timeFrame` of a job (reference, `TimeFrame`), with `last` beside it. */
export const TimeFramePart = TimeFrame.extend({
  last: described(TimeFrame.shape.last, { description: 'ISO 8601 duration up to the start of the run.' }),
});
/** `schedulerParam` of a job (reference, `SchedulerParam`). */
export const SchedulerPart = SchedulerParam.extend({
  runs: described(SchedulerParam.shape.runs, { description: SCHEDULE_TYPES.join(', ') }),
});
/** `jobParams` of a job (reference, `UcsJobParams`). */
export const ParamsPart = JobParams.extend({
  type: described(JobParams.shape.type, { description: DATA_TYPES.join(', ') }),
  media: described(JobParams.shape.media, { description: '["all"] or [] means all.' }),
});

/** The shape of `POST /export/jobs`; what the values mean is decided by the model. */
export const JobBody = JobRequest.extend({
  source: described(ApiText, { example: 'UCS' }),
  type: described(ApiText, {
    description: `${EXPORT_TYPES.join(', ')}. In an answer that is sent back the data type, as \`exportType\` has this.`,
    example: 'UCS',
  }),
  title: described(ApiText, { example: 'E-mails of October' }),
  timeFrame: TimeFramePart,
  schedulerParam: SchedulerPart,
  jobParams: ParamsPart,
  fileSplitSize: described(ApiText.optional(), {
    description: 'Counts when `jobParams.fileSplitSize` is not given.',
    example: '100 MB',
  }),
  id: z.union([z.number(), z.string()]).optional().openapi({
    description:
      'Stands in what `GET export/jobs/{id}` answers. A body that has it, or `exportType`, is such an answer, sent back: what only the service sets is ignored, `suspended` too.',
    example: 17,
  }),
  exportType: z
    .enum(EXPORT_TYPES)
    .optional()
    .openapi({ description: 'Stands in what `GET export/jobs/{id}` answers; see `type`.' }),
}).openapi('Job', { example: examples.JOB_BODY });

/**
 * The request that a body stands for: the outer `fileSplitSize`, where answers show it, counts when the inner one is missing. An
 * answer that is sent back and names no export type has `own`, and asks for nothing by its `suspended`.
 */
export function requestOf(body: z.infer<typeof JobBody>, own: ExportType = 'UCS'): JobRequest {
  const { id, exportType, fileSplitSize, jobParams, ...same } = body;
  const params = { ...jobParams, fileSplitSize: jobParams.fileSplitSize || fileSplitSize || undefined };
  if (!isSentBack({ id, exportType })) return { ...same, jobParams: params };
  return { ...same, type: exportTypeSentBack(body) ?? own, suspended: false, jobParams: params };
}

const whole = z.number().int();
/** What jobs and history items have in common. */
const info = {
  fileName: described(JobInfo.shape.fileName, {
    description: 'The last volume of the latest run, "" until it is finished.',
  }),
  fileSize: described(JobInfo.shape.fileSize, { description: 'Bytes of all volumes.' }),
  dateFrom: described(JobInfo.shape.dateFrom, { description: 'ISO 8601; "" for an open end.' }),
  dateTo: described(JobInfo.shape.dateTo, { description: 'ISO 8601; "" for an open end.' }),
  progress: described(JobInfo.shape.progress, { description: 'Percent.' }),
  parentId: described(JobInfo.shape.parentId, {
    description: '0 for a job; the id of its job for a history item.',
  }),
  timeFrame: TimeFramePart,
  jobParams: ParamsPart,
};

/** Who asked, of a job or a run. */
const createdBy = described(JobView.shape.createdBy, {
  description:
    'The user or client that asked for it; of a start by the clock, that made the job. Absent or "" where it was made before this was kept.',
});
/** What answers say of the certificate on file. */
export const warnings = z
  .array(ApiWarning.clone().openapi('Warning', { example: examples.WARNING }))
  .readonly()
  .optional()
  .openapi({
    description: 'What is to be done soon, where there is anything: the certificate on file ends.',
  });
const SealedForPart = SealedFor.extend({
  subject: described(SealedFor.shape.subject, { description: 'As RFC 4514 writes it.' }),
  fingerprint: described(SealedFor.shape.fingerprint, { description: 'SHA-256 of the DER, lower-case hex.' }),
  notAfter: described(SealedFor.shape.notAfter, { description: 'When it ends, ISO 8601.' }),
}).openapi('SealedFor', { example: examples.SEALED_FOR });

/** A job as v10 answers it (`JobView` of the model), with what there is to warn of. */
export const JobAnswer = JobView.extend({
  ...info,
  schedulerParam: SchedulerPart,
  latestHistoryId: described(JobView.shape.latestHistoryId, {
    description: 'The history item of the latest run; 0 before there is one.',
  }),
  latestReason: described(JobView.shape.latestReason, {
    description: 'Why the latest run failed; "" where it did not.',
  }),
  createdBy,
  warnings,
}).openapi('JobInfo', { example: examples.JOB_INFO });

const detail = RunView.shape.detail.unwrap();
/** A history item as v10 answers it (`RunView` of the model). */
export const HistoryItem = RunView.extend({
  ...info,
  createdBy,
  certificates: z.array(SealedForPart).readonly().optional().openapi({
    description: 'The certificates that its files are encrypted for; none before it is planned.',
  }),
  detail: detail
    .extend({
      reason: described(detail.shape.reason, { description: 'Why the run did not finish.' }),
      note: described(detail.shape.note, { description: 'What was done otherwise than asked.' }),
    })
    .openapi({ description: 'What there is to say of the run beside its files.' }),
}).openapi('HistoryItem', { example: examples.HISTORY_ITEM });

/** What `GET /export/history/{id}/progress` answers. */
export const ProgressAnswer = Progress.extend({
  progress: described(Progress.shape.progress, { description: 'Percent.' }),
  estimatedSecondsRemaining: described(Progress.shape.estimatedSecondsRemaining, {
    description: 'Null while nothing is known.',
  }),
}).openapi('JobProgress', { example: examples.PROGRESS });

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
    volume: whole.openapi({ description: 'Its place in the set of volumes of its run, from 1.' }),
    certificates: z.array(SealedForPart).readonly().openapi({
      description:
        'The certificates that the file is encrypted for; none of a file from before this was kept.',
    }),
  })
  .openapi('FileMetadata', { example: examples.FILE_ITEM });

/** The same in v3, which does not tell certificates. */
export const FileItemV3 = FileItem.omit({ certificates: true, volume: true }).openapi('FileMetadata', {
  example: examples.FILE_ITEM_V3,
});

/** A signed link to a file. */
export const FileLink = z.object({ path: z.string() }).openapi('PreSignedUri', {
  example: { path: examples.LINK },
});

const onFile = z.object({ ccid: z.string(), name: z.string(), size: whole, lastModified: z.string() });
/** The certificate on file as the older versions show it. */
export const CertificateInfoV3 = onFile.openapi('CertificateInfo', { example: examples.CERTIFICATE_V3 });

/** The certificate on file. */
export const CertificateInfo = onFile
  .extend({
    ...SealedForPart.shape,
    notBefore: z.string().openapi({ description: 'When it begins, ISO 8601.' }),
    keyBits: whole.openapi({ description: 'Bits of its RSA key; 0 where they cannot be read.' }),
    warnings,
  })
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
    errors: z
      .array(
        z.object({
          line: whole,
          code: z
            .string()
            .openapi({ description: 'Why the line was refused, as a word that stays the same.' }),
          message: z.string(),
        }),
      )
      .readonly(),
    stoppedAtLine: whole.optional().openapi({
      description:
        'Stands where the import stopped after 10,000 rejected lines: the last of them. No line behind it was looked at.',
    }),
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
      nextCursor: z.string().optional().openapi({
        description:
          'Where the list goes on: asked by cursor, or where one request could not read all that was asked for. Absent where nothing follows.',
      }),
      size: whole.openapi({ description: 'The page size asked for.', example: 50 }),
    })
    .openapi(name);
