import { and, eq, gt, gte, lt, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { SOURCES } from '../model/export-type.ts';
import { DATA_TYPES } from '../model/records.ts';
import { contains, oneOf, selfLabelled } from './lists/filters.ts';
import {
  behind,
  keysetPages,
  orderBy,
  type Listing,
  type PageRequest,
  type PageWindow,
  type Position,
} from './lists/pages.ts';
import { artifacts } from './schema.ts';
import { isSelectable, listSelected } from './lists/selected-pages.ts';

/** What a list of files can be ordered by (semantics.md, "Lists"). `historyId` comes first: the newest run's files. */
export const ARTIFACT_ORDERS = {
  historyId: sql`${artifacts.historyId}`,
  name: sql`${artifacts.name}`,
  fileName: sql`${artifacts.name}`,
  jobTitle: sql`${artifacts.jobTitleFolded}`,
  type: sql`${artifacts.type}`,
  source: sql`${artifacts.source}`,
  size: sql`${artifacts.size}`,
  uploadDate: sql`${artifacts.uploadedAt}`,
  expiryDate: sql`${artifacts.expiresAt}`,
  jobId: sql`${artifacts.jobId}`,
} as const satisfies Record<string, SQL>;
export type ArtifactOrder = keyof typeof ARTIFACT_ORDERS;

/** Filters of a list of files; ids are exact, dates are upload dates [from, to), the rest "contains" without case. */
export interface ArtifactFilter {
  readonly historyId?: number | undefined;
  readonly jobId?: number | undefined;
  readonly name?: string | undefined;
  readonly jobTitle?: string | undefined;
  readonly type?: string | undefined;
  readonly source?: string | undefined;
  readonly uploadedFrom?: Instant | undefined;
  readonly uploadedTo?: Instant | undefined;
}

export type Artifact = typeof artifacts.$inferSelect;
/** A row of a list: its place in the order, and the artifact. */
export interface ArtifactRow {
  readonly key: string | number;
  readonly tie: string;
  readonly artifact: Artifact;
}

/** Artifacts of one page at most: less than 2 MB. */
const PAGE_ROWS = 1_000;

/** The contact center's artifacts that match and have not expired at `now`. A page holds less than 2 MB. */
export async function listArtifacts(
  db: D1Database,
  ccid: string,
  query: { filter: ArtifactFilter; page: PageRequest<ArtifactOrder>; now: Instant },
): Promise<Listing<ArtifactRow>> {
  const { filter, page } = query;
  const where = and(available(ccid, query.now), ...conditions(filter));
  const read = (window: PageWindow): Promise<ArtifactRow[]> => readPage(db, { where, page, window });
  if (page.after === undefined && isSelectable(page)) {
    const ordering = { key: ARTIFACT_ORDERS[page.order], tie: artifacts.name, descending: page.descending };
    const fetch = (positions: readonly Position[]) => artifactsAt(db, ccid, { positions, now: query.now });
    const candidates = { from: sql`${artifacts}`, where, ordering };
    return listSelected(db, { candidates, page, fetch, fetched: PAGE_ROWS, beyond: read });
  }
  const count = page.after === undefined ? await countArtifacts(db, where) : null;
  return { count, pages: keysetPages(page, read) };
}

async function countArtifacts(db: D1Database, where: SQL | undefined): Promise<number> {
  const counted = await drizzle(db)
    .select({ count: sql<number>`count(*)` })
    .from(artifacts)
    .where(where)
    .get();
  return counted?.count ?? 0;
}

function conditions(filter: ArtifactFilter): readonly (SQL | undefined)[] {
  return [
    filter.historyId === undefined ? undefined : eq(artifacts.historyId, filter.historyId),
    filter.jobId === undefined ? undefined : eq(artifacts.jobId, filter.jobId),
    // The service makes the names itself, in ASCII: SQLite's lower() folds them whole.
    contains(sql`lower(${artifacts.name})`, filter.name),
    contains(artifacts.jobTitleFolded, filter.jobTitle),
    oneOf(artifacts.type, selfLabelled(DATA_TYPES), filter.type),
    oneOf(artifacts.source, SOURCES, filter.source),
    filter.uploadedFrom === undefined ? undefined : gte(artifacts.uploadedAt, filter.uploadedFrom),
    filter.uploadedTo === undefined ? undefined : lt(artifacts.uploadedAt, filter.uploadedTo),
  ];
}

function readPage(
  db: D1Database,
  query: { where: SQL | undefined; page: PageRequest<ArtifactOrder>; window: PageWindow },
): Promise<ArtifactRow[]> {
  const { page, window } = query;
  const key = ARTIFACT_ORDERS[page.order];
  const ordering = { key, tie: artifacts.name, descending: page.descending };
  return drizzle(db)
    .select({ key: sql<string | number>`${key}`, tie: artifacts.name, artifact: artifacts })
    .from(artifacts)
    .where(and(query.where, behind(ordering, window.after)))
    .orderBy(orderBy(ordering))
    .limit(window.limit)
    .offset(window.offset);
}

/** The artifacts that were found before, in their order. */
async function artifactsAt(
  db: D1Database,
  ccid: string,
  { positions, now }: { positions: readonly Position[]; now: Instant },
): Promise<readonly ArtifactRow[]> {
  const found = await findArtifacts(db, ccid, { names: positions.map(({ tie }) => String(tie)), now });
  const byName = new Map(found.map((artifact) => [artifact.name, artifact]));
  return positions.flatMap(({ key, tie }) => {
    const artifact = byName.get(String(tie));
    return artifact ? [{ key, tie: artifact.name, artifact }] : [];
  });
}

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

const available = (ccid: string, now: Instant): SQL | undefined =>
  and(eq(artifacts.ccid, ccid), gt(artifacts.expiresAt, now));
