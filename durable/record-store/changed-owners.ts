import { KIND_RULES } from '../../src/records/kinds.ts';
import type {
  ChangedOwner,
  ChangedOwners,
  ChangedQuery,
  KeysPlace,
  LineKeys,
  OwnersPlace,
} from '../../src/records/packed/changes-protocol.ts';
import { compareTexts, type RecordKey } from '../../src/records/packed/order.ts';
import type { LineQuery, PageCursor } from '../../src/records/packed/protocol.ts';
import { isWanted, mergeLines } from './merge.ts';
import { planPieces } from './plan-pieces.ts';
import type { LiveLine, RecordTables } from './record-tables.ts';

/** Behind every key of an owner's members: a key has 255 characters at most. */
const BEHIND_ALL = '\u{10ffff}'.repeat(256);

/** A line that is asked for, and the first key of the pieces that it was found among. */
interface Found {
  readonly line: LiveLine;
  readonly low: RecordKey;
}

/** The lines of a selection behind `after`, in order, as their tables tell them: no body is read. */
function* linesOf(
  tables: RecordTables,
  selection: LineQuery,
  after: PageCursor | null,
): Generator<Found, void> {
  const merging = { asOf: selection.asOf, wanted: isWanted(selection, after) };
  for (const stretch of planPieces(tables, { ...selection, after })) {
    const { prepared, low } =
      'copied' in stretch ? { prepared: [stretch.copied], low: stretch.copied.first } : stretch;
    for (const { line } of mergeLines(tables, prepared, merging)) yield { line, low };
  }
}

/** The keys of the next lines of a selection, `rows` of them at most. */
export function keysOf(
  tables: RecordTables,
  selection: LineQuery,
  { after, rows }: Pick<KeysPlace, 'after' | 'rows'>,
): LineKeys {
  const keys: LineKeys['keys'][number][] = [];
  for (const { line, low } of linesOf(tables, selection, after)) {
    const last = keys.at(-1);
    if (last && keys.length === rows)
      return { keys, next: { date: last.date, owner: last.owner, id: last.id, low } };
    keys.push({ date: line.date, owner: line.owner, id: line.id, change: line.change });
  }
  return { keys, next: null };
}

/**
 * The owners of an entity type that changed, or of which a member did, in a range of change numbers: the next ones behind `after`, in order,
 * `most` of them. A member has its owner's date, so that both kinds come in one order.
 */
export function changedOwners(
  tables: RecordTables,
  { kind, members, ...selection }: ChangedQuery,
  { after, most }: Pick<OwnersPlace, 'after' | 'most'>,
): ChangedOwners {
  if (KIND_RULES[kind].role !== 'owner') throw new Error(`${kind} have owners`);
  const behind = (owner: string, id: string, low: RecordKey | null): PageCursor | null =>
    after && { date: after.date, owner, id, low };
  const own = peekable(
    linesOf(tables, { ...selection, kind }, behind('', after?.id ?? '', after?.ownLow ?? null)),
  );
  const theirs = peekable(
    members === null
      ? []
      : linesOf(
          tables,
          { ...selection, kind: members },
          behind(after?.id ?? '', BEHIND_ALL, after?.memberLow ?? null),
        ),
  );
  const owners: ChangedOwner[] = [];
  for (let last: ChangedOwner | null = null; ;) {
    const [one, member] = [own.next(), theirs.next()];
    const first = earlier(one && placeOf(one.line), member && placeOf(member.line));
    if (!first) return { owners, next: null };
    if (last && owners.length === most) {
      const { date, id } = last;
      return { owners, next: { date, id, ownLow: one?.low ?? null, memberLow: member?.low ?? null } };
    }
    const isOwn = one !== null && isAt(one, first);
    last = { ...first, change: isOwn ? one.line.change : null };
    owners.push(last);
    if (isOwn) own.take();
    for (let of = member; of && isAt(of, first); of = theirs.next()) theirs.take();
  }
}

/** Where an owner stands. */
interface Place {
  readonly date: number;
  readonly id: string;
}

/** The place of the owner that a line is, or is a member of. */
const placeOf = ({ date, owner, id }: RecordKey): Place => ({ date, id: owner === '' ? id : owner });

const isAt = ({ line }: Found, { date, id }: Place): boolean => {
  const place = placeOf(line);
  return place.date === date && place.id === id;
};

function earlier(a: Place | null, b: Place | null): Place | null {
  if (!a || !b) return a ?? b;
  return (a.date - b.date || compareTexts(a.id, b.id)) <= 0 ? a : b;
}

/** What comes next of some lines, until it is taken. */
function peekable(lines: Iterable<Found>): { next(): Found | null; take(): void } {
  const iterator = lines[Symbol.iterator]();
  const pull = (): Found | null => {
    const { done, value } = iterator.next();
    return done ? null : value;
  };
  let coming = pull();
  return {
    next: () => coming,
    take: () => {
      coming = pull();
    },
  };
}
