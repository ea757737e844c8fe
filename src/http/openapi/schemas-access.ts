import { z } from '@hono/zod-openapi';
import { SecondFactor } from './second-factor-schema.ts';
import { issueOf } from '../../model/api/carried-failure.ts';
import { parseInstant } from '../../model/instant.ts';
import { PRIVILEGES, ROLE_NAMES } from '../../model/roles.ts';
import { redirectUris, redirectUrisOf } from './redirect-uris.ts';

/** Shapes of users, clients, API keys and what a contact center decides of them. */

const MAX_NAME = 255;
const NAME_ISSUE = issueOf('account-name', { max: MAX_NAME });

/** `tenant\user` is how a user names both when signing in, and a name is the end of a path. */
const isName = (text: string): boolean =>
  text === text.trim() &&
  text.length > 0 &&
  text.length <= MAX_NAME &&
  !/[\\/\p{Cc}]|^\.{1,2}$/u.test(text) &&
  text.isWellFormed();

const name = (description: string, example: string) =>
  z
    .string()
    .superRefine((text, context) => {
      if (!isName(text)) context.addIssue(NAME_ISSUE);
    })
    .openapi({ description, example });

const instant = (description: string) =>
  z.string().openapi({ description, example: '2026-11-20T12:00:00.000Z' });
const mayBe = (description: string) =>
  z.string().nullable().openapi({ description, example: '2026-11-20T12:00:00.000Z' });

/** Roles of a body: in the order of the table, each once. */
const roles = z
  .array(z.enum(ROLE_NAMES))
  .max(ROLE_NAMES.length)
  .transform((given) => ROLE_NAMES.filter((role) => given.includes(role)))
  .openapi({
    description: `${ROLE_NAMES.join(', ')}; \`GET roles\` tells what each may do.`,
    example: ['exporter'],
  });
const rolesOf = z.array(z.string()).openapi({ example: ['exporter'] });

/** A password as somebody types it; the rules judge it. */
const password = z.string().max(1024).openapi({ example: 'correct horse battery' });

/** When something ends: an instant to come, or null. */
const expiresAt = z
  .string()
  .nullable()
  .optional()
  .transform((text, context) => {
    if (text === undefined || text === null) return null;
    const value = parseInstant(text);
    if (value !== null) return value;
    context.addIssue(issueOf('not-a-date'));
    return z.NEVER;
  })
  .openapi({
    type: 'string',
    description: 'When it ends; never unless given.',
    example: '2027-11-20T12:00:00Z',
  });

/** The body of `POST /users`. */
export const NewUser = z
  .object({
    name: name('What the user signs in with; unique in the contact center.', 'anna@example.org'),
    roles,
    password: password
      .optional()
      .openapi({ description: '12 to 256 characters. Without one the user is invited to choose it.' }),
  })
  .openapi('NewUser', { example: { name: 'anna@example.org', roles: ['exporter'] } });

/** The body of `PATCH /users/{name}`. */
export const UserChange = z
  .object({
    roles: roles.optional(),
    disabled: z
      .boolean()
      .optional()
      .openapi({ description: 'Whether the user may not sign in.', example: true }),
  })
  .openapi('UserChange', { example: { disabled: true } });

const user = z.object({
  id: z.string().openapi({ description: 'The same as the name.', example: 'anna@example.org' }),
  name: z.string().openapi({ example: 'anna@example.org' }),
  roles: rolesOf,
  disabled: z.boolean().openapi({ example: false }),
  invited: z
    .boolean()
    .openapi({ description: 'Whether the user has not chosen a password yet.', example: true }),
  issuer: z.string().nullable().openapi({
    description: 'The outside issuer that the user comes from; null of whoever has a password here.',
    maxLength: 2_000,
    example: 'https://id.acme.example',
  }),
  createdDate: instant('When the user was added.'),
  createdBy: z
    .string()
    .openapi({ description: 'Who added the user; "" where it is not known.', example: 'admin' }),
  passwordChangedAt: mayBe('When the password was last changed; null where it never was.'),
});
/** A user. */
export const UserAnswer = user.openapi('User');

const INVITATION = 'https://udm.example/invitation#k3J0b3V0';
const invitation = {
  invitation: z.string().openapi({
    description: 'The link by which the user chooses a password, once. It is shown now and never again.',
    example: INVITATION,
  }),
  invitationExpiresAt: instant('When the invitation ends: 72 hours from now.'),
};
/** What `POST /users` answers. */
export const AddedUser = user
  .extend({
    invitation: invitation.invitation.optional(),
    invitationExpiresAt: invitation.invitationExpiresAt.optional(),
  })
  .openapi('AddedUser');
/** What `POST /users/{name}/invitation` answers. */
export const InvitationAnswer = z
  .object({ name: z.string().openapi({ example: 'anna@example.org' }), ...invitation })
  .openapi('Invitation');

/** The body of `POST /auth/v3/invitation`. */
export const AcceptedInvitation = z
  .object({
    token: z
      .string()
      .min(1)
      .max(256)
      .openapi({ description: 'What stands behind the # of the link.', example: 'k3J0b3V0' }),
    password,
  })
  .openapi('AcceptedInvitation');
/** Whose password was chosen. */
export const InvitedUser = z
  .object({
    ccid: z.string().openapi({ example: 'demo' }),
    name: z.string().openapi({ example: 'anna@example.org' }),
  })
  .openapi('InvitedUser');

