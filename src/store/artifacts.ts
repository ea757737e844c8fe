import { and, eq, gte, lt, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { SOURCES } from '../model/export-type.ts';
import { contains, exactly, oneOf, ofType, type TypeFilter } from './lists/filters.ts';
import { listInAnyOrder } from './lists/in-any-order.ts';
import type { List, ListRequest } from './lists/list.ts';
import { among, inOrder, selectRows, type SelectedRow } from './lists/select-rows.ts';
import { artifacts } from './schema.ts';

/** What a list of files can be ordered by. `historyId` comes first: the newest run's files. */
export const ARTIFACT_ORDERS = {
  historyId: artifacts.historyId,
  name: artifacts.name,
  fileName: artifacts.name,
  jobTitle: artifacts.jobTitleFolded,
  type: artifacts.type,
  source: artifacts.source,
  size: artifacts.size,
  uploadDate: artifacts.uploadedAt,
  expiryDate: artifacts.expiresAt,
  jobId: artifacts.jobId,
} as const satisfies Record<string, SQLWrapper>;
export type ArtifactOrder = keyof typeof ARTIFACT_ORDERS;

/** Filters of a list of files; ids are exact, dates are upload dates [from, to), the rest "contains" without case. */
export interface ArtifactFilter extends TypeFilter {
  readonly historyId?: number | undefined;
  readonly jobId?: number | undefined;
  readonly name?: string | undefined;
  readonly jobTitle?: string | undefined;
  readonly source?: string | undefined;
  readonly uploadedFrom?: Instant | undefined;
  readonly uploadedTo?: Instant | undefined;
}

export type Artifact = typeof artifacts.$inferSelect;

/** The contact center's artifacts that match and have not expired at `now`. A page holds less than 2 MB. */
export function listArtifacts(
  db: D1Database,
  ccid: string,
  query: { filter: ArtifactFilter; request: ListRequest<ArtifactOrder>; now: Instant },
): Promise<List<{ readonly artifact: Artifact }>> {
  const { filter, request, now } = query;
  const where = and(available(ccid, now), ...conditions(filter));
  const ordering = {
    key: ARTIFACT_ORDERS[request.order],
    tie: artifacts.name,
    descending: request.descending,
  };
  return listInAnyOrder(db, request, {
    scan: { from: sql`${artifacts}`, where, ...ordering },
    count: null,
    fetch: async (names) => {
      const found = await findArtifacts(db, ccid, { names: names.map(String), now });
      return found.map((artifact) => ({ tie: artifact.name, artifact }));
    },
  });
}

/** A filter, and where files were picked one by one the names of these. */
export type ArtifactSelection = ArtifactFilter & { readonly names?: readonly string[] | undefined };

/** Names of at most `limit` artifacts that match and have not expired at `now`, the newest run's first. */
export const selectArtifacts = (
  db: D1Database,
  ccid: string,
  { filter, limit, now }: { filter: ArtifactSelection; limit: number; now: Instant },
): Promise<readonly (number | string)[]> => {
  const where = and(available(ccid, now), ...conditions(filter), among(artifacts.name, filter.names));
  const newest = { key: artifacts.historyId, tie: artifacts.name, descending: true };
  return selectRows(db, { from: sql`${artifacts}`, where, ...newest }, limit);
};

/** The titles of the jobs that these artifacts are of. */
export const artifactTitles = async (
  db: D1Database,
  ccid: string,
  names: readonly (number | string)[],
): Promise<readonly SelectedRow[]> =>
  inOrder(
    names,
    await drizzle(db)
      .select({ id: artifacts.name, title: artifacts.jobTitle })
      .from(artifacts)
      .where(and(eq(artifacts.ccid, ccid), among(artifacts.name, names))),
  );

const conditions = (filter: ArtifactFilter): (SQL | undefined)[] => [
  exactly(artifacts.historyId, filter.historyId),
  exactly(artifacts.jobId, filter.jobId),
  // The service makes the names itself, in ASCII: SQLite's lower() folds them whole.
  contains(sql`lower(${artifacts.name})`, filter.name),
  contains(artifacts.jobTitleFolded, filter.jobTitle),
  ofType(artifacts.type, filter),
  oneOf(artifacts.source, SOURCES, filter.source),
  filter.uploadedFrom === undefined ? undefined : gte(artifacts.uploadedAt, filter.uploadedFrom),
  filter.uploadedTo === undefined ? undefined : lt(artifacts.uploadedAt, filter.uploadedTo),
];

/** The artifacts of these names that the contact center has and that have not expired at `now`, in no order. */
export function findArtifacts(
  db: D1Database,
  ccid: string,
  { names, now }: { names: readonly string[]; now: Instant },
): Promise<Artifact[]> {
  // One bound value for all of them: D1 takes 100.
  const wanted = sql`${artifacts.name} IN (SELECT value FROM json_each(${JSON.stringify(names)}))`;
  return drizzle(db)
    .select()
    .from(artifacts)
    .where(and(available(ccid, now), wanted));
}

/** One artifact by name, or null when the contact center has none of this name or it has expired at `now`. */
export async function findArtifact(
  db: D1Database,
  ccid: string,
  { name, now }: { name: string; now: Instant },
): Promise<Artifact | null> {
  const row = await drizzle(db)
    .select()
    .from(artifacts)
    .where(and(available(ccid, now), eq(artifacts.name, name)))
    .get();
  return row ?? null;
}

/** Not by the index of what expires: nearly every file is yet to, and would be read twice. */
const available = (ccid: string, now: Instant): SQL | undefined =>
  and(eq(artifacts.ccid, ccid), sql`+${artifacts.expiresAt} > ${now}`);
