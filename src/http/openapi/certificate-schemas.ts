import { z } from '@hono/zod-openapi';
import { CERTIFICATE_STATES } from '../../model/certificate-warnings.ts';
import { MAX_CERTIFICATES } from '../../model/certificate.ts';
import { CERTIFICATE, CERTIFICATE_ON_FILE, CERTIFICATE_V3 } from './examples.ts';
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

const keyBits = whole('Bits of its RSA key; 0 where they cannot be read.', { maximum: MAX_KEY_BITS });
const notBefore = instant('When it begins, ISO 8601.');

/** The primary certificate on file. */
export const CertificateInfo = onFile
  .extend({
    ...SealedForPart.shape,
    notBefore,
    keyBits,
    warnings,
  })
  .openapi('CertificateInfo', { description: 'The certificate on file.', example: CERTIFICATE });

/** One of the certificates on file. */
export const CertificateOnFile = z
  .object({
    label: nameField('What it is called; of one that replaced the primary one the name of its file.'),
    primary: z.boolean().openapi({
      description: 'Whether it is the one that `cipher` shows and replaces.',
    }),
    state: z.enum(CERTIFICATE_STATES).openapi({
      description: 'Whether exports are encrypted for it: while it is valid. `ends-soon`: within 30 days.',
    }),
    ...SealedForPart.shape,
    notBefore,
    keyBits,
    size: whole('Bytes of the file that was uploaded.'),
    lastModified: instant('When it was uploaded.'),
  })
  .openapi('CertificateOnFile', {
    description: 'A certificate that exports are encrypted for.',
    example: CERTIFICATE_ON_FILE,
  });

/** All certificates on file. */
export const CertificateList = z
  .object({
    items: z.array(CertificateOnFile).max(MAX_CERTIFICATES).openapi({
      description: 'The primary one first, then those that end last.',
    }),
    max: whole('How many there may be.', { maximum: MAX_CERTIFICATES }),
  })
  .openapi('CertificateList', {
    description: 'The certificates on file.',
    example: { items: [CERTIFICATE_ON_FILE], max: MAX_CERTIFICATES },
  });
