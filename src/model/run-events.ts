import type { DeliveryFault } from './delivery.ts';
import type { Instant } from './instant.ts';

/** What happens to a run, as its object writes it down: ids, numbers and codes, never a record's text. */
export type RunEvent =
  | { readonly event: 'submitted' | 'skipped' | 'started' | 'planned' | 'cancelled' }
  | { readonly event: 'slice'; readonly seq: number; readonly records: number; readonly bytes: number }
  | { readonly event: 'taken-over'; readonly seq: number; readonly attempt: number }
  | { readonly event: 'stumbled'; readonly seq: number; readonly reason: string }
  | { readonly event: 'restarted'; readonly reason: string }
  | { readonly event: 'finished'; readonly volumes: number; readonly bytes: number }
  | { readonly event: 'failed'; readonly reason: string }
  | { readonly event: 'files-gone'; readonly how: 'expired' | 'deleted' }
  | { readonly event: 'delivered'; readonly files: number; readonly bytes: number }
  | { readonly event: 'delivery-failed'; readonly code: DeliveryFault };

/** An event with its time and its place in the order of the run's events. */
export type KeptEvent = RunEvent & { readonly id: number; readonly at: Instant };

/** Events kept of one run: the first ones, which tell how it began, and the last ones. */
export const FIRST_EVENTS = 20;
export const LAST_EVENTS = 180;
