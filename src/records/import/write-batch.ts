import { freeBytes } from '../../encoding/free-bytes.ts';
import { fail } from '../../model/failures.ts';
import type { Kind } from '../../model/records.ts';
import { BUSY_SECONDS } from '../../platform/admission.ts';
import { retrying } from '../../platform/retry.ts';
import { asked, makeBatch } from '../packed/make-batch.ts';
import type { PackedProtocol, Taken } from '../packed/protocol.ts';
import { objectOf, type Row } from './batch.ts';
import { BodyRefused } from './body.ts';

/** How often a batch is packed, at most: each time another import changed the same records meanwhile, and got on. */
const TRIES = 20;

/** What a batch came to. */
interface WrittenBatch extends Taken {
  /** Records that were erased with their contact, and are not taken again. */
  readonly erased: readonly Row[];
  /** Objects in R2 that were put for it, and that no record names. */
  readonly superfluous: readonly string[];
}

/** What calls of a store that a batch needs, each of which may be tried again, are at least. */
export const CALLS_PER_BATCH = 2;

/**
 * Has a store take records: asks what is new of them, packs that, and hands it over, under one id however often, so that nothing is taken
 * twice where an answer was lost. Where another import came between, all of it is done again.
 */
export async function writeBatch(
  storeOf: () => Pick<PackedProtocol, 'classify' | 'take'>,
  { kind, records, id, at }: { kind: Kind; records: readonly Row[]; id: string; at: number },
): Promise<WrittenBatch> {
  const question = asked(kind, records);
  for (let tried = 0; tried < TRIES; tried += 1) {
    // A stub that met a fault is of no use any more.
    const { fates, stamp } = await retrying(() => storeOf().classify(question));
    const batch = makeBatch(question, records, { fates, stamp, id, at });
    const taken = await retrying(() => storeOf().take(batch));
    for (const { data } of batch.pieces) freeBytes(data);
    if (!taken) continue;
    const left = (...kinds: readonly string[]) =>
      records.filter((_, index) => kinds.includes(fates[index]?.fate ?? ''));
    return { ...taken, erased: left('refused'), superfluous: left('refused', 'same').flatMap(objectOf) };
  }
  throw new BodyRefused(fail('imports-busy', '', { seconds: BUSY_SECONDS }));
}
