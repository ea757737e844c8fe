import type { Definition } from './definition.ts';
import type { Destination } from './destination.ts';
import type { Instant } from './instant.ts';

/** A job as its Durable Object keeps it. */
export interface Job {
  readonly id: number;
  readonly ccid: string;
  readonly definition: Definition;
  readonly createdAt: Instant;
  readonly suspended: boolean;
  /** A one-time job that was started. */
  readonly spent: boolean;
  readonly deleted: boolean;
  readonly nextStartsAt: Instant | null;
  /** Starts up to here were made, or lie before the job: a clock that goes back repeats none. */
  readonly startedUntil: Instant;
  /** Drawn by whoever made the job: a repetition has the same, another job that got the same id has not. */
  readonly nonce: string;
  /** DataSync: the change number that the last Finished run reached. */
  readonly watermark: number;
  /** The user or client that made the job; "" where it was made before that was kept. */
  readonly createdBy: string;
  /** Where the files of its runs are copied to; null: nowhere. */
  readonly destination: Destination | null;
  /** Whether its DataSync runs list what left their scope: jobs that were created through v10. */
  readonly listsDeleted: boolean;
}
