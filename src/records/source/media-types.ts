import { countedMedia } from '../../store/counters.ts';
import { kindCode } from '../kinds.ts';

/** The media of the contact center's own interactions, folded, in alphabetical order. */
export const mediaTypes = (db: D1Database, ccid: string): Promise<string[]> =>
  countedMedia(db, ccid, kindCode('interactions'));
