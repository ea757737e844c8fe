import { drizzle } from 'drizzle-orm/d1';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { fold } from '../model/fold.ts';
import type { Instant } from '../model/instant.ts';
import type { JobView, RunView } from '../model/api/job-info.ts';
import type { Status } from '../model/status.ts';
import type { Occurrence } from '../model/webhook.ts';
import { outboxOf } from './outbox.ts';
import { removed } from './schema-lists.ts';
import { artifacts, jobs, runs } from './schema.ts';

/** A job and its runs as their Durable Object sees them now. `version` grows with every change. */
export interface Projection {
  readonly ccid: string;
  readonly version: number;
  readonly job: JobView;
  readonly jobStatus: Status;
  readonly createdAt: Instant;
  readonly startedAt: Instant | null;
  readonly nextStartsAt: Instant | null;
  /** True when the job was deleted: its rows go, whatever else stands here. */
  readonly deleted: boolean;
  readonly runs: readonly ProjectedRun[];
  readonly removedRuns: readonly number[];
  /** What webhooks are to be told of. */
  readonly told?: readonly Occurrence[];
  /** When this was said. */
  readonly at: Instant;
}

export interface ProjectedRun {
  readonly view: RunView;
  readonly status: Status;
  readonly createdAt: Instant;
  readonly startedAt: Instant | null;
  readonly artifacts: readonly ProjectedArtifact[];
}

export interface ProjectedArtifact {
  readonly name: string;
  readonly key: string;
  readonly volume: number;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedAt: Instant;
  readonly expiresAt: Instant;
}

/** Artifacts travel as one bound JSON value, about 400 bytes each, of at most 2 MB. */
const ARTIFACTS_A_STATEMENT = 2_500;

/**
 * Writes what lists and filters need in one transaction. A projection older than the row changes nothing, so it may be
 * repeated and may arrive late; what was deleted since stays deleted; and a row of another contact center, or a history
 * item of another job, is never touched, whatever id a D1 that was set back has led to.
 */
export async function project(d1: D1Database, projection: Projection): Promise<void> {
  const db = drizzle(d1);
  const { ccid } = projection;
  const ids = projection.removedRuns;
  await db.batch([
    projection.deleted ? deleteJob(db, projection) : upsertJob(db, projection),
    db.delete(runs).where(and(eq(runs.ccid, ccid), inIds(runs.id, ids))),
    db.delete(artifacts).where(and(eq(artifacts.ccid, ccid), inIds(artifacts.historyId, ids))),
    remember(db, projection),
    ...projection.runs.flatMap((run) => [
      upsertRun(db, projection, run),
      deleteArtifacts(db, projection, run),
      ...chunks(run.artifacts, ARTIFACTS_A_STATEMENT).map((rows) =>
        insertArtifacts(db, { projection, run, rows }),
      ),
    ]),
    ...forgetRemoved(db, projection),
    ...tell(db, projection),
  ]);
}

/** Writes down what was deleted, so that a projection that comes late does not bring it back. */
function remember(db: Database, { job, deleted, removedRuns, at }: Projection) {
  const ids = JSON.stringify(deleted ? [job.id, ...removedRuns] : removedRuns);
  return db
    .insert(removed)
    .select(sql`SELECT value, ${at} FROM json_each(${ids}) WHERE true`)
    .onConflictDoNothing();
}

/** Takes away again what this projection may have brought back. It reads no row but those of `removed`. */
function forgetRemoved(db: Database, { ccid, job, deleted, runs: told }: Projection) {
  const ids = JSON.stringify(told.map(({ view }) => view.id));
  const gone = sql`(SELECT ${removed.id} FROM json_each(${ids}) CROSS JOIN ${removed} ON ${removed.id} = value)`;
  const jobIsGone = sql`EXISTS (SELECT 1 FROM ${removed} WHERE ${removed.id} = ${job.id})`;
  return [
    ...(deleted ? [] : [db.delete(jobs).where(and(jobIsGone, eq(jobs.ccid, ccid), eq(jobs.id, job.id)))]),
    ...(told.length === 0
      ? []
      : [
          db.delete(runs).where(and(eq(runs.ccid, ccid), sql`${runs.id} IN ${gone}`)),
          db.delete(artifacts).where(and(eq(artifacts.ccid, ccid), sql`${artifacts.historyId} IN ${gone}`)),
        ]),
  ];
}

