import { z } from 'zod';
import type { Kind } from '../../../src/model/records.ts';
import type { BoundPair } from './batch.ts';
import { KIND_RULES, kindCode } from '../../../src/records/kinds.ts';

/** What a batch did: records by outcome. `waiting` are those of the batch that have no owner. */
interface BatchOutcome {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly waiting: number;
  /** The texts in R2 that ids of the batch had before it. */
  readonly held: readonly HeldText[];
}

/** A record's text in R2. */
export interface HeldText {
  readonly id: string;
  /** The object's key. */
  readonly object: string;
  readonly sha256: string;
}

/** Rows of `change_numbers` are made by this before the first batch; one statement. */
export async function openChangeNumbers(db: D1Database, ccid: string): Promise<void> {
  await db
    .prepare('INSERT INTO change_numbers (ccid, value) VALUES (?1, 0) ON CONFLICT (ccid) DO NOTHING')
    .bind(ccid)
    .run();
}

/** A center, a kind, and the rows of a batch that is not empty. */
interface Upsert {
  readonly ccid: string;
  readonly kind: Kind;
  readonly rows: number;
  readonly pairs: readonly BoundPair[];
}

/** One row, or one for each text in R2 that the batch's ids have. */
const before = z.array(
  z.object({
    base: z.number(),
    existing: z.number(),
    waiting: z.number(),
    id: z.string().nullable(),
    object: z.string().nullable(),
    sha256: z.string().nullable(),
  }),
);
const after = z.object({ value: z.number() });

/**
 * Writes a batch by (ccid, kind, id) in one transaction, with the change numbers of what is new or has another text,
 * the places of members, and (by triggers) the counters. D1 runs transactions one after the other, so that imports of
 * one contact center at the same time do not mix.
 */
export async function upsert(db: D1Database, { ccid, kind, rows, pairs }: Upsert): Promise<BatchOutcome> {
  const rule = KIND_RULES[kind];
  const owns = rule.role === 'owner';
  const other = kindCode(owns ? rule.members : rule.owners);
  const keys = [ccid, kindCode(kind), other];
  const rowValues = pairs.map((pair) => pair.rows);
  const rowsAndTexts = pairs.flatMap((pair) => [pair.rows, pair.texts]);
  const sql = owns ? ownerStatements(pairs.length) : memberStatements(pairs.length);

  const results = await db.batch([
    db.prepare(sql.before).bind(...keys, ...rowValues),
    db.prepare(sql.write).bind(...keys, ...rowsAndTexts),
    ...(owns
      ? [
          db.prepare(sql.number).bind(...keys, ...rowValues),
          db.prepare(placeMembers(pairs.length)).bind(...keys, ...rowValues),
        ]
      : [db.prepare(sql.number).bind(ccid)]),
  ]);
  const found = before.parse(results[0]?.results);
  const was = found[0];
  if (!was) throw new Error('the contact center has no row of change numbers');
  const now = after.parse(results[2]?.results[0]);
  // Every record that was inserted or updated took one number, and so did every member whose owner came.
  const changed = now.value - was.base - (owns ? was.waiting : 0);
  const inserted = rows - was.existing;
  if (changed < inserted || changed > rows)
    throw new Error(`D1 counted ${changed} changes in a batch of ${rows} records, ${inserted} of them new`);
  return {
    inserted,
    updated: changed - inserted,
    unchanged: rows - changed,
    waiting: owns ? 0 : was.waiting,
    held: found.flatMap(({ id, object, sha256 }) =>
      id === null || object === null || sha256 === null ? [] : { id, object, sha256 },
    ),
  };
}

/*
 * In all statements ?1 is the contact center, ?2 the kind, ?3 the kind of its members or owners; rows start at ?4.
 * CROSS JOIN keeps SQLite to the order written (the rows of the batch outside, one lookup inside for each) and INDEXED BY to
 * the index meant: left alone it looks for waiting members in records_page, through all members once a row.
 */

/** `incoming` without texts: ids and owners' ids, one bound value a pair. */
const incomingIds = (pairs: number): string =>
  `incoming(id, owner) AS (${Array.from(
    { length: pairs },
    (_, pair) => `SELECT value ->> 0, value ->> 1 FROM json_each(?${4 + pair})`,
  ).join(' UNION ALL ')})`;

/**
 * `incoming` with texts: two bound values a pair. The texts of a pair travel as one value, because a text inside JSON
 * would have to be escaped and parsed again; they are cut by bytes, so that each arrives exactly as it came. SQLite
 * casts the value once a statement, not once a row. A text that lies in R2 is not among them.
 */
const incomingTexts = (pairs: number): string =>
  `incoming(id, owner, entity, media, date, size, text, object, sha256) AS (${Array.from(
    { length: pairs },
    (_, pair) => {
      const cut = `substr(CAST(?${5 + 2 * pair} AS BLOB), value ->> 5, value ->> 6)`;
      return (
        `SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 6, ` +
        `CASE WHEN value ->> 7 IS NULL THEN CAST(${cut} AS TEXT) ELSE '' END, value ->> 7, value ->> 8 FROM json_each(?${4 + 2 * pair})`
      );
    },
  ).join(' UNION ALL ')})`;

