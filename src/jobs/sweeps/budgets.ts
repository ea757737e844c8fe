import { formatInstant, type Instant } from '../../model/instant.ts';
import { costOf, reachedOf } from '../../model/work.ts';
import { invocation } from '../../platform/invocation.ts';
import { someBudgets, tellBudget } from '../../store/budgets.ts';
import { readWork } from '../../store/work.ts';

/** Budgets that are looked at in one hour at most. */
const A_PORTION = 500;
/** Statements that one of them takes at most. */
const ONE = { statements: 5 };

/** Tells contact centers that have used up 80 % or all of what they want to spend this month. What one hour has no room for a later one has. */
export async function sweepBudgets(db: D1Database, now: Instant, retentionDays: number): Promise<void> {
  const month = formatInstant(now).slice(0, 7);
  for (const { ccid, dollars: budget } of await someBudgets(db, A_PORTION)) {
    if (!invocation().has(ONE)) return;
    const { work, bytes } = await readWork(db, ccid, month);
    const { dollars } = costOf(work, { bytes, retentionDays });
    const percent = reachedOf(dollars, budget).at(-1);
    if (percent !== undefined) await tellBudget(db, { ccid, month, percent, dollars, budget }, now);
  }
}
