import { z } from 'zod';
import { issueOf } from './carried-failure.ts';

/** Text that can be stored and searched: well-formed Unicode without NUL. */
export const ApiText = z
  .string()
  .refine((value) => value.isWellFormed() && !value.includes('\u0000'), issueOf('unstorable-text'));

/** `timeFrame` of a job as submitted; exactly one of its forms makes sense. `last` is an ISO 8601 duration. */
export const TimeFrame = z.object({
  all: z.boolean().optional(),
  dateFrom: ApiText.optional(),
  dateTo: ApiText.optional(),
  last: ApiText.optional(),
});
export type TimeFrame = Readonly<z.infer<typeof TimeFrame>>;

/** `schedulerParam` of a job as submitted. */
export const SchedulerParam = z.object({
  immediately: z.boolean().optional(),
  cron: ApiText.optional(),
  runs: ApiText.optional(),
  startDate: ApiText.optional(),
  timeZone: ApiText.optional(),
});
export type SchedulerParam = Readonly<z.infer<typeof SchedulerParam>>;

const FilterValue = z.union([ApiText, z.number(), z.boolean()]);

/** What a member of a record has to be; `src/model/filter.ts` says what each operator takes. */
export const RecordFilter = z.strictObject({
  name: ApiText,
  operator: ApiText,
  value: z.union([FilterValue, z.array(FilterValue).readonly()]).optional(),
});
export type RecordFilter = Readonly<z.infer<typeof RecordFilter>>;

/** `jobParams` of a job as submitted. */
export const JobParams = z.object({
  fileSplitSize: ApiText.optional(),
  type: ApiText,
  contactId: ApiText.optional(),
  media: z.array(ApiText).readonly(),
  exportAttachments: z.boolean().optional(),
  filters: z.array(RecordFilter.readonly()).readonly().optional(),
});
export type JobParams = Readonly<z.infer<typeof JobParams>>;

/** The body of POST /export/jobs in its shape alone; `src/model/definition.ts` decides whether it makes sense. */
export const JobRequest = z.object({
  source: ApiText,
  type: ApiText,
  title: ApiText,
  description: ApiText.optional(),
  timeFrame: TimeFrame.readonly(),
  schedulerParam: SchedulerParam.readonly(),
  jobParams: JobParams.readonly(),
  suspended: z.boolean(),
});
export type JobRequest = Readonly<z.infer<typeof JobRequest>>;
