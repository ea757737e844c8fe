import type { RecordTables } from './record-tables.ts';

/**
 * Overwrites in one pack what was erased of it: all else there stays where it is, also for a store that is set back to an earlier time. Holds
 * the pack. Answers whether there may be another one. Done again it does no harm; where another one was at it meanwhile, it is.
 */
export async function scrubPack(
  { sql, garbage }: RecordTables,
  bucket: Pick<R2Bucket, 'get' | 'put'>,
): Promise<boolean> {
  const [next] = sql.exec<{ pack: string }>('SELECT pack FROM scrubs LIMIT 1').toArray();
  if (!next) return false;
  const { pack } = next;
  const ranges = sql
    .exec<{ at: number; length: number }>('SELECT at, length FROM scrubs WHERE pack = ?', pack)
    .toArray();
  if (garbage.isNamed(pack) && !(await overwrite(bucket, pack, ranges))) return true;
  for (const { at } of ranges) sql.exec('DELETE FROM scrubs WHERE pack = ? AND at = ?', pack, at);
  return true;
}

/** Whether the ranges are nothing but zeros now. */
async function overwrite(
  bucket: Pick<R2Bucket, 'get' | 'put'>,
  key: string,
  ranges: readonly { readonly at: number; readonly length: number }[],
): Promise<boolean> {
  const object = await bucket.get(key);
  if (!object) return true;
  const bytes = new Uint8Array(await object.arrayBuffer());
  for (const { at, length } of ranges) bytes.fill(0, at, at + length);
  // Whoever comes late with what was there before must not bring it back.
  return (await bucket.put(key, bytes, { onlyIf: { etagMatches: object.etag } })) !== null;
}
