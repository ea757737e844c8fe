import { inArray, lte, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { DAY_MS, type Instant } from '../model/instant.ts';
import { brakes, knownPlaces } from './schema-sessions.ts';

/** A brake as one try meets it. */
export interface Brake {
  readonly key: string;
  /** Whether a right try forgives the wrong ones before it. */
  readonly forgiving: boolean;
  /** Wrong tries in a row that cost nothing. */
  readonly free: number;
  /** Tries that may be judged at a time; one, once there are pauses. A burst of guesses gets no further. */
  readonly together: number;
  /** The longest pause, milliseconds. */
  readonly longest: number;
}

/** A try that was never closed holds no place longer: its invocation has died. */
const OPEN_MS = 10_000;
/** Wrong tries are forgotten when there was none for so long. */
const FORGOTTEN_MS = DAY_MS;
/** 2^10 s are more than the longest pause. */
const DOUBLINGS = 10;

/** The pause after wrong tries, milliseconds: none while they are free, then 1, 2, 4 … s. */
const pauseOf = ({ free, longest }: Brake) =>
  sql<number>`CASE WHEN ${brakes.wrong} < ${free} THEN 0
    ELSE min(1000 << min(${brakes.wrong} - ${free}, ${DOUBLINGS}), ${longest}) END`;

/**
 * Takes a place at each brake, before anything slow is done; answers the keys that let the try in. One statement each decides and
 * counts, so that guesses at the same moment do not pass by each other.
 */
export async function takePlaces(
  db: D1Database,
  tried: readonly Brake[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const d1 = drizzle(db);
  const stale = sql`${brakes.triedAt} <= ${now - OPEN_MS}`;
  const statements = tried.map((brake) =>
    d1
      .insert(brakes)
      .values({ key: brake.key, wrong: 0, open: 1, failedAt: 0, triedAt: now })
      .onConflictDoUpdate({
        target: brakes.key,
        set: {
          wrong: sql`CASE WHEN ${brakes.failedAt} <= ${now - FORGOTTEN_MS} THEN 0 ELSE ${brakes.wrong} END`,
          open: sql`CASE WHEN ${stale} THEN 1 ELSE ${brakes.open} + 1 END`,
          triedAt: now,
        },
        setWhere: sql`(${brakes.wrong} < ${brake.free} OR ${brakes.failedAt} + ${pauseOf(brake)} <= ${now})
          AND (${stale} OR ${brakes.open} < CASE WHEN ${brakes.wrong} < ${brake.free} THEN ${brake.together} ELSE 1 END)`,
      })
      .returning({ key: brakes.key }),
  );
  const [first, ...rest] = statements;
  if (!first) return new Set();
  const answers = await d1.batch([first, ...rest]);
  return new Set(answers.flat().map(({ key }) => key));
}

/** How long a refused try has to wait, milliseconds; never nothing. */
export async function pauseLeft(db: D1Database, tried: readonly Brake[], now: Instant): Promise<number> {
  const d1 = drizzle(db);
  const statements = tried.map((brake) =>
    d1
      .select({ until: sql<number>`${brakes.failedAt} + ${pauseOf(brake)}` })
      .from(brakes)
      .where(sql`${brakes.key} = ${brake.key}`),
  );
  const [first, ...rest] = statements;
  const answers = first ? await d1.batch([first, ...rest]) : [];
  return Math.max(1, ...answers.flat().map(({ until }) => until - now));
}

/** What came of a try at a brake: `right` forgets what was wrong before it, `none` says nothing of that. */
export type Outcome = 'right' | 'wrong' | 'none';

/** Gives the places back, and counts what was wrong. */
export async function givePlacesBack(
  db: D1Database,
  outcomes: readonly { readonly key: string; readonly outcome: Outcome }[],
  now: Instant,
): Promise<void> {
  const d1 = drizzle(db);
  const statements = outcomes.map(({ key, outcome }) => {
    const open = sql`max(${brakes.open} - 1, 0)`;
    const told = {
      right: { open, wrong: 0 },
      wrong: { open, wrong: sql`${brakes.wrong} + 1`, failedAt: now },
      none: { open },
    }[outcome];
    return d1
      .update(brakes)
      .set(told)
      .where(sql`${brakes.key} = ${key}`);
  });
  const [first, ...rest] = statements;
  if (first) await d1.batch([first, ...rest]);
}

/** What is known of a try before it is counted. */
export interface Known {
  /** When the name last signed in from the address, to the day; null where that is not known. */
  readonly usedAt: Instant | null;
  /** Wrong tries in a row at each brake, and when the last one was, by key. */
  readonly wrong: ReadonlyMap<string, { readonly wrong: number; readonly failedAt: Instant }>;
}

/** Reads what is known, in one call that writes nothing: most guesses of a flood go no further. */
export async function readKnown(db: D1Database, place: string, keys: readonly string[]): Promise<Known> {
  const d1 = drizzle(db);
  const [places, rows] = await d1.batch([
    d1
      .select({ usedAt: knownPlaces.usedAt })
      .from(knownPlaces)
      .where(sql`${knownPlaces.key} = ${place}`),
    d1
      .select({ key: brakes.key, wrong: brakes.wrong, failedAt: brakes.failedAt })
      .from(brakes)
      .where(inArray(brakes.key, [...keys])),
  ]);
  return { usedAt: places[0]?.usedAt ?? null, wrong: new Map(rows.map((row) => [row.key, row])) };
}

/** When the pause of a brake is over; 0 where there is none. As `pauseOf` has it, which decides. */
export function pauseEnds({ key, free, longest }: Brake, { wrong }: Known): Instant {
  const row = wrong.get(key);
  if (!row || row.wrong < free) return 0;
  return row.failedAt + Math.min(1_000 * 2 ** Math.min(row.wrong - free, DOUBLINGS), longest);
}

/** Notes that a name signed in from an address. */
export async function noteKnownPlace(db: D1Database, key: string, usedAt: Instant): Promise<void> {
  await drizzle(db)
    .insert(knownPlaces)
    .values({ key, usedAt })
    .onConflictDoUpdate({ target: knownPlaces.key, set: { usedAt } });
}

/** Forgets `limit` brakes that nobody tried since `since`; answers how many. The clock's own, for every center. */
export async function forgetBrakes(db: D1Database, since: Instant, limit: number): Promise<number> {
  const d1 = drizzle(db);
  const old = d1.select({ key: brakes.key }).from(brakes).where(lte(brakes.triedAt, since)).limit(limit);
  const { meta } = await d1.delete(brakes).where(inArray(brakes.key, old)).run();
  return meta.changes;
}

/** Forgets `limit` places that no name signed in from since `since`; answers how many. The clock's own, for every center. */
export async function forgetPlaces(db: D1Database, since: Instant, limit: number): Promise<number> {
  const d1 = drizzle(db);
  const old = d1
    .select({ key: knownPlaces.key })
    .from(knownPlaces)
    .where(lte(knownPlaces.usedAt, since))
    .limit(limit);
  const { meta } = await d1.delete(knownPlaces).where(inArray(knownPlaces.key, old)).run();
  return meta.changes;
}
