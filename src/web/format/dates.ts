/** Dates as people read them, in one zone; ISO 8601 and UTC are beside them for who wants to be sure. */
export interface Dates {
  readonly zone: string;
  /** `25 Nov 2026, 16:47`. */
  readonly full: (at: number) => string;
  /** `25 Nov 2026`. */
  readonly day: (at: number) => string;
  /** `16:47`. */
  readonly time: (at: number) => string;
  /** The same moment as UTC and as ISO 8601, for hover and focus. */
  readonly exact: (at: number) => string;
  /** `3 min ago`, of the last day and the next; "" for everything farther away. */
  readonly near: (at: number, now: number) => string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LOCALES = { en: 'en-GB', de: 'de-DE' } as const;

/** The formats of a language and a zone; one is made for both and kept. */
export function datesOf(language: keyof typeof LOCALES, zone: string): Dates {
  const locale = LOCALES[language];
  const make = (timeZone: string, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...parts });
  const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const [day, time] = [make(zone, date), make(zone, clock)];
  const [utcDay, utcTime] = [make('UTC', date), make('UTC', { ...clock, second: '2-digit' })];
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  return {
    zone,
    full: (at) => `${day.format(at)}, ${time.format(at)}`,
    day: (at) => day.format(at),
    time: (at) => time.format(at),
    exact: (at) => `${utcDay.format(at)}, ${utcTime.format(at)} UTC · ${new Date(at).toISOString()}`,
    near: (at, now) => {
      const away = at - now;
      if (Math.abs(away) >= DAY) return '';
      if (Math.abs(away) < MINUTE) return relative.format(0, 'second');
      return Math.abs(away) < HOUR
        ? relative.format(Math.trunc(away / MINUTE), 'minute')
        : relative.format(Math.trunc(away / HOUR), 'hour');
    },
  };
}

/** What the API writes for a moment, as a number; null for "". */
export function momentOf(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
