import type { Cursor } from '../../../../src/model/cursor.ts';
import type { EntryTotals, PinnedScope, RecordSource } from '../../../../src/records/source/source.ts';
import { KINDS } from '../../../../src/model/records.ts';
import type { Passage } from '../doubles/through.ts';
import type { RecordModel, RecordVersion } from './model.ts';

/** The contact histories of the world that is played, and the way to them. */
interface Histories {
  readonly passage: Passage;
  readonly of: (ccid: string) => RecordModel;
}
let histories: Histories | null = null;

export function readFrom(given: Histories | null): void {
  histories = given;
}

/** Records of a page, at most. */
const PAGE_RECORDS = 6;

/** The source of records that stands in the place of the service's own. */
export const modelSource = (): RecordSource => ({
  begin: (scope, { since, follows }) =>
    asked('begin', scope.ccid, (model) => {
      const changes = since === null ? null : { from: since, to: Math.max(since, model.lastChange) };
      const version = model.keep();
      const entries = totalsOf(model.present({ ...scope, changes }, version));
      return { version, changes, entries, ...(follows ? { departed: { records: 0, bytes: 0 } } : {}) };
    }),
  release: (ccid) => asked('release', ccid, () => undefined),
  totals: (scope) => asked('totals', scope.ccid, (model) => totalsOf(model.present(scope))),
  page: (scope, entry, after) => asked('page', scope.ccid, (model) => pageOf(model, { scope, entry, after })),
  // Records of this world neither end nor move.
  departed: (scope) => asked('departed', scope.ccid, () => ({ departed: [], next: null })),
  lastChange: (ccid) => asked('lastChange', ccid, ({ lastChange }) => lastChange),
  mediaTypes: (ccid) =>
    asked('mediaTypes', ccid, (model) =>
      [...new Set([...model.records.values()].flatMap((all) => all.at(-1)?.media || []))].toSorted(),
    ),
});

function asked<T>(question: string, ccid: string, answer: (model: RecordModel) => T): Promise<T> {
  const { passage, of } = histories!; // set while a world is played
  return passage(`D1 records ${question}`, () => answer(of(ccid)));
}

const bytesIn = (text: string): number => Buffer.byteLength(text) + 1;

function totalsOf(versions: readonly RecordVersion[]): EntryTotals[] {
  const entries = Map.groupBy(versions, ({ kind, entity }) => `${KINDS.indexOf(kind)} ${entity}`);
  const totals = [...entries.values()].map((all) => {
    const { kind, entity } = all[0]!; // a group has one at least
    return {
      kind,
      entity,
      records: all.length,
      bytes: all.reduce((sum, { text }) => sum + bytesIn(text), 0),
    };
  });
  return totals.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.entity - b.entity);
}

/** The order of an entry: by date, owner and id. */
export const orderOf = ({ date, owner, id }: RecordVersion): string =>
  `${String(date).padStart(16, '0')} ${owner} ${id}`;

function pageOf(
  model: RecordModel,
  { scope, entry, after }: { scope: PinnedScope; entry: EntryTotals; after: Cursor | null },
) {
  // Only this source makes cursors, and makes them of such texts.
  const last = after as unknown as string | null;
  const rest = model
    .present(scope, scope.snapshot.version)
    .filter(({ kind, entity }) => kind === entry.kind && entity === entry.entity)
    .map((version) => ({ version, order: orderOf(version) }))
    .filter(({ order }) => last === null || order > last)
    .toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const page = rest.slice(0, PAGE_RECORDS);
  const next = page.length < rest.length ? (page.at(-1)?.order ?? null) : null;
  const lines = Buffer.from(page.map(({ version }) => `${version.text}\n`).join(''));
  return {
    records: page.length,
    next: next as unknown as Cursor | null,
    async *chunks() {
      const middle = lines.length >> 1;
      if (middle > 0) yield lines.subarray(0, middle);
      if (lines.length > 0) yield lines.subarray(middle);
    },
  };
}
