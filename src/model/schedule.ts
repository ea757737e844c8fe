import type { Instant } from './instant.ts';

/** How often a job runs, as the API names it. */
export const SCHEDULE_TYPES = ['once', 'hourly', 'daily', 'weekly', 'monthly', 'cron'] as const;
export type ScheduleType = (typeof SCHEDULE_TYPES)[number];

/** When a job starts: in UTC, or by the clocks of a zone. */
export interface Schedule {
  readonly type: ScheduleType;
  /** Five fields, normalised (cron.ts; jobs of old have theirs as submitted); decides the times of a recurring job that has one. */
  readonly cron: string | null;
  /** Nothing starts before it; without a cron it also gives the time of day, the weekday, the day of the month. */
  readonly startDate: Instant | null;
  /** A run at once: the one of a one-time job, one more of a recurring job. */
  readonly immediately: boolean;
  /** The zone by whose clocks it starts; absent of UTC, and of jobs from before there were zones. */
  readonly timeZone?: string | undefined;
  /** Whether an hour that comes twice, as clocks are set back, has starts twice: hours that recur do, a time of day does not. */
  readonly inBothHours?: boolean | undefined;
}

export const isRecurring = (schedule: Schedule): boolean => schedule.type !== 'once';
