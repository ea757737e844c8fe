import { and, desc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { z } from 'zod';
import type { PastRun } from '../model/run-price.ts';
import type { JobType } from '../model/records.ts';
import { runs } from './schema.ts';

/** Runs that others are measured by. */
const LATEST = 20;

/** What of a history item tells how large its run was, and how long it took; those from before that was kept tell nothing. */
const measured = z.object({
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  fileSize: z.number(),
  entities: z.array(z.object({ bytes: z.number() })),
});

/** The latest finished runs of a type that exported something. Reads as many rows. */
export async function pastRuns(d1: D1Database, ccid: string, type: JobType): Promise<readonly PastRun[]> {
  const finished = and(eq(runs.ccid, ccid), eq(runs.type, type), eq(runs.status, 'FINISHED'));
  const rows = await drizzle(d1)
    .select({ view: runs.view })
    .from(runs)
    .where(finished)
    .orderBy(desc(runs.id))
    .limit(LATEST);
  return rows.flatMap(({ view }) => {
    const { success, data } = measured.safeParse(JSON.parse(view));
    if (!success) return [];
    const bytes = data.entities.reduce((sum, entity) => sum + entity.bytes, 0);
    const seconds = (Date.parse(data.finishedAt) - Date.parse(data.startedAt)) / 1_000;
    return bytes > 0 ? [{ bytes, sealedBytes: data.fileSize, seconds }] : [];
  });
}
