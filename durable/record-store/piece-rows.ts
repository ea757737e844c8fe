import { PIECE_BYTES, PIECE_LINES, type Piece } from '../../src/records/packed/piece.ts';
import type { RecordKey } from '../../src/records/packed/order.ts';

/** A piece, as far as it is known without its body. Versions are the store's; it is there from `created` to before `retired`. */
export interface PieceRow {
  readonly n: number;
  readonly kind: number;
  readonly entity: number;
  readonly first: RecordKey;
  readonly last: RecordKey;
  readonly low: number;
  readonly high: number;
  readonly created: number;
  readonly records: number;
  readonly length: number;
  readonly bytes: number;
  readonly crc: number;
  /** Records by media, as JSON: seldom asked for (`mediaIn`). */
  readonly media: string;
  /** The key in R2 of a piece that is one large record. */
  readonly object: string | null;
}

/** What is read of each. */
export const PIECE_COLUMNS =
  'n, kind, entity, first_date, first_owner, first_id, last_date, last_owner, last_id, low, high, created, records, length, bytes, crc, media, object';

/** The same as a row. */
export type RawPiece = Record<string, SqlStorageValue> & {
  n: number;
  kind: number;
  entity: number;
  first_date: number;
  first_owner: string;
  first_id: string;
  last_date: number;
  last_owner: string;
  last_id: string;
  low: number;
  high: number;
  created: number;
  records: number;
  length: number;
  bytes: number;
  crc: number;
  media: string;
  object: string | null;
};

export const pieceOfRow = (raw: RawPiece): PieceRow => ({
  n: raw.n,
  kind: raw.kind,
  entity: raw.entity,
  first: { date: raw.first_date, owner: raw.first_owner, id: raw.first_id },
  last: { date: raw.last_date, owner: raw.last_owner, id: raw.last_id },
  low: raw.low,
  high: raw.high,
  created: raw.created,
  records: raw.records,
  length: raw.length,
  bytes: raw.bytes,
  crc: raw.crc,
  media: raw.media,
  object: raw.object,
});

/** The media that records of a piece have. */
export const mediaIn = ({ media }: Pick<PieceRow, 'media'>): readonly string[] =>
  // As `add` wrote them.
  (JSON.parse(media) as Piece['media']).map(([name]) => name);

/** Whether a piece would fit into another one of its size. */
export const isSmall = ({ bytes, records }: Pick<PieceRow, 'bytes' | 'records'>): boolean =>
  bytes < PIECE_BYTES / 2 && records < PIECE_LINES / 2;
