import type { Config } from '../config.ts';
import { wrap } from '../config/wrap.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { hasOtherKeys, issuerClaims, type IssuerRules } from '../model/issuer.ts';
import { DEFAULT_ROLE_NAMES } from '../model/issuer-choices.ts';
import { isAdministrator, type RoleName } from '../model/roles.ts';
import { outsideUrl } from '../platform/outside-address.ts';
import { addIssuer, listIssuers, type CenterIssuer } from '../store/issuers.ts';
import type { Caller } from './caller.ts';
import type { OutsideKeys } from './outside-keys.ts';
import { newId } from './secrets.ts';

/** Issuers of one contact center at most. */
const MOST = 10;

/** An issuer as a contact center names it. */
export interface NewIssuerInput {
  readonly name: string;
  readonly issuer: string;
  readonly audience: string;
  readonly jwks?: string | null | undefined;
  readonly algorithms?: IssuerRules['algorithms'] | undefined;
  readonly claims?: { readonly name?: string | undefined; readonly roles?: string | undefined } | undefined;
  readonly roleNames?: Readonly<Record<string, RoleName>> | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
}

/** What adding and changing issuers stands on. */
export interface IssuerServices {
  readonly config: Config;
  readonly db: D1Database;
  readonly outside: OutsideKeys;
  readonly now: () => Instant;
  randomBytes(count: number): Uint8Array;
}

/** What a client's secret at an issuer is sealed for: it opens nowhere else. */
export const sealContext = ({ ccid, id }: Pick<CenterIssuer, 'ccid' | 'id'>): string =>
  `issuer ${ccid} ${id}`;

/** The secret of a client there as it is kept; null where there is none. */
export const sealedSecret = async (
  config: Config,
  issuer: Pick<CenterIssuer, 'ccid' | 'id'>,
  secret: string | undefined,
): Promise<string | null> =>
  secret ? wrap(config.wrapKeys, sealContext(issuer), new Uint8Array(Buffer.from(secret))) : null;

/**
 * Names an issuer for a contact center. Whoever says by which keys it signs, and what its roles are here, can be anybody whom it sends: it is
 * for administrators. Refused is an address inside, one of this service, other keys of an issuer that another entry names, and an issuer
 * whose documents cannot be read now.
 */
export async function addOutsideIssuer(
  services: IssuerServices,
  { claims, clientSecret, ...input }: NewIssuerInput,
  { ccid, subject, roles }: Caller,
): Promise<Result<CenterIssuer>> {
  const { config, db } = services;
  if (!isAdministrator(roles)) return fail('administrators-only', 'issuer');
  if (clientSecret && !input.clientId) return fail('issuer-client-missing', 'clientId');
  const jwks = input.jwks ?? null;
  const fitting = await checkAddresses(services, { issuer: input.issuer, jwks });
  if (!fitting.ok) return fitting;
  const beside = () => checkBeside(services, { ccid, issuer: input.issuer, jwks });
  const free = await beside();
  if (!free.ok) return free;
  const id = newId((count) => services.randomBytes(count), 'i-');
  const issuer: CenterIssuer = {
    id,
    ccid,
    name: input.name,
    issuer: input.issuer,
    audience: input.audience,
    jwks,
    algorithms: input.algorithms ?? ['RS256'],
    claims: issuerClaims.parse(claims ?? {}),
    roleNames: input.roleNames ?? DEFAULT_ROLE_NAMES,
    clientId: input.clientId ?? null,
    clientSecret: await sealedSecret(config, { ccid, id }, clientSecret),
    createdAt: services.now(),
    createdBy: subject,
  };
  const taken = config.issuers.some(
    (other) => other.issuer === issuer.issuer && other.audience === issuer.audience,
  );
  if (!taken && (await addIssuer(db, issuer, MOST))) return ok(issuer);
  // Another request was first: that tells why.
  const still = await beside();
  return still.ok ? fail('audience-taken', 'audience') : still;
}

/** Refuses one more than a contact center may have, and other keys of an issuer that another entry names. */
async function checkBeside(
  { config, db }: Pick<IssuerServices, 'config' | 'db'>,
  { ccid, issuer, jwks }: Pick<CenterIssuer, 'ccid' | 'issuer' | 'jwks'>,
): Promise<Result<null>> {
  const own = await listIssuers(db, ccid);
  if (hasOtherKeys({ issuer, jwks }, [...own, ...config.issuers])) return fail('issuer-keys-differ', 'jwks');
  return own.length >= MOST ? fail('limit-reached', 'issuers', { max: MOST }) : ok(null);
}

/** Refuses an address inside, one of this service, and an issuer whose document cannot be read now. */
export async function checkAddresses(
  { config, outside }: Pick<IssuerServices, 'config' | 'outside'>,
  { issuer, jwks }: Pick<CenterIssuer, 'issuer' | 'jwks'>,
): Promise<Result<unknown>> {
  if (issuer === config.issuer) return fail('issuer-own', 'issuer');
  const here = outsideUrl(issuer, 'issuer', config);
  if (!here.ok) return here;
  const there = jwks === null ? here : outsideUrl(jwks, 'jwks', config);
  if (!there.ok) return there;
  return jwks === null ? outside.metadataOf(issuer) : ok(null);
}
