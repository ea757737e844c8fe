import { NumberReader } from './number-reader.ts';
import { StringPrefix } from './string-prefix.ts';

/** Deepest nesting that is read: objects and arrays inside each other, the outermost counted. */
export const MAX_DEPTH = 512;

/** What a text was: an object, with the members that were asked for and some of the others; or why it is none. */
export type Scanned =
  | { readonly members: ReadonlyMap<string, unknown>; readonly others: ReadonlyMap<string, unknown> }
  | { readonly problem: 'not-an-object' | 'too-deep' };

/** UTF-16 units that the name of another member may have to be kept. */
const MAX_OTHER_NAME = 255;

/** What may come next (RFC 8259, sections 2, 4 and 5). */
const START = 0;
const FIRST_KEY = 1;
const KEY = 2;
const COLON = 3;
const FIRST_ELEMENT = 4;
const VALUE = 5;
const NEXT = 6;
const DONE = 7;
/** Within a token. */
const STRING = 8;
const ESCAPE = 9;
const HEX = 10;
const NUMBER = 11;
const LITERAL = 12;
const BROKEN = 13;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
const ESCAPES: ReadonlySet<number> = new Set(ascii('"\\/bfnrt'));
const HEX_DIGITS: ReadonlySet<number> = new Set(ascii('0123456789abcdefABCDEF'));
const LITERALS = [true, false, null].map((value) => ({ value, bytes: ascii(String(value)) }));

/** 1 for what a string holds as it is: `unescaped` of RFC 8259, section 7, its bytes above 7F taken as they come. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0,
);

/**
 * Reads one JSON text from chunks, checks it byte by byte against RFC 8259 (but for UTF-8, see Utf8Check) and keeps chosen
 * members of the outermost object as JSON.parse would: the last of equal names counts, in the place of the first. A value
 * that is an array or object is kept empty, a string of more than 1,536 bytes as spaces. Of the members that were not asked for,
 * the first `mostOthers` with names of up to 255 units are kept too, their strings empty. Holds a few KB, and those names.
 */
export class ObjectScanner {
  readonly #wanted: ReadonlySet<string>;
  readonly #members = new Map<string, unknown>();
  readonly #mostOthers: number;
  readonly #others = new Map<string, unknown>();
  /** The closing byte of each open array or object, outermost first. */
  readonly #open = new Uint8Array(MAX_DEPTH);
  readonly #prefix = new StringPrefix();
  readonly #number = new NumberReader();
  #literal = LITERALS[0]!; // a table of three
  #state = START;
  #depth = 0;
  #problem: 'not-an-object' | 'too-deep' = 'not-an-object';
  /** The name at depth 1 whose value comes next or is being read, and where it is kept; null where it is not. */
  #member: { readonly name: string; readonly into: Map<string, unknown> } | null = null;
  #inKey = false;
  #kept = false;
  /** Bytes of a literal that have been read; hex digits of an escape that are still to come. */
  #count = 0;

  constructor(wanted: ReadonlySet<string>, mostOthers = 0) {
    this.#wanted = wanted;
    this.#mostOthers = mostOthers;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length && this.#state !== BROKEN) at = this.#step(chunk, at);
  }

  /** True when nothing that may come can make it an object again. */
  get broken(): boolean {
    return this.#state === BROKEN;
  }

  /** True while nothing but white space has come. */
  get blank(): boolean {
    return this.#state === START;
  }

