import type { Instant } from './instant.ts';

/** How often a job runs, as the API names it. */
export const SCHEDULE_TYPES = ['once', 'hourly', 'daily', 'weekly', 'monthly', 'cron'] as const;
export type ScheduleType = (typeof SCHEDULE_TYPES)[number];

/** When a job starts. All of it is UTC. */
export interface Schedule {
  readonly type: ScheduleType;
  /** Five fields, normalised (cron.ts; jobs of old have theirs as submitted); decides the times of a recurring job that has one. */
  readonly cron: string | null;
  /** Nothing starts before it; without a cron it also gives the time of day, the weekday, the day of the month. */
  readonly startDate: Instant | null;
  /** A run at once: the one of a one-time job, one more of a recurring job. */
  readonly immediately: boolean;
}

export const isRecurring = (schedule: Schedule): boolean => schedule.type !== 'once';
