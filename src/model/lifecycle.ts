import type { FailureCode } from './failure-codes.ts';
import { isRecurring, type Schedule } from './schedule.ts';

/**
 * What a job can be in: whether it recurs, whether starts are due (or it is suspended, or spent: a one-time job that was
 * started), and whether a run is in progress (Queued or In Progress).
 */
export const JOB_STATES = [
  'once-scheduled',
  'once-suspended',
  'once-running',
  'once-spent',
  'recurring-scheduled',
  'recurring-suspended',
  'recurring-running',
  'recurring-running-suspended',
  'deleted',
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What can happen to a job. `start`: its time has come; `end`: its run ended by itself; the rest is asked for. */
export const JOB_EVENTS = ['start', 'end', 'suspend', 'resume', 'edit', 'cancel', 'delete'] as const;
export type JobEvent = (typeof JOB_EVENTS)[number];

/** Why the table refuses: codes of `failure-codes.ts`, where the words hang. */
export const REFUSALS = [
  'not-running',
  'in-progress',
  'spent',
  'one-time',
  'suspended',
  'gone',
] as const satisfies readonly FailureCode[];
export type RefusalName = (typeof REFUSALS)[number];

type Row = Readonly<Record<JobEvent, JobState | { readonly refused: RefusalName }>>;
const no = (refused: RefusalName) => ({ refused });

/**
 * Every pair of state and event is a transition or a named refusal (guide, "Suspending (and resuming) a job", "Editing a
 * job", "Deleting a job"). Asking for what is so already is granted. A start that falls into a run leaves the state as it is:
 * it becomes a Skipped history item. `edit` ends in -scheduled or -suspended as the new definition says.
 */
export const LIFECYCLE: Readonly<Record<JobState, Row>> = {
  'once-scheduled': {
    start: 'once-running',
    end: no('not-running'),
    suspend: 'once-suspended',
    resume: 'once-scheduled',
    edit: no('one-time'),
    cancel: no('not-running'),
    delete: 'deleted',
  },
  'once-suspended': {
    start: no('suspended'),
    end: no('not-running'),
    suspend: 'once-suspended',
    resume: 'once-scheduled',
    edit: no('one-time'),
    cancel: no('not-running'),
    delete: 'deleted',
  },
  'once-running': {
    start: no('spent'),
    end: 'once-spent',
    suspend: 'once-running',
    resume: no('spent'),
    edit: no('one-time'),
    cancel: 'once-spent',
    delete: no('in-progress'),
  },
  'once-spent': {
    start: no('spent'),
    end: no('not-running'),
    suspend: 'once-spent',
    resume: no('spent'),
    edit: no('one-time'),
    cancel: no('not-running'),
    delete: 'deleted',
  },
  'recurring-scheduled': {
    start: 'recurring-running',
    end: no('not-running'),
    suspend: 'recurring-suspended',
    resume: 'recurring-scheduled',
    edit: 'recurring-scheduled',
    cancel: no('not-running'),
    delete: 'deleted',
  },
  'recurring-suspended': {
    start: no('suspended'),
    end: no('not-running'),
    suspend: 'recurring-suspended',
    resume: 'recurring-scheduled',
    edit: 'recurring-scheduled',
    cancel: no('not-running'),
    delete: 'deleted',
  },
  'recurring-running': {
    start: 'recurring-running',
    end: 'recurring-scheduled',
    suspend: 'recurring-running-suspended',
    resume: 'recurring-running',
    edit: no('in-progress'),
    cancel: 'recurring-scheduled',
    delete: no('in-progress'),
  },
  'recurring-running-suspended': {
    start: no('suspended'),
    end: 'recurring-suspended',
    suspend: 'recurring-running-suspended',
    resume: 'recurring-running',
    edit: no('in-progress'),
    cancel: 'recurring-suspended',
    delete: no('in-progress'),
  },
  deleted: {
    start: no('gone'),
    end: no('gone'),
    suspend: no('gone'),
    resume: no('gone'),
    edit: no('gone'),
    cancel: no('gone'),
    delete: no('gone'),
  },
};

/** The facts of a job that its state is made of. */
export interface JobFacets {
  readonly schedule: Schedule;
  readonly suspended: boolean;
  /** A one-time job that was started. */
  readonly spent: boolean;
  readonly running: boolean;
  readonly deleted: boolean;
}

export function stateOf(job: JobFacets): JobState {
  if (job.deleted) return 'deleted';
  if (!isRecurring(job.schedule)) {
    if (job.running) return 'once-running';
    if (job.spent) return 'once-spent';
    return job.suspended ? 'once-suspended' : 'once-scheduled';
  }
  if (job.running) return job.suspended ? 'recurring-running-suspended' : 'recurring-running';
  return job.suspended ? 'recurring-suspended' : 'recurring-scheduled';
}

/** Why an event is refused in this state; null when it is a transition. */
export function refusalOf(state: JobState, event: JobEvent): RefusalName | null {
  const outcome = LIFECYCLE[state][event];
  return typeof outcome === 'string' ? null : outcome.refused;
}
