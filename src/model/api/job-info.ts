import { z } from 'zod';
import { EXPORT_TYPES } from '../export-type.ts';
import { JOB_TYPES } from '../records.ts';
import { SCHEDULE_TYPES } from '../schedule.ts';
import { STATUS_LABELS } from '../status.ts';
import { WARNING_CODES } from '../certificate-warnings.ts';
import { BucketDeliveryView, DestinationView } from './delivery.ts';
import { JobParams, SchedulerParam, TimeFrame } from './job-request.ts';

const whole = z.number().int();

/** The label of a status, as the API shows it. */
export const StatusLabel = z.enum(Object.values(STATUS_LABELS));
export type StatusLabel = z.infer<typeof StatusLabel>;

/** JobInfo of v10, common to jobs and history items. Dates are ISO 8601 in UTC, "" for an open end. */
export const JobInfo = z.object({
  id: whole,
  type: z.enum(JOB_TYPES),
  source: z.literal('UCS'),
  title: z.string(),
  fileSplitSize: z.string(),
  fileName: z.string(),
  fileSize: whole,
  status: StatusLabel,
  createdDate: z.string(),
  dateFrom: z.string(),
  dateTo: z.string(),
  description: z.string(),
  media: z.array(z.string()).readonly(),
  progress: whole,
  parentId: whole,
  exportAttachments: z.boolean(),
});
export type JobInfo = Readonly<z.infer<typeof JobInfo>>;

/** A job as v10 answers it: JobInfo and what a client needs to edit or clone it. */
export const JobView = JobInfo.extend({
  exportType: z.enum(EXPORT_TYPES),
  timeFrame: TimeFrame.readonly(),
  jobParams: JobParams.readonly(),
  suspended: z.boolean(),
  scheduleType: z.enum(SCHEDULE_TYPES),
  schedulerParam: SchedulerParam.readonly(),
  latestStatus: StatusLabel,
  latestStartedAt: z.string(),
  /** The history item of the latest run, 0 before one; and why that failed. Absent of jobs from before this was kept. */
  latestHistoryId: whole.optional(),
  latestReason: z.string().optional(),
  nextStartsAt: z.string(),
  createdBy: z.string().optional(),
  /** Absent where files are copied nowhere. */
  destination: DestinationView.readonly().optional(),
});
export type JobView = Readonly<z.infer<typeof JobView>>;

/** The certificate that the files of a run are encrypted for. `notAfter` is "" where its end cannot be read. */
export const SealedFor = z.object({
  subject: z.string(),
  fingerprint: z.string(),
  notAfter: z.string(),
});
export type SealedFor = Readonly<z.infer<typeof SealedFor>>;

/** What a data entry of the archive holds: lines, and their bytes before compression. */
export const HeldEntity = z.object({
  /** What its name begins with. */
  name: z.string(),
  records: whole.nonnegative(),
  bytes: whole.nonnegative(),
});
export type HeldEntity = Readonly<z.infer<typeof HeldEntity>>;

/** What is to be done soon; a word that stays the same, and a sentence for people. */
export const ApiWarning = z.object({ code: z.enum(WARNING_CODES), message: z.string() });
export type ApiWarning = Readonly<z.infer<typeof ApiWarning>>;

/** A run as v10 answers it: a history item. */
export const RunView = JobInfo.extend({
  exportType: z.enum(EXPORT_TYPES),
  timeFrame: TimeFrame.readonly(),
  jobParams: JobParams.readonly(),
  scheduledAt: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  createdBy: z.string().optional(),
  certificates: z.array(SealedFor).readonly().optional(),
  /** Absent of runs from before this was kept. */
  entities: z.array(HeldEntity).readonly().optional(),
  detail: z.looseObject({ reason: z.string().optional(), note: z.string().optional() }).readonly(),
  /** Absent of runs whose files go nowhere. */
  delivery: BucketDeliveryView.readonly().optional(),
});
export type RunView = Readonly<z.infer<typeof RunView>>;

/** What GET /export/history/{id}/progress answers in v10. */
export const Progress = z.object({
  progress: whole,
  status: StatusLabel,
  recordsExported: whole,
  recordsTotal: whole,
  bytesWritten: whole,
  /** Null before there is a pace to estimate from. */
  estimatedSecondsRemaining: whole.nullable(),
});
export type Progress = Readonly<z.infer<typeof Progress>>;
