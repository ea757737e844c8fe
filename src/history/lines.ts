/** One line of a JSON Lines body, numbered from 1 with blank lines counted in: its text, or why it cannot be read. */
export type Line =
  | { readonly number: number; readonly text: string; readonly size: number }
  | { readonly number: number; readonly problem: string };

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const BOM = [0xef, 0xbb, 0xbf] as const;

/** Room for what is dropped from a line before it is measured: BOM and CR. */
const TRIM = BOM.length + 1;

/**
 * Splits bytes at LF, however they are cut into chunks. One trailing CR and a leading BOM are dropped, blank lines are
 * left out, invalid UTF-8 is a problem of its line alone. Holds at most `limit` bytes (one line) beside the chunk: a
 * longer line is told by its number and passed over without being kept.
 */
export class LineSplitter {
  readonly #limit: number;
  // ignoreBOM: a second U+FEFF belongs to the text and must not vanish.
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #number = 1;

  /** `limit` is in bytes, for a line without LF, CR and BOM. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The lines that this chunk completes. */
  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      // An empty line alone is worth a short cut: a body may hold hundreds of millions.
      if (end > start || this.#heldBytes > 0) {
        this.#hold(chunk.subarray(start, end));
        this.#finish(lines);
      }
      this.#number += 1;
      start = end + 1;
    }
    this.#hold(chunk.subarray(start));
    return lines;
  }

  /** The last line, where no LF closed it. */
  end(): Line[] {
    const lines: Line[] = [];
    this.#finish(lines);
    return lines;
  }

  #hold(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#heldBytes += piece.length;
    if (this.#heldBytes > this.#limit + TRIM) this.#held = [];
    else this.#held.push(piece);
  }

  #finish(lines: Line[]): void {
    const kept = this.#heldBytes <= this.#limit + TRIM;
    const bytes = kept ? trim(join(this.#held, this.#heldBytes)) : null;
    this.#held = [];
    this.#heldBytes = 0;
    if (bytes && isBlank(bytes)) return;
    lines.push(bytes && bytes.length <= this.#limit ? this.#decode(bytes) : this.#tooLong());
  }

  #decode(bytes: Uint8Array): Line {
    try {
      return { number: this.#number, text: this.#decoder.decode(bytes), size: bytes.length };
    } catch {
      return { number: this.#number, problem: 'not valid UTF-8; write the file in UTF-8' };
    }
  }

  #tooLong(): Line {
    return {
      number: this.#number,
      problem: `longer than ${this.#limit} bytes, the most that a record may have for now; make it shorter`,
    };
  }
}

/** Lines of a stream, by the chunk that completes them. Stopping early stops `chunks` too. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<readonly Line[]> {
  const splitter = new LineSplitter(limit);
  for await (const chunk of chunks) yield splitter.push(chunk);
  yield splitter.end();
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

function trim(bytes: Uint8Array): Uint8Array {
  const start = BOM.every((byte, index) => bytes[index] === byte) ? BOM.length : 0;
  const end = bytes.length > start && bytes[bytes.length - 1] === CR ? bytes.length - 1 : bytes.length;
  return bytes.subarray(start, end);
}

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === SPACE || byte === TAB || byte === CR);
