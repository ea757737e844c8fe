import { z } from 'zod';
import { askOperator, type Operated } from '../operator/ask-operator.ts';

const step = z.object({ rewrapped: z.int(), lost: z.int(), next: z.unknown() });

/** Wraps everything anew that is not under the key that wraps now, page by page; what was done when it is cut off stays done. */
export async function rewrapAll(
  operated: Operated,
): Promise<{ readonly rewrapped: number; readonly lost: number }> {
  let [rewrapped, lost] = [0, 0];
  for (let next: unknown = { of: 'second-factors', after: 0 }; next !== null;) {
    const done = step.parse(await askOperator(operated, 'keys/rewrap', { method: 'POST', body: next }));
    rewrapped += done.rewrapped;
    lost += done.lost;
    next = done.next ?? null;
  }
  return { rewrapped, lost };
}
