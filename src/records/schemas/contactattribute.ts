import { recordSchema } from './schema.ts';

/** Contact attributes: names and types of the guide's section 2.2. */
export const CONTACT_ATTRIBUTE_SCHEMA = recordSchema('contactattribute', {
  required: [],
  string: `
    ID CONTACTID ATTRIBUTEID ATTRIBUTENAME MIMETYPE STRVALUE STRVALUELOWERCASE BINVALUE DATEVALUE
    DESCRIPTION
  `,
  integer: 'ISPRIMARY TENANTID SUBTENANTID',
});
