import { HeldEntity } from '../../model/api/job-info.ts';
import { bounds, described } from './fields.ts';

/** A data entry of the archive: what it would hold, or holds. */
export const DataEntry = HeldEntity.extend({
  name: described(HeldEntity.shape.name, {
    maxLength: 40,
    description: 'What the name of the entry in the archive begins with.',
    example: 'EmailIn-Attachment',
  }),
  records: described(HeldEntity.shape.records, { ...bounds, description: 'Lines of this entry.' }),
  bytes: described(HeldEntity.shape.bytes, {
    ...bounds,
    description: 'Bytes of these lines, before compression.',
  }),
}).openapi('DataEntry', {
  description: 'A data entry of the archive.',
  example: { name: 'EmailIn-Attachment', records: 15_000, bytes: 35_000_000 },
});
