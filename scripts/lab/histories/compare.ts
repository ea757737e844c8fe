import { DAY_MS } from '../../../src/model/instant.ts';
import type { Cursor } from '../../../src/model/cursor.ts';
import { CONTACT_ENTITY, KINDS, KINDS_OF, type DataType, type Kind } from '../../../src/model/records.ts';
import type { LineQuery, PackedPage, PageBody, PageCursor } from '../../../src/records/packed/protocol.ts';
import { packedSource } from '../../../src/records/packed/packed-source.ts';
import type { EntryTotals, RecordPage, RecordSource, Scope } from '../../../src/records/source/source.ts';
import { pageOf } from '../../../durable/record-store/page.ts';
import type { PieceRow } from '../../../durable/record-store/piece-rows.ts';
import { planPieces, type PlannedStretch } from '../../../durable/record-store/plan-pieces.ts';
import { inflatePiece } from '../../../src/encoding/zip/inflate.ts';
import { plainChunk } from '../../../test/records/plain-chunk.ts';
import type { Random } from '../../generate/random.ts';
import type { D1Model } from './d1-model.ts';
import { askedOf, leftBy } from './left-by.ts';
import { DATES, ENTITIES, MEDIA } from './specs.ts';
import type { StoreUnderTest } from './store.ts';

/** Far more than is ever needed. */
const MANY = 1_000;

/** What is wrong with a store, in words; nothing where nothing is. */
export async function differences(
  model: D1Model,
  store: StoreUnderTest,
  { random, numbers }: { random: Random; numbers: readonly number[] },
): Promise<string[]> {
  const wrong = [...bookkeeping(store)];
  const ccid = model.ccid(store.type);
  const last = await model.source.lastChange(ccid);
  if (last !== store.tables.state.change)
    wrong.push(`the last change is ${store.tables.state.change} and not ${last}`);
  const packed = packedSource({
    storeOf: () => store.reading,
    bucket: store.bucket.binding,
    pageBytes: random.pick([1, 150, 400, 1_000_000]),
    wholeBytes: random.pick([1, 400, 1_000_000]),
  });
  for (const scope of scopes(store, { ccid, numbers: [...numbers, last], random }))
    wrong.push(...(await differ(scope, model.source, packed)));
  return wrong;
}

/** A whole window, one with bounds and filters, and changes since some number. */
function scopes(
  { type }: StoreUnderTest,
  { ccid, numbers, random }: { ccid: string; numbers: readonly number[]; random: Random },
): readonly Scope[] {
  const whole: Scope = { ccid, type, from: null, to: null, media: null, attachments: true, changes: null };
  const bound = (): number | null =>
    random.next() < 0.2 ? null : Date.parse(random.pick(DATES)) + random.pick([0, 1, -1, DAY_MS]);
  const media = random.next() < 0.5 ? null : [random.pick(MEDIA).toLowerCase()];
  // Between imports: which record of a batch has which of its numbers is left open.
  const first = random.integer(0, numbers.length - 1);
  const [from, to] = [numbers[first] ?? 0, numbers[random.integer(first, numbers.length - 1)] ?? 0];
  const attachments = random.next() < 0.7;
  return [
    whole,
    { ...whole, from: bound(), to: bound(), media: type === 'Contact' ? null : media, attachments },
    { ...whole, changes: { from, to }, attachments },
  ];
}

async function differ(scope: Scope, model: Readable, packed: RecordSource): Promise<string[]> {
  const [expected, given] = [await read(model, scope), await readAsRun(packed, scope)];
  if (expected !== given) return [`of ${JSON.stringify(scope)}\n  expected ${expected}\n  but got  ${given}`];
  return scope.changes ? [] : filteredAlike(scope, packed, expected);
}

/** What filters leave of what is there: `text` has all of it. */
async function filteredAlike(scope: Scope, packed: RecordSource, text: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const filters of askedOf(scope.type)) {
    const expected = leftBy(filters, text);
    const given = leftBy([], await readAsRun(packed, { ...scope, filters }));
    if (expected !== given)
      wrong.push(`of ${JSON.stringify({ ...scope, filters })}\n  expected ${expected}\n  but got  ${given}`);
  }
  return wrong;
}

function rawOf(store: StoreUnderTest, piece: PieceRow): Uint8Array {
  const pack = store.tables.packs.placeOf(piece.n);
  return plainOf(store, { ...piece, pack, data: pack ? new Uint8Array() : store.tables.pieces.data(piece) });
}

/** What is read of both. */
interface Readable extends Pick<RecordSource, 'totals'> {
  readonly page: (scope: Scope, entry: EntryTotals, after: Cursor | null) => Promise<RecordPage>;
}

/** The same as a run reads it, which begins and lets go. */
async function readAsRun(source: RecordSource, scope: Scope): Promise<string> {
  const reader = 'compared';
  let begun = await source.begin(scope, { reader, since: scope.changes?.from ?? null });
  for (let left = MANY; !begun; left -= 1) {
    if (left === 0) throw new Error('a run never begins');
    begun = await source.begin(scope, { reader, since: scope.changes?.from ?? null });
  }
  const snapshot = { reader, version: begun.version };
  const text = await read(
    {
      totals: () => source.totals(scope),
      page: (asked, entry, after) => source.page({ ...asked, snapshot }, entry, after),
    },
    scope,
  );
  await source.release(scope.ccid, scope.type, reader);
  return text;
}

