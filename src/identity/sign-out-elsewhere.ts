import { findUser } from '../store/users.ts';
import type { OutsideSignInServices } from './outside-sign-in.ts';
import { signInIssuers } from './sign-in-issuers.ts';

/**
 * Where a browser goes to be signed out at the issuer that a user came from (OpenID Connect RP-Initiated Logout, 2); null where there is no
 * such issuer, or it offers no way or is away. Without a hint the issuer asks the person: this service keeps no ID token.
 */
export async function signOutElsewhere(
  services: OutsideSignInServices,
  { ccid, userName }: { readonly ccid: string; readonly userName: string },
  comeBack: string,
): Promise<string | null> {
  const user = await findUser(services.db, ccid, userName);
  if (!user?.issuer) return null;
  const all = await signInIssuers(services, ccid);
  const issuer = all.find((candidate) => candidate.issuer === user.issuer);
  const metadata = issuer && (await services.outside.metadataOf(issuer.issuer));
  const endpoint = metadata?.ok ? metadata.value.end_session_endpoint : undefined;
  if (!issuer || endpoint === undefined || !URL.canParse(endpoint)) return null;
  const location = new URL(endpoint);
  location.searchParams.set('client_id', issuer.clientId);
  location.searchParams.set('post_logout_redirect_uri', comeBack);
  return location.href;
}
