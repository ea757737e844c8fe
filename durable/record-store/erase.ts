import { inflatePiece } from '../../src/encoding/zip/inflate.ts';
import type { Instant } from '../../src/model/instant.ts';
import type { Kind } from '../../src/model/records.ts';
import { KIND_RULES, kindCode } from '../../src/records/kinds.ts';
import { hasPrint, printBytes } from '../../src/records/packed/line-table.ts';
import { printOf } from '../../src/records/packed/print.ts';
import type { ErasedHere } from '../../src/records/packed/protocol.ts';
import { CounterChanges } from './counters.ts';
import { isPlaced, type KnownRow } from './keys.ts';
import type { DeadPlace } from './tombstones.ts';
import type { PieceRow } from './piece-rows.ts';
import type { LiveLine, RecordTables } from './record-tables.ts';
import { repack } from './repack.ts';
import { depart } from './depart.ts';
import { bury } from './take.ts';
import { blobOf, jsonTexts } from './values.ts';

/** Somebody waits, and a contact may have lines in a hundred pieces. Compaction deflates them better. */
const QUICK_LEVEL = 1;

/** Erases the interactions of a contact, found by their prints and told by their texts, and their documents. */
export const eraseInteractionsOf = (tables: RecordTables, contactId: string, now: Instant): ErasedHere =>
  tables.transaction(() => {
    const { ids, stale } = interactionsOf(tables, contactId);
    const erased = erase(tables, 'interactions', { ids, now });
    tables.packs.taint(stale);
    tables.packs.require(stale.filter((piece) => !tables.pieces.isRetired(piece)));
    for (const piece of stale) repack(tables, [piece], QUICK_LEVEL);
    return erased;
  });

/** Erases one contact with its attributes. */
export const eraseContactRecord = (tables: RecordTables, contactId: string, now: Instant): ErasedHere =>
  tables.transaction(() => erase(tables, 'contacts', { ids: [contactId], now }));

/** Removes owners of whom only this is known: that they were erased. They are refused, as others that were, and so are their members. */
export const eraseAgain = (
  tables: RecordTables,
  kind: Kind,
  { ids, now }: { ids: readonly string[]; now: Instant },
): ErasedHere => tables.transaction(() => erase(tables, kind, { ids, now }));

/** Ids of a kind that were erased and have not come again, behind one of them, in order. */
export const erasedBehind = (
  { sql }: RecordTables,
  kind: Kind,
  { after, most }: { readonly after: string; readonly most: number },
): readonly string[] =>
  sql
    .exec<{ id: string }>(
      'SELECT id FROM erased WHERE kind = ? AND id > ? ORDER BY id LIMIT ?',
      kindCode(kind),
      after,
      most,
    )
    .toArray()
    .map(({ id }) => id);

/**
 * Removes owners and their members, and remembers their ids alone: nothing of them comes back. The pieces that they were in are made
 * anew without them; the old ones stay only as long as a run is reading them.
 */
function erase(
  tables: RecordTables,
  kind: Kind,
  { ids, now }: { ids: readonly string[]; now: Instant },
): ErasedHere {
  const rule = KIND_RULES[kind];
  if (rule.role !== 'owner') throw new Error(`${kind} are erased with their owners`);
  const owners = [...tables.keys.find(kind, ids).values()];
  const members = tables.keys.membersOf(rule.members, ids);
  for (const text of jsonTexts(ids))
    tables.sql.exec(
      'INSERT OR IGNORE INTO erased (kind, id) SELECT ?2, value FROM json_each(?1)',
      text,
      kindCode(kind),
    );
  remove(tables, kind, { rows: owners, now });
  remove(tables, rule.members, { rows: members, now });
  tables.keys.removeMembers(members);
  return { owners: owners.length, members: members.length };
}

