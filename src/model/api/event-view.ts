import { z } from 'zod';
import { DELIVERY_FAULTS } from '../delivery.ts';
import { formatInstant } from '../instant.ts';
import type { KeptEvent } from '../run-events.ts';

const count = z.number().int().nonnegative();

/** What can happen to a run, as v10 names it. */
export const EVENT_NAMES = [
  'submitted',
  'skipped',
  'started',
  'planned',
  'slice',
  'taken-over',
  'stumbled',
  'restarted',
  'finished',
  'failed',
  'cancelled',
  'files-expired',
  'files-deleted',
  'delivered',
  'delivery-failed',
] as const;

/** An event of a run as v10 answers it: when, what, what belongs to that, and a sentence for people. */
export const EventView = z.object({
  at: z.string(),
  what: z.enum(EVENT_NAMES),
  message: z.string(),
  slice: count.optional(),
  attempt: count.optional(),
  records: count.optional(),
  bytes: count.optional(),
  volumes: count.optional(),
  files: count.optional(),
  reason: z.string().optional(),
  /** Why a delivery failed. */
  code: z.enum(DELIVERY_FAULTS).optional(),
});
export type EventView = Readonly<z.infer<typeof EventView>>;

/** An event as it is shown, but for its words. Slices count from 1 for people. */
export function eventView(kept: KeptEvent): Omit<EventView, 'message'> {
  const at = formatInstant(kept.at);
  switch (kept.event) {
    case 'slice':
      return { at, what: kept.event, slice: kept.seq + 1, records: kept.records, bytes: kept.bytes };
    case 'taken-over':
      return { at, what: kept.event, slice: kept.seq + 1, attempt: kept.attempt };
    case 'stumbled':
      return { at, what: kept.event, slice: kept.seq + 1, reason: kept.reason };
    case 'restarted':
    case 'failed':
      return { at, what: kept.event, reason: kept.reason };
    case 'finished':
      return { at, what: kept.event, volumes: kept.volumes, bytes: kept.bytes };
    case 'files-gone':
      return { at, what: kept.how === 'expired' ? 'files-expired' : 'files-deleted' };
    case 'delivered':
      return { at, what: kept.event, files: kept.files, bytes: kept.bytes };
    case 'delivery-failed':
      return { at, what: kept.event, code: kept.code };
    default:
      return { at, what: kept.event };
  }
}
