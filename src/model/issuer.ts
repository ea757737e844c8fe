import { z } from 'zod';
import { CCID } from './ccid.ts';
import { DEFAULT_ROLE_NAMES, ISSUER_ALGORITHMS } from './issuer-choices.ts';
import { ROLE_NAMES, type RoleName } from './roles.ts';

/** Names of claims; a name that a token has not is a path through objects, `realm_access.roles`. */
export const issuerClaims = z.object({
  /** Which contact center; an issuer of one center needs none. */
  ccid: z.string().min(1).max(255).nullable().default(null),
  name: z.string().min(1).max(255).default('preferred_username'),
  roles: z.string().min(1).max(255).default('roles'),
});

/** What is told of an issuer, in the configuration and by a contact center. */
export const issuerFields = {
  name: z.string().min(1).max(255),
  issuer: z.string().max(2_000),
  audience: z.string().min(1).max(255),
  /** Where its keys are; null: where its discovery document says. */
  jwks: z.string().max(2_000).nullable().default(null),
  algorithms: z.array(z.enum(ISSUER_ALGORITHMS)).min(1).max(ISSUER_ALGORITHMS.length).default(['RS256']),
  claims: issuerClaims.default(issuerClaims.parse({})),
  roleNames: z.record(z.string().min(1).max(255), z.enum(ROLE_NAMES)).default(DEFAULT_ROLE_NAMES),
};

/** An issuer of the configuration: of one contact center, or of whichever its tokens name. */
export const configuredIssuer = z
  .object({
    ...issuerFields,
    /** As whom this service signs people in there, with a browser. */
    clientId: z.string().min(1).max(255).nullable().default(null),
    clientSecret: z.string().min(1).max(1_000).nullable().default(null),
    ccid: z.string().regex(CCID).nullable().default(null),
  })
  .strict()
  .refine(({ ccid, claims }) => ccid !== null || claims.ccid !== null, 'needs ccid, or claims.ccid');
export type ConfiguredIssuer = z.infer<typeof configuredIssuer>;

/** What is gone by when a token of an issuer is read. */
export type IssuerRules = Pick<
  ConfiguredIssuer,
  'ccid' | 'issuer' | 'audience' | 'jwks' | 'algorithms' | 'claims' | 'roleNames'
>;

/**
 * Whether an entry names an issuer by other keys than others do. People belong to `issuer` and `sub`, so that whoever has the keys of one
 * entry would be the people of all that name the same issuer.
 */
export const hasOtherKeys = (
  entry: Pick<IssuerRules, 'issuer' | 'jwks'>,
  others: readonly Pick<IssuerRules, 'issuer' | 'jwks'>[],
): boolean => others.some(({ issuer, jwks }) => issuer === entry.issuer && jwks !== entry.jwks);

/** What a token says of who has it; null where it does not say enough, or speaks for a contact center that the issuer is not of. */
export interface OutsidePerson {
  readonly ccid: string;
  readonly name: string;
  /** How the issuer itself names the person, for good. */
  readonly issuerSubject: string;
  readonly roles: readonly RoleName[];
}

/** Characters of a user's name, which is the end of a path and stands behind `center\`; none that nobody sees. */
const NAME = /^(?!\.{1,2}$)[^\\/\p{Cc}\p{Cf}]{1,255}$/u;

/** Reads who a verified token stands for. */
export function outsidePersonOf(
  { ccid: own, claims, roleNames }: IssuerRules,
  payload: Readonly<Record<string, unknown>>,
): OutsidePerson | null {
  const said = claims.ccid === null ? own : claimAt(payload, claims.ccid);
  const name = claimAt(payload, claims.name);
  const { sub } = payload;
  if (typeof said !== 'string' || !CCID.test(said) || (own !== null && said !== own)) return null;
  if (typeof name !== 'string' || name !== name.trim() || !NAME.test(name) || !name.isWellFormed())
    return null;
  if (typeof sub !== 'string' || sub === '' || sub.length > 255) return null;
  const given = [claimAt(payload, claims.roles)].flat();
  const roles = ROLE_NAMES.filter((role) =>
    given.some(
      (item) => typeof item === 'string' && Object.hasOwn(roleNames, item) && roleNames[item] === role,
    ),
  );
  return { ccid: said, name, issuerSubject: sub, roles };
}

/** A claim of this name, else what lies at the path of its parts. */
function claimAt(payload: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path];
  let value: unknown = payload;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    // Whatever has own properties can be asked for them by name.
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}
