import { log } from '../src/platform/log.ts';
import { abortUpload, deleteBelow } from '../src/platform/r2.ts';
import type { Garbage, ObjectState } from './state.ts';

/**
 * Removes from R2 what no run goes on with, a hundred things at a time. Each is forgotten only when it is gone, so a
 * failure leaves the rest to a later alarm. Of a finished run everything is kept that became an artifact.
 */
export async function collectGarbage(bucket: R2Bucket, state: ObjectState): Promise<void> {
  let gone = 0;
  let left = 0;
  for (const item of state.garbage()) {
    try {
      await remove(bucket, state, item);
      state.removed(item);
      gone += 1;
    } catch (error) {
      // One thing that cannot be removed now does not keep the others.
      log('garbage-left', { run: item.run, key: item.key, error });
      left += 1;
    }
  }
  if (gone > 0 || left === 0) state.pauses.succeeded('garbage');
  else state.pauses.failed('garbage', Date.now());
}

async function remove(bucket: R2Bucket, state: ObjectState, item: Garbage): Promise<void> {
  if (item.key.endsWith('/')) {
    const keep = new Set(state.volumes.done(item.run).map(({ key }) => key));
    await deleteBelow(bucket, item.key, keep);
    return;
  }
  if (item.uploadId) await abortUpload(bucket, item.key, item.uploadId);
  // A sealed volume's upload may have been completed just before its run ended.
  await bucket.delete(item.key);
}
