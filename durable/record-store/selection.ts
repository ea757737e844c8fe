import type { Kind } from '../../src/model/records.ts';
import type { LineQuery, PageCursor } from '../../src/records/packed/protocol.ts';

/** What is asked for, as pieces and their lines tell it. */
export type LineSelection = LineQuery & {
  /** Interactions alone whose contact has this print. */
  readonly print?: number | null;
  /** Whether `owners` stand there now, and at an earlier version may have stood in pieces that were retired since. */
  readonly ownersNow?: boolean;
};

/** Which pieces may have records that are asked for: more may come, never fewer. */
export interface PieceQuery {
  readonly kind: Kind;
  readonly entity: number;
  readonly from: number | null;
  readonly to: number | null;
  /** Folded; null for all. */
  readonly media: readonly string[] | null;
  readonly changes: { readonly from: number; readonly to: number } | null;
  readonly asOf: number | null;
  /** With a line of this print, and on the date of one of these owners; null for all. */
  readonly print?: number | null | undefined;
  readonly owners?: LineQuery['owners'];
  /** Whether pieces that were retired since may have the owners on other dates. */
  readonly ownersNow?: boolean;
  /** Those with a record behind this one; of one version of the store none is looked at that begins before `low`. */
  readonly after: PageCursor | null;
}
