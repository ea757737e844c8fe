import { z } from '@hono/zod-openapi';
import { CERTIFICATE, CERTIFICATE_V3 } from './examples.ts';
import { instant, nameField, whole } from './fields.ts';
import { warnings } from './schemas.ts';
import { SealedForPart } from './sealed-for.ts';

/** Bits of an RSA key that a certificate of 64 KB has room for. */
const MAX_KEY_BITS = 64 * 1024 * 8;

const onFile = z.object({
  ccid: nameField('The contact center.'),
  name: nameField('The name under which it was uploaded.'),
  size: whole('Bytes of the file that was uploaded.'),
  lastModified: instant('When it was uploaded.'),
});
/** The certificate on file as the older versions show it. */
export const CertificateInfoV3 = onFile.openapi('CertificateInfo', {
  description: 'The certificate on file.',
  example: CERTIFICATE_V3,
});

/** The certificate on file. */
export const CertificateInfo = onFile
  .extend({
    ...SealedForPart.shape,
    notBefore: instant('When it begins, ISO 8601.'),
    keyBits: whole('Bits of its RSA key; 0 where they cannot be read.', { maximum: MAX_KEY_BITS }),
    warnings,
  })
  .openapi('CertificateInfo', { description: 'The certificate on file.', example: CERTIFICATE });
