import type { Limits } from '../src/model/limits.ts';
import { DAY_MS, type Instant } from '../src/model/instant.ts';
import type { ObjectState } from './state.ts';

/** History items removed in one go; the alarm goes on with the rest. */
const AT_A_TIME = 100;

/**
 * Forgets history items that are older than their days, or more than their number; never one that is not over, one whose files can
 * still be downloaded, nor a DataSync job's last Finished run, which says what the next one begins with. Answers whether more
 * are to go now.
 */
export function forgetOldRuns(
  state: ObjectState,
  { historyItems, historyDays }: Limits,
  { now, forget }: { readonly now: Instant; readonly forget: (id: number) => void },
): boolean {
  const old = state.oldRuns({
    createdBefore: now - historyDays * DAY_MS,
    beyond: historyItems,
    limit: AT_A_TIME,
  });
  for (const id of old) forget(id);
  return old.length === AT_A_TIME;
}
