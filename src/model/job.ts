import type { DataType } from './records.ts';

/** Statuses of jobs and runs: the value that is stored and the label that the API shows. */
export const STATUS_LABELS = {
  SCHEDULED: 'Scheduled',
  QUEUED: 'Queued',
  IN_PROGRESS: 'In Progress',
  FINISHED: 'Finished',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
  SUSPENDED: 'Suspended',
  SKIPPED: 'Skipped',
} as const;
export type Status = keyof typeof STATUS_LABELS;
export type StatusLabel = (typeof STATUS_LABELS)[Status];

export const SOURCES = { UCS: 'Contact History' } as const;
export const EXPORT_TYPES = ['UCS', 'DataSync'] as const;
export type ExportType = (typeof EXPORT_TYPES)[number];
export const SCHEDULE_TYPES = ['once', 'hourly', 'daily', 'weekly', 'monthly', 'cron'] as const;
export type ScheduleType = (typeof SCHEDULE_TYPES)[number];

/** `timeFrame` of a job as submitted; exactly one of its forms (semantics.md, "timeFrame"). */
export interface TimeFrame {
  readonly all?: boolean | undefined;
  readonly dateFrom?: string | undefined;
  readonly dateTo?: string | undefined;
  readonly last?: string | undefined;
}

export interface SchedulerParam {
  readonly immediately?: boolean | undefined;
  readonly cron?: string | undefined;
  readonly runs?: string | undefined;
  readonly startDate?: string | undefined;
}

export interface JobParams {
  readonly fileSplitSize?: string | undefined;
  readonly type: string;
  readonly media: readonly string[];
  readonly exportAttachments?: boolean | undefined;
}

/** The body of POST /export/jobs in its shape alone; `src/model/definition.ts` decides whether it makes sense. */
export interface JobRequest {
  readonly source: string;
  readonly type: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly timeFrame: TimeFrame;
  readonly schedulerParam: SchedulerParam;
  readonly jobParams: JobParams;
  readonly suspended: boolean;
}

/** JobInfo of the reference (v10), common to jobs and history items. Dates are ISO 8601 in UTC, "" for an open end. */
export interface JobInfo {
  readonly id: number;
  readonly type: DataType;
  readonly source: 'UCS';
  readonly title: string;
  readonly fileSplitSize: string;
  readonly fileName: string;
  readonly fileSize: number;
  readonly status: StatusLabel;
  readonly createdDate: string;
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly description: string;
  readonly media: readonly string[];
  readonly progress: number;
  readonly parentId: number;
  readonly exportAttachments: boolean;
}

/** A job as v10 answers it: JobInfo and what a client needs to edit or clone it. */
export interface JobView extends JobInfo {
  readonly exportType: ExportType;
  readonly suspended: boolean;
  readonly scheduleType: ScheduleType;
  readonly timeFrame: TimeFrame;
  readonly schedulerParam: SchedulerParam;
  readonly jobParams: JobParams;
  readonly latestStatus: StatusLabel;
  readonly latestStartedAt: string;
  readonly nextStartsAt: string;
}

/** A run as v10 answers it: a history item. */
export interface RunView extends JobInfo {
  readonly exportType: ExportType;
  readonly timeFrame: TimeFrame;
  readonly jobParams: JobParams;
  readonly scheduledAt: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What GET /export/history/{id}/progress answers in v10. */
export interface Progress {
  readonly progress: number;
  readonly status: StatusLabel;
  readonly recordsExported: number;
  readonly recordsTotal: number;
  readonly bytesWritten: number;
  /** Null before there is a pace to estimate from. */
  readonly estimatedSecondsRemaining: number | null;
}
