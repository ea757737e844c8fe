import { freeBytes } from '../../encoding/free-bytes.ts';
import type { RunBucket } from '../../platform/bucket.ts';
import { TextMissing } from '../../store/large-texts.ts';
import type { PackPlace } from './piece.ts';
import type { PackedPage, PageBody } from './protocol.ts';

/** What every piece ends in (`deflatePiece`): an empty stored block. */
const PIECE_END = [0x00, 0x00, 0xff, 0xff] as const;

/** Most bytes that are read by one call. */
const READ_BYTES = 8 * 1024 * 1024;

/** Reads a piece out of its pack. Throws TextMissing where the pack, or the piece in it, is gone. */
export async function readPacked(
  bucket: Pick<RunBucket, 'get'>,
  { object, at, length }: PackPlace,
): Promise<Uint8Array> {
  const piece = await readRange(bucket, object, { offset: at, length });
  requirePiece(piece);
  return piece;
}

/** A page with the bytes of its pieces, also of those that lie in packs: neighbours there are read by one call. */
export async function withBodies(bucket: Pick<RunBucket, 'get'>, page: PackedPage): Promise<PackedPage> {
  const pieces = [...page.pieces];
  for (let from = 0; from < pieces.length;) {
    const until = endOfNeighbours(pieces, from);
    const some = pieces.slice(from, until);
    const [first, last] = [some[0]?.pack, some.at(-1)?.pack];
    if (first && last) {
      const range = { offset: first.at, length: last.at + last.length - first.at };
      const bytes = await readRange(bucket, first.object, range);
      for (const [index, piece] of some.entries())
        pieces[from + index] = { ...piece, data: pieceIn(bytes, piece, first.at) };
      freeBytes(bytes);
    }
    from = until;
  }
  return { ...page, pieces };
}

/** Behind which piece the next one does not follow in the same pack. */
function endOfNeighbours(pieces: readonly PageBody[], from: number): number {
  let [until, bytes] = [from + 1, pieces[from]?.pack?.length ?? 0];
  for (; until < pieces.length; until += 1) {
    const [before, next] = [pieces[until - 1]?.pack, pieces[until]?.pack];
    if (!before || !next || next.object !== before.object || next.at !== before.at + before.length) break;
    bytes += next.length;
    if (bytes > READ_BYTES) break;
  }
  return until;
}

function pieceIn(bytes: Uint8Array, { pack }: PageBody, from: number): Uint8Array {
  if (!pack) throw new Error('a piece of a pack has a place in it');
  // A copy: whoever writes it gives its memory back, and its neighbour's must not go with it.
  const piece = bytes.slice(pack.at - from, pack.at - from + pack.length);
  requirePiece(piece);
  return piece;
}

/** What was erased is overwritten: an archive must not have that in the place of a piece. */
function requirePiece(piece: Uint8Array): void {
  if (!PIECE_END.every((byte, index) => piece.at(index - PIECE_END.length) === byte))
    throw new TextMissing('no piece is there any more');
}

async function readRange(
  bucket: Pick<RunBucket, 'get'>,
  key: string,
  range: { readonly offset: number; readonly length: number },
): Promise<Uint8Array> {
  const found = await bucket.get(key, { range });
  const bytes = found && new Uint8Array(await found.arrayBuffer());
  if (bytes?.length !== range.length) throw new TextMissing(`no range of ${range.length} bytes`);
  return bytes;
}
