import { SealedFor } from '../../model/api/job-info.ts';
import { SEALED_FOR } from './examples.ts';
import { described, INSTANT_OR_NONE, SHA256 } from './fields.ts';

/** A certificate has 64 KB at most, of which RFC 4514 writes a byte as three characters where it must. */
export const SUBJECT = { maxLength: 3 * 64 * 1024 };

/** The certificate that files are encrypted for. */
export const SealedForPart = SealedFor.extend({
  subject: described(SealedFor.shape.subject, { ...SUBJECT, description: 'As RFC 4514 writes it.' }),
  fingerprint: described(SealedFor.shape.fingerprint, {
    ...SHA256,
    description: 'SHA-256 of the DER, lower-case hex.',
  }),
  notAfter: described(SealedFor.shape.notAfter, {
    ...INSTANT_OR_NONE,
    description: 'When it ends, ISO 8601; "" where that cannot be read.',
  }),
}).openapi('SealedFor', { description: 'A certificate that files are encrypted for.', example: SEALED_FOR });
