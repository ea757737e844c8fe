import { fc } from '../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { CONTACT_ENTITY, dataTypeOf, KINDS, type DataType, type Kind } from '../../../src/model/records.ts';
import { attributeOf, contact, documentOf } from '../records.ts';
import { importLines, interaction } from '../records.ts';
import { countersAndRecount, objectsAndNamed, recordRows, type RecordRow } from '../stored.ts';
import { stores } from '../../support/record-stores.ts';

/** A line of a small world: few ids, owners, dates, so that everything meets everything. */
interface Spec {
  readonly id: string;
  readonly owner: string;
  readonly day: number;
  readonly media: string;
  readonly entity: number;
  readonly note: number;
}
/** Texts above this go to R2, so that records grow out of their rows and shrink back. */
const INLINE = 150;
const DATES = ['1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00Z', '2024-02-29T23:59:59.999Z', '2024-03-01'];
const anySpec: fc.Arbitrary<Spec> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  owner: fc.constantFrom('a', 'b', 'c', 'd', 'nobody'),
  day: fc.nat(DATES.length - 1),
  media: fc.constantFrom('email', 'CHAT'),
  entity: fc.constantFrom(0, 2),
  note: fc.nat(2),
});
const request = fc.record({ kind: fc.constantFrom(...KINDS), specs: fc.array(anySpec, { maxLength: 8 }) });

function lineOf(kind: Kind, { id, owner, day, media, entity, note }: Spec): string {
  const date = DATES[day] ?? '';
  const more = { MIMETYPE: 'x'.repeat(note === 0 ? 0 : INLINE + note) };
  if (kind === 'interactions')
    return interaction(id, date, { ...more, ENTITYTYPEID: entity, MEDIATYPEID: media });
  if (kind === 'documents') return documentOf(id, owner, more);
  if (kind === 'contacts') return contact(id, date, more);
  return attributeOf(id, owner, more);
}

interface Known {
  readonly spec: Spec;
  readonly text: string;
}

/** What import promises, line by line, in maps; `numbers` is how many change numbers have been given, by data type. */
class Model {
  readonly records: Readonly<Record<Kind, Map<string, Known>>> = {
    interactions: new Map(),
    documents: new Map(),
    contacts: new Map(),
    'contact-attributes': new Map(),
  };
  readonly numbers: Record<DataType, number> = { Interaction: 0, Contact: 0 };

  take(kind: Kind, spec: Spec): 'inserted' | 'updated' | 'unchanged' {
    const text = lineOf(kind, spec);
    const earlier = this.records[kind].get(spec.id);
    if (earlier?.text === text) return 'unchanged';
    this.numbers[dataTypeOf(kind)] += 1 + (earlier ? 0 : this.#waitingFor(kind, spec.id));
    this.records[kind].set(spec.id, { spec, text });
    return earlier ? 'updated' : 'inserted';
  }

  #waitingFor(kind: Kind, id: string): number {
    const members = { interactions: 'documents', contacts: 'contact-attributes' } as const;
    if (kind !== 'interactions' && kind !== 'contacts') return 0;
    return [...this.records[members[kind]].values()].filter((known) => known.spec.owner === id).length;
  }

  ownerOf(kind: Kind, spec: Spec): Spec | undefined {
    if (kind === 'documents') return this.records.interactions.get(spec.owner)?.spec;
    if (kind === 'contact-attributes') return this.records.contacts.get(spec.owner)?.spec;
    return spec;
  }

