import { SCHEMA_OF } from './of-kind.ts';

/** What contacts say themselves: a filter of any other name is one of their attributes, unless the very contact has a member of that name. */
export const CONTACT_COLUMNS: ReadonlySet<string> = new Set(
  Object.keys(SCHEMA_OF.contacts.schema.properties),
);

/** What a contact attribute is called, and where its value stands: in the first of these that is there (guide, section 2.2). */
export const ATTRIBUTE_NAME = 'ATTRIBUTENAME';
export const ATTRIBUTE_VALUES = ['STRVALUE', 'DATEVALUE', 'BINVALUE'] as const;
