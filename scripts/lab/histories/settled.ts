import { collect } from '../../../durable/record-store/collect.ts';
import { unpin } from '../../../durable/record-store/pins.ts';
import { repack } from '../../../durable/record-store/repack.ts';
import { everythingIn, isCopied, snapshot } from './compare.ts';
import { EAGER } from './compactor.ts';
import type { StoreUnderTest } from './store.ts';

const MANY = 1_000;
const NAMED = `SELECT object FROM pieces WHERE object IS NOT NULL
  UNION SELECT object FROM waiting WHERE object IS NOT NULL UNION SELECT pack FROM packed`;
/** Longer than anything is held. */
const LONG_MS = 1_000_000_000;

/**
 * What is wrong with a store once nobody reads it any more and all of it is made anew, in the object and then in packs: nothing dead may be
 * left, here or in R2.
 */
export async function settled(store: StoreUnderTest, runs: Iterable<string>): Promise<string[]> {
  const { tables } = store;
  for (const run of runs) unpin(tables, run);
  const held = snapshot(store, null);
  const wrong: string[] = [];
  const steps = { compacted: compactAll, 'made anew': repackAll, 'compacted again': compactAll };
  for (const [how, step] of Object.entries(steps)) {
    await step(store);
    store.now += LONG_MS;
    while (collect(tables, store.now, { most: MANY, keptMs: 0 }));
    await store.sweep();
    store.compactor.sweepOrphans();
    if (snapshot(store, null) !== held) wrong.push(`what was ${how} is not what was there`);
    if (store.look(NAMED).length !== store.bucket.objects.size)
      wrong.push(`objects are left that nobody names, once all was ${how}`);
    // Some dead lines of a piece are not worth making it anew.
    if (how === 'compacted') continue;
    if (!isCopied(store)) wrong.push(`pieces that were ${how} are not copied as they are`);
    if (store.look('SELECT 1 FROM tombstones').length > 0) wrong.push('tombstones of nothing are left');
    if (sorted(everythingIn(store)) !== sorted(held)) wrong.push('lines are left that are not alive');
  }
  if (store.look('SELECT 1 FROM bodies JOIN pieces ON n = piece WHERE object IS NULL').length > 0)
    wrong.push('pieces are in no pack though all were compacted');
  return wrong;
}

async function compactAll(store: StoreUnderTest): Promise<void> {
  store.now += LONG_MS;
  for (let left = MANY; (await store.compactor.compact(EAGER)) !== 'nothing'; left -= 1)
    if (left === 0) throw new Error('there is always something to compact');
}

async function repackAll(store: StoreUnderTest): Promise<void> {
  const { tables } = store;
  const pieces = store
    .look('SELECT n FROM pieces WHERE retired IS NULL')
    .map(({ n }) => tables.pieces.find(Number(n)));
  const entries = Map.groupBy(pieces, ({ kind, entity }) => `${kind} ${entity}`);
  for (const some of entries.values())
    await store.withPacks(() => tables.transaction(() => repack(tables, some)));
}

const sorted = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .toSorted()
    .join('\n');
