import { z } from '@hono/zod-openapi';
import { issueOf } from '../../model/api/carried-failure.ts';
import { parseInstant } from '../../model/instant.ts';
import { instant, mayBe, name, password, roles, rolesOf, shown } from './access-fields.ts';
import { NAME } from './fields.ts';
import { redirectUris, redirectUrisOf } from './redirect-uris.ts';

/** Shapes of users, clients and API keys. */

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
    ...NAME,
    description: 'When it ends, ISO 8601; never unless given.',
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
  .openapi('NewUser', {
    description: 'A user to be added.',
    example: { name: 'anna@example.org', roles: ['exporter'] },
  });

/** The body of `PATCH /users/{name}`. */
export const UserChange = z
  .object({
    roles: roles.optional(),
    disabled: z
      .boolean()
      .optional()
      .openapi({ description: 'Whether the user may not sign in.', example: true }),
  })
  .openapi('UserChange', {
    description: 'What is to be different about a user.',
    example: { disabled: true },
  });

const user = z.object({
  id: shown('The same as the name.', 'anna@example.org'),
  name: shown('What the user signs in with.', 'anna@example.org'),
  roles: rolesOf,
  disabled: z.boolean().openapi({ description: 'Whether the user may not sign in.', example: false }),
  invited: z
    .boolean()
    .openapi({ description: 'Whether the user has not chosen a password yet.', example: true }),
  issuer: z.string().nullable().openapi({
    description: 'The outside issuer that the user comes from; null of whoever has a password here.',
    maxLength: 2_000,
    example: 'https://id.acme.example',
  }),
  secondFactor: z.boolean().openapi({
    description: 'Whether a second factor is set up here. People of an outside issuer have none here.',
    example: false,
  }),
  createdDate: instant('When the user was added.'),
  createdBy: shown('Who added the user; "" where it is not known.', 'admin'),
  passwordChangedAt: mayBe('When the password was last changed; null where it never was.'),
});
/** A user. */
export const UserAnswer = user.openapi('User', { description: 'A user of the contact center.' });

const INVITATION = 'https://udm.example/invitation#k3J0b3V0';
const invitation = {
  invitation: z.string().openapi({
    format: 'uri',
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
  .openapi('AddedUser', {
    description: 'The user that was added, with an invitation where no password was given.',
  });
/** What `POST /users/{name}/invitation` answers. */
export const InvitationAnswer = z
  .object({ name: shown('The user.', 'anna@example.org'), ...invitation })
  .openapi('Invitation', { description: 'An invitation to choose a password.' });

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
  .openapi('AcceptedInvitation', { description: 'An invitation, and the password that was chosen.' });
/** Whose password was chosen. */
export const InvitedUser = z
  .object({
    ccid: shown('The contact center.', 'demo'),
    name: shown('The user.', 'anna@example.org'),
  })
  .openapi('InvitedUser', { description: 'Whose password was chosen.' });

/** The body of `POST /clients`. */
export const NewClient = z
  .object({
    name: name('Unique in the contact center.', 'Nightly export'),
    roles,
    redirectUris: redirectUris.optional(),
  })
  .openapi('NewClient', {
    description: 'An OAuth client to be added.',
    example: { name: 'Nightly export', roles: ['exporter'] },
  });
/** The body of `PATCH /clients/{id}`. */
export const ClientChange = z
  .object({
    name: name('Unique in the contact center.', 'Nightly export').optional(),
    roles: roles.optional(),
    redirectUris: redirectUris.optional(),
  })
  .openapi('ClientChange', {
    description: 'What is to be different about a client.',
    example: { roles: ['exporter'] },
  });

const client = z.object({
  id: shown('The client id.', 'c-b3V0bGF3cyE1'),
  name: shown('What the client is for.', 'Nightly export'),
  roles: rolesOf,
  redirectUris: redirectUrisOf,
  createdDate: instant('When the client was added.'),
  createdBy: shown('Who added it; "" where it is not known.', 'admin'),
});
/** An OAuth client. */
export const ClientAnswer = client.openapi('OAuthClient', {
  description: 'An OAuth client of the contact center.',
});
/** What `POST /clients` answers. */
export const AddedClient = client
  .extend({ secret: shown('Shown now and never again.', 'k3J0b3V0') })
  .openapi('AddedClient', { description: 'The client that was added, with its secret.' });

/** The body of `POST /api-keys`. */
export const NewApiKey = z
  .object({
    name: name('Unique in the contact center.', 'Gateway'),
    roles: roles.nullable().optional().openapi({
      description: 'What the key may do alone, without a token. Without roles it only goes with one.',
    }),
    expiresAt,
  })
  .openapi('NewApiKey', { description: 'An API key to be made.', example: { name: 'Gateway' } });

/** The body of `PATCH /api-keys/{id}`. What is null is not given, as everywhere: "" and [] take away. */
export const ApiKeyChange = z
  .object({
    name: name('Unique in the contact center.', 'Gateway').optional(),
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
  id: shown('Names the key; it opens nothing.', 'k-b3V0bGF3cyE1'),
  name: shown('What the key is for.', 'Gateway'),
  roles: rolesOf.nullable().openapi({ description: 'Null: the key only goes with a token.' }),
  expiresAt: mayBe('When it ends; null: never.'),
  lastUsedAt: mayBe('When it was last used, to the minute; null: never.'),
  createdDate: instant('When the key was made.'),
  createdBy: shown('Who made it.', 'admin'),
});
/** An API key. */
export const ApiKeyAnswer = key.openapi('ApiKey', { description: 'An API key of the contact center.' });
/** What `POST /api-keys` answers. */
export const AddedApiKey = key
  .extend({
    key: shown('Sent as `x-api-key`. Shown now and never again.', 'udm_k3J0b3V0'),
  })
  .openapi('AddedApiKey', { description: 'The key that was made, with its secret.' });
