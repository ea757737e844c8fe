import { DAY_MS, type Instant } from './instant.ts';

/**
 * A clock's time: what the clocks of a zone show, written as the instant at which a clock in UTC shows the same. Where clocks are set
 * forward there are such times that no clock shows, where they are set back such that come twice.
 */
export type WallTime = number;

/** What lies before or behind goes by the offset of then. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9_998, 11, 31);

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** How far the clocks of a zone are before UTC at an instant, in milliseconds. */
function offsetAt(zone: string, at: Instant): number {
  const asked = Math.floor(Math.min(Math.max(at, EARLIEST), LATEST) / 1_000) * 1_000;
  const shown = formatOf(zone).format(asked).match(/\d+/g);
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (shown ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - asked;
}

/** What the clocks of a zone show at an instant. */
export const wallOf = (zone: string, at: Instant): WallTime => at + offsetAt(zone, at);

/** When the clocks of a zone show a time, the first of two if it comes twice; when they were set forward, if they skip it. */
export const firstInstantOf = (zone: string, wall: WallTime): Instant => instantsOf(zone, wall)[0];

/** Every instant at which the clocks of a zone show a time; where they skip it, the one at which they were set forward. */
export function instantsOf(zone: string, wall: WallTime): readonly [Instant, ...Instant[]] {
  // No zone is a day from UTC, and none sets its clocks twice within two.
  const offsets = [offsetAt(zone, wall - DAY_MS), offsetAt(zone, wall + DAY_MS)];
  const larger = Math.max(...offsets);
  const smaller = Math.min(...offsets);
  const early = wall - larger;
  const late = wall - smaller;
  if (early === late) return [early];
  const shows = [early, late].filter((at) => wallOf(zone, at) === wall);
  const [first, second] = shows;
  if (first === undefined) return [changeWithin(zone, early, late)];
  return second === undefined ? [first] : [first, second];
}

/** When the clocks of a zone are set, of two instants between which they are set once: the first instant that goes by the new offset. */
export function changeWithin(zone: string, from: Instant, to: Instant): Instant {
  const old = offsetAt(zone, from);
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(zone, middle) === old) before = middle;
    else after = middle;
  }
  return after;
}

/** The zone whose times need no counting. */
const UTC = 'UTC';

/** The names of all zones of IANA's database that this runtime knows, UTC among them. */
export const zoneNames = (): readonly string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), UTC])];

/** The name of a zone as it is written, whatever its case was; older names are zones, too. Null where there is none. */
export function findZone(text: string): string | null {
  if (!/^[A-Z]/i.test(text)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions();
    if (timeZone === UTC) return UTC;
    const folded = text.toLowerCase();
    return zoneNames().find((name) => name.toLowerCase() === folded) ?? text;
  } catch {
    return null;
  }
}
