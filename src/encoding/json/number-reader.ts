/** Places in the grammar of a number (RFC 8259, section 6): `number = [ minus ] int [ frac ] [ exp ]`. */
const START = 0;
const MINUS = 1;
const ZERO = 2;
const INT = 3;
const POINT = 4;
const FRAC = 5;
const E = 6;
const E_SIGN = 7;
const EXP = 8;

/**
 * Significant digits that can decide which double is nearest: halfway between two doubles there are at most 767. What
 * follows them matters only by being zero or not.
 */
const MAX_DIGITS = 800;

/** Above every exponent that digits of a text of this world can make up for. */
const MAX_EXPONENT = 1e12;

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Reads numbers, one after the other, byte by byte, of any length, and holds at most 800 of its digits. */
export class NumberReader {
  #place = START;
  #negative = false;
  #digits = '';
  #rest = false;
  /** Power of ten of the last digit kept. */
  #scale = 0;
  #exponent = 0;
  #exponentSign = 1;

  /** Starts a new number with its first byte, or says false: no number starts with that. */
  begin(byte: number): boolean {
    this.#place = START;
    this.#negative = false;
    this.#digits = '';
    this.#rest = false;
    this.#scale = 0;
    this.#exponent = 0;
    this.#exponentSign = 1;
    return this.take(byte);
  }

  /** Takes the next byte, or says false: then the number ended before it, whole or not. */
  take(byte: number): boolean {
    const next = follow(this.#place, byte);
    if (next === null) return false;
    this.#place = next;
    if (next === MINUS) this.#negative = true;
    else if (next === ZERO || next === INT) this.#digit(byte, false);
    else if (next === FRAC) this.#digit(byte, true);
    else if (next === E_SIGN && byte === 0x2d) this.#exponentSign = -1;
    else if (next === EXP) this.#exponent = Math.min(MAX_EXPONENT, this.#exponent * 10 + byte - 0x30);
    return true;
  }

  /** Whether the bytes so far are a number. */
  get whole(): boolean {
    return this.#place === ZERO || this.#place === INT || this.#place === FRAC || this.#place === EXP;
  }

  /** The double that JSON.parse makes of the same text. */
  get value(): number {
    const digits = `${this.#digits || '0'}${this.#rest ? '1' : ''}`;
    const power = this.#scale - (this.#rest ? 1 : 0) + this.#exponentSign * this.#exponent;
    return Number(`${this.#negative ? '-' : ''}${digits}e${power}`);
  }

  /** A digit of int or frac. Leading zeros count for nothing but their place; those past the last kept stand for 0. */
  #digit(byte: number, fraction: boolean): void {
    const leading = this.#digits === '' && byte === 0x30;
    const kept = !leading && this.#digits.length < MAX_DIGITS;
    if (kept) this.#digits += String.fromCharCode(byte);
    else if (byte !== 0x30) this.#rest = true;
    if (fraction && (kept || leading)) this.#scale -= 1;
    if (!fraction && !kept && !leading) this.#scale += 1;
  }
}

function follow(place: number, byte: number): number | null {
  switch (place) {
    case START:
      if (byte === 0x2d) return MINUS;
      return firstOfInt(byte);
    case MINUS:
      return firstOfInt(byte);
    case ZERO:
      return afterInt(byte);
    case INT:
      return isDigit(byte) ? INT : afterInt(byte);
    case POINT:
      return isDigit(byte) ? FRAC : null;
    case FRAC:
      return isDigit(byte) ? FRAC : exponentMark(byte);
    case E:
      if (byte === 0x2b || byte === 0x2d) return E_SIGN;
      return isDigit(byte) ? EXP : null;
    default:
      return isDigit(byte) ? EXP : null;
  }
}

function firstOfInt(byte: number): number | null {
  if (byte === 0x30) return ZERO;
  return isDigit(byte) ? INT : null;
}

const afterInt = (byte: number): number | null => (byte === 0x2e ? POINT : exponentMark(byte));
const exponentMark = (byte: number): number | null => (byte === 0x65 || byte === 0x45 ? E : null);
