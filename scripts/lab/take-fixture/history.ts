import { DEFAULT_PERIOD, historyLines, type HistoryOptions } from '../../generate/history.ts';
import { paragraphs } from '../../generate/prose.ts';
import { randomOf } from '../../generate/random.ts';
import { KINDS, type Kind } from '../../../src/model/records.ts';

/** A contact history as the lines that are imported, in the order of import. */
export type Lines = Readonly<Record<Kind, readonly string[]>>;

/** The members of a record that say which it is, when it was, and to which record it belongs. */
export const FIELDS = {
  interactions: { id: 'IXNID', date: 'STARTDATE' },
  documents: { id: 'ID', owner: 'ENTITYID' },
  contacts: { id: 'CONTACTID', date: 'CREATEDDATE' },
  'contact-attributes': { id: 'ID', owner: 'CONTACTID' },
} as const;

export type Fields = Readonly<Record<string, unknown>>;

const FIRST = { ...DEFAULT_PERIOD, seed: 21, interactions: 60 };
const SECOND = { ...DEFAULT_PERIOD, seed: 22, interactions: 120, start: Date.UTC(2026, 0, 1) };

/** A run reads pages of about 1 MB: with comments of this size it has many seams to be cut at. */
const COMMENT_CHARACTERS = 80_000;
/** More than a row of the database takes: the text of such a record lies in the object store. */
const LARGE_CHARACTERS = 2_500_000;
/** Larger attachments are left out: what is in them hardly compresses, and a fixture is to be small. */
const ATTACHMENT_BYTES = 1_500;

/** What is there when a DataSync job runs for the first time. */
export const firstHistory = (): Lines => linesOf(FIRST);

/** What comes afterwards: more records, a large one among them, and another text of one that was there before. */
export function secondHistory(): Lines {
  const [changed = '{}'] = historyLines('interactions', FIRST);
  const { interactions: added, ...others } = linesOf(SECOND);
  const [large = '{}', ...rest] = added;
  const interactions = [
    withComment(large, LARGE_CHARACTERS, 'large'),
    ...rest,
    withComment(changed, COMMENT_CHARACTERS, 'changed'),
  ];
  return { ...others, interactions };
}

/** The history after both imports: of two texts of one record the later one counts. */
export function joined(first: Lines, second: Lines): Lines {
  const merged = (kind: Kind) => [
    ...new Map([...first[kind], ...second[kind]].map((line) => [idOf(kind, line), line])).values(),
  ];
  return byKind(merged);
}

/** The history as one that exports these media alone sees it; a document goes with its interaction. */
export function ofMedia(lines: Lines, media: string): Lines {
  const interactions = lines.interactions.filter((line) => fieldsOf(line)['MEDIATYPEID'] === media);
  return { ...lines, interactions };
}

// Every line here was made by JSON.stringify of an object.
export const fieldsOf = (line: string): Fields => JSON.parse(line) as Fields;

const idOf = (kind: Kind, line: string): string => String(fieldsOf(line)[FIELDS[kind].id]);

const byKind = (lines: (kind: Kind) => readonly string[]): Lines => {
  const [interactions, documents, contacts, attributes] = KINDS.map(lines);
  return {
    interactions: interactions ?? [],
    documents: documents ?? [],
    contacts: contacts ?? [],
    'contact-attributes': attributes ?? [],
  };
};

function linesOf(options: HistoryOptions): Lines {
  return byKind((kind) => {
    const lines = [...historyLines(kind, options)];
    if (kind === 'interactions')
      return lines.map((line, n) => withComment(line, COMMENT_CHARACTERS, `${options.seed}/${n}`));
    return kind === 'documents'
      ? lines.filter((line) => Number(fieldsOf(line)['THESIZE']) <= ATTACHMENT_BYTES)
      : lines;
  });
}

/** One paragraph said again and again: large for the service, small for whoever keeps it. */
function withComment(line: string, characters: number, label: string): string {
  const paragraph = `${paragraphs(randomOf(FIRST.seed, `comment/${label}`), 250)}\n`;
  const comment = paragraph.repeat(Math.ceil(characters / paragraph.length)).slice(0, characters);
  return JSON.stringify({ ...fieldsOf(line), THECOMMENT: comment });
}
