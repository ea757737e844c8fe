import { z } from '@hono/zod-openapi';
import type { JobView } from '../../model/api/job-info.ts';
import { ApiText, type JobRequest } from '../../model/api/job-request.ts';
import type { ExportType } from '../../model/export-type.ts';
import { JOB_BODY_V4, JOB_INFO_V4, PROGRESS_V4 } from './examples.ts';
import {
  HistoryItem,
  ParamsPart,
  ProgressAnswer,
  requestOf,
  SchedulerPart,
  TimeFramePart,
} from './schemas.ts';

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
}).openapi('JobInfo', { example: JOB_INFO_V4 });

/** JobProgress of v4. */
export const ProgressV4 = ProgressAnswer.pick({ progress: true, status: true }).openapi('JobProgress', {
  example: PROGRESS_V4,
});

/** A stored v10 answer as an older version shows it: only what its schema names is left. */
export const projectText = <T>(schema: z.ZodType<T>, view: string): string =>
  JSON.stringify(schema.parse(JSON.parse(view)));

const JobParamsV4 = ParamsPart.omit({ exportAttachments: true });
const flag = z.enum(['true', 'false']).openapi({ example: 'false' });

const definition = {
  source: ApiText.clone().openapi({ example: 'UCS' }),
  title: ApiText.clone().openapi({ example: 'E-mails of October' }),
  timeFrame: TimeFramePart,
  fileSplitSize: ApiText.optional().openapi({
    description: 'Counts when `jobParams.fileSplitSize` is not given.',
  }),
  description: ApiText.optional(),
  schedulerParam: SchedulerPart,
  jobParams: JobParamsV4,
  suspended: flag,
  id: z.string().optional().openapi({
    description: 'Stands in what `GET export/jobs/{id}` answers; sent back, `suspended` is ignored.',
    example: '17',
  }),
};

/** The body of `POST /v4/export/jobs`. Its jobs are of the export type UCS: the version knows no other. */
export const JobBodyV4 = z.object(definition).openapi('Job', { example: JOB_BODY_V4 });

/** The body of `PUT /v4/export/jobs/{id}`. */
export const JobUpdateV4 = z
  .object({
    ...definition,
    type: ApiText.optional().openapi({
      description: 'UCS or DataSync; the job keeps its own when it is missing.',
    }),
  })
  .openapi('JobUpdate', { example: { ...JOB_BODY_V4, type: 'UCS' } });

/** A job as `GET /v4/export/jobs/{id}` answers it: its definition. */
export const JobAnswerV4 = z
  .object({
    ...definition,
    id: z.string().openapi({ example: '17' }),
    fileSplitSize: z.string(),
    description: z.string(),
  })
  .openapi('JobDefinition', { example: { id: '17', ...JOB_BODY_V4 } });

/** What v4 answers to `resume` and `suspend`. */
export const SuccessV4 = z
  .object({
    status: z.object({
      code: z.literal(0),
      detail: z.record(z.string(), z.unknown()),
      message: z.literal('successful'),
    }),
  })
  .openapi('Success', { example: { status: { code: 0, detail: {}, message: 'successful' } } });
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
  return JobAnswerV4.parse({ ...job, id: String(job.id), suspended: job.suspended ? 'true' : 'false' });
}
