import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { SOURCES } from '../../model/export-type.ts';
import { STATUS_LABELS } from '../../model/status.ts';
import { DATA_TYPES } from '../../model/records.ts';
import { selfLabelled, valuesLike } from './filters.ts';
import { runCounts } from '../schema-lists.ts';

/** Runs of one type and status, of which the contact center has some. */
export interface RunKind {
  readonly type: string;
  readonly status: string;
  readonly runs: number;
}

/** The kinds of runs that pass filters of `jobId`, `type`, `status` and `source`; `all` when every run does. */
export async function matchingKinds(
  db: D1Database,
  ccid: string,
  filter: {
    readonly jobId?: number | undefined;
    readonly type?: string | undefined;
    readonly status?: string | undefined;
    readonly source?: string | undefined;
  },
): Promise<{ readonly kinds: readonly RunKind[]; readonly all: boolean }> {
  // At most one row for each type, status and source: 16.
  const rows = await drizzle(db)
    .select()
    .from(runCounts)
    .where(and(eq(runCounts.ccid, ccid), eq(runCounts.jobId, filter.jobId ?? 0)));
  const types = valuesLike(selfLabelled(DATA_TYPES), filter.type);
  const statuses = valuesLike(STATUS_LABELS, filter.status);
  const sources = valuesLike(SOURCES, filter.source);
  const kinds = rows.filter(
    (row) =>
      (types?.includes(row.type) ?? true) &&
      (statuses?.includes(row.status) ?? true) &&
      (sources?.includes(row.source) ?? true),
  );
  return { kinds, all: kinds.length === rows.length };
}
