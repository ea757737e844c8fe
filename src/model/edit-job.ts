import type { Definition } from './definition.ts';
import type { Instant } from './instant.ts';
import type { Job } from './job.ts';
import { startToCome } from './next-starts.ts';

/** How a definition is put in the place of another. */
export interface EditContext {
  /** The job stays suspended, or not, as it is, whatever the definition says. */
  readonly keepsSuspension: boolean;
  readonly now: Instant;
}

/** The job with another definition. A DataSync job that exports the same data goes on from its watermark, else it begins anew. */
export function editedJob(job: Job, definition: Definition, { keepsSuspension, now }: EditContext): Job {
  const suspended = keepsSuspension ? job.suspended : definition.suspended;
  const nextStartsAt = suspended ? null : startToCome(definition.schedule, job.startedUntil, now);
  const watermark = exportsSameData(job.definition, definition) ? job.watermark : 0;
  return { ...job, definition, suspended, nextStartsAt, watermark };
}

/** Whether two definitions export the same data: a watermark that one of them reached is good for the other. */
export const exportsSameData = (a: Definition, b: Definition): boolean =>
  a.type === b.type &&
  a.contactId === b.contactId &&
  a.attachments === b.attachments &&
  JSON.stringify([a.media, a.filters]) === JSON.stringify([b.media, b.filters]);
