import { z } from '@hono/zod-openapi';
import { issuerClaims, issuerFields } from '../../model/issuer.ts';
import { ISSUER_ALGORITHMS } from '../../model/issuer-choices.ts';
import { ROLE_NAMES } from '../../model/roles.ts';
import { described, instant, nameField, textField } from './fields.ts';

/** Shapes of the outside issuers of a contact center. */

const ISSUER = 'https://id.acme.example';
const address = { maxLength: 2_000, example: ISSUER };
const claim = (description: string, example: string) => ({ description, example, maxLength: 255 });

const Claims = z
  .object({
    name: described(issuerClaims.shape.name, claim('The claim that names the user.', 'preferred_username')),
    roles: described(issuerClaims.shape.roles, claim('The claim that holds role names.', 'roles')),
  })
  .openapi('IssuerClaims', {
    description: 'Which claims say what. `a.b` is the member b of a, where there is no claim `a.b`.',
    example: { name: 'preferred_username', roles: 'roles' },
  });

/** Of a change: what is not given stays as it is, so that nothing may stand for it. */
const ClaimsChange = z
  .object({
    name: described(
      issuerClaims.shape.name.unwrap(),
      claim('The claim that names the user.', 'preferred_username'),
    ),
    roles: described(issuerClaims.shape.roles.unwrap(), claim('The claim that holds role names.', 'roles')),
  })
  .partial()
  .openapi('IssuerClaimsChange', {
    description: 'Which claims say what; one that is not given stays as it is.',
    example: { roles: 'realm_access.roles' },
  });

const roleNames = z.record(z.string().min(1).max(255), z.enum(ROLE_NAMES)).openapi({
  description:
    'Which role of this service each role of the issuer is; all others bring nothing. “UDM UCSX Exporter”, “… Importer”, “… Auditor”, “… Security” and “… Administrator” unless given.',
  example: { 'UDM UCSX Exporter': 'exporter' },
});
const algorithms = z.array(z.enum(ISSUER_ALGORITHMS).openapi({ description: 'An algorithm.' }));

/** The body of `POST /issuers`. */
export const NewIssuer = z
  .object({
    name: described(issuerFields.name, {
      description: 'What the sign-in page calls it.',
      maxLength: 255,
      example: 'Acme',
    }),
    issuer: described(issuerFields.issuer, {
      description: '`iss` of its tokens: its address, letter by letter.',
      ...address,
    }),
    audience: described(issuerFields.audience, {
      description: '`aud` of its tokens that are meant for this service. Nobody else may have named the two.',
      maxLength: 255,
      example: 'udm-acme',
    }),
    jwks: z
      .string()
      .max(2_000)
      .nullable()
      .optional()
      .openapi({
        description: 'Where its keys are; unless given where its discovery document says.',
        ...address,
        example: `${ISSUER}/keys`,
      }),
    algorithms: algorithms
      .min(1)
      .max(ISSUER_ALGORITHMS.length)
      .optional()
      .openapi({ description: 'By which it signs; RS256 unless given.', example: ['RS256'] }),
    claims: Claims.partial()
      .openapi('NewIssuerClaims', {
        description: 'Which claims say what, where it is not `preferred_username` and `roles`.',
        example: { roles: 'realm_access.roles' },
      })
      .optional(),
    roleNames: roleNames.optional(),
    clientId: z.string().min(1).max(255).optional().openapi({
      description: 'As whom this service signs people in there, with a browser; without one it does not.',
      example: 'udm-acme',
    }),
    clientSecret: z.string().min(1).max(1_000).optional().openapi({
      description: 'The secret of that client there. It is kept sealed, and never shown.',
      format: 'password',
      example: 'k3J0b3V0',
    }),
  })
  .openapi('NewIssuer', {
    description: 'An outside issuer to accept tokens of.',
    example: { name: 'Acme', issuer: ISSUER, audience: 'udm-acme' },
  });

/** The body of `PATCH /issuers/{id}`. What is null is not given, as everywhere: "" takes away. */
export const IssuerChange = NewIssuer.pick({
  name: true,
  algorithms: true,
  roleNames: true,
})
  .partial()
  .extend({
    claims: ClaimsChange.optional(),
    jwks: z
      .string()
      .max(2_000)
      .optional()
      .openapi({
        description: 'Where its keys are; "": where its discovery document says.',
        ...address,
        example: `${ISSUER}/keys`,
      }),
    clientId: z.string().max(255).optional().openapi({
      description: 'As whom this service signs people in there, with a browser; "": it does not.',
      example: 'udm-acme',
    }),
    clientSecret: z.string().max(1_000).optional().openapi({
      description: 'The secret of that client there; "": it has none. It goes with another client id.',
      format: 'password',
      example: 'k3J0b3V0',
    }),
  })
  .openapi('IssuerChange', {
    description: 'What of an outside issuer becomes another; the rest stays.',
    example: { clientSecret: 'k3J0b3V0' },
  });

/** An outside issuer. */
export const IssuerAnswer = z
  .object({
    id: nameField('Names the issuer here.').openapi({ example: 'i-b3V0bGF3cyE1' }),
    name: nameField('What the sign-in page calls it.').openapi({ example: 'Acme' }),
    issuer: textField({ description: '`iss` of its tokens.', ...address }),
    audience: nameField('`aud` of its tokens.').openapi({ example: 'udm-acme' }),
    jwks: z
      .string()
      .nullable()
      .openapi({ description: 'Where its keys are; null: where its discovery document says.', ...address }),
    algorithms: algorithms.openapi({ description: 'By which it signs.', example: ['RS256'] }),
    claims: Claims,
    roleNames,
    clientId: z.string().nullable().openapi({
      description: 'As whom this service signs people in there; null: it does not.',
      maxLength: 255,
      example: 'udm-acme',
    }),
    createdDate: instant('When it was added.').openapi({ example: '2026-11-20T12:00:00.000Z' }),
    createdBy: nameField('Who added it.').openapi({ example: 'admin' }),
  })
  .openapi('Issuer', { description: 'An outside issuer whose tokens the contact center accepts.' });

/** The contact center's issuers. */
export const IssuerList = z
  .object({ items: z.array(IssuerAnswer).openapi({ description: 'The oldest first.' }) })
  .openapi('Issuers', { description: 'The outside issuers of a contact center.' });
