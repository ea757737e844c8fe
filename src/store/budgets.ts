import { z } from 'zod';
import type { Instant } from '../model/instant.ts';
import type { BudgetPercent } from '../model/work.ts';

/** What a contact center wants to spend in a month, US dollars; null where it has not said so. One row read. */
export async function findBudget(db: D1Database, ccid: string): Promise<number | null> {
  const row = await db
    .prepare('SELECT dollars FROM budgets WHERE ccid = ?1')
    .bind(ccid)
    .first<{ dollars: number }>();
  return row?.dollars ?? null;
}

/** Sets a budget, or takes it away (null). A changed one is told of anew. */
export async function saveBudget(db: D1Database, ccid: string, dollars: number | null): Promise<void> {
  const statement =
    dollars === null
      ? db.prepare('DELETE FROM budgets WHERE ccid = ?1').bind(ccid)
      : db
          .prepare(
            `INSERT INTO budgets (ccid, dollars, told_month, told_percent) VALUES (?1, ?2, '', 0)
            ON CONFLICT (ccid) DO UPDATE SET dollars = excluded.dollars, told_month = iif(dollars = excluded.dollars, told_month, ''), told_percent = iif(dollars = excluded.dollars, told_percent, 0)`,
          )
          .bind(ccid, dollars);
  await statement.run();
}

const budgetRow = z.object({ ccid: z.string(), dollars: z.number() });

/** Some budgets, others each time where there are more. The clock's own: it serves every center. */
export async function someBudgets(db: D1Database, limit: number) {
  const { results } = await db
    .prepare('SELECT ccid, dollars FROM budgets ORDER BY random() LIMIT ?1')
    .bind(limit)
    .all();
  return z.array(budgetRow).parse(results);
}

/** A share of a budget that is reached, and what was spent. */
interface ReachedBudget {
  readonly ccid: string;
  readonly month: string;
  readonly percent: BudgetPercent;
  readonly dollars: number;
  readonly budget: number;
}

/** Tells a contact center's administrators and webhooks that a share of its budget is reached: once in a month for each share, in one transaction. */
export async function tellBudget(db: D1Database, reached: ReachedBudget, now: Instant): Promise<boolean> {
  const { ccid, month, percent } = reached;
  const data = JSON.stringify({ contactCenter: ccid, ...reached, ccid: undefined });
  const untold = `EXISTS (SELECT 1 FROM budgets AS b WHERE b.ccid = ?1 AND (b.told_month <> ?2 OR b.told_percent < ?3))`;
  const notice = JSON.stringify({ code: 'budget-reached', time: now });
  const [, , told] = await db.batch([
    db
      .prepare(
        `INSERT INTO deliveries (webhook, event_id, ccid, job_id, event, data, at, state, next_at, tries, answer)
        SELECT w.id, 'budget-' || ?2 || '-' || ?3, w.ccid, 0, 'budget.reached', ?4, ?5, 'waiting', ?5, 0, ''
        FROM webhooks AS w INDEXED BY webhooks_by_center WHERE w.ccid = ?1 AND w.disabled_at IS NULL AND w.job_id IS NULL
        AND EXISTS (SELECT 1 FROM json_each(w.events) AS e WHERE e.value = 'budget.reached') AND ${untold} ON CONFLICT DO NOTHING`,
      )
      .bind(ccid, month, percent, data, now),
    db
      .prepare(
        `UPDATE users SET notices = (SELECT json_group_array(json(value)) FROM (SELECT value FROM (SELECT key, value
          FROM json_each(json_insert(notices, '$[#]', json(?4))) ORDER BY key DESC LIMIT 10) ORDER BY key))
        WHERE ccid = ?1 AND disabled = 0 AND roles LIKE '%"administrator"%' AND ${untold}`,
      )
      .bind(ccid, month, percent, notice),
    db
      .prepare(
        `UPDATE budgets SET told_month = ?2, told_percent = ?3 WHERE ccid = ?1 AND (told_month <> ?2 OR told_percent < ?3) RETURNING ccid`,
      )
      .bind(ccid, month, percent),
  ]);
  return (told?.results.length ?? 0) > 0;
}
