import { fail, ok, type Result } from '../model/failures.ts';
import { hasOtherKeys, type IssuerRules } from '../model/issuer.ts';
import { isAdministrator, type RoleName } from '../model/roles.ts';
import { changeIssuer, listIssuers, type CenterIssuer, type ChangeableIssuer } from '../store/issuers.ts';
import { checkAddresses, sealedSecret, type IssuerServices } from './add-issuer.ts';
import type { Caller } from './caller.ts';

/** What of an issuer becomes another; what is not given stays. "" takes an address, a client or its secret away. */
export interface IssuerChangeInput {
  readonly name?: string | undefined;
  readonly jwks?: string | undefined;
  readonly algorithms?: IssuerRules['algorithms'] | undefined;
  readonly claims?: { readonly name?: string | undefined; readonly roles?: string | undefined } | undefined;
  readonly roleNames?: Readonly<Record<string, RoleName>> | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
}

/**
 * Changes an issuer of a contact center. Whoever says by which keys it signs can be anybody whom it sends: it is for administrators.
 */
export async function changeOutsideIssuer(
  services: IssuerServices,
  issuer: CenterIssuer,
  { change, caller }: { readonly change: IssuerChangeInput; readonly caller: Pick<Caller, 'roles'> },
): Promise<Result<CenterIssuer>> {
  if (!isAdministrator(caller.roles)) return fail('administrators-only', 'id');
  const jwks = change.jwks === undefined ? issuer.jwks : change.jwks || null;
  if (change.jwks !== undefined) {
    const fitting = await checkAddresses(services, { issuer: issuer.issuer, jwks });
    if (!fitting.ok) return fitting;
    const own = (await listIssuers(services.db, issuer.ccid)).filter(({ id }) => id !== issuer.id);
    if (hasOtherKeys({ issuer: issuer.issuer, jwks }, [...own, ...services.config.issuers]))
      return fail('issuer-keys-differ', 'jwks');
  }
  const { clientId, clientSecret } = await clientAfter(services, issuer, change);
  const changed: ChangeableIssuer = {
    name: change.name ?? issuer.name,
    jwks,
    algorithms: change.algorithms ?? issuer.algorithms,
    claims: { ...issuer.claims, ...given(change.claims ?? {}) },
    roleNames: change.roleNames ?? issuer.roleNames,
    clientId,
    clientSecret,
  };
  return (await changeIssuer(services.db, issuer, changed))
    ? ok({ ...issuer, ...changed })
    : fail('no-issuer', 'id', { id: issuer.id });
}

/** As whom this service signs people in there. The secret belongs to the client: another one has its own, or none. */
async function clientAfter(
  { config }: IssuerServices,
  issuer: CenterIssuer,
  { clientId, clientSecret }: IssuerChangeInput,
): Promise<Pick<CenterIssuer, 'clientId' | 'clientSecret'>> {
  const id = clientId === undefined ? issuer.clientId : clientId || null;
  const kept = id === issuer.clientId ? issuer.clientSecret : null;
  const secret = clientSecret === undefined ? kept : await sealedSecret(config, issuer, clientSecret);
  return { clientId: id, clientSecret: id === null ? null : secret };
}

const given = ({
  name,
  roles,
}: {
  readonly name?: string | undefined;
  readonly roles?: string | undefined;
}) => ({
  ...(name === undefined ? {} : { name }),
  ...(roles === undefined ? {} : { roles }),
});