const lastChange = '(SELECT value FROM change_numbers WHERE ccid = ?1)';
const existing = `(SELECT count(*) FROM incoming AS i CROSS JOIN records AS r INDEXED BY records_key
  ON r.ccid = ?1 AND r.kind = ?2 AND r.id = i.id)`;
const waitingMembers = `(SELECT count(*) FROM incoming AS i CROSS JOIN records AS m INDEXED BY records_owner
  ON m.ccid = ?1 AND m.kind = ?3 AND m.owner = i.id WHERE m.date IS NULL)`;
const withoutOwner = `(SELECT count(*) FROM incoming AS i WHERE NOT EXISTS (
  SELECT 1 FROM records AS o INDEXED BY records_key WHERE o.ccid = ?1 AND o.kind = ?3 AND o.id = i.owner))`;

/** The center's last change number, once with each text in R2 that ids of the batch have, and once where none has. */
const fromHeld = `FROM change_numbers LEFT JOIN (
    SELECT r.id, r.object, r.sha256 FROM incoming AS i CROSS JOIN records AS r INDEXED BY records_key
      ON r.ccid = ?1 AND r.kind = ?2 AND r.id = i.id WHERE r.object IS NOT NULL) AS held
  WHERE ccid = ?1`;

/** New and changed rows only, so that `changes()` afterwards is their number and each has its own change number. */
const write = (pairs: number, place: string, owner: string): string =>
  `WITH ${incomingTexts(pairs)}
  INSERT INTO records (ccid, kind, id, owner, entity, media, date, change, size, text, object, sha256)
  SELECT ?1, ?2, i.id, i.owner, ${place}, ${lastChange} + row_number() OVER (), i.size, i.text, i.object, i.sha256
  FROM incoming AS i LEFT JOIN records AS r INDEXED BY records_key ON r.ccid = ?1 AND r.kind = ?2 AND r.id = i.id ${owner}
  WHERE r.n IS NULL OR r.text <> i.text OR (i.sha256 IS NOT NULL AND r.sha256 IS NOT i.sha256)
  ON CONFLICT (ccid, kind, id) DO UPDATE SET owner = excluded.owner, entity = excluded.entity,
    media = excluded.media, date = excluded.date, change = excluded.change, size = excluded.size, text = excluded.text,
    object = excluded.object, sha256 = excluded.sha256`;

const ownerStatements = (pairs: number) => ({
  before: `WITH ${incomingIds(pairs)}
    SELECT value AS base, ${existing} AS existing, ${waitingMembers} AS waiting, held.* ${fromHeld}`,
  // ?3 has to appear in every statement that binds it.
  write: write(pairs, 'i.entity, i.media, i.date', 'AND ?3 IS NOT NULL'),
  number: `WITH ${incomingIds(pairs)}
    UPDATE change_numbers SET value = value + changes() + ${waitingMembers}
    WHERE ccid = ?1 AND ?2 IS NOT NULL RETURNING value`,
});

const memberStatements = (pairs: number) => ({
  before: `WITH ${incomingIds(pairs)}
    SELECT value AS base, ${existing} AS existing, ${withoutOwner} AS waiting, held.* ${fromHeld}`,
  write: write(
    pairs,
    'o.entity, o.media, o.date',
    'LEFT JOIN records AS o INDEXED BY records_key ON o.ccid = ?1 AND o.kind = ?3 AND o.id = i.owner',
  ),
  number: 'UPDATE change_numbers SET value = value + changes() WHERE ccid = ?1 RETURNING value',
});

/**
 * Brings the members of the batch's owners to their owners' place. Those that waited take the last change numbers
 * given, which `number` has counted; those that only move keep theirs, because their text did not change.
 */
const placeMembers = (pairs: number): string =>
  `WITH ${incomingIds(pairs)}, moved AS MATERIALIZED (
    SELECT m.n, o.entity, o.media, o.date, CASE WHEN m.date IS NOT NULL THEN m.change
      ELSE ${lastChange} + 1 - row_number() OVER (PARTITION BY m.date IS NULL ORDER BY m.n DESC) END AS change
    FROM incoming AS i
    CROSS JOIN records AS o INDEXED BY records_key ON o.ccid = ?1 AND o.kind = ?2 AND o.id = i.id
    CROSS JOIN records AS m INDEXED BY records_owner ON m.ccid = ?1 AND m.kind = ?3 AND m.owner = i.id
    WHERE m.date IS NOT o.date OR m.media IS NOT o.media OR m.entity IS NOT o.entity)
  UPDATE records SET entity = moved.entity, media = moved.media, date = moved.date, change = moved.change
  FROM moved WHERE records.n = moved.n`;
