import { compareKeys, type RecordKey } from './order.ts';

/** A line, and the piece that it is in. */
interface FoundLine<P, L> {
  readonly piece: P;
  readonly line: L;
  /** Whether its piece has no other one. */
  readonly last: boolean;
}

/** What is left to come of an open piece. */
interface Open<P, L> {
  readonly piece: P;
  readonly lines: readonly L[];
  at: number;
}

/**
 * The lines of pieces, which come in the order of their first records, in one order. Tells which piece has to be opened before the next line
 * is known: as many are open as overlap.
 */
export class LineMerge<P extends { readonly first: RecordKey }, L extends RecordKey> {
  readonly #pieces: Iterator<P>;
  #coming: P | null;
  #open: Open<P, L>[] = [];
  #least: Open<P, L> | null = null;

  constructor(pieces: Iterable<P>) {
    this.#pieces = pieces[Symbol.iterator]();
    this.#coming = this.#pull();
  }

  /** The piece that may have the next line, and has to be opened; null where no other one has. */
  get wanted(): P | null {
    const next = this.#least?.lines[this.#least.at];
    const behind = this.#coming && next && compareKeys(this.#coming.first, next) > 0;
    return behind ? null : this.#coming;
  }

  /** Opens the piece that was wanted: these of its lines are to come. */
  open(lines: readonly L[]): void {
    if (!this.#coming) throw new Error('there is no other piece');
    if (lines.length > 0) this.#open.push({ piece: this.#coming, lines, at: 0 });
    this.#coming = this.#pull();
    this.#look();
  }

  /** The next line, once no piece is wanted; null at the end. */
  take(): FoundLine<P, L> | null {
    const from = this.#least;
    const line = from?.lines[from.at];
    if (!from || !line) return null;
    from.at += 1;
    const last = from.at === from.lines.length;
    if (last) this.#open = this.#open.filter((one) => one !== from);
    this.#look();
    return { piece: from.piece, line, last };
  }

  #pull(): P | null {
    const { done, value } = this.#pieces.next();
    return done === true ? null : value;
  }

  #look(): void {
    let least: { readonly from: Open<P, L>; readonly key: L } | null = null;
    for (const from of this.#open) {
      const key = from.lines[from.at];
      if (key && (!least || compareKeys(key, least.key) < 0)) least = { from, key };
    }
    this.#least = least?.from ?? null;
  }
}
