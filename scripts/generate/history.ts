import type { Kind } from '../../src/model/records.ts';
import { attributeRecords, contactRecord } from './contacts.ts';
import { documentRecords } from './documents.ts';
import { interactionRecord } from './interactions.ts';

/** A contact history that does not exist. The same options give the same bytes, on every machine. */
export interface HistoryOptions {
  readonly seed: number;
  /** Number of interactions; there is a contact for every fourth of them, a document for about every fifth. */
  readonly interactions: number;
  /** First day of the history (milliseconds since 1970, UTC) and its length in days. */
  readonly start: number;
  readonly days: number;
}

/** 2025-01-01, and a year from there. */
export const DEFAULT_PERIOD = { start: Date.UTC(2025, 0, 1), days: 365 } as const;

/** Number of contacts of a history. */
export const contactCount = (options: HistoryOptions): number =>
  Math.max(1, Math.ceil(options.interactions / 4));

/** The records of one kind as JSON texts without line ends, made one at a time. */
export function* historyLines(kind: Kind, options: HistoryOptions): Generator<string> {
  const { interactions } = options;
  const contacts = contactCount(options);
  switch (kind) {
    case 'interactions':
      for (let n = 0; n < interactions; n += 1) yield JSON.stringify(interactionRecord(options, n, contacts));
      break;
    case 'documents':
      for (let n = 0; n < interactions; n += 1)
        yield* documentRecords(options, n).map((item) => JSON.stringify(item));
      break;
    case 'contacts':
      for (let n = 0; n < contacts; n += 1) yield JSON.stringify(contactRecord(options, n));
      break;
    case 'contact-attributes':
      for (let n = 0; n < contacts; n += 1)
        yield* attributeRecords(options, n).map((item) => JSON.stringify(item));
      break;
  }
}

const CHUNK_CHARACTERS = 64 * 1024;

/** The same as JSON Lines in UTF-8, LF after every line, in chunks of about 64 KB. */
export function* historyBytes(kind: Kind, options: HistoryOptions): Generator<Uint8Array> {
  let text = '';
  for (const line of historyLines(kind, options)) {
    text += `${line}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text) yield Buffer.from(text);
}
