import type { FailureCode } from './failure-codes.ts';
import { isRecurring, type Schedule } from './schedule.ts';

/**
 * What a job can be in: whether it recurs, whether starts are due (or it is suspended, or spent: a one-time job that was
 * started), and whether a run is in progress (Queued or In Progress). A one-time job that runs before its start was made
 * was asked to (`run`), and has its start still to come.
 */
export const JOB_STATES = [
  'once-scheduled',
  'once-suspended',
  'once-running-scheduled',
  'once-running-suspended',
  'once-running',
  'once-spent',
  'recurring-scheduled',
  'recurring-suspended',
  'recurring-running',
  'recurring-running-suspended',
  'deleted',
] as const;
export type JobState = (typeof JOB_STATES)[number];

/**
 * What can happen to a job. `start`: its time has come; `end`: its run ended by itself; the rest is asked for. `run`: one more
 * run at once, new or that of a history item again (retry.ts), whatever the schedule says.
 */
export const JOB_EVENTS = ['start', 'end', 'run', 'suspend', 'resume', 'edit', 'cancel', 'delete'] as const;
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
 * job", "Deleting a job"). Asking for what is so already is granted. A start that falls into a run
 * becomes a Skipped history item; the start of a one-time job is made by that. `run` and the end of its run leave the job as
 * it was: suspended, spent, or with its start to come. `edit` ends in -scheduled or -suspended as the new definition says.
 */
export const LIFECYCLE: Readonly<Record<JobState, Row>> = {
  'once-scheduled': {
    start: 'once-running',
    end: no('not-running'),
    run: 'once-running-scheduled',
    suspend: 'once-suspended',
    resume: 'once-scheduled',
    edit: no('one-time'),
    cancel: no('not-running'),
    delete: 'deleted',
  },
  'once-suspended': {
    start: no('suspended'),
    end: no('not-running'),
    run: 'once-running-suspended',
    suspend: 'once-suspended',
    resume: 'once-scheduled',
    edit: no('one-time'),
    cancel: no('not-running'),
    delete: 'deleted',
  },
  'once-running-scheduled': {
    start: 'once-running',
    end: 'once-scheduled',
    run: no('in-progress'),
    suspend: 'once-running-suspended',
    resume: 'once-running-scheduled',
    edit: no('one-time'),
    cancel: 'once-scheduled',
    delete: no('in-progress'),
  },
  'once-running-suspended': {
    start: no('suspended'),
    end: 'once-suspended',
    run: no('in-progress'),
    suspend: 'once-running-suspended',
    resume: 'once-running-scheduled',
    edit: no('one-time'),
    cancel: 'once-suspended',
    delete: no('in-progress'),
  },
  'once-running': {
    start: no('spent'),
    end: 'once-spent',
    run: no('in-progress'),
    suspend: 'once-running',
    resume: no('spent'),
    edit: no('one-time'),
    cancel: 'once-spent',
    delete: no('in-progress'),
  },
  'once-spent': {
    start: no('spent'),
    end: no('not-running'),
    run: 'once-running',
    suspend: 'once-spent',
    resume: no('spent'),
    edit: no('one-time'),
    cancel: no('not-running'),
    delete: 'deleted',
  },
  'recurring-scheduled': {
    start: 'recurring-running',
    end: no('not-running'),
    run: 'recurring-running',
    suspend: 'recurring-suspended',
    resume: 'recurring-scheduled',
    edit: 'recurring-scheduled',
    cancel: no('not-running'),
    delete: 'deleted',
  },
  'recurring-suspended': {
    start: no('suspended'),
    end: no('not-running'),
    run: 'recurring-running-suspended',
    suspend: 'recurring-suspended',
    resume: 'recurring-scheduled',
    edit: 'recurring-scheduled',
    cancel: no('not-running'),
    delete: 'deleted',
  },
  'recurring-running': {
    start: 'recurring-running',
    end: 'recurring-scheduled',
    run: no('in-progress'),
    suspend: 'recurring-running-suspended',
    resume: 'recurring-running',
    edit: no('in-progress'),
    cancel: 'recurring-scheduled',
    delete: no('in-progress'),
  },
  'recurring-running-suspended': {
    start: no('suspended'),
    end: 'recurring-suspended',
    run: no('in-progress'),
    suspend: 'recurring-running-suspended',
    resume: 'recurring-running',
    edit: no('in-progress'),
    cancel: 'recurring-suspended',
    delete: no('in-progress'),
  },
  deleted: {
    start: no('gone'),
    end: no('gone'),
    run: no('gone'),
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
    if (job.spent) return job.running ? 'once-running' : 'once-spent';
    if (job.running) return job.suspended ? 'once-running-suspended' : 'once-running-scheduled';
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
