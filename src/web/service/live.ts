import { PageRefusal } from '../../client/page-session.ts';
import { delivers, moves } from './moving.ts';

/** As much of a job or a run as tells when something happens to it next. */
export interface LiveRow {
  readonly id: number;
  readonly status: string;
  readonly suspended?: boolean;
  readonly nextStartsAt?: string;
  readonly latestHistoryId?: number;
  readonly delivery?: { readonly state: string; readonly code: string; readonly nextTryAt: string };
}

/** How often what moves is asked for, and by a page that nobody sees, milliseconds. */
const MOVING_MS = 2_000;
const HIDDEN_MS = 30_000;
/** How long a start takes to be seen once it is due; how often it is asked for until it is, at first and once it was missed. */
const BEGUN_MS = 2_000;
const DUE_MS = 5_000;
const MISSED_AFTER_MS = 180_000;
const MISSED_MS = 60_000;
/** How often a service that did not answer is asked again. */
const AWAY_MS = 10_000;
/** Timers of browsers hold 24 days: whoever waits longer asks once a day. */
const LONGEST_MS = 86_400_000;

/** What a question was answered so far. */
interface Asked {
  readonly rows: readonly LiveRow[];
  readonly error: unknown;
  readonly hidden: boolean;
}

/**
 * In how many milliseconds a page asks again; false: not by itself. Often while a row moves, seldom while nobody looks, when something is
 * due, and where nothing moves and nothing is due not at all.
 */
export function askedAgainIn({ rows, error, hidden }: Asked, now: number): number | false {
  if (error && !(error instanceof PageRefusal && error.status < 500)) return AWAY_MS;
  if (rows.some((row) => moves(row) || delivers(row))) return hidden ? HIDDEN_MS : MOVING_MS;
  const due = Math.min(...rows.flatMap(dueAt));
  if (due === Number.POSITIVE_INFINITY) return false;
  const left = due + BEGUN_MS - now;
  if (left > 0) return Math.min(left, LONGEST_MS);
  return now - due < MISSED_AFTER_MS && !hidden ? DUE_MS : MISSED_MS;
}

/** When a job starts next, or a delivery is tried again. */
function dueAt({ suspended, nextStartsAt, delivery }: LiveRow): readonly number[] {
  const at = delivery?.state === 'waiting' ? delivery.nextTryAt : suspended ? '' : (nextStartsAt ?? '');
  return at === '' ? [] : [Date.parse(at)];
}

/** What of rows other pages show, too: which there are, which of them move, and which run was their last. */
export const stir = (rows: readonly LiveRow[]): string =>
  rows.map((row) => `${row.id} ${moves(row)} ${row.latestHistoryId ?? ''}`).join();
