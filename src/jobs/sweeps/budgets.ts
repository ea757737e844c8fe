import { reachedOf } from '../../model/work.ts';
import { invocation } from '../../platform/invocation.ts';
import { someBudgets, tellBudget } from '../../store/budgets.ts';
import { monthCost, type CostContext } from '../month-cost.ts';

/** Budgets that are looked at in one hour at most. */
const A_PORTION = 500;
/** What one of them takes at most. */
const ONE = { statements: 5, subrequests: 10 };

/** Tells contact centers that have used up 80 % or all of what they want to spend this month. What one hour has no room for a later one has. */
export async function sweepBudgets(context: CostContext): Promise<void> {
  const { db, now } = context;
  for (const { ccid, dollars: budget } of await someBudgets(db, A_PORTION)) {
    if (!invocation().has(ONE)) return;
    const { month, dollars } = await monthCost(context, ccid);
    const percent = reachedOf(dollars, budget).at(-1);
    if (percent !== undefined) await tellBudget(db, { ccid, month, percent, dollars, budget }, now);
  }
}
