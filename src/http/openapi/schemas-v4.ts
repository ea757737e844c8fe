import { z } from '@hono/zod-openapi';
import type { JobInfo, JobView } from '../../model/api/job-info.ts';
import { ApiText, JobParams, type JobRequest } from '../../model/api/job-request.ts';
import { EXPORT_TYPES, type ExportType } from '../../model/export-type.ts';
import { DATA_TYPES, olderType } from '../../model/records.ts';
import { JOB_BODY_V4, JOB_INFO_V4, PROGRESS_V4 } from './examples.ts';
import { described } from './fields.ts';
import * as part from './job-parts.ts';
import { HistoryItem, ProgressAnswer, requestOf } from './schemas.ts';

/** JobInfo of v4: what v10 has without what came later. Parsing a v10 answer with it projects it. */
export const JobInfoV4 = HistoryItem.pick({
  id: true,
  type: true,
  source: true,
  title: true,
  fileSplitSize: true,
  fileName: true,
  fileSize: true,
  status: true,
  createdDate: true,
  dateFrom: true,
  dateTo: true,
  description: true,
  media: true,
  progress: true,
  parentId: true,
})
  .extend({ type: z.enum(DATA_TYPES).openapi({ description: 'What is exported.' }) })
  .openapi('JobInfo', { description: 'A job or a run of it.', example: JOB_INFO_V4 });

/** JobProgress of v4. */
export const ProgressV4 = ProgressAnswer.pick({ progress: true, status: true }).openapi('JobProgress', {
  description: 'How far a run is.',
  example: PROGRESS_V4,
});

/** A v10 answer as an older version shows it: only what its schema names is left. */
export const jobInfoV4 = (view: JobInfo): z.infer<typeof JobInfoV4> =>
  JobInfoV4.parse({ ...view, type: olderType(view.type) });

/** The same of a stored one, as text. */
export const projectText = (view: string): string =>
  // Stored by the service.
  JSON.stringify(jobInfoV4(JSON.parse(view) as JobInfo));

const JobParamsV4 = part.ParamsPart.omit({ exportAttachments: true, filters: true, contactId: true })
  .extend({
    type: described(JobParams.shape.type, { description: 'What is exported.', enum: [...DATA_TYPES] }),
  })
  .openapi('UcsJobParams', { description: 'What the job exports.' });
const SchedulerV4 = part.SchedulerPart.omit({ timeZone: true }).openapi('SchedulerParam', {
  description: 'When the job runs, in UTC.',
});
const flag = z
  .enum(['true', 'false'])
  .openapi({ description: 'Whether the job waits to be resumed.', example: 'false' });
const TYPE = {
  enum: [...EXPORT_TYPES, ...DATA_TYPES],
  description: 'UCS or DataSync; the job keeps its own when it is missing.',
};
const ID = { pattern: '^[0-9]{1,16}$', example: '17' };
const TITLE = { ...part.TITLE, description: 'The name of the job.', example: 'E-mails of October' };
const SPLIT_SIZE = {
  ...part.SPLIT_SIZE,
  description: 'Counts when `jobParams.fileSplitSize` is not given.',
  example: '100 MB',
};
const DESCRIPTION = { ...part.DESCRIPTION, description: 'What the job is for.', example: 'With attachments' };

const definition = {
  source: described(ApiText, {
    ...part.SOURCE,
    description: 'Where the records come from, by name or label.',
    example: 'UCS',
  }),
  title: described(ApiText, TITLE),
  timeFrame: part.TimeFramePart,
  fileSplitSize: described(ApiText.optional(), SPLIT_SIZE),
  description: described(ApiText.optional(), DESCRIPTION),
  schedulerParam: SchedulerV4,
  jobParams: JobParamsV4,
  suspended: flag,
  id: z
    .string()
    .optional()
    .openapi({
      ...ID,
      description: 'Stands in what `GET export/jobs/{id}` answers; sent back, `suspended` is ignored.',
    }),
};

/** The body of `POST /v4/export/jobs`. Its jobs are of the export type UCS: the version knows no other. */
export const JobBodyV4 = z.object(definition).openapi('Job', {
  description: 'A job to create.',
  example: JOB_BODY_V4,
});

/** The body of `PUT /v4/export/jobs/{id}`. */
export const JobUpdateV4 = z
  .object({
    ...definition,
    type: described(ApiText.optional(), TYPE),
  })
  .openapi('JobUpdate', {
    description: 'The new definition of a job.',
    example: { ...JOB_BODY_V4, type: 'UCS' },
  });

/** A job as `GET /v4/export/jobs/{id}` answers it: its definition. */
export const JobAnswerV4 = z
  .object({
    ...definition,
    id: described(z.string(), { ...ID, description: 'The id of the job.' }),
    fileSplitSize: described(z.string(), SPLIT_SIZE),
    description: described(z.string(), DESCRIPTION),
  })
  .openapi('JobDefinition', {
    description: 'A job as it is defined.',
    example: { id: '17', ...JOB_BODY_V4 },
  });

const StatusV4 = z
  .object({
    code: z.literal(0).openapi({ description: '0: it was done.' }),
    detail: z.record(z.string(), z.unknown()).openapi({ description: 'Nothing.' }),
    message: z.literal('successful').openapi({ description: 'The same in a word.' }),
  })
  .openapi('SuccessStatus', { description: 'That it was done.' });
/** What v4 answers to `resume` and `suspend`. */
export const SuccessV4 = z.object({ status: StatusV4 }).openapi('Success', {
  description: 'What `resume` and `suspend` answer.',
  example: { status: { code: 0, detail: {}, message: 'successful' } },
});
export const SUCCESS_V4: z.infer<typeof SuccessV4> = {
  status: { code: 0, detail: {}, message: 'successful' },
};

/** The v10 request that a v4 body stands for. */
export function requestOfV4(body: z.infer<typeof JobBodyV4>, type: string): JobRequest {
  return requestOf({ ...body, type, suspended: body.suspended === 'true' });
}

/** The export type of a job that a v4 client edits without naming one. */
export const exportTypeOf = (view: string): ExportType =>
  // Stored by the service from a JobView.
  (JSON.parse(view) as JobView).exportType;

/** A stored v10 answer as `GET /v4/export/jobs/{id}` shows it. */
export function definitionV4(view: string): z.infer<typeof JobAnswerV4> {
  // As above.
  const job = JSON.parse(view) as JobView;
  const jobParams = { ...job.jobParams, type: olderType(job.type) };
  return JobAnswerV4.parse({
    ...job,
    id: String(job.id),
    jobParams,
    suspended: job.suspended ? 'true' : 'false',
  });
}
