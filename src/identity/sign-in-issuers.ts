import type { Config } from '../config.ts';
import { unwrap } from '../config/wrap.ts';
import type { TrustedConfigIssuer } from '../config/issuers.ts';
import { hasOtherKeys, type IssuerRules } from '../model/issuer.ts';
import { findIssuer, listIssuers, type CenterIssuer } from '../store/issuers.ts';
import { sealContext } from './add-issuer.ts';
import { sha256 } from './secrets.ts';

/** An issuer that people can sign in at, with a browser. */
export interface SignInIssuer extends IssuerRules {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  /** The secret of this service's client there; null where it has none. */
  secret(): Promise<string | null>;
}

interface IssuerServices {
  readonly config: Config;
  readonly db: D1Database;
}

/**
 * The issuers that the sign-in page offers for a contact center, those of the deployment first. What is asked for is a contact center,
 * never a user: nobody learns by it who there is.
 */
export async function signInIssuers(
  { config, db }: IssuerServices,
  ccid: string,
): Promise<readonly SignInIssuer[]> {
  const configured = config.issuers
    .filter((issuer) => issuer.ccid === null || issuer.ccid === ccid)
    .flatMap((issuer) => ofConfiguration(issuer) ?? []);
  const own = ccid === '' ? [] : await listIssuers(db, ccid);
  return [...configured, ...own.flatMap((issuer) => ofCenter(config, issuer) ?? [])];
}

/** The issuer of an id, or null. */
export async function findSignInIssuer(
  { config, db }: IssuerServices,
  id: string,
): Promise<SignInIssuer | null> {
  const configured = config.issuers.flatMap((issuer) => ofConfiguration(issuer) ?? []);
  const found = configured.find((issuer) => issuer.id === id);
  if (found) return found;
  const own = await findIssuer(db, id);
  return own && ofCenter(config, own);
}

function ofConfiguration(issuer: TrustedConfigIssuer): SignInIssuer | null {
  const { clientId, clientSecret } = issuer;
  if (clientId === null) return null;
  const id = `o-${sha256(`${issuer.issuer} ${issuer.audience}`).slice(0, 12)}`;
  return { ...issuer, id, clientId, secret: async () => clientSecret?.reveal() ?? null };
}

function ofCenter(config: Config, issuer: CenterIssuer): SignInIssuer | null {
  const { clientId, clientSecret } = issuer;
  // The deployment may have named the issuer after a contact center did: its people are that one's.
  if (clientId === null || hasOtherKeys(issuer, config.issuers)) return null;
  const secret = async () =>
    clientSecret === null
      ? null
      : new TextDecoder().decode(await unwrap(config.wrapKeys, sealContext(issuer), clientSecret));
  return { ...issuer, clientId, secret };
}
