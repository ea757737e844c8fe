import type { Kind } from '../../model/records.ts';
import { CONTACT_SCHEMA } from './contact.ts';
import { CONTACT_ATTRIBUTE_SCHEMA } from './contactattribute.ts';
import { DOCUMENT_SCHEMA } from './document.ts';
import { INTERACTION_SCHEMA } from './interaction.ts';
import type { RecordSchema } from './schema.ts';

/** The schema of each kind, and the entry that holds it in an archive that has records of the kind. */
export const SCHEMA_OF: Readonly<Record<Kind, { readonly entry: string; readonly schema: RecordSchema }>> = {
  interactions: { entry: 'schema/interaction.json', schema: INTERACTION_SCHEMA },
  documents: { entry: 'schema/document.json', schema: DOCUMENT_SCHEMA },
  contacts: { entry: 'schema/contact.json', schema: CONTACT_SCHEMA },
  'contact-attributes': { entry: 'schema/contactattribute.json', schema: CONTACT_ATTRIBUTE_SCHEMA },
};
