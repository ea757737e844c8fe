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
