/**
 * One line of a JSON Lines body, numbered from 1 with blank lines counted in: its text, also as bytes, why it cannot be read, or, where it
 * is long, its bytes as they come (without BOM, LF and one CR before it), then its end.
 */
export type Line =
  | { readonly number: number; readonly text: string; readonly bytes: Uint8Array }
  | { readonly number: number; readonly problem: typeof NOT_UTF8 }
  | { readonly number: number; readonly chunk: Uint8Array }
  | { readonly number: number; readonly ended: true };

/** Why a line of bytes that are no UTF-8 is refused, long or not. */
export const NOT_UTF8 = 'record-not-utf8';

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const BOM = [0xef, 0xbb, 0xbf] as const;
const ONE_CR = Uint8Array.of(CR);

/** Room for what is dropped from a line before it is measured: BOM and CR. */
const TRIM = BOM.length + 1;

/** How lines are split: those that were imported once keep what they have. */
interface SplitOptions {
  readonly keepsCr?: boolean;
}

/**
 * Splits bytes at LF, however they are cut into chunks. One trailing CR and a leading BOM are dropped, blank lines are
 * left out, invalid UTF-8 is a problem of its line alone. Holds at most `limit` bytes (one line) beside the chunk: a
 * longer line is handed on in chunks and not looked at.
 */
export class LineSplitter {
  readonly #limit: number;
  readonly #keepsCr: boolean;
  // ignoreBOM: a second U+FEFF belongs to the text and must not vanish.
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  /** Whether the line is long: chunks of it have been handed on, all but a CR that may be its last byte. */
  #long = false;
  #heldCr = false;
  #number = 1;

  /** `limit` is in bytes, for a line without LF, CR and BOM: longer ones are long. `keepsCr`: a CR before the LF is the line's own. */
  constructor(limit: number, { keepsCr = false }: SplitOptions = {}) {
    this.#limit = limit;
    this.#keepsCr = keepsCr;
  }

  /** The lines that this chunk completes, and the chunks of a long one. */
  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      this.#take(chunk.subarray(start, end), lines);
      this.#finish(lines);
      this.#number += 1;
      start = end + 1;
      // Empty lines are worth a short cut: a body may hold hundreds of millions.
      const first = start;
      while (chunk[start] === LF) start += 1;
      this.#number += start - first;
    }
    this.#take(chunk.subarray(start), lines);
    return lines;
  }

  /** The last line, where no LF closed it. */
  end(): Line[] {
    const lines: Line[] = [];
    this.#finish(lines);
    return lines;
  }

  #take(bytes: Uint8Array, lines: Line[]): void {
    if (bytes.length === 0) return;
    if (this.#long) return this.#handOn(bytes, lines);
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    if (this.#heldBytes > this.#limit + TRIM) this.#becomeLong(lines);
  }

  #becomeLong(lines: Line[]): void {
    const bytes = join(this.#held, this.#heldBytes);
    this.#held = [];
    this.#heldBytes = 0;
    this.#long = true;
    this.#handOn(withoutBom(bytes), lines);
  }

  /** Keeps a last CR back until it is known whether the line ends with it. */
  #handOn(bytes: Uint8Array, lines: Line[]): void {
    if (this.#heldCr) lines.push({ number: this.#number, chunk: ONE_CR });
    this.#heldCr = !this.#keepsCr && bytes.at(-1) === CR;
    const chunk = this.#heldCr ? bytes.subarray(0, -1) : bytes;
    if (chunk.length > 0) lines.push({ number: this.#number, chunk });
  }

  #finish(lines: Line[]): void {
    if (!this.#long) {
      const line = withoutBom(join(this.#held, this.#heldBytes));
      const bytes = this.#keepsCr ? line : withoutCr(line);
      if (bytes.length <= this.#limit) {
        this.#held = [];
        this.#heldBytes = 0;
        if (!isBlank(bytes)) lines.push(this.#decode(bytes));
        return;
      }
      this.#becomeLong(lines);
    }
    lines.push({ number: this.#number, ended: true });
    this.#long = false;
    this.#heldCr = false;
  }

  #decode(bytes: Uint8Array): Line {
    try {
      return { number: this.#number, text: this.#decoder.decode(bytes), bytes };
    } catch {
      return { number: this.#number, problem: NOT_UTF8 };
    }
  }
}

/** Lines of a stream, by the chunk that completes them. Stopping early stops `chunks` too. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  options: SplitOptions = {},
): AsyncGenerator<readonly Line[]> {
  const splitter = new LineSplitter(limit, options);
  for await (const chunk of chunks) yield splitter.push(chunk);
  yield splitter.end();
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

const withoutBom = (bytes: Uint8Array): Uint8Array =>
  BOM.every((byte, index) => bytes[index] === byte) ? bytes.subarray(BOM.length) : bytes;

const withoutCr = (bytes: Uint8Array): Uint8Array => (bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes);

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === SPACE || byte === TAB || byte === CR);
