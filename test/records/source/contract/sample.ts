import type { Kind } from '../../../../src/model/records.ts';
import { DAY_MS, formatInstant } from '../../../../src/model/instant.ts';
import type { RecordSource } from '../../../../src/records/source/source.ts';
import { attributeOf, contact, documentOf, interaction } from '../../records.ts';
import type { Imported } from './oracle.ts';

/** A source, and what brings records into it. */
export interface SourceFixture {
  readonly source: RecordSource;
  /** Takes every line of them, in this order; a line of an id that is there replaces it. */
  readonly importLines: (ccid: string, kind: Kind, lines: readonly string[]) => Promise<unknown>;
}

export const START = Date.UTC(2024, 1, 28);
export const at = (offset: number): string => formatInstant(START + offset);
/** Ids that collations, other than the order of their bytes, put elsewhere. */
const IDS = ['b', 'a', 'B', 'é', 'z', '10', '9', '日本', '\u{1f600}', '\uffee', 'a b', "o'clock"];
/** Either side of midnights, before 1970, and one date for all the ids above. */
export const DATES = [
  ...[0, 1, DAY_MS - 1, DAY_MS, DAY_MS + 1, 3 * DAY_MS - 1, 3 * DAY_MS, -1, -3 * DAY_MS].map(at),
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00.000Z',
];

/** Records of every kind, entity type and medium; documents and attributes among them that nobody owns. */
function sample(): Imported {
  const owners = [
    ...IDS.map((id) => ({ id, date: at(5) })),
    ...DATES.map((date, index) => ({ id: `i${index}`, date })),
  ];
  const entity = (index: number) => [0, 1, 2, 3, 5, 6, 7][index % 7];
  return {
    interactions: owners.map(({ id, date }, index) =>
      interaction(id, date, {
        ENTITYTYPEID: entity(index),
        MEDIATYPEID: ['email', 'Chat', 'FAX'][index % 3],
      }),
    ),
    documents: [
      ...owners.flatMap(({ id }, index) =>
        IDS.slice(0, index % 4).map((own) => documentOf(`${own}-${id}`, id, { THENAME: 'ü'.repeat(index) })),
      ),
      documentOf('waits', 'nobody'),
    ],
    contacts: owners.map(({ id, date }) => contact(id, date)),
    'contact-attributes': [
      ...owners.map(({ id }, index) => attributeOf(`${99 - index}`, id)),
      attributeOf('waits', 'nobody'),
    ],
  };
}

/** Members first, so that all of them wait for their owners. */
export async function importSample({ importLines }: SourceFixture, ccid: string): Promise<Imported> {
  const imported = sample();
  for (const kind of ['documents', 'interactions', 'contact-attributes', 'contacts'] as const)
    await importLines(ccid, kind, imported[kind]);
  return imported;
}
