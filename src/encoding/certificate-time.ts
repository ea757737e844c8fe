import type { DerElement } from './der.ts';
import { TAG } from './der.ts';

/** The forms that RFC 5280 has for a time (4.1.2.5.1 and 4.1.2.5.2): UTC, with seconds, without fractions. */
const FORMS: Readonly<Record<number, RegExp>> = {
  [TAG.utcTime]: /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/,
  [TAG.generalizedTime]: /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/,
};

/** Milliseconds since 1970 of a certificate's Time; null for one in another form, or that the calendar does not have. */
export function certificateTime({ tag, content }: Pick<DerElement, 'tag' | 'content'>): number | null {
  const match = FORMS[tag]?.exec(String.fromCharCode(...content));
  if (!match) return null;
  const [, year = '', month, day, hour, minute, second] = match;
  const text = `${fullYear(year)}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const at = Date.parse(text);
  // Date.parse rolls 30 February over to March: a text that does not come back unchanged is no date.
  return !Number.isNaN(at) && new Date(at).toISOString() === text ? at : null;
}

/** Two digits are a year from 1950 to 2049. */
function fullYear(digits: string): string {
  if (digits.length === 4) return digits;
  return digits >= '50' ? `19${digits}` : `20${digits}`;
}
