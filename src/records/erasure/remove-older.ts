import { DATA_TYPES } from '../../model/records.ts';
import { invocation } from '../../platform/invocation.ts';
import type { RecordStores } from '../stores.ts';

/** Pieces that one call takes records out of. */
const PIECES = 50;

/** Another call, and a word on where the sweep stopped. */
const A_CALL = { statements: 2, subrequests: 10 };

/**
 * Removes records whose date (an attachment's: its owner's) lies before `before`, some by one call, as long as the
 * invocation has any; answers how many, and whether that was all. The next call goes on. One contact center.
 */
export async function removeOlder(
  { storeOf }: Pick<RecordStores, 'storeOf'>,
  ccid: string,
  before: number,
): Promise<{ readonly removed: number; readonly all: boolean }> {
  let count = 0;
  for (const type of DATA_TYPES)
    for (let all = false; !all;) {
      if (!invocation().has(A_CALL)) return { removed: count, all: false };
      const some = await storeOf(ccid, type).removeBefore({ type, before, most: PIECES });
      count += some.removed;
      all = some.all;
    }
  return { removed: count, all: true };
}
