import type { Instant } from '../model/instant.ts';
import { inShares } from '../platform/shares.ts';
import { beat } from './beat.ts';
import type { IdContext } from './new-ids.ts';
import { putDownStreams } from './webhooks/audit-stream.ts';
import { deliverDue, type DeliverContext } from './webhooks/deliver-due.ts';
import { watch, type WatchContext } from './watch.ts';
import { queueDueStarts, wakeActive, type ClockContext } from './start-due.ts';

/** What the clock does every minute; of these none fails with another. What may take its time comes last. */
export const everyMinute = (
  clock: ClockContext & Pick<IdContext, 'registry'>,
  deliver: DeliverContext & WatchContext,
  now: Instant,
): Promise<void> =>
  inShares([
    { name: 'beat', run: () => beat({ ...clock, now }) },
    { name: 'starts', run: () => queueDueStarts(clock, now) },
    { name: 'wakes', run: () => wakeActive(clock) },
    { name: 'watch', run: () => watch(deliver, now) },
    { name: 'audit-streams', run: () => putDownStreams(deliver) },
    { name: 'deliveries', run: () => deliverDue(deliver) },
  ]);
