import { invocation } from './invocation.ts';
import { log } from './log.ts';

/** Something that the clock does now and then. */
interface Chore {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/**
 * Does one chore after the other in one invocation. Each may use its share of what is left, so that none starves those behind it,
 * and what one leaves the others have; one that fails is told to the log, and stops no other.
 */
export async function inShares(chores: readonly Chore[]): Promise<void> {
  for (const [at, { name, run }] of chores.entries()) {
    try {
      await invocation()
        .part(1 / (chores.length - at))
        .run(run);
    } catch (error) {
      log('chore-failed', { chore: name, error });
    }
  }
}
