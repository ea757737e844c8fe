import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { SealedFor } from '../model/api/job-info.ts';

/**
 * D1's tables of jobs, runs, artifacts and records; others in schema-access.ts, schema-sessions.ts and schema-lists.ts. Instants are
 * integers (milliseconds, UTC). README, "What is stored where", tells lifetimes.
 */

/** The recipients of a contact center's exports: five at most, of which one is the primary one. */
export const certificates = sqliteTable(
  'certificates',
  {
    ccid: text().notNull(),
    fingerprint: text().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    der: blob({ mode: 'buffer' }).notNull(),
    subject: text().notNull(),
    notBefore: integer('not_before').notNull(),
    notAfter: integer('not_after').notNull(),
    uploadedAt: integer('uploaded_at').notNull(),
    isPrimary: integer('is_primary', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ccid, table.fingerprint] }),
    uniqueIndex('certificates_primary')
      .on(table.ccid)
      .where(sql`is_primary = 1`),
  ],
);

/** One growing sequence for job ids and history ids. */
export const sequences = sqliteTable('sequences', {
  name: text().primaryKey(),
  value: integer().notNull(),
});

/** Projection of each job, written only by its Durable Object; `version` refuses what arrives late. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: integer().primaryKey(),
    ccid: text().notNull(),
    version: integer().notNull(),
    type: text().notNull(),
    exportType: text('export_type').notNull(),
    source: text().notNull(),
    title: text().notNull(),
    titleFolded: text('title_folded').notNull(),
    scheduleType: text('schedule_type').notNull(),
    suspended: integer({ mode: 'boolean' }).notNull(),
    status: text().notNull(),
    fileName: text('file_name').notNull(),
    fileNameFolded: text('file_name_folded').notNull(),
    fileSize: integer('file_size').notNull(),
    progress: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    startedAt: integer('started_at'),
    nextStartsAt: integer('next_starts_at'),
    /** The answer to the client, as JSON (`JobView` of src/model/api/job-info.ts). */
    view: text().notNull(),
  },
  (table) => [
    index('jobs_narrow').on(
      table.ccid,
      table.id,
      table.type,
      table.source,
      table.scheduleType,
      table.suspended,
      table.status,
      table.createdAt,
      table.startedAt,
      table.fileSize,
      table.titleFolded,
      table.fileNameFolded,
    ),
    index('jobs_due').on(table.nextStartsAt),
    index('jobs_next')
      .on(table.ccid, table.nextStartsAt, table.id)
      .where(sql`next_starts_at IS NOT NULL`),
    index('jobs_active')
      .on(table.id)
      .where(sql`status IN ('QUEUED', 'IN_PROGRESS')`),
    index('jobs_failed')
      .on(table.id)
      .where(sql`status = 'FAILED'`),
    index('jobs_delivering')
      .on(table.id, table.ccid)
      .where(sql`view ->> '$.destination.bucket' IS NOT NULL`),
  ],
);

/** Projection of each run: the API's history items. */
export const runs = sqliteTable(
  'runs',
  {
    id: integer().primaryKey(),
    ccid: text().notNull(),
    jobId: integer('job_id').notNull(),
    version: integer().notNull(),
    type: text().notNull(),
    source: text().notNull(),
    title: text().notNull(),
    titleFolded: text('title_folded').notNull(),
    status: text().notNull(),
    fileName: text('file_name').notNull(),
    fileNameFolded: text('file_name_folded').notNull(),
    fileSize: integer('file_size').notNull(),
    progress: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    startedAt: integer('started_at'),
    /** The answer to the client, as JSON (`RunView` of src/model/api/job-info.ts). */
    view: text().notNull(),
  },
  (table) => [
    index('runs_narrow').on(
      table.ccid,
      table.id,
      table.jobId,
      table.type,
      table.status,
      table.source,
      table.createdAt,
      table.startedAt,
      table.fileSize,
      table.titleFolded,
      table.fileNameFolded,
    ),
    index('runs_by_created').on(table.ccid, table.createdAt, table.id),
    index('runs_by_kind').on(table.ccid, table.type, table.status, table.id),
    index('runs_by_kind_created').on(table.ccid, table.type, table.status, table.createdAt, table.id),
    index('runs_by_job').on(table.ccid, table.jobId, table.id),
    index('runs_by_job_created').on(table.ccid, table.jobId, table.createdAt, table.id),
    index('runs_by_job_kind').on(table.ccid, table.jobId, table.type, table.status, table.id),
    index('runs_by_job_kind_created').on(
      table.ccid,
      table.jobId,
      table.type,
      table.status,
      table.createdAt,
      table.id,
    ),
    index('runs_delivering')
      .on(table.jobId, table.ccid)
      .where(sql`view ->> '$.delivery.state' IN ('waiting', 'delivering')`),
  ],
);

/** Sealed volumes of finished runs. */
export const artifacts = sqliteTable(
  'artifacts',
  {
    name: text().notNull(),
    ccid: text().notNull(),
    /** The object's key in R2. */
    key: text().notNull(),
    jobId: integer('job_id').notNull(),
    historyId: integer('history_id').notNull(),
    jobTitle: text('job_title').notNull(),
    jobTitleFolded: text('job_title_folded').notNull(),
    type: text().notNull(),
    source: text().notNull(),
    /** Position in the run's set of volumes, from 1. */
    volume: integer().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    uploadedAt: integer('uploaded_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** Whom it is sealed for (`SealedFor` of src/model/api/job-info.ts); empty of files from before this was kept. */
    certificates: text({ mode: 'json' }).notNull().default([]).$type<readonly SealedFor[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.ccid, table.name] }),
    index('artifacts_by_run').on(table.ccid, table.historyId, table.volume),
    index('artifacts_by_job').on(table.ccid, table.jobId, table.historyId, table.volume),
    index('artifacts_expiry').on(table.expiresAt),
    index('artifacts_expiring').on(table.ccid, table.expiresAt),
    index('artifacts_key').on(table.key),
  ],
);

/** Contact centers that have had records. */
export const recordCenterRows = sqliteTable('record_centers', { ccid: text().primaryKey() });

/** Where the hourly sweep for orphaned objects stopped, by prefix of R2. */
export const sweeps = sqliteTable('sweeps', {
  prefix: text().primaryKey(),
  until: text().notNull(),
});

/** One row: where everything of this deployment lies, as its first start noted it. */
export const deployment = sqliteTable('deployment', {
  id: integer().primaryKey(),
  jurisdiction: text().notNull(),
});
