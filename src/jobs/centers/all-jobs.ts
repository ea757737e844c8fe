import { jobsShownOf } from '../../store/ghosts.ts';
import type { CenterContext } from './context.ts';

/** Ids of jobs behind `after` that the contact center's object or D1 knows, ascending. */
export async function everyJob(
  { db, centers }: Pick<CenterContext, 'db' | 'centers'>,
  ccid: string,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly number[]> {
  const known = await centers.get(centers.idFromName(ccid)).jobs(page.after, page.limit);
  const shown = await jobsShownOf(db, ccid, page);
  return [...new Set([...known, ...shown])].toSorted((a, b) => a - b).slice(0, page.limit);
}
