import { recordSchema } from './schema.ts';

/** Documents: names and types of the guide's section 1.2. */
export const DOCUMENT_SCHEMA = recordSchema('document', {
  required: [],
  string: 'ID MIMETYPE THENAME DESCRIPTION CONTENT DOCUMENTID ENTITYID',
  integer: 'THESIZE ENTITYTYPEID',
});
