import { log } from '../../platform/log.ts';
import { lastId } from '../../store/sequence.ts';
import { registryObject, type IdContext } from '../new-ids.ts';

/**
 * Whether sweeps that delete from R2 have to wait: a restore asked for it, or D1 stands before ids that were drawn, which means
 * that it was set back and rows that name files are missing. What a sweep deleted then, nobody could bring back.
 */
export async function sweepsHeld({ db, registry, now }: IdContext): Promise<boolean> {
  const { highest, holdUntil } = await registryObject(registry).status();
  const last = await lastId(db);
  if (last >= highest && holdUntil <= now) return false;
  log('sweeps-held', { until: holdUntil, last, highest });
  return true;
}
