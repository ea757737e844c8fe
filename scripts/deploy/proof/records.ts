import { DEFAULT_PERIOD } from '../../generate/history.ts';
import { attributeRecords, contactRecord } from '../../generate/contacts.ts';
import { documentRecords } from '../../generate/documents.ts';
import { interactionRecord } from '../../generate/interactions.ts';
import { KINDS, type Kind } from '../../../src/model/records.ts';

/** Records of a proof: enough that every kind of entry is there, few enough to take seconds. */
export const PROOF_RECORDS = 1_000;
/** Few, since each is erased by a request of its own. */
const CONTACTS = 5;
const OPTIONS = { ...DEFAULT_PERIOD, seed: 1, interactions: PROOF_RECORDS };

/** Generated records by kind as lines of JSON, 1,000 in all: contacts with their attributes, the rest interactions with their documents. */
export function proofRecords(): Readonly<Record<Kind, readonly string[]>> {
  const lines: Record<Kind, string[]> = {
    interactions: [],
    documents: [],
    contacts: [],
    'contact-attributes': [],
  };
  const add = (kind: Kind, records: readonly object[]) => {
    const left = PROOF_RECORDS - KINDS.reduce((sum, name) => sum + lines[name].length, 0);
    lines[kind].push(...records.slice(0, left).map((record) => JSON.stringify(record)));
  };
  for (let n = 0; n < CONTACTS; n += 1) {
    add('contacts', [contactRecord(OPTIONS, n)]);
    add('contact-attributes', attributeRecords(OPTIONS, n));
  }
  for (let n = 0; n < OPTIONS.interactions; n += 1) {
    add('interactions', [interactionRecord(OPTIONS, n, CONTACTS)]);
    add('documents', documentRecords(OPTIONS, n));
  }
  return lines;
}

/** CONTACTID of each contact. */
export const proofContacts = (): readonly string[] =>
  Array.from({ length: CONTACTS }, (_, n) => String(contactRecord(OPTIONS, n)['CONTACTID']));