  /** [kind, id, text, place], sorted as recordRows sorts. */
  rows() {
    return KINDS.flatMap((kind, code) =>
      [...this.records[kind].values()]
        .sort((a, b) => (a.spec.id < b.spec.id ? -1 : 1))
        .map(({ spec, text }) => [code, spec.id, text, ...this.#place(kind, spec)]),
    );
  }

  #place(kind: Kind, spec: Spec) {
    const owner = this.ownerOf(kind, spec);
    if (!owner) return [null, null, null];
    const date = Date.parse(DATES[owner.day] ?? '');
    const contacts = kind === 'contacts' || kind === 'contact-attributes';
    return contacts ? [CONTACT_ENTITY, '', date] : [owner.entity, owner.media.toLowerCase(), date];
  }
}

const typeOfRow = ({ kind }: RecordRow): DataType => dataTypeOf(KINDS[kind]!); // a stored kind
/** The change number, which each data type counts by itself. */
const numberOf = (row: RecordRow): string => `${typeOfRow(row)} ${row.change}`;
const changesOf = async (ccid: string): Promise<Record<DataType, number>> => ({
  Interaction: (await stores.storeOf(ccid, 'Interaction').state()).change,
  Contact: (await stores.storeOf(ccid, 'Contact').state()).change,
});

const stored = (rows: readonly RecordRow[]) =>
  rows.map(({ kind, id, text, entity, media, date }) => [kind, id, text, entity, media, date]);

async function checkRequest(ccid: string, model: Model, kind: Kind, specs: readonly Spec[]) {
  const expected = { received: specs.length, inserted: 0, updated: 0, unchanged: 0 };
  for (const line of specs) expected[model.take(kind, line)] += 1;
  const before = new Map((await recordRows(ccid)).map((row) => [`${row.kind} ${row.id}`, row]));
  const last = await changesOf(ccid);

  const report = await importLines(
    ccid,
    kind,
    specs.map((line) => lineOf(kind, line)),
    { inline: INLINE },
  );
  expect(report).toMatchObject({ ...expected, rejected: 0 });
  const rows = await recordRows(ccid);
  expect(stored(rows)).toEqual(model.rows());
  expect(await changesOf(ccid)).toEqual(model.numbers);
  expect(new Set(rows.map(numberOf)).size).toBe(rows.length);
  for (const row of rows) {
    const was = before.get(`${row.kind} ${row.id}`);
    const same = was && was.text === row.text && (was.date === null) === (row.date === null);
    // A text that changed and changed back within the request has a new number too.
    const of = typeOfRow(row);
    expect(row.change).toBeGreaterThan(same ? 0 : last[of]);
    expect(row.change).toBeLessThanOrEqual(model.numbers[of]);
  }
  const { kept, recount } = await countersAndRecount(ccid);
  expect(kept).toEqual(recount);
  const { objects, named } = await objectsAndNamed(ccid);
  expect(objects).toEqual(named);
}

describe('any sequence of imports', () => {
  it('does what a model of it does, line by line', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 6 }), async (requests) => {
        const ccid = `model-${(runs += 1)}`;
        const model = new Model();
        for (const { kind, specs } of requests) await checkRequest(ccid, model, kind, specs);
        expect(await changesOf(ccid)).toEqual(model.numbers);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps numbers, places and counters right when they run at the same time', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 6 }), async (requests) => {
        const ccid = `together-${(runs += 1)}`;
        const reports = await Promise.all(
          requests.map(({ kind, specs }) =>
            importLines(
              ccid,
              kind,
              specs.map((line) => lineOf(kind, line)),
              { inline: INLINE },
            ),
          ),
        );
        const rows = await recordRows(ccid);
        expect(reports.reduce((sum, report) => sum + report.inserted, 0)).toBe(rows.length);
        expect(new Set(rows.map(numberOf)).size).toBe(rows.length);
        const last = await changesOf(ccid);
        for (const row of rows) expect(row.change).toBeLessThanOrEqual(last[typeOfRow(row)]);
        const places = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]));
        for (const row of rows.filter(({ kind }) => kind % 2 === 1)) {
          const owner = places.get(`${row.kind - 1} ${row.owner}`);
          expect([row.entity, row.media, row.date]).toEqual([
            owner?.entity ?? null,
            owner?.media ?? null,
            owner?.date ?? null,
          ]);
        }
        const { kept, recount } = await countersAndRecount(ccid);
        expect(kept).toEqual(recount);
        const { objects, named } = await objectsAndNamed(ccid);
        expect(objects).toEqual(named);
      }),
      { numRuns: 30 },
    );
  });
});
