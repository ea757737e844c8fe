import type { Random } from '../../generate/random.ts';
import { overlaps } from './compare.ts';
import { EAGER } from './compactor.ts';
import type { StoreUnderTest } from './store.ts';

const MANY = 1_000;
/** Calls of whoever compacts: before one of so many they are gone, or something else happens. */
const CALLS = 14;
/** How long nobody hears of whoever compacts, until somebody else may. */
const SILENCE_MS = 120_000;

class Gone extends Error {
  override readonly name = 'Gone';
}

/** What compacting is played in. */
export interface CompactionScene {
  readonly random: Random;
  readonly store: StoreUnderTest;
  readonly told: (what: string) => void;
  /** Does what the store is asked, which may be killed. */
  readonly act: <T>(work: () => T) => Promise<T>;
  /** What comes meanwhile. */
  readonly meddle: () => Promise<void>;
}

/**
 * Compacts a store until nothing is left to be done. Somebody may be gone before any of their calls, or something else comes before it; what they
 * were about to commit may come later. Answers what is wrong.
 */
export async function compactDisturbed(scene: CompactionScene): Promise<readonly string[]> {
  const { random, store, told, act } = scene;
  const limits = {
    ...EAGER,
    bytes: random.pick([1, 300, 4_000]),
    open: random.pick([2, 3, 16]),
    share: random.pick([2, EAGER.share]),
    small: random.pick([2, 4]),
  };
  told(`compact ${JSON.stringify(limits)}`);
  const fate = disturbanceOf(scene);
  store.now += SILENCE_MS;
  for (let left = MANY; left > 0; left -= 1)
    try {
      const done = await store.compactor.compact(limits, { between: fate.between, act });
      if (done === 'overtaken' && !fate.isDisturbed()) return ['a task was refused that nobody overtook'];
      if (done !== 'nothing') continue;
      return limits.share === EAGER.share && overlaps(store)
        ? ['pieces overlap however often they are compacted']
        : [];
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      return [];
    }
  return ['there is always something to compact'];
}

function disturbanceOf({ random, store, told, meddle }: CompactionScene) {
  const at = (chance: number): number => (random.next() < chance ? random.integer(1, CALLS) : Infinity);
  const late = random.next();
  if (late < 0.4) store.compactor.commitLate();
  const [gone, other] = [at(0.3), at(0.5)];
  let [calls, disturbed] = [0, false];
  const between = async (call: string): Promise<void> => {
    calls += 1;
    if (call === 'open' && late > 0.6) store.compactor.commitLate();
    if (calls === gone) {
      told(`  (gone before ${call})`);
      throw new Gone();
    }
    if (calls !== other) return;
    disturbed = true;
    told(`  before ${call}:`);
    await meddle();
  };
  return { between, isDisturbed: () => disturbed };
}
