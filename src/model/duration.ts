import { DAY_MS, type Instant } from './instant.ts';
import { firstInstantOf, type WallTime } from './zone.ts';

/**
 * An ISO 8601 duration: whole months, and the rest in milliseconds, because months differ in length. So do days where clocks are set:
 * `days` says how many whole ones are in that rest, as they were written.
 */
export interface Duration {
  readonly months: number;
  readonly milliseconds: number;
  readonly days?: number | undefined;
}

const FORM =
  /^P(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

/** The first instant that the API can show. */
const YEAR_0 = Date.parse('0000-01-01T00:00:00Z');

/** The duration that `text` names (ISO 8601, whole numbers), or null when it is none, empty, or of no length. */
export function parseDuration(text: string): Duration | null {
  const match = FORM.exec(text);
  if (!match || text.endsWith('T')) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const all = weeks * 7 + days;
  const milliseconds = all * DAY_MS + hours * 3_600_000 + minutes * 60_000 + seconds * 1_000;
  const duration = { months: years * 12 + months, milliseconds, days: all };
  return duration.months + duration.milliseconds > 0 ? duration : null;
}

/** The instant that lies a duration before `at`; the last day of a month that is too short. Never before year 0. */
export function before(at: Instant, { months, milliseconds }: Duration): Instant {
  const date = new Date(at);
  const month = date.getUTCMonth() - months;
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), last);
  const moved = Date.UTC(date.getUTCFullYear(), month, day) + (((at % DAY_MS) + DAY_MS) % DAY_MS);
  return Math.max(moved - milliseconds, YEAR_0);
}

/** The same by the clocks of a zone, which show `wall`: days and months are theirs, hours are hours everywhere. */
export function beforeInZone(zone: string, wall: WallTime, duration: Duration): Instant {
  const { months, milliseconds, days = 0 } = duration;
  const dated = { months, milliseconds: days * DAY_MS };
  const moved = firstInstantOf(zone, before(wall, dated));
  return Math.max(moved - (milliseconds - dated.milliseconds), YEAR_0);
}
