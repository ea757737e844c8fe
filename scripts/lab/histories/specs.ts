import type { Random } from '../../generate/random.ts';
import type { Kind } from '../../../src/model/records.ts';

/** A record of a small world: few ids, owners, dates, contacts, so that everything meets everything. */
export interface Spec {
  readonly id: string;
  readonly owner: string;
  readonly day: number;
  readonly media: string;
  readonly entity: number;
  readonly note: number;
  readonly contact: string | null;
}

const IDS = ['a', 'b', 'c', 'd', 'é', '\u{1f600}', '\uffee'] as const;
/** Contacts whose prints are the same: CRC-32 of both is 4DDB0C25. */
const CONTACTS = ['plumless', 'buckeroo', 'c', null] as const;
export const DATES = [
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00Z',
  '2024-02-29T12:00:00Z',
  '2024-02-29T23:59:59.999Z',
  '2024-03-01T00:00:00Z',
] as const;
export const MEDIA = ['email', 'CHAT', '__proto__'] as const;
export const ENTITIES = [0, 2] as const;

/** Some records of a kind, no id twice. */
export function drawSpecs(random: Random): readonly Spec[] {
  const specs = Array.from({ length: random.integer(1, 6) }, () => drawSpec(random));
  return [...new Map(specs.map((spec) => [spec.id, spec])).values()];
}

const drawSpec = (random: Random): Spec => ({
  id: random.pick(IDS),
  owner: random.next() < 0.15 ? 'nobody' : random.pick(IDS),
  day: random.integer(0, DATES.length - 1),
  media: random.pick(MEDIA),
  entity: random.pick(ENTITIES),
  note: random.integer(0, 2),
  contact: random.pick(CONTACTS),
});

/** Whether a text goes to R2. */
export const isLarge = (line: string): boolean => line.includes('ü'.repeat(40));

export const drawContact = (random: Random): string =>
  random.next() < 0.4 ? random.pick(IDS) : (random.pick(CONTACTS) ?? 'nobody');

/** The record as it is imported. */
export function lineOf(kind: Kind, spec: Spec): string {
  const { id, owner, note } = spec;
  const NOTE = 'ü'.repeat(note * 20);
  switch (kind) {
    case 'interactions': {
      const contact = spec.contact === null ? {} : { CONTACTID: spec.contact };
      const place = { STARTDATE: DATES[spec.day], MEDIATYPEID: spec.media, ENTITYTYPEID: spec.entity };
      return JSON.stringify({ IXNID: id, ...place, ...contact, NOTE });
    }
    case 'documents':
      return JSON.stringify({ ID: id, ENTITYID: owner, NOTE });
    case 'contacts':
      return JSON.stringify({ CONTACTID: id, CREATEDDATE: DATES[spec.day], NOTE });
    case 'contact-attributes':
      return JSON.stringify({ ID: id, CONTACTID: owner, ATTRIBUTENAME: 'MARK', STRVALUE: NOTE });
  }
}
