import { fail, ok, type Result } from '../model/failures.ts';
import { hasOtherKeys, type IssuerRules } from '../model/issuer.ts';
import { isAdministrator, type RoleName } from '../model/roles.ts';
import { changeIssuer, findIssuer, listIssuers, type CenterIssuer } from '../store/issuers.ts';
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
  if (change.clientSecret && !(change.clientId ?? issuer.clientId))
    return fail('issuer-client-missing', 'clientId');
  const jwks = change.jwks === undefined ? issuer.jwks : change.jwks || null;
  if (change.jwks !== undefined) {
    const fitting = await checkAddresses(services, { issuer: issuer.issuer, jwks });
    if (!fitting.ok) return fitting;
    const own = (await listIssuers(services.db, issuer.ccid)).filter(({ id }) => id !== issuer.id);
    if (hasOtherKeys({ issuer: issuer.issuer, jwks }, [...own, ...services.config.issuers]))
      return fail('issuer-keys-differ', 'jwks');
  }
  const { name, algorithms, claims, clientId, clientSecret } = change;
  const changed = await changeIssuer(services.db, issuer, {
    name,
    jwks: change.jwks === undefined ? undefined : jwks,
    algorithms,
    claims,
    roleNames: change.roleNames,
    clientId: orNull(clientId),
    clientSecret:
      clientSecret === undefined ? undefined : await sealedSecret(services.config, issuer, clientSecret),
  });
  if (changed) return ok(changed);
  // Gone, or somebody has changed what it makes of people: that is judged anew.
  const now = await findIssuer(services.db, issuer.id);
  return now
    ? changeOutsideIssuer(services, now, { change, caller })
    : fail('no-issuer', 'id', { id: issuer.id });
}

/** "" takes away. */
const orNull = (given: string | undefined): string | null | undefined =>
  given === undefined ? undefined : given || null;
