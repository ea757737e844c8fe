import { log } from '../../platform/log.ts';
import { lastId } from '../../store/sequence.ts';
import { shownBeat } from '../beat.ts';
import { registryObject, type IdContext } from '../new-ids.ts';

/**
 * Whether sweeps that delete from R2 have to wait: a restore asked for it, or D1 stands before ids that were drawn or before a
 * minute that it was seen to know of, which means that it was set back and rows that name files are missing. What a sweep deleted
 * then, nobody could bring back. It looks for itself: the beat that would notice comes up to a minute later.
 */
export async function sweepsHeld({ db, registry, now }: IdContext): Promise<boolean> {
  const { highest, holdUntil, beat } = await registryObject(registry).status();
  const [last, shown] = [await lastId(db), await shownBeat(db)];
  if (last >= highest && shown >= beat && holdUntil <= now) return false;
  log('sweeps-held', { until: holdUntil, last, highest });
  return true;
}