/** Entries with their totals and lines. D1 orders changes by their numbers: those are sorted. */
async function read(source: Readable, scope: Scope): Promise<string> {
  const entries = [];
  for (const { kind, entity, records, bytes } of await source.totals(scope)) {
    const lines = await linesOf(source, scope, { kind, entity, records, bytes });
    entries.push({ kind, entity, records, bytes, lines: scope.changes ? lines.toSorted() : lines });
  }
  return JSON.stringify(entries);
}

async function linesOf(source: Readable, scope: Scope, entry: EntryTotals): Promise<string[]> {
  let text = '';
  let records = 0;
  for (let after: Cursor | null = null, more = true; more; more = after !== null) {
    const page = await source.page(scope, entry, after && (JSON.parse(JSON.stringify(after)) as Cursor));
    for await (const chunk of page.chunks()) text += Buffer.from(plainChunk(chunk)).toString();
    records += page.records;
    after = page.next;
  }
  const lines = text.split('\n').slice(0, -1);
  if (lines.length !== records) lines.push(`and ${records} were counted`);
  return lines;
}

/** Counters, members, waiting records and pieces have to be what the keys say. */
function* bookkeeping(store: StoreUnderTest): Generator<string, void> {
  const pairs: readonly [what: string, one: string, other: string][] = [
    [
      'counters',
      'SELECT kind, entity, media, day, records, bytes FROM counters ORDER BY 1, 2, 3, 4',
      `SELECT kind, entity, media, (date - 86399999 * (date < 0)) / 86400000 AS day, count(*) AS records, sum(size) AS bytes
        FROM keys WHERE date IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    ],
    [
      'members',
      'SELECT owner, id FROM members ORDER BY 1, 2',
      'SELECT owner, id FROM keys WHERE kind IN (1, 3) ORDER BY 1, 2',
    ],
    [
      'waiting records',
      'SELECT id FROM waiting ORDER BY 1',
      'SELECT id FROM keys WHERE date IS NULL ORDER BY 1',
    ],
  ];
  for (const [what, ...queries] of pairs) {
    const [kept, counted] = queries.map((query) => JSON.stringify(store.look(query)));
    if (kept !== counted) yield `${what} are ${kept} and should be ${counted}`;
  }
}

/** All that a store holds, as it was at a version. */
export const snapshot = (store: StoreUnderTest, asOf: number | null): string =>
  entriesOf(store.type)
    .map(([kind, entity]) => {
      const query = { kind, entity, from: null, to: null, media: null, changes: null, asOf };
      return `${kind} ${entity}\n${linesAt(store, query)}`;
    })
    .join('');

function entriesOf(type: DataType): readonly (readonly [Kind, number])[] {
  const { owners, members } = KINDS_OF[type];
  const entities = type === 'Contact' ? [CONTACT_ENTITY] : ENTITIES;
  return [owners, members].flatMap((kind) => entities.map((entity) => [kind, entity] as const));
}

/** The lines of a query, page by page: a large one ends each. */
function linesAt(store: StoreUnderTest, query: LineQuery): string {
  const lines = [];
  for (let after: PageCursor | null = null, more = true; more; more = after !== null) {
    const page: PackedPage = pageOf(store.tables, query, {
      after,
      bytes: Infinity,
      rows: Infinity,
      wholeBytes: Infinity,
    });
    const raws = page.pieces.map((body) => plainOf(store, body));
    lines.push(...page.cuts.map(([piece, from, until]) => raws[piece]?.subarray(from, until) ?? []));
    after = page.next;
  }
  return lines.map((line) => Buffer.from(line).toString()).join('');
}

/** A piece inflated, wherever it lies: the parts of a large one are pieces, one behind the other. */
function plainOf(store: StoreUnderTest, { data, bytes, object, pack }: PageBody): Uint8Array {
  if (pack) {
    const kept = store.bucket.objects.get(pack.object);
    if (!kept) throw new Error(`the pack ${pack.object} is gone, and a piece lies in it`);
    return inflatePiece(kept.bytes.subarray(pack.at, pack.at + pack.length), bytes);
  }
  if (object === null) return inflatePiece(data, bytes);
  const kept = store.bucket.objects.get(object);
  if (!kept) throw new Error(`the object ${object} is gone, and a piece names it`);
  return inflatePiece(kept.bytes, bytes);
}

/** The plain bytes of every piece that lies in a store, dead lines included. */
export function everythingIn(store: StoreUnderTest): string {
  return store
    .look('SELECT n, kind FROM pieces ORDER BY n')
    .map(({ n, kind }) => {
      const piece = store.tables.pieces.find(Number(n));
      const raw = rawOf(store, piece);
      return `${KINDS[Number(kind)]}\n${Buffer.from(raw).toString()}`;
    })
    .join('');
}

/** What a whole window is written of. */
const wholePlan = (store: StoreUnderTest): PlannedStretch[] =>
  entriesOf(store.type).flatMap(([kind, entity]) => [
    ...planPieces(store.tables, {
      kind,
      entity,
      from: null,
      to: null,
      media: null,
      changes: null,
      asOf: null,
      after: null,
    }),
  ]);

/** Whether nothing has to be prepared for a whole window. */
export const isCopied = (store: StoreUnderTest): boolean =>
  wholePlan(store).every((stretch) => 'copied' in stretch);

/** Whether pieces overlap. */
export const overlaps = (store: StoreUnderTest): boolean =>
  wholePlan(store).some((stretch) => 'prepared' in stretch && stretch.prepared.length > 1);
