import { CONTACT_ENTITY, INTERACTION_ENTITIES, KINDS, KINDS_OF } from '../../src/model/records.ts';
import { compareKeys, type RecordKey } from '../../src/records/packed/order.ts';
import { PIECE_BYTES, PIECE_LINES } from '../../src/records/packed/piece.ts';
import type { PieceRow } from './pieces.ts';
import type { RecordTables } from './record-tables.ts';
import { repack } from './repack.ts';

/** How much is made anew in one go. */
export interface SettleLimits {
  /** Plain bytes of the pieces, which are held: of more than one piece, one more or less. */
  readonly bytes: number;
  readonly pieces: number;
  /** As many small pieces that follow each other become one: fewer would be written again and again. */
  readonly small: number;
}

/** Takes less than a second. */
export const SETTLE_LIMITS: SettleLimits = { bytes: 12 * PIECE_BYTES, pieces: 256, small: 8 };

/** An entry: the number of its kind, and its entity type. */
type EntryKey = Readonly<Pick<PieceRow, 'kind' | 'entity'>>;

/**
 * Makes some pieces of a store (of an entry) anew: such as overlap, because records came in another order than theirs, and small ones that
 * follow each other. Answers whether there were any; then there may be more.
 */
export function settle(tables: RecordTables, limits: SettleLimits, only?: EntryKey): boolean {
  for (const entry of only ? [only] : ENTRIES) {
    const group = findGroup(tables, limits, entry);
    if (group.length === 0) continue;
    tables.transaction(() => repack(tables, group));
    return true;
  }
  return false;
}

/** All that there may be: counters do not tell of pieces whose lines are all dead. */
const ENTRIES: readonly EntryKey[] = KINDS.flatMap((name, kind) => {
  const codes = INTERACTION_ENTITIES.map(({ code }) => code);
  const isOfContacts = name === KINDS_OF.Contact.owners || name === KINDS_OF.Contact.members;
  return (isOfContacts ? [CONTACT_ENTITY] : codes).map((entity) => ({ kind, entity }));
});

/** The first pieces in the order of an entry that overlap, or are small and follow each other. Holds those. */
function findGroup(tables: RecordTables, limits: SettleLimits, { kind, entity }: EntryKey): PieceRow[] {
  const everything = { from: null, to: null, media: null, changes: null, asOf: null, after: null };
  const small = new SmallOnes(limits.small);
  let chain: PieceRow[] = [];
  let [until, bytes]: [RecordKey | null, number] = [null, 0];
  for (const piece of tables.pieces.select({ kind: tables.kindOf(kind), entity, ...everything })) {
    if (until !== null && compareKeys(piece.first, until) > 0) {
      if (chain.length > 1) return chain;
      const group = small.take(chain);
      if (group) return group;
      [chain, bytes] = [[], 0];
    }
    chain.push(piece);
    bytes += piece.object === null ? piece.bytes : 0;
    if (chain.length > 1 && (bytes >= limits.bytes || chain.length === limits.pieces)) return chain;
    if (until === null || compareKeys(piece.last, until) > 0) until = piece.last;
  }
  return chain.length > 1 ? chain : (small.take(chain) ?? []);
}

/** Pieces that follow each other and would fit into one. */
class SmallOnes {
  readonly #enough: number;
  #pieces: PieceRow[] = [];

  constructor(enough: number) {
    this.#enough = enough;
  }

  /** Takes the next piece; answers those that are to become one, once they are enough. */
  take([piece]: readonly PieceRow[]): PieceRow[] | null {
    if (!piece || piece.object !== null) {
      this.#pieces = [];
      return null;
    }
    this.#pieces.push(piece);
    while (!fits(this.#pieces)) this.#pieces.shift();
    return this.#pieces.length >= this.#enough ? this.#pieces : null;
  }
}

function fits(pieces: readonly PieceRow[]): boolean {
  const sum = (of: (piece: PieceRow) => number): number => pieces.reduce((total, one) => total + of(one), 0);
  return sum(({ bytes }) => bytes) <= PIECE_BYTES && sum(({ records }) => records) <= PIECE_LINES;
}
