import { z } from '@hono/zod-openapi';
import { PRIVILEGES, ROLE_NAMES } from '../../model/roles.ts';
import { instant, mayBe, password, rolesOf, shown } from './access-fields.ts';
import { CODE, SENTENCE } from './fields.ts';
import { SecondFactor } from './second-factor-schema.ts';

/** Shapes of roles, of what a contact center decides, and of whoever asks. */

const privileges = z
  .array(z.enum(PRIVILEGES))
  .openapi({ description: 'What may be done.', example: ['jobs.read'] });
const Role = z
  .object({
    name: z.string().openapi({ ...CODE, description: 'The role.', example: 'auditor' }),
    description: z
      .string()
      .openapi({ ...SENTENCE, description: 'What it is for.', example: 'Sees everything but files.' }),
    privileges,
  })
  .openapi('Role', { description: 'A role, and what it may do.' });
/** The table of roles. */
export const RoleList = z
  .object({
    items: z.array(Role).openapi({ description: 'The roles.' }),
  })
  .openapi('Roles', { description: 'The table of roles.' });

const secondFactor = z.array(z.enum([...ROLE_NAMES, 'all'])).openapi({
  description: 'Roles that need a second factor; ["all"] for everybody.',
  example: ['administrator'],
});
/** What a contact center has decided. */
export const SettingsAnswer = z
  .object({
    requireApiKey: z.boolean().openapi({
      description: "Whether a request by token has to carry one of the center's API keys.",
      example: false,
    }),
    cipherByAdministratorsOnly: z
      .boolean()
      .openapi({ description: 'Whether administrators alone replace the certificate.', example: false }),
    secondFactor,
    budget: z.number().min(0).max(1_000_000).openapi({
      description:
        'US dollars that are to be spent in a month; 0 for no budget. `GET /udm/v10/cost` shows what is.',
      example: 20,
    }),
  })
  .openapi('Settings', { description: 'What a contact center has decided.' });
/** The body of `PATCH /settings`. */
export const SettingsChange = SettingsAnswer.partial().openapi('SettingsChange', {
  description: 'What is to be decided differently.',
  example: { requireApiKey: true },
});

const Notice = z
  .object({
    code: z
      .string()
      .openapi({ ...CODE, description: 'What happened, as a word.', example: 'password-changed' }),
    time: instant('When it was.'),
    message: z
      .string()
      .openapi({ ...SENTENCE, description: 'The same for people.', example: 'Your password was changed.' }),
  })
  .openapi('Notice', { description: "Something that happened to one's own sign-in." });

/** Whoever asks. */
export const MeAnswer = z
  .object({
    name: shown('The name of a user, the id of a client or an API key.', 'anna@example.org'),
    kind: z.enum(['user', 'client', 'key']).openapi({ description: 'What it is.' }),
    ccid: shown('The contact center.', 'demo'),
    roles: rolesOf,
    privileges,
    issuer: z.string().nullable().openapi({
      description: 'The outside issuer that a user comes from; null of whoever has a password here.',
      maxLength: 2_000,
      example: 'https://id.acme.example',
    }),
    secondFactor: SecondFactor,
    passwordChangedAt: mayBe('When the password was last changed; null where it never was.'),
    notices: z.array(Notice).openapi({
      description: "What happened to one's own sign-in in the last week, until it is dismissed.",
    }),
  })
  .openapi('Me', { description: 'Whoever asks.' });
/** The body of `PATCH /me`. */
export const PasswordChange = z
  .object({
    currentPassword: password,
    newPassword: password.openapi({ description: '12 to 256 characters.' }),
  })
  .openapi('PasswordChange', {
    description: 'The password of now, and the one to come.',
    example: { currentPassword: 'correct horse battery', newPassword: 'staple correct horse' },
  });