/** The body of `POST /clients`. */
export const NewClient = z
  .object({
    name: name('Unique in the contact center.', 'Nightly export'),
    roles,
    redirectUris: redirectUris.optional(),
  })
  .openapi('NewClient', { example: { name: 'Nightly export', roles: ['exporter'] } });
/** The body of `PATCH /clients/{id}`. */
export const ClientChange = z
  .object({
    name: name('Unique in the contact center.', 'Nightly export').optional(),
    roles: roles.optional(),
    redirectUris: redirectUris.optional(),
  })
  .openapi('ClientChange', { example: { roles: ['exporter'] } });

const client = z.object({
  id: z.string().openapi({ description: 'The client id.', example: 'c-b3V0bGF3cyE1' }),
  name: z.string().openapi({ example: 'Nightly export' }),
  roles: rolesOf,
  redirectUris: redirectUrisOf,
  createdDate: instant('When the client was added.'),
  createdBy: z.string().openapi({ description: 'Who added it; "" where it is not known.', example: 'admin' }),
});
/** An OAuth client. */
export const ClientAnswer = client.openapi('OAuthClient');
/** What `POST /clients` answers. */
export const AddedClient = client
  .extend({ secret: z.string().openapi({ description: 'Shown now and never again.', example: 'k3J0b3V0' }) })
  .openapi('AddedClient');

/** The body of `POST /api-keys`. */
export const NewApiKey = z
  .object({
    name: name('Unique in the contact center.', 'Gateway'),
    roles: roles.nullable().optional().openapi({
      description: 'What the key may do alone, without a token. Without roles it only goes with one.',
    }),
    expiresAt,
  })
  .openapi('NewApiKey', { example: { name: 'Gateway' } });

/** The body of `PATCH /api-keys/{id}`. What is null is not given, as everywhere: "" and [] take away. */
export const ApiKeyChange = z
  .object({
    name: name('Unique in the contact center.', 'Gateway').optional().openapi({ maxLength: MAX_NAME }),
    roles: roles.optional().openapi({
      description: 'What the key may do alone, without a token; none: it only goes with one.',
    }),
    expiresAt: z
      .string()
      .optional()
      .transform((text, context) => {
        if (text === undefined) return undefined;
        const value = text === '' ? null : parseInstant(text);
        if (value !== null || text === '') return value;
        context.addIssue(issueOf('not-a-date'));
        return z.NEVER;
      })
      .openapi({
        type: 'string',
        maxLength: 64,
        description: 'When it ends; "" for never.',
        example: '2027-11-20T12:00:00Z',
      }),
  })
  .openapi('ApiKeyChange', {
    description: 'What of an API key becomes another; the rest stays.',
    example: { name: 'Gateway of the south' },
  });

const key = z.object({
  id: z.string().openapi({ description: 'Names the key; it opens nothing.', example: 'k-b3V0bGF3cyE1' }),
  name: z.string().openapi({ example: 'Gateway' }),
  roles: rolesOf.nullable().openapi({ description: 'Null: the key only goes with a token.' }),
  expiresAt: mayBe('When it ends; null: never.'),
  lastUsedAt: mayBe('When it was last used, to the minute; null: never.'),
  createdDate: instant('When the key was made.'),
  createdBy: z.string().openapi({ description: 'Who made it.', example: 'admin' }),
});
/** An API key. */
export const ApiKeyAnswer = key.openapi('ApiKey');
/** What `POST /api-keys` answers. */
export const AddedApiKey = key
  .extend({
    key: z
      .string()
      .openapi({ description: 'Sent as `x-api-key`. Shown now and never again.', example: 'udm_k3J0b3V0' }),
  })
  .openapi('AddedApiKey');

const privileges = z.array(z.enum(PRIVILEGES)).openapi({ example: ['jobs.read'] });
/** The table of roles. */
export const RoleList = z
  .object({
    items: z.array(
      z.object({
        name: z.string().openapi({ example: 'auditor' }),
        description: z.string().openapi({ example: 'Sees everything but files.' }),
        privileges,
      }),
    ),
  })
  .openapi('Roles');

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
  })
  .openapi('Settings');
/** The body of `PATCH /settings`. */
export const SettingsChange = SettingsAnswer.partial().openapi('SettingsChange', {
  example: { requireApiKey: true },
});

/** Whoever asks. */
export const MeAnswer = z
  .object({
    name: z.string().openapi({
      description: 'The name of a user, the id of a client or an API key.',
      example: 'anna@example.org',
    }),
    kind: z.enum(['user', 'client', 'key']),
    ccid: z.string().openapi({ description: 'The contact center.', example: 'demo' }),
    roles: rolesOf,
    privileges,
    secondFactor: SecondFactor,
    passwordChangedAt: mayBe('When the password was last changed; null where it never was.'),
    notices: z
      .array(
        z.object({
          code: z.string().openapi({ example: 'password-changed' }),
          time: instant('When it was.'),
          message: z.string().openapi({ example: 'Your password was changed.' }),
        }),
      )
      .openapi({
        description: "What happened to one's own sign-in in the last week, until it is dismissed.",
      }),
  })
  .openapi('Me');
/** The body of `PATCH /me`. */
export const PasswordChange = z
  .object({
    currentPassword: password,
    newPassword: password.openapi({ description: '12 to 256 characters.' }),
  })
  .openapi('PasswordChange', {
    example: { currentPassword: 'correct horse battery', newPassword: 'staple correct horse' },
  });
