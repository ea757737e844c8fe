/**
 * Instants are integers: milliseconds since 1970-01-01T00:00:00Z. Text is accepted as ISO 8601 or as
 * `YYYY-MM-DD HH:mm:ss[.SSS]`; without a zone it is UTC. Digits below a millisecond are cut off; `t` and `z` are `T` and `Z`
 * (RFC 3339, 5.6), and 24:00 is the next day's 00:00 (ISO 8601:2004, 4.2.3).
 */
export type Instant = number;

export const DAY_MS = 86_400_000;

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** The instant that `text` names, or null when it is no date, or a date that the calendar does not have. */
export function parseInstant(text: string): Instant | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match;
  const millisecond = fraction.slice(0, 3).padEnd(3, '0');
  const midnight = hour === '24' && Number(`${minute}${second}${fraction}`) === 0;
  const utc = `${year}-${month}-${day}T${midnight ? '00' : hour}:${minute}:${second}.${millisecond}Z`;
  const at = Date.parse(utc);
  // Date.parse rolls 30 February over to March: a text that does not come back unchanged is no date.
  if (Number.isNaN(at) || new Date(at).toISOString() !== utc) return null;
  const offset = zoneMinutes(zone);
  return offset === null ? null : at + (midnight ? DAY_MS : 0) - offset * 60_000;
}

function zoneMinutes(zone: string): number | null {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** ISO 8601 in UTC with milliseconds and `Z`: the one form in which instants leave the service. */
export const formatInstant = (at: Instant): string => new Date(at).toISOString();

/** Days since 1970-01-01 (UTC), the grain of the records' counters. */
export const dayOf = (at: Instant): number => Math.floor(at / DAY_MS);
