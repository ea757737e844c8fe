import { DEFAULT_ROLE_NAMES, type ISSUER_ALGORITHMS } from '../../../model/issuer-choices.ts';
import type { RoleName } from '../../../model/roles.ts';
import type { Issuer, ChangedIssuer, IssuerToAdd } from '../../service/issuers.ts';

/** What somebody types of an issuer. */
export interface IssuerForm {
  readonly name: string;
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly nameClaim: string;
  readonly rolesClaim: string;
  readonly jwks: string;
  readonly algorithms: readonly (typeof ISSUER_ALGORITHMS)[number][];
  readonly roles: readonly RoleRow[];
}

/** A role of the issuer, and which it is here. */
export interface RoleRow {
  readonly id: number;
  readonly there: string;
  readonly here: RoleName;
}

/** What an issuer is begun with. */
export const NEW_ISSUER: IssuerForm = {
  name: '',
  issuer: '',
  audience: '',
  clientId: '',
  clientSecret: '',
  nameClaim: 'preferred_username',
  rolesClaim: 'roles',
  jwks: '',
  algorithms: ['RS256'],
  roles: rowsOf(DEFAULT_ROLE_NAMES),
};

/** An issuer as it is changed; its client's secret is never shown. */
export const formOf = (issuer: Issuer): IssuerForm => ({
  name: issuer.name,
  issuer: issuer.issuer,
  audience: issuer.audience,
  clientId: issuer.clientId ?? '',
  clientSecret: '',
  nameClaim: issuer.claims.name,
  rolesClaim: issuer.claims.roles,
  jwks: issuer.jwks ?? '',
  algorithms: issuer.algorithms,
  roles: rowsOf(issuer.roleNames),
});

/** What is wrong with it before it is sent, or null. */
export function wrongOf({
  algorithms,
  roles,
}: IssuerForm): 'issuers.algorithmNeeded' | 'issuers.roleTwice' | null {
  if (algorithms.length === 0) return 'issuers.algorithmNeeded';
  const names = roles.map(({ there }) => there.trim()).filter((name) => name !== '');
  return new Set(names).size < names.length ? 'issuers.roleTwice' : null;
}

/** The issuer to add; what is empty is left to the service. */
export function issuerToAdd({
  issuer,
  audience,
  jwks,
  clientId,
  clientSecret,
  ...form
}: IssuerForm): IssuerToAdd {
  return {
    ...sharedOf(form),
    issuer: issuer.trim(),
    audience: audience.trim(),
    ...(jwks.trim() === '' ? {} : { jwks: jwks.trim() }),
    ...(clientId.trim() === '' ? {} : { clientId: clientId.trim() }),
    ...(clientSecret === '' ? {} : { clientSecret }),
  };
}

/** The change of an issuer: an address or client that is empty is taken away, a secret that is empty stays. */
export function changeOf(
  before: Issuer,
  { jwks, clientId, clientSecret, ...form }: IssuerForm,
): ChangedIssuer {
  // A client's secret goes with another client id, so that the same one is not sent.
  const client = clientId.trim() === (before.clientId ?? '') ? {} : { clientId: clientId.trim() };
  const keys = jwks.trim() === (before.jwks ?? '') ? {} : { jwks: jwks.trim() };
  return { ...sharedOf(form), ...keys, ...client, ...(clientSecret === '' ? {} : { clientSecret }) };
}

const sharedOf = ({
  name,
  nameClaim,
  rolesClaim,
  algorithms,
  roles,
}: Pick<IssuerForm, 'name' | 'nameClaim' | 'rolesClaim' | 'algorithms' | 'roles'>) => ({
  name: name.trim(),
  claims: {
    name: nameClaim.trim() || NEW_ISSUER.nameClaim,
    roles: rolesClaim.trim() || NEW_ISSUER.rolesClaim,
  },
  algorithms: [...algorithms],
  roleNames: Object.fromEntries(
    roles.filter(({ there }) => there.trim() !== '').map(({ there, here }) => [there.trim(), here]),
  ),
});

function rowsOf(roleNames: Readonly<Record<string, RoleName>>): readonly RoleRow[] {
  return Object.entries(roleNames).map(([there, here], id) => ({ id, there, here }));
}