/** Takes records out of their pieces, and out of the keys. */
function remove(
  tables: RecordTables,
  kind: Kind,
  { rows, now }: { rows: readonly KnownRow[]; now: Instant },
): void {
  if (rows.length === 0) return;
  const placed = rows.filter(isPlaced);
  const state = tables.state;
  const version = state.version + 1;
  const ids = rows.map(({ id }) => id);
  // What they were before lies about, too, until its piece is made anew.
  const touched = piecesOf(tables, kind, [...placed, ...tables.tombstones.placesOf(kind, ids)]);
  const counters = new CounterChanges();
  bury(tables, { kind, rows: placed, version, counters });
  counters.write(tables.sql);
  for (const row of rows) if (!isPlaced(row)) tables.waiting.remove(row.id);
  tables.keys.remove(kind, ids);
  const change = depart(tables, kind, { rows: placed, why: 'erased', at: now });
  tables.setState({ version, change });
  tables.packs.taint(touched);
  tables.packs.require(touched.filter((piece) => !tables.pieces.isRetired(piece)));
  for (const piece of touched) repack(tables, [piece], QUICK_LEVEL);
}

/** The pieces that may have lines of these places, each once; those too that were retired and still lie in packs. */
function piecesOf(tables: RecordTables, kind: Kind, places: readonly DeadPlace[]): readonly PieceRow[] {
  const found = places.flatMap((place) => tables.pieces.covering(kind, place, { retired: true }));
  return [...new Map(found.map((piece) => [piece.n, piece])).values()];
}

/** The interactions of a contact: ids of those that are there, and pieces with dead lines that name it. */
interface Named {
  readonly ids: readonly string[];
  readonly stale: readonly PieceRow[];
}

/** What names this contact by its CONTACTID. A print is shared by few: their texts decide. */
function interactionsOf(tables: RecordTables, contactId: string): Named {
  const print = printOf(contactId);
  const ids: string[] = [];
  const stale: PieceRow[] = retiredWith(tables, print);
  const found = piecesWith(tables, print).map((n) => tables.pieces.find(n));
  tables.packs.require(found);
  for (const piece of found) {
    const contactOf = contactsIn(tables, piece);
    const named = (line: LiveLine): boolean => line.print === print && contactOf(line) === contactId;
    const alive = tables.live(piece, null).filter(named);
    ids.push(...alive.map(({ id }) => id));
    if (tables.lines(piece).filter(named).length > alive.length) stale.push(piece);
  }
  return { ids, stale };
}

const piecesWith = (tables: RecordTables, print: number): readonly number[] =>
  amongPrints(tables, print, 'retired IS NULL');

/** Pieces that were retired and still lie in packs: nobody reads their texts to be sure. */
const retiredWith = (tables: RecordTables, print: number): PieceRow[] =>
  amongPrints(tables, print, 'retired IS NOT NULL AND n IN (SELECT piece FROM packed)').map((n) =>
    tables.pieces.find(n),
  );

function amongPrints({ sql }: RecordTables, print: number, which: string): readonly number[] {
  const query = `SELECT n, prints FROM pieces WHERE kind = ? AND instr(prints, ?) > 0 AND ${which}`;
  const rows = sql
    .exec<{ n: number; prints: SqlStorageValue }>(query, kindCode('interactions'), printBytes(print))
    .toArray();
  return rows.flatMap(({ n, prints }) => (hasPrint(blobOf(prints), print) ? n : []));
}

/** Tells which contact a line of a piece names. */
function contactsIn(tables: RecordTables, piece: PieceRow): (line: LiveLine) => unknown {
  if (piece.object !== null) {
    const { contact } = tables.largeOf(piece);
    return () => contact;
  }
  const raw = inflatePiece(tables.pieces.data(piece), piece.bytes);
  return ({ offset, size }) => {
    const text = new TextDecoder().decode(raw.subarray(offset, offset + size));
    // Import takes objects alone.
    return (JSON.parse(text) as Readonly<Record<string, unknown>>)['CONTACTID'];
  };
}
