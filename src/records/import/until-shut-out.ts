import type { Failure } from '../../model/failures.ts';
import type { Instant } from '../../model/instant.ts';
import { BodyRefused } from './body.ts';

/** So often it is looked again whether whoever sends may still. */
const LOOK_MS: Instant = 10_000;

/**
 * An import may last for hours, and who began it, or the whole contact center, may be shut out meanwhile. To be called again and again while
 * it is at work: it looks now and then, waits for nothing, and throws by the next call what it found.
 */
export function untilShutOut(look: () => Promise<Failure | null>): () => void {
  let [at, refused] = [Date.now(), null as Failure | null];
  return () => {
    if (refused) throw new BodyRefused({ failure: refused });
    if (Date.now() - at < LOOK_MS) return;
    at = Date.now();
    // One that cannot be answered now is asked again.
    void look().then(
      (failure) => (refused = failure),
      () => undefined,
    );
  };
}
