/**
 * How a page carries the texts of its records. One character beyond Latin-1 would make D1's whole answer, and every copy
 * of it on the way, a string of two bytes a character: a text that is not ASCII comes as the hex digits of its bytes (above
 * HEX_BYTES as it is, for D1 refuses values over 2 MB), and one of more than the bound value's bytes is left out: `@`, its
 * row's number, its size. A JSON object begins with a brace or white space, never with either.
 */
const HEX_BYTES = 65_536;
export const CARRIED_TEXT = `CASE WHEN size > ? THEN '@' || n || ' ' || size
  WHEN size > ${HEX_BYTES} OR octet_length(text) = length(text) THEN text ELSE hex(text) END`;

const AT = 0x40;
const F = 0x46;
const ZERO = 0x30;

/** Which row was left out, and how many bytes its text has; null for a text that is there. */
export function leftOut(carried: string): { readonly n: number; readonly size: number } | null {
  if (carried.charCodeAt(0) !== AT) return null;
  const space = carried.indexOf(' ');
  return { n: Number(carried.slice(1, space)), size: Number(carried.slice(space)) };
}

/** Digits 0 to 9, A to F. */
export function isHex(carried: string): boolean {
  const first = carried.charCodeAt(0);
  return first >= ZERO && first <= F && first !== AT;
}

/** Bytes of the text that is carried; of a large text beyond ASCII, which is rare, the characters. */
export const sizeOf = (carried: string): number =>
  leftOut(carried)?.size ?? (isHex(carried) ? carried.length / 2 : carried.length);

/**
 * The most bytes that the text's UTF-8 has. One that comes as it is and has no more than HEX_BYTES is ASCII; a larger one has
 * more than a third as many characters, of three bytes at most each.
 */
export const mostBytes = (carried: string): number =>
  !isHex(carried) && carried.length > HEX_BYTES / 3 ? carried.length * 3 : carried.length;
