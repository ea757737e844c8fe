import { collect } from '../../../durable/record-store/collect.ts';
import { unpin } from '../../../durable/record-store/pins.ts';
import { repack } from '../../../durable/record-store/repack.ts';
import { everythingIn, isCopied, snapshot } from './compare.ts';
import type { StoreUnderTest } from './store.ts';

const MANY = 1_000;
const NAMED = `SELECT object FROM pieces WHERE object IS NOT NULL
  UNION SELECT object FROM waiting WHERE object IS NOT NULL`;

/** What is wrong with a store once nobody reads it any more and all of it is made anew: nothing dead may be left, here or in R2. */
export async function settled(store: StoreUnderTest, runs: Iterable<string>): Promise<string[]> {
  const { tables } = store;
  for (const run of runs) unpin(tables, run);
  const held = snapshot(store, null);
  const pieces = store
    .look('SELECT n FROM pieces WHERE retired IS NULL')
    .map(({ n }) => tables.pieces.find(Number(n)));
  const entries = Map.groupBy(pieces, ({ kind, entity }) => `${kind} ${entity}`);
  for (const some of entries.values()) tables.transaction(() => repack(tables, some));
  while (collect(tables, 0, MANY));
  await store.sweep();

  const wrong: string[] = [];
  if (store.look(NAMED).length !== store.bucket.objects.size)
    wrong.push('objects are left that nobody names');
  if (!isCopied(store)) wrong.push('pieces that were made anew are not copied as they are');
  if (store.look('SELECT 1 FROM tombstones').length > 0) wrong.push('tombstones of nothing are left');
  if (snapshot(store, null) !== held) wrong.push('making pieces anew changed what is there');
  if (sorted(everythingIn(store)) !== sorted(held)) wrong.push('lines are left that are not alive');
  return wrong;
}

const sorted = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .toSorted()
    .join('\n');
