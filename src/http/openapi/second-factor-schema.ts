import { z } from '@hono/zod-openapi';
import { textField, whole } from './fields.ts';

/** Shapes of second factors. */

/** Characters of a code at most, with what somebody may put between its parts. */
const CODE_UNITS = 64;

/** A code as somebody types it. */
export const Code = z.string().min(1).max(CODE_UNITS).openapi({
  description: 'A code of the authenticator, or where one signs in also a recovery code.',
  example: '492039',
});

/** The second factor of a user. */
export const SecondFactor = z
  .object({
    enabled: z.boolean().openapi({ description: 'Whether the user has one.', example: true }),
    required: z.boolean().openapi({
      description:
        'Whether the user has to have one. Who has none then may set one up, and nothing else (403 `second-factor-first`).',
      example: false,
    }),
    recoveryCodes: whole('How many recovery codes are left.').openapi({ example: 10 }),
  })
  .openapi('SecondFactor', { description: 'The second factor of a user.' });

/** What `POST /me/second-factor` answers. */
export const BegunFactor = z
  .object({
    secret: textField({
      maxLength: 64,
      description:
        'The secret in base32, to be typed where no picture can be read. Shown now and never again.',
      example: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    }),
    uri: textField({
      maxLength: 2_048,
      description:
        'The same as an authenticator reads it from a QR code (TOTP, SHA-1, 6 digits, 30 seconds).',
      example:
        'otpauth://totp/UDM:demo%5Canna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=UDM&algorithm=SHA1&digits=6&period=30',
    }),
  })
  .openapi('BegunSecondFactor', { description: 'A second factor that counts once a code of it was shown.' });

/** The body of `POST /me/second-factor/confirm`. */
export const FactorCode = z
  .object({ code: Code })
  .openapi('SecondFactorCode', { description: 'A code of a second factor.', example: { code: '492039' } });

/** Recovery codes, as they are shown once. */
export const RecoveryCodes = z
  .object({
    recoveryCodes: z
      .array(textField({ maxLength: 64, description: 'A code.', example: 'abcd-efgh-ijkl-mnop-qrst-uvwx' }))
      .openapi({
        description: 'Each is good once in the place of a code. Shown now and never again.',
        example: ['abcd-efgh-ijkl-mnop-qrst-uvwx'],
      }),
  })
  .openapi('RecoveryCodes', { description: 'What lets in without the authenticator.' });
