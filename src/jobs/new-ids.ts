import type { Registry } from '../../durable/registry.ts';
import type { Instant } from '../model/instant.ts';
import { REGISTRY_NAME } from '../model/object-names.ts';
import { log } from '../platform/log.ts';
import { drawIds, liftSequence } from '../store/sequence.ts';

export interface IdContext {
  readonly db: D1Database;
  readonly registry: DurableObjectNamespace<Registry>;
  readonly now: Instant;
}

export const registryObject = (registry: IdContext['registry']): DurableObjectStub<Registry> =>
  registry.get(registry.idFromName(REGISTRY_NAME));

/**
 * Draws `count` ids that no job and no history item ever had; answers the first. D1 draws and the registry confirms: where D1
 * was set back it would draw old ones again, and is lifted to where the registry knows the ids to be.
 */
export async function newIds({ db, registry, now }: IdContext, count: number): Promise<number> {
  const drawn = await drawIds(db, count);
  const first = await registryObject(registry).confirm(drawn, count, now);
  if (first !== drawn) {
    log('sequence-set-back', { drawn, first });
    await liftSequence(db, first + count - 1);
  }
  return first;
}
