import { DAY_MS, type Instant } from '../../model/instant.ts';
import { invocation } from '../../platform/invocation.ts';
import { TRIES } from '../../platform/retry.ts';
import { forgetCodes } from '../../store/authorization-codes.ts';
import { forgetBrakes, forgetPlaces } from '../../store/brakes.ts';
import { forgetAnswers } from '../../store/kept-answers.ts';
import { forgetInvitations } from '../../store/invitations.ts';
import { forgetDays } from '../../store/statistics.ts';
import { forgetRefreshTokens, forgetRevoked } from '../../store/refresh-tokens.ts';
import { forgetSelections } from '../../store/selections.ts';
import { forgetDocuments } from '../../store/outside-documents.ts';
import { forgetRemoved } from '../../store/removed.ts';
import { forgetDeliveries } from '../../store/webhooks.ts';
import { forgetSessions } from '../../store/sessions.ts';

/** How long it is known of a deleted job or history item that it was deleted: no call is under way as long. */
const REMOVED_MS = 7 * DAY_MS;
/** Wrong sign-ins of so long ago are forgiven; and from where a name signed in is no longer known. */
const BRAKES_MS = DAY_MS;
const PLACES_MS = 30 * DAY_MS;
/** How long it is known of a code that it was used: what came of it lives on, and ends when the code comes again. */
const CODES_MS = DAY_MS;
/** What was read of other services a week ago is read anew. */
const DOCUMENTS_MS = 7 * DAY_MS;
/** Rows that one statement deletes. */
const ROWS = 5_000;
const A_STATEMENT = { statements: TRIES, subrequests: TRIES };

/** Deletes rows that nothing will ask for any more, `ROWS` by one statement; answers how many. What is left, the next hour deletes. */
const sweepRows = async (forget: (limit: number) => Promise<number>): Promise<number> => {
  let count = 0;
  while (invocation().has(A_STATEMENT)) {
    const forgotten = await forget(ROWS);
    count += forgotten;
    if (forgotten < ROWS) break;
  }
  return count;
};

/** Forgets what was deleted a week ago. */
export const sweepRemoved = (db: D1Database, now: Instant): Promise<number> =>
  sweepRows((limit) => forgetRemoved(db, now - REMOVED_MS, limit));

/** Forgets codes and refresh tokens that nobody can use any more, and which access tokens were called back that have expired. */
export const sweepTokens = async (db: D1Database, now: Instant): Promise<number> =>
  (await sweepRows((limit) => forgetRefreshTokens(db, now, limit))) +
  (await sweepRows((limit) => forgetRevoked(db, now, limit))) +
  (await sweepRows((limit) => forgetCodes(db, now - CODES_MS, limit)));

/** Forgets what nobody has read anew of other services. */
export const sweepDocuments = (db: D1Database, now: Instant): Promise<number> =>
  sweepRows((limit) => forgetDocuments(db, now - DOCUMENTS_MS, limit));

/** Forgets invitations that have expired. */
export const sweepInvitations = (db: D1Database, now: Instant): Promise<number> =>
  sweepRows((limit) => forgetInvitations(db, now, limit));

/** Forgets browser sessions that have expired. */
export const sweepSessions = (db: D1Database, now: Instant): Promise<number> =>
  sweepRows((limit) => forgetSessions(db, now, limit));

/** Forgets selections whose ten minutes are over. */
export const sweepSelections = (db: D1Database, now: Instant): Promise<number> =>
  sweepRows((limit) => forgetSelections(db, now, limit));

/** Forgets answers whose requests come no more. */
export const sweepAnswers = (db: D1Database, now: Instant): Promise<number> =>
  sweepRows((limit) => forgetAnswers(db, now, limit));

/** Deliveries are shown for as long; and longer than what they were made of comes up again. */
const DELIVERIES_MS = 40 * DAY_MS;

/** Forgets deliveries that nobody is shown any more. */
export const sweepDeliveries = (db: D1Database, now: Instant): Promise<number> =>
  sweepRows((limit) => forgetDeliveries(db, now - DELIVERIES_MS, limit));

/** How long it is known what was exported on a day: twice as long as it is shown. */
const DAYS_KEPT_MS = 70 * DAY_MS;

/** Forgets the figures of days that nobody is shown any more. */
export const sweepDays = (db: D1Database, now: Instant): Promise<number> =>
  sweepRows((limit) => forgetDays(db, now - DAYS_KEPT_MS, limit));

/** Forgets brakes that nobody tried for a day, and from where names signed in a month ago. */
export const sweepBrakes = async (db: D1Database, now: Instant): Promise<number> =>
  (await sweepRows((limit) => forgetBrakes(db, now - BRAKES_MS, limit))) +
  (await sweepRows((limit) => forgetPlaces(db, now - PLACES_MS, limit)));
