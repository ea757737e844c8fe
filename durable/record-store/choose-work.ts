import type { Instant } from '../../src/model/instant.ts';
import { CONTACT_ENTITY, INTERACTION_ENTITIES, KINDS, KINDS_OF } from '../../src/model/records.ts';
import { PIECE_BYTES } from '../../src/records/packed/piece.ts';
import { atMostOpen, chainsOf, depthOf, type PieceChain, type CompactionLimits } from './chains.ts';
import { looseRange } from './loose.ts';
import { SETTLED } from './packs.ts';
import { isSmall, type PieceRow } from './piece-rows.ts';
import type { RecordTables } from './record-tables.ts';

/** A task of some seconds, within what an isolate may hold; its commit is a message of 10 MB at most. */
export const COMPACTION_LIMITS: CompactionLimits = {
  bytes: 256 * PIECE_BYTES,
  records: 250_000,
  pieces: 2_000,
  open: 16,
  depth: 12,
  least: PIECE_BYTES,
  small: 8,
  dead: 500,
  share: 8,
};

/** Pieces of an entry that are to be made anew, in the order of their first records, and the tier of what comes of them. */
export interface CompactionWork {
  readonly pieces: readonly PieceRow[];
  readonly tier: number;
}

/** All that there may be: counters do not tell of pieces whose lines are all dead. */
const ENTRIES: readonly Readonly<Pick<PieceRow, 'kind' | 'entity'>>[] = KINDS.flatMap((name, kind) => {
  const codes = INTERACTION_ENTITIES.map(({ code }) => code);
  const isOfContacts = name === KINDS_OF.Contact.owners || name === KINDS_OF.Contact.members;
  return (isOfContacts ? [CONTACT_ENTITY] : codes).map((entity) => ({ kind, entity }));
});

/**
 * What is to be compacted next; null where it is not worth it. Reads what is known of the pieces between the first and the last that have to be
 * looked at, and no record.
 */
export function chooseWork(tables: RecordTables, limits: CompactionLimits): CompactionWork | null {
  for (const { kind, entity } of ENTRIES) {
    const range = looseRange(tables, { kind, entity }, limits.dead);
    if (!range) continue;
    const everything = { from: null, to: null, media: null, changes: null, asOf: null };
    const { after, until } = range;
    const pieces = tables.pieces.select({ kind: tables.kindOf(kind), entity, ...everything, after });
    const work = workIn(tables, chainsOf(beginningUntil(pieces, until), limits), limits);
    if (work) return work;
  }
  return null;
}

/** Pieces that begin at `until` at the latest; what is asked for by a bound would be looked for to the end of the entry. */
function* beginningUntil(pieces: Iterable<PieceRow>, until: Instant): Generator<PieceRow, void> {
  for (const piece of pieces) {
    if (piece.first.date > until) return;
    yield piece;
  }
}

function workIn(
  tables: RecordTables,
  chains: Iterable<PieceChain>,
  limits: CompactionLimits,
): CompactionWork | null {
  let stretch = new Stretch(limits);
  const alone: PieceRow[] = [];
  for (const chain of chains) {
    const judged = judge(tables, chain, limits);
    if (typeof judged === 'object') return judged;
    const [only] = chain.pieces;
    if (judged === 'large' && only) alone.push(only);
    if (judged === 'rests') {
      if (stretch.isWorthIt) return stretch.work();
      stretch = new Stretch(limits);
    } else stretch.add(chain, judged);
    if (!stretch.isFull) continue;
    if (stretch.isWorthIt) return stretch.work();
    stretch = new Stretch(limits);
  }
  if (stretch.isWorthIt) return stretch.work();
  // Nothing will be done with these before something comes beside them.
  for (const { n } of alone) tables.sql.exec('DELETE FROM loose WHERE piece = ?', n);
  return null;
}

/** `rests`: stays as it is; `large`: a large record by itself; `small`: settled, but small; `new`: to be put into order. */
type Judged = 'rests' | 'large' | 'small' | 'new';

/** What is to be done with a chain; where too much of it overlaps at once, some of that is merged first, without much ado. */
function judge(
  tables: RecordTables,
  { pieces, depth }: PieceChain,
  limits: CompactionLimits,
): Judged | CompactionWork {
  const [only] = pieces;
  if (only && pieces.length === 1) {
    if (only.object !== null) return 'large';
    if (tables.packs.tierOf(only.n) < SETTLED || isMostlyDead(tables, only)) return 'new';
    return isSmall(only) ? 'small' : 'rests';
  }
  const tiers = new Map(pieces.map((piece) => [piece, tierOf(tables, piece)]));
  const isOf = (piece: PieceRow, tier: number): boolean =>
    piece.object === null && (tiers.get(piece) ?? 0) <= tier;
  for (let tier = 0; tier < SETTLED - 1; tier += 1) {
    const some = pieces.filter((piece) => isOf(piece, tier));
    if (depthOf(some) > limits.open) return { pieces: atMostOpen(some, limits.open), tier: tier + 1 };
  }
  const settled = pieces.filter((piece) => tiers.get(piece) === SETTLED);
  const bytes = (some: readonly PieceRow[]): number => some.reduce((sum, piece) => sum + piece.bytes, 0);
  const fresh = bytes(pieces) - bytes(settled);
  return depth > limits.depth || fresh * limits.share >= bytes(settled) || fresh === 0 ? 'new' : 'rests';
}

/** A large record is never in order by itself. */
const tierOf = (tables: RecordTables, piece: PieceRow): number =>
  piece.object === null ? tables.packs.tierOf(piece.n) : 0;

function isMostlyDead(tables: RecordTables, piece: PieceRow): boolean {
  const half = Math.ceil(piece.records / 2);
  return tables.tombstones.countIn(piece, half) >= half;
}

/** Chains that follow each other and have something to be done. */
class Stretch {
  readonly #limits: CompactionLimits;
  #pieces: PieceRow[] = [];
  #deep = false;
  #bytes = 0;
  #records = 0;
  /** Bytes of what is new, pieces that overlap, and small pieces that follow each other without a large record between. */
  #fresh = 0;
  #overlapping = 0;
  #small = 0;
  #mostSmall = 0;

  constructor(limits: CompactionLimits) {
    this.#limits = limits;
  }

  add({ pieces, depth }: PieceChain, judged: Exclude<Judged, 'rests'>): void {
    this.#pieces.push(...pieces);
    this.#bytes += pieces.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#records += pieces.reduce((sum, { records }) => sum + records, 0);
    this.#deep ||= depth > this.#limits.depth;
    if (judged === 'new') this.#fresh += pieces.reduce((sum, { bytes }) => sum + bytes, 0);
    if (pieces.length > 1) this.#overlapping += pieces.length;
    this.#small = judged === 'large' ? 0 : this.#small + pieces.filter(isSmall).length;
    this.#mostSmall = Math.max(this.#mostSmall, this.#small);
  }

  get isFull(): boolean {
    const { bytes, records, pieces } = this.#limits;
    return this.#bytes >= bytes || this.#records >= records || this.#pieces.length >= pieces;
  }

  get isWorthIt(): boolean {
    const { least, small } = this.#limits;
    return this.#deep || this.#fresh >= least || this.#overlapping >= small || this.#mostSmall >= small;
  }

  work(): CompactionWork {
    return { pieces: atMostOpen(this.#pieces, this.#limits.open), tier: SETTLED };
  }
}
