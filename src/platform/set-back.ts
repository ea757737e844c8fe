import type { Instant } from '../model/instant.ts';

/*
 * What Cloudflare keeps of each object's storage for 30 days (point-in-time recovery). Local workerd keeps nothing of the kind. Everything
 * that sets an object back goes through here; test/jobs/object-history.ts has the double.
 */

/** What the caller of an object hears that begins anew from an earlier state: the call that asked for it cannot be answered. */
const SET_BACK = 'the object was set back to an earlier time';

/** Whether the platform knows what an object was at a time. */
export async function hasHistory(storage: DurableObjectStorage, at: Instant): Promise<boolean> {
  try {
    await storage.getBookmarkForTime(at);
    return true;
  } catch {
    return false;
  }
}

/** Sets an object back to what it was at a time, by which it ends: its next call finds it so. */
export async function setStorageBack(
  object: Pick<DurableObjectState, 'storage' | 'abort'>,
  to: Instant,
): Promise<void> {
  const bookmark = await object.storage.getBookmarkForTime(to);
  await object.storage.onNextSessionRestoreBookmark(bookmark);
  object.abort(SET_BACK);
}

/** Makes a call by which its object is set back, and comes to its end as such a call does. */
export async function callSettingBack(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof Error && error.message.includes(SET_BACK))) throw error;
  }
}