/** What happened, for the webhooks that hear of it: in the transaction that shows it, and once, however often it is projected. */
const tell = (db: Database, { ccid, job, told = [], at }: Projection) =>
  told.length === 0 ? [] : [outboxOf(db, ccid, { jobId: job.id, told, now: at })];

type Database = ReturnType<typeof drizzle>;

/** Ids as one bound value, however many there are. */
const inIds = (column: SQLiteColumn, ids: readonly number[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

const deleteJob = (db: Database, { ccid, job }: Projection) =>
  db.delete(jobs).where(and(eq(jobs.ccid, ccid), eq(jobs.id, job.id)));

/** Artifacts that a run no longer has. */
function deleteArtifacts(db: Database, { ccid }: Projection, run: ProjectedRun) {
  const names = JSON.stringify(run.artifacts.map(({ name }) => name));
  const ofRun = and(eq(artifacts.ccid, ccid), eq(artifacts.historyId, run.view.id));
  return db
    .delete(artifacts)
    .where(and(ofRun, sql`${artifacts.name} NOT IN (SELECT value FROM json_each(${names}))`));
}

/** Only an older row of the same contact center is replaced, and of a run only one of the same job. */
const newer = (table: typeof jobs | typeof runs): SQL =>
  sql`${table.version} < excluded.version AND ${table.ccid} = excluded.ccid`;

function upsertJob(db: Database, { ccid, version, job, ...facts }: Projection) {
  const row = {
    version,
    type: job.type,
    exportType: job.exportType,
    source: job.source,
    title: job.title,
    titleFolded: fold(job.title),
    scheduleType: job.scheduleType,
    suspended: job.suspended,
    status: facts.jobStatus,
    fileName: job.fileName,
    fileNameFolded: fold(job.fileName),
    fileSize: job.fileSize,
    progress: job.progress,
    startedAt: facts.startedAt,
    nextStartsAt: facts.nextStartsAt,
    view: JSON.stringify(job),
  };
  return db
    .insert(jobs)
    .values({ id: job.id, ccid, createdAt: facts.createdAt, ...row })
    .onConflictDoUpdate({ target: jobs.id, set: row, setWhere: newer(jobs) });
}

function upsertRun(db: Database, { ccid, version }: Projection, run: ProjectedRun) {
  const { view } = run;
  const row = {
    version,
    status: run.status,
    fileName: view.fileName,
    fileNameFolded: fold(view.fileName),
    fileSize: view.fileSize,
    progress: view.progress,
    startedAt: run.startedAt,
    view: JSON.stringify(view),
  };
  const fixed = { type: view.type, source: view.source, title: view.title, titleFolded: fold(view.title) };
  return db
    .insert(runs)
    .values({ id: view.id, ccid, jobId: view.parentId, createdAt: run.createdAt, ...fixed, ...row })
    .onConflictDoUpdate({
      target: runs.id,
      set: row,
      setWhere: sql`${newer(runs)} AND ${runs.jobId} = excluded.job_id`,
    });
}

function insertArtifacts(
  db: Database,
  {
    projection,
    run,
    rows,
  }: { projection: Projection; run: ProjectedRun; rows: readonly ProjectedArtifact[] },
) {
  const { view } = run;
  const { ccid } = projection;
  const field = (name: keyof ProjectedArtifact) => sql`value ->> ${sql.raw(`'${name}'`)}`;
  // Columns in the order of the table: Drizzle's INSERT … SELECT names them so.
  return db
    .insert(artifacts)
    .select(
      sql`SELECT ${field('name')}, ${ccid}, ${field('key')}, ${view.parentId}, ${view.id}, ${view.title},
        ${fold(view.title)}, ${view.type}, ${view.source}, ${field('volume')}, ${field('size')},
        ${field('sha256')}, ${field('uploadedAt')}, ${field('expiresAt')},
        ${JSON.stringify(view.certificates ?? [])}
        FROM json_each(${JSON.stringify(rows)}) WHERE true`,
    )
    .onConflictDoNothing();
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
