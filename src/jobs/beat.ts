import { log } from '../platform/log.ts';
import { rememberSweep, sweptUntil } from '../store/orphans.ts';
import { registryObject, type IdContext } from './new-ids.ts';

/** The row of `sweeps` that says when the clock last beat. */
const BEAT = 'beat';

/** The last minute that D1 knows of; 0 before the first. */
export const shownBeat = async (db: D1Database): Promise<number> =>
  Number((await sweptUntil(db, BEAT)) || '0');

/**
 * Beats once a minute, in D1 and then in the registry: a D1 that knows of fewer minutes than the registry saw in it was set back.
 * Then sweeps are held, before any of them takes a file for an orphan whose row is only missing.
 */
export async function beat({ db, registry, now }: IdContext): Promise<void> {
  const object = registryObject(registry);
  const shown = await shownBeat(db);
  if (shown < (await object.status()).beat) {
    log('set-back', { shown });
    await object.holdAll(now);
  }
  const at = Math.max(shown + 1, now);
  await rememberSweep(db, BEAT, String(at));
  await object.beat(at);
}
