import { dayOf, DAY_MS, type Instant } from '../../model/instant.ts';

/** A window as counters can answer it: whole days [fromDay, toDay), and the pieces of days at its edges, to be counted. */
export interface DaySplit {
  readonly fromDay: number | null;
  readonly toDay: number | null;
  readonly edges: readonly { readonly from: Instant; readonly to: Instant }[];
}

/** Cuts [from, to) at midnights (UTC). Null ends are open. */
export function splitDays(from: Instant | null, to: Instant | null): DaySplit {
  const fromDay = from === null ? null : dayOf(from + DAY_MS - 1);
  const toDay = to === null ? null : dayOf(to);
  if (from !== null && to !== null && fromDay !== null && toDay !== null && fromDay > toDay)
    return { fromDay, toDay: fromDay, edges: [{ from, to }] };
  const edges = [];
  if (from !== null && fromDay !== null && from < fromDay * DAY_MS)
    edges.push({ from, to: fromDay * DAY_MS });
  if (to !== null && toDay !== null && toDay * DAY_MS < to) edges.push({ from: toDay * DAY_MS, to });
  return { fromDay, toDay, edges };
}
