import type { Instant } from '../model/instant.ts';
import { inShares } from '../platform/shares.ts';
import { beat } from './beat.ts';
import type { IdContext } from './new-ids.ts';
import { queueDueStarts, wakeActive, type ClockContext } from './start-due.ts';

/** What the clock does every minute; of these three none waits for another, or fails with it. */
export const everyMinute = (clock: ClockContext & Pick<IdContext, 'registry'>, now: Instant): Promise<void> =>
  inShares([
    { name: 'beat', run: () => beat({ ...clock, now }) },
    { name: 'starts', run: () => queueDueStarts(clock, now) },
    { name: 'wakes', run: () => wakeActive(clock) },
  ]);
