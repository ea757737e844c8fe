import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../cli/command.ts';
import { askOperator, type Operated } from '../operator/ask-operator.ts';
import { center, answeredStep, shownHeld } from './shown.ts';

/** So long a contact center has been suspended before it is removed, as the service asks for; and a little. */
const SUSPENDED_MS = 182_000;
/** All of it is gone through so often, at most: what is still being written when it is counted goes the next time. */
const PASSES = 5;
const BETWEEN_MS = 5_000;

export interface Receipt {
  readonly contactCenter: string;
  readonly suspendedAt: string;
  readonly removedAt: string;
  readonly removed: Readonly<Record<string, number>>;
  /** Counted after all was removed. */
  readonly left: Readonly<Record<string, unknown>>;
}

/** Suspends a contact center, waits until that holds everywhere, and removes all that it has; answers the receipt. */
export async function removeCenter(
  operated: Operated,
  ccid: string,
  { withAudit, tell }: { readonly withAudit: boolean; readonly tell: (line: string) => void },
): Promise<Receipt> {
  const path = `centers/${ccid}`;
  const { suspendedAt } = center.parse(
    await askOperator(operated, path, { method: 'PATCH', body: { suspended: true } }),
  );
  if (suspendedAt === null) throw new CommandError('The service did not suspend the contact center.');
  const wait = Date.parse(suspendedAt) + SUSPENDED_MS - Date.now();
  if (wait > 0) {
    tell(`Suspended. What was let in before ends within ${Math.ceil(wait / 1_000)} s …`);
    await sleep(wait, undefined, { signal: operated.signal });
  }
  const removed: Record<string, number> = {};
  let passes = 0;
  for (let next: Readonly<Record<string, unknown>> | null = { step: 'jobs', withAudit }; ;) {
    const body: unknown = next;
    const step = answeredStep.parse(await askOperator(operated, `${path}/remove`, { method: 'POST', body }));
    for (const [what, count] of Object.entries(step.removed)) removed[what] = (removed[what] ?? 0) + count;
    if (step.next === null)
      return {
        contactCenter: ccid,
        suspendedAt,
        removedAt: new Date().toISOString(),
        removed,
        left: step.left ?? {},
      };
    if (step.left) {
      passes += 1;
      if (passes === PASSES)
        throw new CommandError(
          `Not all of it went; it stays suspended. Do it again in a while. Left:\n${shownHeld(step.left).join('\n')}`,
        );
      tell('Something was still being written; once more …');
      await sleep(BETWEEN_MS, undefined, { signal: operated.signal });
    }
    next = step.next;
  }
}