  end(): Scanned {
    return this.#state === DONE
      ? { members: this.#members, others: this.#others }
      : { problem: this.#problem };
  }

  /** Reads one byte, or the plain bytes of a string; answers where to go on. */
  #step(chunk: Uint8Array, at: number): number {
    const byte = chunk[at]!; // the loop's own bound
    if (this.#state === STRING) return this.#string(chunk, at);
    if (this.#state === NUMBER) {
      if (this.#number.take(byte)) return at + 1;
      this.#endNumber();
      return at;
    }
    if (this.#state === LITERAL) this.#inLiteral(byte);
    else if (this.#state === ESCAPE || this.#state === HEX) this.#inEscape(byte);
    else if (!isSpace(byte)) this.#between(byte);
    return at + 1;
  }

  /** A byte between tokens, or the first of one. */
  #between(byte: number): void {
    const state = this.#state;
    if (state === FIRST_KEY || state === KEY) {
      if (byte === QUOTE) this.#beginString(true);
      else if (state === FIRST_KEY && byte === CLOSE_OBJECT) this.#close(byte);
      else this.#break();
    } else if (state === COLON) {
      this.#expect(byte === 0x3a, VALUE);
    } else if (state === NEXT) {
      if (byte === COMMA) this.#state = this.#open[this.#depth - 1] === CLOSE_OBJECT ? KEY : VALUE;
      else this.#close(byte);
    } else if (state === START) {
      if (byte === OPEN_OBJECT) this.#descend(CLOSE_OBJECT);
      else this.#break();
    } else if (state === FIRST_ELEMENT && byte === CLOSE_ARRAY) this.#close(byte);
    else if (state === FIRST_ELEMENT || state === VALUE) this.#beginValue(byte);
    else this.#break();
  }

  #beginValue(byte: number): void {
    if (byte === QUOTE) this.#beginString(false);
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      this.#keep(byte === OPEN_OBJECT ? {} : []);
      this.#descend(byte === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY);
    } else if (this.#number.begin(byte)) {
      this.#state = NUMBER;
    } else {
      const literal = LITERALS.find(({ bytes }) => bytes[0] === byte);
      if (!literal) return this.#break();
      this.#literal = literal;
      this.#count = 1;
      this.#state = LITERAL;
    }
  }

  #descend(closing: number): void {
    if (this.#depth === MAX_DEPTH) {
      this.#problem = 'too-deep';
      this.#break();
      return;
    }
    this.#open[this.#depth] = closing;
    this.#depth += 1;
    this.#state = closing === CLOSE_OBJECT ? FIRST_KEY : FIRST_ELEMENT;
  }

  #close(byte: number): void {
    if (this.#open[this.#depth - 1] !== byte) return this.#break();
    this.#depth -= 1;
    this.#state = this.#depth === 0 ? DONE : NEXT;
  }

  #beginString(key: boolean): void {
    this.#inKey = key;
    this.#kept = this.#depth === 1 && (key || this.#member?.into === this.#members);
    if (!key && !this.#kept) this.#keep('');
    this.#prefix.clear();
    this.#state = STRING;
  }

  #string(chunk: Uint8Array, from: number): number {
    let at = from;
    while (at < chunk.length && PLAIN[chunk[at]!] === 1) at += 1; // the loop's own bound
    const byte = chunk[at];
    const taken = byte === BACKSLASH ? at + 1 : at;
    if (this.#kept) this.#prefix.add(chunk.subarray(from, taken));
    if (byte === undefined) return at;
    if (byte === QUOTE) this.#endString();
    else this.#expect(byte === BACKSLASH, ESCAPE);
    return at + 1;
  }

  #inEscape(byte: number): void {
    if (this.#kept) this.#prefix.addByte(byte);
    if (this.#state === ESCAPE) {
      this.#count = 4;
      if (byte === 0x75) this.#state = HEX;
      else this.#expect(ESCAPES.has(byte), STRING);
    } else {
      this.#count -= 1;
      this.#expect(HEX_DIGITS.has(byte), this.#count === 0 ? STRING : HEX);
    }
  }

  #endString(): void {
    if (this.#inKey) {
      this.#state = COLON;
      if (!this.#kept) return;
      const name = this.#prefix.text;
      const into = this.#keptIn(name);
      this.#member = into && { name, into };
    } else {
      if (this.#kept) this.#keep(this.#prefix.text);
      this.#state = NEXT;
    }
  }

  /** Where the value of a name at depth 1 is kept. */
  #keptIn(name: string): Map<string, unknown> | null {
    if (this.#wanted.has(name)) return this.#members;
    const room = this.#others.has(name) || this.#others.size < this.#mostOthers;
    return room && name.length <= MAX_OTHER_NAME ? this.#others : null;
  }

  #endNumber(): void {
    if (!this.#number.whole) return this.#break();
    if (this.#depth === 1 && this.#member !== null) this.#keep(this.#number.value);
    this.#state = NEXT;
  }

  #inLiteral(byte: number): void {
    const { value, bytes } = this.#literal;
    if (bytes[this.#count] !== byte) return this.#break();
    this.#count += 1;
    if (this.#count < bytes.length) return;
    this.#keep(value);
    this.#state = NEXT;
  }

  #keep(value: unknown): void {
    if (this.#depth === 1 && this.#member !== null) this.#member.into.set(this.#member.name, value);
  }

  #expect(good: boolean, next: number): void {
    if (good) this.#state = next;
    else this.#break();
  }

  #break(): void {
    this.#state = BROKEN;
  }
}
