import { DATA_TYPES } from '../model/records.ts';
import { formatInstant, type Instant } from '../model/instant.ts';
import { costOf, type RecordsAtRest } from '../model/work.ts';
import { retrying } from '../platform/retry.ts';
import type { RecordStores } from '../records/stores.ts';
import { hasRecords } from '../store/record-centers.ts';
import { readWork } from '../store/work.ts';

/** What a month's cost is told by. */
export interface CostContext {
  readonly db: D1Database;
  readonly storeOf: RecordStores['storeOf'];
  readonly retentionDays: number;
  readonly now: Instant;
}

/** The month of a moment, `2026-11`. */
const monthOf = (at: Instant): string => formatInstant(at).slice(0, 7);

/**
 * What a month (the current one unless given) has cost a contact center, with what keeping its records costs in the current one: what lay there
 * before nobody knows. Three statements, and a call of each of its stores.
 */
export async function monthCost(
  { db, storeOf, retentionDays, now }: CostContext,
  ccid: string,
  month: string = monthOf(now),
): Promise<{ readonly month: string } & ReturnType<typeof costOf>> {
  const { work, bytes } = await readWork(db, ccid, month);
  const isCurrent = month === monthOf(now);
  const records = isCurrent && (await hasRecords(db, ccid)) ? await atRest(storeOf, ccid) : null;
  return { month, ...costOf(work, { bytes, retentionDays, records }) };
}

async function atRest(storeOf: CostContext['storeOf'], ccid: string): Promise<RecordsAtRest> {
  let [inBucket, inObjects] = [0, 0];
  for (const type of DATA_TYPES) {
    const store = await retrying(() => storeOf(ccid, type).atRest());
    inBucket += store.inBucket;
    inObjects += store.stored;
  }
  return { inBucket, inObjects };
}
